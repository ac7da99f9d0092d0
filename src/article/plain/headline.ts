import type { Span } from "../../model/span.ts";
import { foldCase } from "../../text/fold.ts";
import type { Line } from "../lines/lines.ts";
import { isOutletName } from "../metadata/agencies.ts";

/**
 * Which of the lines above a report is its headline.
 *
 * Catches: the first of "Ferry sinks off Port Amity" / "Nine are missing, coast guard says".
 * Leaves: "Harbour Post" above it, which shares no word with the report; and five headlines of other
 * stories above it, of which none shares two words with the report.
 */

export interface HeadLines {
	readonly headline: Line | null;
	/** The outlet's name, where it stands above the headline; null when none does. */
	readonly masthead: Line | null;
	/** Lines below the headline that belong to the report: a deck, a summary. */
	readonly decks: readonly Line[];
	/** What stands beside them and is not the report's, with why. */
	readonly others: readonly { readonly line: Line; readonly rule: string; readonly reason: string }[];
}

/** Lines above a report from which they are a list of headlines rather than a headline and decks. */
const LIST = 4;

/** Words that the name of a site or of a section may have. */
const MOST_NAME_WORDS = 4;

/** UTF-16 units of the report that a headline is compared with. */
const COMPARED = 6000;

/** Letters from which a word says what a text is about. */
const SHORTEST_WORD = 4;

/** @param candidates the lines above the report that no other rule explains, in order */
export function chooseHeadline(candidates: readonly Line[], text: string, body: Span | null): HeadLines {
	const others: { line: Line; rule: string; reason: string }[] = [];
	if (candidates.length === 0) return { headline: null, masthead: null, decks: [], others };
	const about =
		body === null ? new Set<string>() : contentWords(text.slice(body.start, Math.min(body.end, body.start + COMPARED)));
	const shared = candidates.map((line) => [...contentWords(line.text)].filter((word) => about.has(word)).length);
	if (body !== null && candidates.length >= LIST) {
		const most = Math.max(...shared);
		const best = shared.indexOf(most);
		// A list: only a line that clearly speaks of this report is its headline, and only what follows it is the report's.
		const clear = most >= 2 && shared.filter((count) => count === most).length === 1;
		const headline = clear ? (candidates[best] ?? null) : null;
		const decks = clear ? candidates.filter((_, i) => i > best && (shared[i] ?? 0) >= 2) : [];
		for (const line of candidates) {
			if (line === headline || decks.includes(line)) continue;
			others.push({ line, rule: "article/headline-list", reason: "one of a list of headlines above the report" });
		}
		return { headline, masthead: null, decks, others };
	}
	let first = 0;
	let masthead: Line | null = null;
	while (
		first + 1 < candidates.length &&
		isName(candidates[first], candidates[first + 1], shared[first] ?? 0, shared[first + 1] ?? 0)
	) {
		const line = candidates[first];
		if (line && isOutletName(line.text)) masthead ??= line;
		if (line)
			others.push({ line, rule: "article/site-name", reason: "the name of a site or section, above the headline" });
		first++;
	}
	return { headline: candidates[first] ?? null, masthead, decks: candidates.slice(first + 1), others };
}

/** A short line that has no word of the report, right above one that has several; or an outlet's name in capitals. */
function isName(line: Line | undefined, below: Line | undefined, own: number, next: number): boolean {
	if (!line || !below || line.words > MOST_NAME_WORDS || line.ended) return false;
	const capitals = line.text === line.text.toUpperCase() && line.text !== line.text.toLowerCase();
	return (own === 0 && next >= 2) || (capitals && isOutletName(line.text) && below.words > line.words);
}

function contentWords(text: string): Set<string> {
	const words = foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(words.filter((word) => word.length >= SHORTEST_WORD || /^\p{N}+$/u.test(word)).map(stem));
}

/** English plurals and past forms meet their stems; good enough to see that two lines share a matter. */
function stem(word: string): string {
	return word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, "") : word.replace(/s$/, "");
}

/** UTF-16 units that a composed headline may have. */
const LONGEST_MADE = 140;

/** A headline for a report that has none: its first sentence, cut at a word. */
export function makeHeadline(sentence: string): string {
	const words = sentence.replace(/\s+/g, " ").trim();
	if (words.length <= LONGEST_MADE) return words;
	const cut = words.slice(0, LONGEST_MADE);
	const space = cut.lastIndexOf(" ");
	return `${(space > LONGEST_MADE / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, "").replace(/[\ud800-\udbff]$/, "")}…`;
}
