import type { CollationRecord, Fact, FactState, Quotation, RecordArticle } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { indexRecord, nameOf, type RecordIndex } from "../view/record-index.ts";
import { boundsOf } from "./dates.ts";
import { addressOf } from "./identifiers.ts";

/** What a table's column is called, and its cell in a row. */
type Column<Row> = readonly [name: string, cellOf: (row: Row) => string];

interface SourceRow {
	readonly index: RecordIndex;
	readonly article: RecordArticle | null;
	readonly spans: readonly Span[];
	readonly story: string;
}

/** Where a row comes from; these columns stand first in every table. */
const SOURCE_COLUMNS: readonly Column<SourceRow>[] = [
	["siglum", ({ article }) => article?.siglum ?? ""],
	["outlet", ({ article }) => article?.outlet?.text ?? ""],
	["headline", ({ article }) => article?.headline?.text ?? ""],
	["published_earliest", ({ article }) => (article ? boundsOf(article.published).from : null) ?? ""],
	["published_latest", ({ article }) => (article ? boundsOf(article.published).to : null) ?? ""],
	["url", ({ article }) => (article ? addressOf(article) : null) ?? ""],
	["place", ({ article }) => article?.capture.place ?? ""],
	["article", ({ article }) => article?.id ?? ""],
	["spans", ({ spans }) => spans.map(({ start, end }) => `${start}-${end}`).join(" ")],
	["story", ({ story }) => story],
];

interface QuotationRow extends SourceRow {
	readonly quotation: Quotation;
	readonly sliceOf: (span: Span) => string;
}

const QUOTATION_COLUMNS: readonly Column<QuotationRow>[] = [
	["quotation", ({ quotation }) => quotation.id],
	["kind", ({ quotation }) => quotation.kind],
	["polarity", ({ quotation }) => quotation.polarity],
	["hedged", ({ quotation }) => (quotation.hedged ? "yes" : "no")],
	["words", ({ quotation }) => quotation.exact],
	["speaker", ({ index, quotation }) => (quotation.speaker === null ? "" : nameOf(index, quotation.speaker))],
	["speaker_id", ({ quotation }) => quotation.speaker ?? ""],
	["speaker_reason", ({ quotation }) => quotation.speakerReason],
	["candidates", ({ index, quotation }) => quotation.candidates.map(({ entity }) => nameOf(index, entity)).join("; ")],
	["source", ({ quotation, sliceOf }) => (quotation.source === null ? "" : sliceOf(quotation.source))],
	["cue", ({ quotation, sliceOf }) => quotation.cue.map(sliceOf).join(" … ")],
	["carriers", ({ index, quotation }) => quotation.carriers.map(({ entity }) => nameOf(index, entity)).join("; ")],
	["addressee", ({ quotation, sliceOf }) => (quotation.addressee === null ? "" : sliceOf(quotation.addressee))],
	["where", ({ quotation, sliceOf }) => (quotation.where === null ? "" : sliceOf(quotation.where))],
	["said_earliest", ({ quotation }) => boundsOf(quotation.when).from ?? ""],
	["said_latest", ({ quotation }) => boundsOf(quotation.when).to ?? ""],
	["occasion", ({ quotation }) => quotation.occasion ?? ""],
	["confidence", ({ quotation }) => String(quotation.confidence)],
	["rule", ({ quotation }) => quotation.rule],
];

/**
 * The quotations as a table (RFC 4180), one a row in the record's order: first where each comes from, then what it is.
 * Names in one cell are parted by "; ", spans are `start-end` in UTF-16 code units parted by blanks; what is not known
 * is empty.
 */
export function writeQuotationTable(record: CollationRecord): string {
	const index = indexRecord(record);
	const stories = new Map(record.stories.flatMap(({ id, articles }) => articles.map((article) => [article, id])));
	const rows = record.quotations.map((quotation) => {
		const article = index.articles.get(quotation.article) ?? null;
		const text = article?.text ?? "";
		return {
			...{ index, article, quotation, spans: quotation.content, story: stories.get(quotation.article) ?? "" },
			sliceOf: ({ start, end }: Span): string => text.slice(start, end),
		};
	});
	return writeTable([...SOURCE_COLUMNS, ...QUOTATION_COLUMNS], rows);
}

interface FactRow extends SourceRow {
	readonly fact: Fact;
	/** Null where the report is silent. */
	readonly state: FactState | null;
}

const FACT_COLUMNS: readonly Column<FactRow>[] = [
	["fact", ({ fact }) => fact.id],
	["type", ({ fact }) => fact.type],
	["statement", ({ fact }) => fact.statement],
	["relation", ({ fact }) => fact.relation],
	["reason", ({ fact }) => fact.reason],
	["stance", ({ state }) => (state === null ? "silent" : "states")],
	["value", ({ state }) => state?.value ?? ""],
	["mode", ({ state }) => state?.mode ?? ""],
	["polarity", ({ state }) => state?.polarity ?? ""],
	["by", ({ index, state }) => (state?.by ? nameOf(index, state.by) : "")],
	["by_id", ({ state }) => state?.by ?? ""],
	["quotation", ({ state }) => state?.quotation ?? ""],
];

/** The facts as a table: a row for each report that states one, then for each that is silent on it. */
export function writeFactTable(record: CollationRecord): string {
	const index = indexRecord(record);
	const rows = record.facts.flatMap((fact) => {
		const rowOf = (id: string, spans: readonly Span[], state: FactState | null): FactRow => ({
			...{ index, article: index.articles.get(id) ?? null, spans, story: fact.story, fact, state },
		});
		return [
			...fact.states.map((state) => rowOf(state.article, state.spans, state)),
			...fact.silent.map((article) => rowOf(article, [], null)),
		];
	});
	return writeTable([...SOURCE_COLUMNS, ...FACT_COLUMNS], rows);
}

function writeTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
	const lines = [
		columns.map(([name]) => name),
		...rows.map((row) => columns.map(([, cellOf]) => writeCell(cellOf(row)))),
	];
	return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/**
 * What a spreadsheet takes for the start of a formula, also after white space and in the wide forms that East Asian
 * keyboards give (OWASP, CSV Injection).
 */
const FORMULA = /^(?:[\t\r\n]|[\s\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;
/** C0 controls without tab and line ends, DEL: RFC 4180 has no place for them, and readers stop at NUL. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A cell as text: harmless to a spreadsheet by an apostrophe before what it would take for a formula. */
function writeCell(text: string): string {
	const plain = text.toWellFormed().replace(CONTROLS, "\ufffd");
	const safe = FORMULA.test(plain) ? `'${plain}` : plain;
	return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
