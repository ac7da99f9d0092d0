import type { StatedDate } from "../../model/date.ts";
import type { Position } from "../../model/record.ts";
import { contains } from "../../text/spans.ts";
import { describeDate } from "../view/date-words.ts";
import { groupBy } from "../view/group-by.ts";
import { nameOf } from "../view/record-index.ts";
import { isUtteranceShown } from "../view/sureness.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, pad, quoted, set, sigla } from "./page.ts";
import { blank, type Line, run } from "./runs.ts";

const SHOWN = 8;
const ENTRIES_SHOWN = 12;
const LONGEST = 140;
const DATE_COLUMNS = 18;

/**
 * Per speaker and matter what they said or did, as the record orders it, without readings too unsure to be shown
 * unasked. Only where it stretches over time: positions of one day stand with the utterances.
 */
export function setPositions(page: Page): Line[] {
	const utterances = new Map(page.index.record.utterances.map((utterance) => [utterance.id, utterance]));
	const sure = page.index.record.positions.filter(({ utterance: id, article }) => {
		const utterance = utterances.get(id ?? "");
		const own = utterance?.renditions.filter((rendition) => rendition.article === article);
		return own === undefined || isUtteranceShown(page.index, { renditions: own });
	});
	const ledgers = groupBy(sure, ({ speaker, about }) => `${speaker} ${about}`);
	const moved = [...ledgers.values()].filter((ledger) => countDays(ledger) > 1);
	if (moved.length === 0) return [];
	const lines = heading(page, "Positions over time");
	for (const ledger of moved.slice(0, SHOWN)) lines.push(...setLedger(page, ledger));
	lines.push(...more(page, moved.length - SHOWN));
	return lines;
}

function countDays(ledger: readonly Position[]): number {
	return new Set(ledger.map(({ when }) => when.earliest ?? when.latest).filter((day) => day !== null)).size;
}

function setLedger(page: Page, ledger: readonly Position[]): Line[] {
	const [first] = ledger;
	if (!first) return [];
	const title = `${nameOf(page.index, first.speaker)} on ${nameOf(page.index, first.about)}`;
	// One utterance is one entry, however many reports carry it.
	const entries = [...groupBy(ledger, ({ utterance }, at) => utterance ?? `${at}`).values()];
	return [
		...set(page, [run(title, "strong")]),
		...entries.slice(0, ENTRIES_SHOWN).flatMap((entry) => setEntry(page, entry)),
		...more(page, entries.length - ENTRIES_SHOWN, INDENT + 2),
	];
}

function setEntry(page: Page, entry: readonly Position[]): Line[] {
	const [position] = [...entry].sort((a, b) => Number(isMarked(page, b)) - Number(isMarked(page, a)));
	if (!position) return [];
	const text = page.index.articles.get(position.article)?.text ?? "";
	const words = firstWords(page, position.spans.map(({ start, end }) => text.slice(start, end)).join(" … "), LONGEST);
	const stance = position.polarity === "said" ? [] : [run(`(${position.polarity}) `, "alarm")];
	const articles = new Set(entry.map(({ article }) => article));
	const carriers = articles.size > 1 ? [...sigla(page, articles), blank(2)] : [];
	const places = position.spans.map((span) => ({ ...span, article: position.article }));
	return set(page, [...stance, ...(isMarked(page, position) ? quoted(page, words) : [run(words)])], {
		first: pad(describeDate(byDay(position.when)) ?? "undated", DATE_COLUMNS, "dim"),
		indent: INDENT + 2,
		aside: [...carriers, ...anchors(page, places, 1)],
	});
}

/** Whether the words stand in marks in the report: a paraphrase is not printed as somebody's words. */
function isMarked(page: Page, position: Position): boolean {
	const [first] = position.spans;
	return (
		first !== undefined &&
		page.index.record.quotations.some(
			({ article, marked }) => article === position.article && marked.some((span) => contains(span, first)),
		)
	);
}

/** A date without its time of day: positions move over days. */
function byDay(date: StatedDate): StatedDate {
	return date.precision === "minute" || date.precision === "hour" ? { ...date, precision: "day" } : date;
}
