import type { Dropped } from "../../model/article.ts";
import type { RecordArticle } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { orderArticles } from "../view/record-index.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, pad, quoted, set, siglumColumns } from "./page.ts";
import { type Line, run } from "./runs.ts";

const SHOWN = 6;

/** What was kept out of each report's body: the reason, the first words and how much. Nothing disappears. */
export function setDropped(page: Page, members: readonly string[]): Line[] {
	const articles = orderArticles(page.index, members)
		.map((id) => page.index.articles.get(id))
		.filter((article): article is RecordArticle => article !== undefined && article.dropped.length > 0);
	if (articles.length === 0) return [];
	const columns = siglumColumns(page, members) + 2;
	const lines = heading(page, "Kept out of the reports");
	for (const article of articles) {
		for (const [at, dropped] of article.dropped.slice(0, SHOWN).entries()) {
			lines.push(...setOne(page, article, dropped, pad(at === 0 ? article.siglum : "", columns, "siglum")));
		}
		lines.push(...more(page, article.dropped.length - SHOWN, INDENT + columns));
	}
	return lines;
}

function setOne(page: Page, article: RecordArticle, dropped: Dropped, label: Line): Line[] {
	const text = article.text.slice(dropped.start, dropped.end);
	const start = firstWords(page, text, Math.min(48, page.width - 20));
	const size = countOf(dropped.end - dropped.start, "character");
	return set(page, [run(`${dropped.reason}: `), ...quoted(page, start, "dim"), run(` ${size}`, "dim")], {
		first: label,
		aside: anchors(page, [{ ...dropped, article: article.id }], 1),
	});
}
