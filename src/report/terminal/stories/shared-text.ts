import type { Story } from "../../../model/record.ts";
import { countOf } from "../../view/count-words.ts";
import { pairPassages } from "../../view/shared-text.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, quoted, set, sigla } from "../page.ts";
import { type Line, run } from "../runs.ts";

const PAIRS_SHOWN = 40;
const PASSAGES_SHOWN = 8;
const LONGEST = 240;

/** What each two reports share, stretch by stretch; what both merely quote is called so. */
export function setSharedText(page: Page, story: Story): Line[] {
	const pairs = pairPassages(page.index, story.articles);
	if (pairs.length === 0) return [];
	const lines = heading(page, "Shared passages");
	for (const { a, b, passages, words } of pairs.slice(0, PAIRS_SHOWN)) {
		const amount = countOf(words, "word");
		const runs = [...sigla(page, [a, b]), run(passages.length > 1 ? `  ${amount} in all` : `  ${amount}`)];
		lines.push(...set(page, runs));
		for (const passage of passages.slice(0, PASSAGES_SHOWN)) {
			const text = page.index.articles.get(a)?.text.slice(passage.a.start, passage.a.end) ?? "";
			const opening = quoted(page, firstWords(page, text, LONGEST), "dim");
			const count = passages.length > 1 ? countOf(passage.words, "word") : "";
			const kind = passage.quoted ? "both quote it" : passage.stock ? "the outlet's own stock" : "";
			const note = [count, kind].filter((part) => part !== "").join(", ");
			lines.push(
				...set(page, [...opening, ...(note === "" ? [] : [run(` ${note}`, kind === "" ? "plain" : "doubt")])], {
					indent: INDENT + 2,
					aside: anchors(page, [passage.a, passage.b], 2),
				}),
			);
		}
		lines.push(...more(page, passages.length - PASSAGES_SHOWN, INDENT + 2));
	}
	return [...lines, ...more(page, pairs.length - PAIRS_SHOWN)];
}
