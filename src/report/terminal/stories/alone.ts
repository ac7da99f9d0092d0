import type { Story } from "../../../model/record.ts";
import { describeCopies } from "../../view/copy-words.ts";
import { tellReason } from "../../view/reason-words.ts";
import { siglumOf } from "../../view/record-index.ts";
import { BLANK, heading, INDENT, more, type Page, pad, separate, set, setRule, siglumColumns } from "../page.ts";
import { describeSource } from "../reports.ts";
import { type Line, run } from "../runs.ts";

const SHOWN = 200;

/** The reports that no other report of the set tells the event of, each with what comes nearest and why that stays out. */
export function setAlone(page: Page, alone: readonly Story[], loose: readonly string[]): Line[] {
	if (alone.length + loose.length === 0) return [];
	const lines = [BLANK, setRule(page), ...heading(page, "Standing alone").slice(1)];
	const ids = [...alone.flatMap(({ articles }) => articles), ...loose];
	const columns = siglumColumns(page, [...ids, ...alone.flatMap(({ near }) => near.map(({ article }) => article))]);
	for (const story of alone.slice(0, SHOWN)) {
		for (const article of story.articles) lines.push(...setReport(page, article, columns));
		lines.push(...setCredited(page, story, INDENT + columns + 2));
		for (const { article, reason } of story.near.slice(0, 1)) {
			const nearest = [
				run("nearest ", "dim"),
				run(siglumOf(page.index, article), "siglum"),
				run(`: ${tellReason(page.index, story, reason)}`, "dim"),
			];
			lines.push(...set(page, nearest, { indent: INDENT + columns + 2 }));
		}
	}
	for (const article of loose) lines.push(...setReport(page, article, columns));
	return [...lines, ...more(page, alone.length - SHOWN)];
}

function setReport(page: Page, id: string, columns: number): Line[] {
	const article = page.index.articles.get(id);
	if (!article) return [];
	const about = describeSource(article, "primary document that no report draws on");
	const lines = set(page, separate(about, ", "), { first: pad(article.siglum, columns + 2, "siglum") });
	const indent = INDENT + columns + 2;
	const headline = article.headline === null ? run("no headline", "dim") : run(article.headline.text);
	const halves = page.index.record.copyGroups.filter(({ members }) => members.every((member) => member.article === id));
	return [
		...lines,
		...set(page, [headline], { indent }),
		...halves.flatMap((group) => set(page, [run(describeCopies(page.index, group), "dim")], { indent })),
	];
}

/** Whom it credits, once each; of a report that stands alone nobody else's text is at hand to compare. */
function setCredited(page: Page, { id }: Story, indent: number): Line[] {
	const lineage = page.index.record.lineage.find(({ story }) => story === id);
	const drawnOn = new Set(lineage?.edges.map(({ to }) => to));
	const names = new Set(lineage?.nodes.filter((node) => drawnOn.has(node.id)).map(({ name }) => name));
	return names.size === 0 ? [] : set(page, [run(`credits ${[...names].join(", ")}`, "dim")], { indent });
}
