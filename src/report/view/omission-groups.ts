import type { Story } from "../../model/record.ts";
import { groupBy } from "./group-by.ts";
import type { LeftOut, Omissions } from "./left-out.ts";
import { countLines } from "./line-count.ts";

/** Reports that leave out the same. */
export interface SameOmissions {
	readonly articles: readonly string[];
	readonly items: readonly LeftOut[];
}

/** What some reports leave out, with which. */
export interface OmittedItem {
	readonly leftOut: LeftOut;
	/** In the order of the record's list. */
	readonly articles: readonly string[];
	/** Independent lines whose reports all leave it out: what a copy leaves out counts once. */
	readonly lines: number;
}

/** Reports of one line that leave out the same things together, as copies do; in the order of the first of each. */
export function groupByReport(story: Story, omissions: readonly Omissions[]): SameOmissions[] {
	const lineOf = new Map(story.lines.flatMap(({ articles }, at) => articles.map((article) => [article, at] as const)));
	const groups = groupBy(omissions, ({ article, items }) =>
		[lineOf.get(article) ?? article, ...items.map(idOf)].join(" "),
	);
	return [...groups.values()].map((same) => ({
		articles: same.map(({ article }) => article),
		items: same[0]?.items ?? [],
	}));
}

/** The same the other way round, for a story of so many reports that each would repeat what the others leave out. */
export function groupByItem(story: Story, omissions: readonly Omissions[]): OmittedItem[] {
	const all = omissions.flatMap(({ article, items }) => items.map((leftOut) => ({ article, leftOut })));
	const items = [...groupBy(all, ({ leftOut }) => idOf(leftOut)).values()].flatMap((same): OmittedItem[] => {
		const [first] = same;
		if (!first) return [];
		const articles = same.map(({ article }) => article);
		const silent = new Set(articles);
		const given = story.lines.flatMap((line) => line.articles).filter((article) => !silent.has(article));
		return [{ leftOut: first.leftOut, articles, lines: story.lines.length - countLines(story, given) }];
	});
	return items.sort(
		(a, b) =>
			b.lines - a.lines ||
			b.leftOut.carriedBy.length - a.leftOut.carriedBy.length ||
			a.articles.length - b.articles.length,
	);
}

function idOf({ item }: LeftOut): string {
	if (item.kind === "fact") return item.fact.id;
	return item.kind === "clause" ? `${item.utterance.id} ${item.cut.text}` : item.utterance.id;
}
