import type { Story } from "../../../model/record.ts";
import { countOf } from "../../view/count-words.ts";
import { groupStretches, type SharedStretches } from "../../view/shared-text.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, quoted, set, sigla } from "../page.ts";
import { blank, type Line, run } from "../runs.ts";

const GROUPS_SHOWN = 40;
const STRETCHES_SHOWN = 8;
const PLACES_SHOWN = 4;
const LONGEST = 240;

/** What the same reports share, stretch by stretch; what all merely quote is called so. Of copies only how much. */
export function setSharedText(page: Page, story: Story): Line[] {
	const groups = groupStretches(page.index, story.articles);
	if (groups.length === 0) return [];
	const lines = heading(page, "Shared passages");
	for (const group of groups.slice(0, GROUPS_SHOWN)) lines.push(...setStretches(page, group));
	return [...lines, ...more(page, groups.length - GROUPS_SHOWN)];
}

function setStretches(page: Page, { articles, oneText, stretches, words }: SharedStretches): Line[] {
	const names = [...sigla(page, articles), blank(2)];
	if (oneText) {
		const places = stretches.flatMap((stretch) => stretch.places);
		const parts = stretches.length > 1 ? `, in ${countOf(stretches.length, "stretch", "stretches")}` : "";
		return set(page, [...names, run(`one text; ${countOf(words, "word")} word for word${parts}`)], {
			aside: anchors(page, places, 2),
		});
	}
	const amount = countOf(words, "word");
	const lines = set(page, [...names, run(stretches.length > 1 ? `${amount} in all` : amount)]);
	for (const stretch of stretches.slice(0, STRETCHES_SHOWN)) {
		const [first] = stretch.places;
		const text = page.index.articles.get(first?.article ?? "")?.text.slice(first?.start, first?.end) ?? "";
		const opening = quoted(page, firstWords(page, text, LONGEST), "dim");
		const count = stretches.length > 1 ? countOf(stretch.words, "word") : "";
		const who = articles.length === 2 ? "both quote it" : "all quote it";
		const kind = stretch.quoted ? who : stretch.stock ? "the outlet's own stock" : "";
		const note = [count, kind].filter((part) => part !== "").join(", ");
		lines.push(
			...set(page, [...opening, ...(note === "" ? [] : [run(` ${note}`, kind === "" ? "plain" : "doubt")])], {
				indent: INDENT + 2,
				aside: anchors(page, stretch.places, PLACES_SHOWN),
			}),
		);
	}
	return [...lines, ...more(page, stretches.length - STRETCHES_SHOWN, INDENT + 2)];
}
