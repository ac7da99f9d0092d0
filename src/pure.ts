/**
 * Stemma without Node, `import … from "stemma/pure"`: reports and data are handed in, records come out. Nothing here
 * reads a file, asks the network or a clock, or keeps anything. docs/library.md describes each export.
 */

export { type ArticleReading, readArticle as readCapture } from "./article/article.ts";
export type { AnnotatedArticle } from "./model/annotated.ts";
export type { Article } from "./model/article.ts";
export type { Capture } from "./model/capture.ts";
export { type ListedProblem, type Problem, UserError } from "./model/problem.ts";
export type { CollationRecord } from "./model/record.ts";
export type { RecordDiff } from "./model/record-diff.ts";
export type { Place, Span } from "./model/span.ts";
export type { TraceListing } from "./model/trace-listing.ts";
export {
	type AnalysisData,
	annotate,
	collateArticles as collate,
	parseAnalysisData,
	traceInArticles as trace,
} from "./pipeline.ts";
export { type CaptureGiven, makeCapture } from "./read/make-capture.ts";
export { compareRecords } from "./report/diff/compare-records.ts";
export { printDiff } from "./report/diff-page.ts";
export { EXPORT_FORMATS, type WriteExport } from "./report/exports/formats.ts";
export { formatRecord } from "./report/json.ts";
export { readRecord } from "./report/record-reader.ts";
export { printRecord, type TerminalStyle } from "./report/terminal.ts";
export { VERSION } from "./version.ts";
