import type { RecordCorrection } from "../../model/correction.ts";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import type {
	CollationRecord,
	Fact,
	FactState,
	HeldRendition,
	Quotation,
	RecordArticle,
	Utterance,
	VariantKind,
} from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { groupBy } from "../view/group-by.ts";
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
	["spans", ({ spans }) => writeSpans(spans)],
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
	["corrections", ({ index, quotation }) => correctionsOf(index, quotation.id)],
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
	["about", ({ index, fact }) => titleOfFact(index, fact)],
	["relation", ({ fact }) => fact.relation],
	["reason", ({ fact }) => fact.reason],
	["stance", ({ state }) => (state === null ? "silent" : "states")],
	["value", ({ state }) => state?.value ?? ""],
	["mode", ({ state }) => state?.mode ?? ""],
	["polarity", ({ state }) => state?.polarity ?? ""],
	["by", ({ index, state }) => (state?.by ? nameOf(index, state.by) : "")],
	["by_id", ({ state }) => state?.by ?? ""],
	["quotation", ({ state }) => state?.quotation ?? ""],
	["corrections", ({ index, fact }) => correctionsOf(index, fact.id)],
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

interface HeldRow extends SourceRow {
	readonly utterance: Utterance;
	readonly held: HeldRendition;
	readonly primary: RecordArticle | null;
	/** Null where nothing differs, or a summary is held against words of which none are named. */
	readonly difference: {
		readonly kind: VariantKind;
		readonly primary: readonly ExactSpan[];
		readonly report: readonly ExactSpan[];
	} | null;
}

const HELD_COLUMNS: readonly Column<HeldRow>[] = [
	["utterance", ({ utterance }) => utterance.id],
	["speaker", ({ index, utterance }) => (utterance.speaker === null ? "" : nameOf(index, utterance.speaker))],
	["relation", ({ held }) => held.relation],
	["primary_siglum", ({ primary }) => primary?.siglum ?? ""],
	["primary_article", ({ primary }) => primary?.id ?? ""],
	["primary_spans", ({ difference }) => writeSpans(difference?.primary ?? [])],
	["kind", ({ difference }) => difference?.kind ?? ""],
	["primary_words", ({ difference }) => joinWords(difference?.primary ?? [])],
	["report_words", ({ difference }) => joinWords(difference?.report ?? [])],
];

/**
 * How reports give what a primary document has, as a table: a row for each difference, in the record's order, what is
 * changed before what is left out; one row for a rendition of which none is named. `spans` are the words of the report.
 */
export function writeHeldTable(record: CollationRecord): string {
	const index = indexRecord(record);
	const rows = record.utterances.flatMap((utterance) => {
		const articleOf = new Map(utterance.renditions.map(({ id, article }) => [id, article]));
		return utterance.held.flatMap((held): HeldRow[] => {
			const differences = [
				...held.changed,
				...held.leftOut.map((span) => ({ kind: "omission" as const, primary: [span], report: [] })),
			];
			const rendition = utterance.renditions.find(({ id }) => id === held.rendition);
			const whole = rendition?.parts.flatMap(({ spans }) => spans) ?? [];
			return (differences.length === 0 ? [null] : differences).map((difference) => ({
				...{ index, utterance, held, difference, story: utterance.story },
				article: index.articles.get(articleOf.get(held.rendition) ?? "") ?? null,
				primary: index.articles.get(articleOf.get(held.primary) ?? "") ?? null,
				spans: difference === null || difference.report.length === 0 ? whole : difference.report,
			}));
		});
	});
	return writeTable([...SOURCE_COLUMNS, ...HELD_COLUMNS], rows);
}

interface CorrectionRow extends SourceRow {
	readonly correction: RecordCorrection;
}

const CORRECTION_COLUMNS: readonly Column<CorrectionRow>[] = [
	["correction", ({ correction }) => correction.id],
	["kind", ({ correction }) => correction.kind],
	["who", ({ correction }) => correction.who],
	["when", ({ correction }) => correction.when],
	["why", ({ correction }) => correction.why],
	["applied", ({ correction }) => (correction.applied ? "yes" : "no")],
	["reason", ({ correction }) => correction.reason],
	["findings", ({ correction }) => correction.findings.join(" ")],
];

/** A person's decisions as a table: a row for each report that one points at, one without source where it points at none. */
export function writeCorrectionTable(record: CollationRecord): string {
	const index = indexRecord(record);
	const stories = new Map(record.stories.flatMap(({ id, articles }) => articles.map((article) => [article, id])));
	const rows = record.corrections.flatMap((correction): CorrectionRow[] => {
		const places = groupBy(correction.places, ({ article }) => article);
		const found = [...places].map(([id, spans]) => ({
			...{ index, correction, spans, story: stories.get(id) ?? "" },
			article: index.articles.get(id) ?? null,
		}));
		return found.length > 0 ? found : [{ index, correction, spans: [], story: "", article: null }];
	});
	return writeTable([...SOURCE_COLUMNS, ...CORRECTION_COLUMNS], rows);
}

/** Ids of the decisions that made a finding what it is. */
function correctionsOf({ record }: RecordIndex, finding: string): string {
	return record.corrections
		.filter(({ applied, findings }) => applied && findings.includes(finding))
		.map(({ id }) => id)
		.join(" ");
}

function joinWords(spans: readonly ExactSpan[]): string {
	return spans.map(({ exact }) => exact).join(" … ");
}

function writeSpans(spans: readonly Span[]): string {
	return spans.map(({ start, end }) => `${start}-${end}`).join(" ");
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
