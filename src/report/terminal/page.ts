import type { Place, Span } from "../../model/span.ts";
import { comparePlaces } from "../../text/compare.ts";
import { groupDigits } from "../view/count-words.ts";
import { orderArticles, type RecordIndex, siglumOf } from "../view/record-index.ts";
import { listRuns } from "../view/sigla-runs.ts";
import { displayWidth, fitStart } from "./display-width.ts";
import { type FlowOptions, flow } from "./flow.ts";
import type { Marks } from "./marks.ts";
import { blank, type Line, type Run, run, type Tone, tied } from "./runs.ts";

/** What anything is set with. */
export interface Sheet {
	readonly marks: Marks;
	/** Columns of the page. */
	readonly width: number;
}

/** What every section of a record's page is set with. */
export interface Page extends Sheet {
	readonly index: RecordIndex;
}

/** Sigla named in one place. */
const SIGLA_SHOWN = 52;
/** Reports named one by one; of more, neighbours are named by their first and last. */
const SIGLA_NAMED = 12;

/** Columns that sections stand in from the edge. */
export const INDENT = 2;

export const BLANK: Line = [];

export type SetOptions = Partial<FlowOptions> & { readonly indent?: number };

/** Sets runs as lines of the page, `indent` columns in. */
export function set(page: Sheet, runs: readonly Run[], options: SetOptions = {}): Line[] {
	const foldAll = (line: readonly Run[]): Run[] =>
		line.map(({ text, tone }) => ({ text: page.marks.fold(text), tone }));
	const { indent = INDENT, ...rest } = options;
	const first = [blank(indent), ...foldAll(options.first ?? [])];
	return flow(foldAll(runs), {
		width: page.width,
		...rest,
		first,
		...(options.aside ? { aside: foldAll(options.aside) } : {}),
	});
}

export function setRule(page: Sheet): Line {
	return [run(page.marks.rule.repeat(page.width), "dim")];
}

export function heading(page: Sheet, title: string): Line[] {
	return [BLANK, ...set(page, [run(title, "strong")], { indent: 0 }), BLANK];
}

/** The honest end of a list that was cut. */
export function more(page: Sheet, hidden: number, indent: number = INDENT): Line[] {
	if (hidden <= 0) return [];
	return set(page, [run(`${page.marks.ellipsis} and ${groupDigits(hidden)} more (--json has all)`, "dim")], { indent });
}

/** Sigla of articles, a space between them; past two alphabets how many more there are. */
export function sigla(page: Page, articles: Iterable<string>): Run[] {
	const all = orderArticles(page.index, articles);
	const runs = all.length > SIGLA_NAMED ? listRuns(page.index, all) : all.map((one) => ({ first: one, last: one }));
	const shown = separate(
		runs
			.slice(0, SIGLA_SHOWN)
			.map(({ first, last }) => [
				run([...new Set([first, last])].map((one) => siglumOf(page.index, one)).join(page.marks.range), "siglum"),
			]),
		" ",
	);
	const rankOf = (article: string): number => page.index.rank.get(article) ?? 0;
	const rest = runs.slice(SIGLA_SHOWN);
	const hidden = rest.reduce((sum, { first, last }) => sum + rankOf(last) - rankOf(first) + 1, 0);
	return hidden > 0 ? [...shown, run(` and ${groupDigits(hidden)} more`, "dim")] : shown;
}

/** Lists with something between them. */
export function separate(items: readonly (readonly Run[])[], between: string, tone: Tone = "plain"): Run[] {
	return items.flatMap((item, index) => (index === 0 ? item : [run(between, tone), ...item]));
}

/** Words in quotation marks. */
export function quoted(page: Sheet, text: string, tone: Tone = "plain"): Run[] {
	return [run(page.marks.open, tone), run(text.trim(), tone), run(page.marks.close, tone)];
}

/**
 * Where something stands: siglum and character offsets, `A:120–188`. Spans of one article share its
 * siglum. At most `limit` places are named; how many more there are is said.
 */
export function anchors(page: Page, places: readonly Place[], limit: number = 3): Run[] {
	const sorted = [...places].sort(comparePlaces).filter((place, i, all) => {
		const before = all[i - 1];
		return !before || comparePlaces(before, place) !== 0;
	});
	const shown: string[] = [];
	let count = 0;
	for (const article of orderArticles(
		page.index,
		sorted.map((place) => place.article),
	)) {
		const own = sorted.filter((place) => place.article === article).slice(0, Math.max(0, limit - count));
		count += own.length;
		const spans = own.map(({ start, end }) => `${start}${page.marks.range}${end}`).join(",");
		if (spans !== "") shown.push(`${siglumOf(page.index, article)}:${spans}`);
	}
	if (count < sorted.length) shown.push(`+${sorted.length - count}`);
	return separate(
		shown.map((anchor) => [tied(anchor, "dim")]),
		" ",
		"dim",
	);
}

/** Character offsets in the one text that a page is about, `120–188`. At most `limit` are given; how many more is said. */
export function offsets({ marks }: Sheet, spans: readonly Span[], limit: number = 3): Run[] {
	const shown = spans.slice(0, limit).map(({ start, end }) => `${start}${marks.range}${end}`);
	if (spans.length > limit) shown.push(`+${spans.length - limit}`);
	return shown.length === 0 ? [] : [tied(shown.join(" "), "dim")];
}

/** The first words of a text, cut at a word's end within `columns`, with the sign of a cut where something follows. */
export function firstWords(page: Sheet, text: string, columns: number): string {
	// Far more than can be shown, so that a text of megabytes costs no more than a long one.
	const words = run(text.length > columns * 16 ? text.slice(0, columns * 16) : text).text.trim();
	if (displayWidth(words) <= columns && text.length <= columns * 16) return words;
	const start = fitStart(words, columns - page.marks.cutOff.length - 1);
	const end = start.lastIndexOf(" ");
	return `${(end > start.length / 2 ? start.slice(0, end) : start).trimEnd()} ${page.marks.cutOff}`;
}

/** The widest siglum of the articles, in columns. */
export function siglumColumns(page: Page, articles: readonly string[]): number {
	return Math.max(1, ...articles.map((article) => displayWidth(siglumOf(page.index, article))));
}

/** Text and as many empty columns as it needs to fill `columns`. */
export function pad(text: string, columns: number, tone: Tone = "plain"): Run[] {
	const label = tied(text, tone);
	return [label, blank(columns - displayWidth(label.text))];
}
