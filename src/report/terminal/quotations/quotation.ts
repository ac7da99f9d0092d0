import type { ListedQuotation } from "../../../model/quotation-listing.ts";
import type { Span } from "../../../model/span.ts";
import { describeDate } from "../../view/date-words.ts";
import { POLARITY_WORDS } from "../../view/stance-words.ts";
import { trimEnds } from "../../view/wordings.ts";
import { offsets, pad, quoted, type Sheet, separate, set } from "../page.ts";
import { blank, type Line, type Run, run, tied } from "../runs.ts";
import { setStance } from "../stance.ts";

/** Columns that the words stand in from the edge, their number before them; and the names of the rows under them. */
const WORDS = 6;
const LABEL = 12;

/** Columns of the page below which rows stand further out. */
const NARROW = 72;

/** Confidence below which a finding is as often wrong as right. */
const UNSURE = 0.5;

const HAS_WORD = /[\p{L}\p{N}]/u;

/** One quotation: the words, then a row each for who speaks, by which words that is told, and how it was found. */
export function setQuotation(sheet: Sheet, text: string, quotation: ListedQuotation, number: number): Line[] {
	const label = `${number}`;
	const words = sheet.width < NARROW ? WORDS - 2 : WORDS;
	const first = [blank(words - 2 - label.length), tied(label, "dim"), blank(2)];
	const lines = set(sheet, [...setStance(quotation), ...setWords(sheet, text, quotation)], {
		indent: 0,
		first,
		aside: offsets(sheet, quotation.content),
	});
	for (const { name, runs, aside } of rowsOf(sheet, text, quotation)) {
		lines.push(...set(sheet, runs, { indent: words, first: pad(name, LABEL, "dim"), aside }));
	}
	return lines;
}

interface Row {
	readonly name: string;
	readonly runs: readonly Run[];
	/** Where in the text it stands, or which rule says it. */
	readonly aside: readonly Run[];
}

function rowsOf(sheet: Sheet, text: string, quotation: ListedQuotation): Row[] {
	const { inserted, addressee, where, when, carriers, candidates } = quotation;
	const rows: Row[] = [speakerRow(quotation)];
	for (const [at, { name, reason }] of candidates.entries()) {
		const runs = [run(name), run(` (${reason})`, "dim")];
		rows.push({ name: at > 0 ? "" : candidates.length > 1 ? "candidates" : "candidate", runs, aside: [] });
	}
	rows.push(attributionRow(sheet, quotation));
	if (carriers.length > 0) {
		const runs = separate(
			carriers.map(({ name }) => [run(name)]),
			", which has it from ",
			"dim",
		);
		const spans = carriers.map(({ span }) => span);
		rows.push({ name: carriers.length > 1 ? "carriers" : "carrier", runs, aside: offsets(sheet, spans) });
	}
	if (addressee !== null)
		rows.push({ name: "addressee", runs: quoted(sheet, addressee.exact), aside: offsets(sheet, [addressee]) });
	const day = describeDate(when);
	// "Thursday" of a report that nobody can date: what is written.
	if (day === null && when.exact !== null) {
		const own = when.evidence.filter(({ start, end }) => text.slice(start, end) === when.exact);
		const open = run(" (no date can be told from it)", "dim");
		rows.push({ name: "when", runs: [...quoted(sheet, when.exact), open], aside: offsets(sheet, own) });
	}
	if (day !== null) {
		const written = when.exact === null ? [] : [run(", "), ...quoted(sheet, when.exact)];
		// What a weekday is counted from is evidence too; only its own words stand beside the cue.
		const own = when.evidence.filter(({ start, end }) => text.slice(start, end) === when.exact);
		rows.push({ name: "when", runs: [tied(day), ...written], aside: offsets(sheet, own) });
	}
	if (where !== null) rows.push({ name: "where", runs: quoted(sheet, where.exact), aside: offsets(sheet, [where]) });
	if (inserted.length > 0) {
		const runs = [run(inserted.map(({ exact }) => exact).join(" ")), run(", not spoken", "dim")];
		rows.push({ name: "inserted", runs, aside: offsets(sheet, inserted) });
	}
	rows.push(findingRow(sheet, quotation));
	return rows;
}

function speakerRow({ speaker, speakerReason }: ListedQuotation): Row {
	const who = speaker === null ? run("not settled", "doubt") : run(speaker.name, "strong");
	return { name: "speaker", runs: [who, run(` (${speakerReason})`, "dim")], aside: [] };
}

/** The words that name the source and those that say it speaks, as they stand in the report. */
function attributionRow(sheet: Sheet, { source, cue }: ListedQuotation): Row {
	if (source === null && cue.length === 0) {
		return { name: "source", runs: [run("none beside the words", "dim")], aside: [] };
	}
	const runs: Run[] = source === null ? [run("none", "dim")] : quoted(sheet, source.exact);
	runs.push(run(", cue ", "dim"));
	if (cue.length === 0) runs.push(run("none", "dim"));
	else
		runs.push(
			...separate(
				cue.map(({ exact }) => quoted(sheet, exact)),
				` ${sheet.marks.cutOff} `,
				"dim",
			),
		);
	return { name: "source", runs, aside: offsets(sheet, [...(source === null ? [] : [source]), ...cue]) };
}

function findingRow({ marks }: Sheet, { kind, polarity, hedged, confidence, rule }: ListedQuotation): Row {
	const parts: Run[][] = [[run(kind)], [run(POLARITY_WORDS[polarity])]];
	if (hedged) parts.push([run("hedged")]);
	// Who speaks is settled apart from this, with its own reason: a sure reading may leave the speaker open.
	parts.push([tied(`words and cue ${confidence.toFixed(2)}`, confidence < UNSURE ? "doubt" : "plain")]);
	// The rules of this stage all carry its name.
	const short = rule.replace(/^quotations\//, "");
	return { name: "found", runs: separate(parts, ` ${marks.dot} `, "dim"), aside: [tied(short, "dim")] };
}

/** The words: a speaker's own in marks, parts with other words between them apart, insertions dimmed. */
function setWords(sheet: Sheet, text: string, { content, marked, inserted, kind }: ListedQuotation): Run[] {
	const stretches: Span[][] = [];
	let end = 0;
	for (const span of content) {
		const joined = stretches[stretches.length - 1];
		if (joined && !HAS_WORD.test(text.slice(end, Math.max(end, span.start)))) joined.push(span);
		else stretches.push([span]);
		end = span.end;
	}
	return separate(
		stretches.map((spans) => {
			if (kind !== "direct")
				return separate(
					spans.map((span) => withMarks(text, span, marked, inserted)),
					" ",
				);
			const words = separate(
				spans.map((span) => withInserted(text, trimmed(text, span), inserted)),
				" ",
			);
			return [run(sheet.marks.open), ...words, run(sheet.marks.close)];
		}),
		` ${sheet.marks.cutOff} `,
		"dim",
	);
}

/** Words partly in marks: those at their ends, which the content leaves out, are put back. */
function withMarks(text: string, span: Span, marked: readonly Span[], inserted: readonly Span[]): Run[] {
	const { start, end } = trimmed(text, span);
	const open = marked.some((part) => part.start === start) ? text.charAt(start - 1) : "";
	const close = marked.some((part) => part.end === span.end) ? text.charAt(span.end) : "";
	return [run(open), ...withInserted(text, { start, end }, inserted), run(close)];
}

function trimmed(text: string, { start, end }: Span): Span {
	return { start, end: start + trimEnds(text.slice(start, end)).length };
}

function withInserted(text: string, { start, end }: Span, inserted: readonly Span[]): Run[] {
	const runs: Run[] = [];
	let at = start;
	for (const span of inserted) {
		if (span.start < at || span.end > end) continue;
		runs.push(run(text.slice(at, span.start)), run(text.slice(span.start, span.end), "dim"));
		at = span.end;
	}
	return [...runs, run(text.slice(at, end))];
}
