import type { Story } from "../../model/record.ts";
import { tellReason } from "../view/reason-words.ts";
import { orderArticles, siglumOf } from "../view/record-index.ts";
import { BLANK, heading, more, type Page, pad, set, siglumColumns } from "./page.ts";
import { type Line, run } from "./runs.ts";

const SHOWN = 26;
const NEAR_SHOWN = 3;

/** Why each report is in the story, and why the nearest others are not. */
export function setMembership(page: Page, story: Story): Line[] {
	if (story.articles.length < 2) return [];
	const lines = heading(page, "Why these reports");
	const reasons = new Map(story.why.map(({ article, reason }) => [article, reason]));
	const members = orderArticles(page.index, story.articles).filter((article) => reasons.has(article));
	const columns = siglumColumns(page, [...members, ...story.near.map(({ article }) => article)]);
	const setOne = (article: string, reason: string): Line[] =>
		set(page, [run(tellReason(page.index, story, reason), "dim")], {
			first: pad(siglumOf(page.index, article), columns + 2, "siglum"),
		});
	for (const article of members.slice(0, SHOWN)) lines.push(...setOne(article, reasons.get(article) ?? ""));
	lines.push(...more(page, members.length - SHOWN));
	if (story.near.length > 0) lines.push(BLANK, ...set(page, [run("near, and not part of it:", "dim")]));
	for (const { article, reason } of story.near.slice(0, NEAR_SHOWN)) lines.push(...setOne(article, reason));
	lines.push(...more(page, story.near.length - NEAR_SHOWN));
	return lines;
}
