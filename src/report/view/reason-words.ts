import type { Story } from "../../model/record.ts";
import { labelArticles, listWords } from "../../stories/order.ts";
import { type RecordIndex, siglumOf } from "./record-index.ts";
import { listRuns } from "./sigla-runs.ts";

/** A stretch of a reason: words, or reports that it names one after the other. */
export type ReasonPart =
	| string
	| {
			readonly articles: readonly string[];
			/** Who published the report, where the reason names so few that there is room to say it. */
			readonly outlet: string | null;
	  };

/** Reports named in one reason with their outlets. */
const MOST_WITH_OUTLET = 2;
/** From so many reports on a list is shown by its runs. */
const LEAST_FOLDED = 4;

/** A line of one report may share a passage with another, beside which "stands alone" would read as its opposite. */
const STANDS_ALONE = /^stands alone(?=:|$)/;

const labelled = new WeakMap<RecordIndex, ReadonlyMap<string, string>>();
const patterns = new WeakMap<Story, RegExp | null>();

/**
 * A reason that the record gives for a story, its reports by their sigla. The record names them by outlet or file, as
 * sigla may be others in the next record; beside sigla that would be a second set of names.
 */
export function readReason(index: RecordIndex, story: Story, told: string): ReasonPart[] {
	const reason = told.replace(STANDS_ALONE, "a line of its own");
	const pattern = patternOf(index, story);
	if (pattern === null) return [reason];
	const labels = labelsOf(index);
	const parts: (string | string[])[] = [];
	let end = 0;
	for (const match of reason.matchAll(pattern)) {
		const article = labels.get(match[0]);
		if (article === undefined) continue;
		const between = reason.slice(end, match.index);
		const before = parts.at(-1);
		if (typeof before === "object" && /^(?:, | and )$/.test(between)) before.push(article);
		else parts.push(...(between === "" ? [] : [between]), [article]);
		end = match.index + match[0].length;
	}
	if (end < reason.length) parts.push(reason.slice(end));
	const named = parts.flatMap((part) => (typeof part === "string" ? [] : part)).length;
	return parts.flatMap((part): ReasonPart[] =>
		typeof part === "string"
			? [part]
			: named > MOST_WITH_OUTLET
				? [{ articles: part, outlet: null }]
				: part.flatMap((article, at) => [
						...(at > 0 ? [" and "] : []),
						{ articles: [article], outlet: index.articles.get(article)?.outlet?.text ?? null },
					]),
	);
}

/** The same as text: "A (Tarn Press) and C are one text". */
export function tellReason(index: RecordIndex, story: Story, reason: string): string {
	return readReason(index, story, reason)
		.map((part) =>
			typeof part === "string"
				? part
				: `${tellReports(index, part.articles)}${part.outlet === null ? "" : ` (${part.outlet})`}`,
		)
		.join("");
}

function tellReports(index: RecordIndex, articles: readonly string[]): string {
	if (articles.length < LEAST_FOLDED) return listWords(articles.map((article) => siglumOf(index, article)));
	const runs = listRuns(index, articles).map(({ first, last }) =>
		first === last ? siglumOf(index, first) : `${siglumOf(index, first)}–${siglumOf(index, last)}`,
	);
	return listWords(runs);
}

function labelsOf(index: RecordIndex): ReadonlyMap<string, string> {
	const known = labelled.get(index);
	if (known) return known;
	const { articles } = index.record;
	const labels = new Map(labelArticles(articles).map((label, at) => [label, articles[at]?.id ?? ""]));
	labelled.set(index, labels);
	return labels;
}

function patternOf(index: RecordIndex, story: Story): RegExp | null {
	const known = patterns.get(story);
	if (known !== undefined) return known;
	const members = new Set([...story.articles, ...story.near.map(({ article }) => article)]);
	const labels = [...labelsOf(index)].flatMap(([label, article]) =>
		members.has(article) && label !== "" ? [label] : [],
	);
	const words = labels
		.sort((a, b) => b.length - a.length)
		.map((label) => label.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
	const pattern =
		words.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}._/-])(?:${words.join("|")})(?![\\p{L}\\p{N}_/])`, "gu");
	patterns.set(story, pattern);
	return pattern;
}
