import type { Dropped } from "../../model/article.ts";
import type { RecordArticle } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { groupBy } from "../view/group-by.ts";
import { orderArticles } from "../view/record-index.ts";
import { ASIDE_GAP, lineWidth } from "./flow.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, pad, quoted, set, siglumColumns } from "./page.ts";
import { blank, type Line, run } from "./runs.ts";

const SHOWN = 6;
const REPORTS_SHOWN = 26;
/** Columns of a stretch's first words: where they would leave no room on the line, and at most. */
const SHORTEST = 14;
const LONGEST = 48;

/** What was kept out of each report's body: the reason, the first words and how much. Nothing disappears. */
export function setDropped(page: Page, members: readonly string[]): Line[] {
	const articles = orderArticles(page.index, members)
		.map((id) => page.index.articles.get(id))
		.filter((article): article is RecordArticle => article !== undefined && article.dropped.length > 0);
	if (articles.length === 0) return [];
	const columns = siglumColumns(page, members) + 2;
	const lines = heading(page, "Kept out of the reports");
	for (const article of articles.slice(0, REPORTS_SHOWN)) {
		// Stretches dropped for one reason stand together, in the order in which the first of each stands.
		const groups = [...groupBy(article.dropped, ({ reason }) => reason).values()];
		for (const [at, group] of groups.slice(0, SHOWN).entries()) {
			lines.push(...setGroup(page, article, group, pad(at === 0 ? article.siglum : "", columns, "siglum")));
		}
		lines.push(...more(page, groups.length - SHOWN, INDENT + columns));
	}
	lines.push(...more(page, articles.length - REPORTS_SHOWN));
	return lines;
}

function setGroup(page: Page, article: RecordArticle, group: readonly Dropped[], first: Line): Line[] {
	const [stretch] = group;
	if (!stretch) return [];
	const size = countOf(
		group.reduce((sum, { start, end }) => sum + end - start, 0),
		"character",
	);
	const others = group.length > 1 ? [run(` and ${group.length - 1} more`, "dim")] : [];
	const places = group.map((one) => ({ start: one.start, end: one.end, article: article.id }));
	const aside = [run(size, "dim"), blank(2), ...anchors(page, places, 1)];
	const reason = [run(`${stretch.reason}: `)];
	const taken = [...first, ...reason, ...others, ...aside];
	const room = page.width - INDENT - lineWidth(taken) - ASIDE_GAP - 3;
	const columns = room >= SHORTEST ? Math.min(LONGEST, room) : Math.min(LONGEST, page.width - 20);
	const words = firstWords(page, article.text.slice(stretch.start, stretch.end), columns);
	return set(page, [...reason, ...quoted(page, words, "dim"), ...others], { first, aside });
}
