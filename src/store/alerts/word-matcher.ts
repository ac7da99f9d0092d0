import type { RecordArticle } from "../../model/record.ts";
import { WIDE_SEARCH } from "../../model/search-listing.ts";
import type { Span } from "../../model/span.ts";
import type { TermRarity } from "../../stories/grouping/term-rarity.ts";
import { firstEndingAfter, mergeSpans } from "../../text/spans.ts";
import { matchWithin } from "../search/match.ts";
import type { WordPlace } from "../search/packed-places.ts";
import { readQuery } from "../search/query.ts";
import { findUnits, type Unit, wordKey } from "../search/units.ts";

/** Looks for words as a search does, in texts at hand: those that are new are few, and no index is needed. */
export interface WordMatcher {
	/** Whether all words stand in a text. */
	inText(text: string): boolean;
	/** Where they stand in a report's headline and body; null where not all do. Empty where the headline alone, beside the text, has them. */
	inReport(article: RecordArticle): readonly Span[] | null;
}

/**
 * A matcher of words and phrases as `stemma search` takes them.
 *
 * @throws UserError `search/…` for what cannot be looked for
 */
export function makeMatcher(words: string, rarity: TermRarity): WordMatcher {
	const query = readQuery({ ...WIDE_SEARCH, text: words }, rarity);
	const asked = new Set(query.words.map(({ key }) => key));
	const match = (units: readonly Unit[]): readonly number[] | null => {
		const places = new Map<number, WordPlace[]>();
		for (const { stem, at, form } of units) {
			const key = wordKey("text", stem);
			if (!asked.has(key)) continue;
			const list = places.get(key);
			if (list) list.push({ at, form });
			else places.set(key, [{ at, form }]);
		}
		return matchWithin(query, places, null);
	};
	return {
		inText: (text) => match(findUnits(text)) !== null,
		inReport: ({ text, body, headline }) => {
			const stretches = mergeSpans([...body, ...(headline?.span ? [headline.span] : [])]);
			const units = findUnits(text).filter(({ start, end }) => {
				const stretch = stretches[firstEndingAfter(stretches, start)];
				return stretch !== undefined && stretch.start <= start && end <= stretch.end;
			});
			const last = units.at(-1)?.at ?? 0;
			const above = headline && headline.span === null ? findUnits(headline.text) : [];
			// Two units apart, so that no phrase runs from the text into its headline.
			const found = match([...units, ...above.map((unit) => ({ ...unit, at: unit.at + last + 2 }))]);
			if (found === null) return null;
			const matched = new Set(found);
			return units.filter(({ at }) => matched.has(at)).map(({ start, end }) => ({ start, end }));
		},
	};
}
