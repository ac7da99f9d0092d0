import type { Span } from "../../../model/span.ts";
import type { TracedPlace } from "../../../model/trace-listing.ts";
import { describeDate } from "../../view/date-words.ts";
import { outletOf } from "../../view/record-index.ts";
import { KIND_WORDS } from "../../view/trace-words.ts";
import { trimEnds } from "../../view/wordings.ts";
import { anchors, firstWords, more, type Page, pad, separate, set } from "../page.ts";
import { blank, type Line, type Run, run, tied } from "../runs.ts";
import { setStance } from "../stance.ts";
import { describeCredit } from "./credit.ts";
import { setDifferences } from "./difference.ts";

/** Columns that rows stand in from the edge, and those of their names. */
const ROWS = 5;
const LABEL = 11;
/** Characters of a place's words that are printed, and credits of one place. */
const LONGEST = 1200;
const CREDITS_SHOWN = 6;
/** Columns of the words by which a report says who speaks. */
const LONGEST_SOURCE = 60;
/** Confidence below which a finding is as often wrong as right. */
const UNSURE = 0.5;

/** One place: its report, the words, whose they are, whom the report has them from, and what differs. */
export function setPlace(page: Page, place: TracedPlace): Line[] {
	const article = page.index.articles.get(place.article);
	if (!article) return [];
	const about: Run[][] = [[run(outletOf(article), "strong")]];
	if (article.role === "primary") about.push([run("primary document")]);
	const time = /T(\d{2}:\d{2})/.exec(place.when.earliest ?? "")?.[1];
	if (time !== undefined) about.push([tied(`${time}${place.when.zone === null ? "" : ` ${place.when.zone}`}`)]);
	if (place.headline) about.push([run("in the headline")]);
	const lines = set(page, separate(about, ", "), {
		first: pad(article.siglum, ROWS - 2, "siglum"),
		aside: article.outlet === null ? [] : [run(article.capture.place, "dim")],
	});
	const row = (name: string, runs: readonly Run[], aside: Line = []): void => {
		lines.push(...set(page, runs, { indent: ROWS, first: pad(name, LABEL, "dim"), aside }));
	};
	const places = place.spans.map(({ start, end }) => ({ article: place.article, start, end }));
	// A piece of the words does not show whether these are the denial itself, as the whole quotation does.
	const stance = place.quotation ? setStance({ ...place.quotation, kind: "indirect", exact: "" }) : [];
	row(KIND_WORDS[place.kind], [...stance, ...setWords(page, place, article.text)], anchors(page, places, 2));
	row("speaker", describeSpeaker(page, place));
	const said = place.quotation ? describeDate(place.quotation.said) : null;
	if (said !== null) row("said", [tied(said)]);
	for (const [at, credit] of place.credits.slice(0, CREDITS_SHOWN).entries()) {
		const { runs, aside } = describeCredit(page, place.article, credit);
		row(at === 0 ? "from" : "", runs, aside);
	}
	lines.push(...more(page, place.credits.length - CREDITS_SHOWN, ROWS + LABEL));
	if (place.kind !== "exact" || place.differences.length > 0) row("measure", describeMeasure(place));
	if (place.typography) row("differs", [run("in marks, case or spacing alone", "dim")]);
	lines.push(...setDifferences(page, place.differences, ROWS));
	return lines;
}

function describeMeasure({ given, reason }: TracedPlace): Run[] {
	return [run(`${Math.round(given * 100)}% of what it says, in its own words; ${reason}`, "dim")];
}

/** Who is given the words, by which words of the report, and who brought them. */
function describeSpeaker(page: Page, { quotation, form, headline }: TracedPlace): Run[] {
	if (quotation === null)
		return [run(headline && form === "own-words" ? "the headline's own words" : "the report's own words", "dim")];
	const who = quotation.speaker === null ? run("not settled", "doubt") : run(quotation.speaker.name, "strong");
	const { source, cue, confidence } = quotation;
	const parts = [...(source === null ? [] : [source]), ...cue].sort((a, b) => a.start - b.start);
	const words = parts.map(({ exact }) => firstWords(page, exact, LONGEST_SOURCE)).join(" ");
	const by = words === "" ? run("no source beside the words") : run(`${page.marks.open}${words}${page.marks.close}`);
	const why = quotation.speaker === null ? [run(`; ${quotation.speakerReason}`, "dim")] : [];
	return [
		who,
		run(" (by ", "dim"),
		{ ...by, tone: "dim" },
		tied(`, ${confidence.toFixed(2)}`, confidence < UNSURE ? "doubt" : "dim"),
		run(")", "dim"),
		...why,
	];
}

/** The words; what of them stands as traced is underlined where the terminal can. */
function setWords(page: Page, { spans, verbatim, form, kind }: TracedPlace, text: string): Run[] {
	const marks = form === "direct";
	const stretches = spans.map((span) => {
		const { start, end } = { start: span.start, end: span.start + trimEnds(span.exact).length };
		const cut = Math.min(end, start + LONGEST);
		const runs = kind === "reworded" ? underline(text, { start, end: cut }, verbatim) : [run(text.slice(start, cut))];
		return cut < end ? [...runs, run(` ${page.marks.cutOff}`, "dim")] : runs;
	});
	const words = separate(stretches, ` ${page.marks.cutOff} `, "dim");
	return marks ? [run(page.marks.open), ...words, run(page.marks.close)] : words;
}

function underline(text: string, { start, end }: Span, verbatim: readonly Span[]): Run[] {
	const runs: Run[] = [];
	let at = start;
	for (const span of verbatim) {
		if (span.start < at || span.end > end) continue;
		runs.push(run(text.slice(at, span.start)), run(text.slice(span.start, span.end), "mark"));
		at = span.end;
	}
	return [...runs, run(text.slice(at, end)), blank(0)];
}
