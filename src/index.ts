/**
 * Stemma as a library. `collateInputs` with `nodeCollateEffects` is what the command line runs;
 * the pure functions beneath it take their effects as parameters.
 */

export { type Evidence, gatherEvidence, packEvidence, packWarc } from "./evidence/evidence.ts";
export { type VerifyEffects, verifyEvidence } from "./evidence/verify.ts";
export type { AnnotatedArticle } from "./model/annotated.ts";
export type { Article } from "./model/article.ts";
export type { Capture } from "./model/capture.ts";
export type { EvidenceManifest, GivenFile, Verification } from "./model/evidence.ts";
export { type ListedProblem, type Problem, UserError } from "./model/problem.ts";
export type { CollationRecord } from "./model/record.ts";
export type { RecordDiff } from "./model/record-diff.ts";
export type { Place, Span } from "./model/span.ts";
export type { TraceListing } from "./model/trace-listing.ts";
export {
	type AnalysisData,
	annotate,
	type CollateEffects,
	collateArticles,
	collateCaptures,
	collateInputs,
	traceInputs,
} from "./pipeline.ts";
export { compareRecords } from "./report/diff/compare-records.ts";
export { printDiff } from "./report/diff-page.ts";
export { EXPORT_FORMATS, type WriteExport } from "./report/exports/formats.ts";
export { readRecord } from "./report/record-reader.ts";
export { nodeCollateEffects } from "./system/collate-effects.ts";
export { VERSION } from "./version.ts";
