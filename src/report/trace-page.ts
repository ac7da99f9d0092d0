import type { TracedPlace, TraceKind, TraceListing } from "../model/trace-listing.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { anchors, BLANK, firstWords, heading, more, type Page, quoted, separate, set, sigla } from "./terminal/page.ts";
import { setProblems } from "./terminal/problems.ts";
import { type Line, paintLine, type Run, run, tied } from "./terminal/runs.ts";
import { setPlace } from "./terminal/trace/place.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf, groupDigits } from "./view/count-words.ts";
import { describeDate } from "./view/date-words.ts";
import { groupBy } from "./view/group-by.ts";
import { tellLines } from "./view/line-count.ts";
import { indexRecord } from "./view/record-index.ts";
import { reportsOfTrace } from "./view/trace-record.ts";
import { KIND_WORDS, nameDay, UNDATED } from "./view/trace-words.ts";

/** Places printed; JSON has all. */
const SHOWN = 60;
/** Columns of the traced text, and of words that come near. */
const LONGEST = 1200;
const LONGEST_NEAR = 160;

/**
 * Where a sentence or quotation stands as a page to read: by day, oldest first, each place with its words, whose they
 * are, whom the report has them from and what differs; then what comes near and why it is none, and what stands in
 * text that was dropped. Ends with a line feed.
 */
export function printTrace(listing: TraceListing, style: TerminalStyle): string {
	const page: Page = {
		index: indexRecord(reportsOfTrace(listing)),
		marks: chooseMarks(style.unicode),
		width: sheetWidth(style),
	};
	const lines = [
		...setTraced(page, listing),
		...setSummary(page, listing),
		...setPlaces(page, listing.places),
		...setNear(page, listing),
		...setDropped(page, listing),
		...setProblems(page),
	];
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

function setTraced(page: Page, { traced }: TraceListing): Line[] {
	const [first, last] = [traced.sentences[0], traced.sentences[traced.sentences.length - 1]];
	const words = traced.text.slice(first?.start ?? 0, last?.end ?? traced.text.length);
	const size = [countOf(traced.words, "word")];
	if (traced.sentences.length > 1) size.push(countOf(traced.sentences.length, "sentence"));
	return [
		...set(page, quoted(page, firstWords(page, words, LONGEST), "strong"), { indent: 0 }),
		...set(page, [run(size.join(", "), "dim")], { indent: 0 }),
		BLANK,
	];
}

const KINDS: readonly TraceKind[] = ["exact", "cut", "reworded"];

/** In how many reports it stands, and how; or that it stands in none, and what was asked of a place. */
function setSummary(page: Page, listing: TraceListing): Line[] {
	return [...setFound(page, listing), ...setCoverage(page, listing)];
}

/** What of a store was looked into. */
function setCoverage(page: Page, { articles, coverage }: TraceListing): Line[] {
	if (coverage === null) return [];
	const { articles: all, indexed, left } = coverage;
	const looked =
		`${groupDigits(articles.length)} of ${countOf(all, "report")} looked into: those that have its words close by ` +
		"one another, and some of their stories";
	return [
		...set(page, [run(looked, "dim")], { indent: 0 }),
		...(indexed < all
			? set(
					page,
					[
						run(
							`${groupDigits(all - indexed)} not analysed yet and not searched; "stemma work" analyses them`,
							"alarm",
						),
					],
					{
						indent: 0,
					},
				)
			: []),
		...(left > 0
			? set(
					page,
					[
						run(
							`${countOf(left, "report")} more ${left === 1 ? "has" : "have"} its words and ${left === 1 ? "was" : "were"} not looked into`,
							"alarm",
						),
					],
					{ indent: 0 },
				)
			: []),
	];
}

function setFound(page: Page, { articles, places, lines, near, dropped, traced, coverage }: TraceListing): Line[] {
	const all = countOf(coverage?.articles ?? articles.length, "report");
	if (places.length === 0) {
		const { sameSpeaker, openSpeaker, ownWords } = traced.bounds;
		const asked =
			`looked for in its words, cut, and in other words that are alike at ${sameSpeaker.toFixed(2)} or more of one ` +
			`speaker, ${openSpeaker.toFixed(2)} where that is open, ${ownWords.toFixed(2)} in a report's own words`;
		const beside = [
			...(near.length > 0 ? [`${countOf(near.length, "stretch", "stretches")} near it`] : []),
			...(dropped.length > 0
				? [`${countOf(dropped.length, "stretch", "stretches")} of dropped text with its words`]
				: []),
		];
		const rest = beside.length > 0 ? `; below, ${beside.join(" and ")}` : "";
		return [
			...set(page, [run(`Stands in none of ${all}${rest}`, "strong")], { indent: 0 }),
			...set(page, [run(asked, "dim")], { indent: 0 }),
		];
	}
	const held = new Set(places.map(({ article }) => article));
	const counts = KINDS.flatMap((kind) => {
		const count = places.filter((place) => place.kind === kind).length;
		return count > 0 ? [`${count} ${KIND_WORDS[kind]}`] : [];
	});
	const where = `${countOf(places.length, "place")} in ${held.size} of ${all}, ${tellLines(lines)}`;
	const silent = coverage === null ? articles.filter(({ id }) => !held.has(id)).map(({ id }) => id) : [];
	const key = [
		`A:12${page.marks.range}34 characters of one`,
		"text ] what stands there",
		`${page.marks.notable} may change what is said`,
	];
	return [
		...set(page, [run(where, "strong"), run(": "), run(counts.join(", "))], { indent: 0 }),
		...(silent.length > 0 ? set(page, [run("not in ", "dim"), ...sigla(page, silent)], { indent: 0 }) : []),
		...set(
			page,
			separate(
				key.map((part): Run[] => [tied(part, "dim")]),
				"; ",
				"dim",
			),
			{ indent: 0 },
		),
	];
}

function setPlaces(page: Page, places: readonly TracedPlace[]): Line[] {
	const lines: Line[] = [];
	const dated = places.some(({ when }) => describeDate(when) !== null);
	for (const [day, group] of groupBy(places.slice(0, SHOWN), nameDay)) {
		lines.push(...heading(page, day === UNDATED && !dated ? "Undated" : day));
		for (const [at, place] of group.entries()) {
			if (at > 0) lines.push(BLANK);
			lines.push(...setPlace(page, place));
		}
	}
	return [...lines, ...more(page, places.length - SHOWN)];
}

function setNear(page: Page, { near }: TraceListing): Line[] {
	if (near.length === 0) return [];
	const lines = heading(page, "Near it, and not counted");
	for (const { article, spans, reason } of near) {
		const words = spans.map(({ exact }) => exact).join(` ${page.marks.cutOff} `);
		const places = spans.map(({ start, end }) => ({ article, start, end }));
		lines.push(
			...set(page, [run(firstWords(page, words, LONGEST_NEAR)), run(`: ${reason}`, "dim")], {
				hanging: 4,
				aside: anchors(page, places, 1),
			}),
		);
	}
	return lines;
}

function setDropped(page: Page, { dropped }: TraceListing): Line[] {
	if (dropped.length === 0) return [];
	const lines = heading(page, "In text that was dropped");
	for (const place of dropped.slice(0, SHOWN)) {
		lines.push(
			...set(page, [...quoted(page, firstWords(page, place.exact, LONGEST_NEAR)), run(`: ${place.reason}`, "dim")], {
				hanging: 4,
				aside: anchors(page, [place], 1),
			}),
		);
	}
	return [...lines, ...more(page, dropped.length - SHOWN)];
}
