import type { Story, VersionDifference } from "../../../model/record.ts";
import type { Place } from "../../../model/span.ts";
import { siglumOf } from "../../view/record-index.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, quoted, set } from "../page.ts";
import { type Line, type Run, run } from "../runs.ts";
import { describeDifferences } from "../versions.ts";

const CHANGES_SHOWN = 12;
const SHOWN = 40;
const LONGEST = 80;

/** Later texts of one source, and each difference that is more than typography, the words before and after. */
export function setChanges(page: Page, story: Story): Line[] {
	const inside = new Set(story.articles);
	const changes = page.index.record.versions
		.flatMap((group) => group.changes)
		.filter(({ from, to }) => inside.has(from) || inside.has(to));
	if (changes.length === 0) return [];
	const lines = heading(page, "Versions");
	for (const change of changes.slice(0, CHANGES_SHOWN)) {
		const [from, to] = [change.from, change.to].map((article) => run(siglumOf(page.index, article), "siglum"));
		if (!from || !to) continue;
		const what = describeDifferences(change.differences);
		lines.push(...set(page, [to, run(" is a later text of "), from, run(`: ${what}`)], { hanging: INDENT + 4 }));
		const substance = change.differences.filter(({ kind }) => kind !== "typography");
		for (const difference of substance.slice(0, SHOWN)) lines.push(...setDifference(page, difference));
		lines.push(...more(page, substance.length - SHOWN, INDENT + 2));
	}
	return [...lines, ...more(page, changes.length - CHANGES_SHOWN)];
}

function setDifference(page: Page, { kind, from, to }: VersionDifference): Line[] {
	const runs: Run[] = [run(`${WORDS[kind]} `, "dim")];
	if (from && to) runs.push(...wordsOf(page, from), run(" became ", "dim"), ...wordsOf(page, to));
	else if (to) runs.push(...(kind === "added" ? [] : [run("added ", "dim")]), ...wordsOf(page, to));
	else if (from) runs.push(...(kind === "removed" ? [] : [run("taken out ", "dim")]), ...wordsOf(page, from));
	const places = [from, to].filter((place) => place !== null);
	return set(page, runs, { indent: INDENT + 2, hanging: INDENT + 4, aside: anchors(page, places, 2) });
}

const WORDS: Readonly<Record<VersionDifference["kind"], string>> = {
	quotation: "quotation:",
	number: "number:",
	name: "name:",
	wording: "wording:",
	added: "sentence added:",
	removed: "sentence taken out:",
	typography: "typography:",
};

function wordsOf(page: Page, { article, start, end }: Place): Run[] {
	const text = page.index.articles.get(article)?.text.slice(start, end) ?? "";
	return quoted(page, firstWords(page, text, LONGEST));
}
