import type { Span } from "../../model/span.ts";
import { TELLING } from "../term-weight.ts";
import { isUnnamedTerritory, speaksOfItself } from "../territories.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import type { WordAlignment } from "./alignment.ts";
import type { Reading } from "./readings.ts";

/**
 * Whether an outlet's own words name a territory that the words spoken leave unnamed, and name another besides: "Ondria
 * faces fevers that need care from both Tessaria and the league" beside “fevers that need care both inside the country
 * and from the league”. Not "in Ondria" for “in the country” alone, which says which country it is, nor a name where the
 * speaker says "we".
 */
export function renames(
	alignment: WordAlignment,
	run: Span,
	readings: readonly Reading[],
	textOf: (article: string) => string,
): boolean {
	const given = readings.filter(({ words }) => words.length > 0);
	const named = given.filter(({ outlet, words }) => outlet && words.some(({ capital }) => capital));
	const others = given.filter((reading) => !named.includes(reading));
	if (named.length === 0 || !others.some(({ outlet }) => !outlet)) return false;
	if (!others.every(({ words }) => isUnnamedTerritory(words))) return false;
	const outlets = new Set(named.flatMap(({ renditions }) => renditions));
	const spoken = alignment.witnesses.filter(({ rendition }) => !outlets.has(rendition));
	if (spoken.some(({ words }) => speaksOfItself(words))) return false;
	const known = new Set(spoken.flatMap(({ words }) => words.map(({ stem }) => stem)));
	return named.every(({ words, renditions }) => {
		const own = namesIn(words);
		return (
			[...own].every((name) => !known.has(name)) &&
			renditions.every((id) => namesBesides(alignment, run, id, own, known, textOf))
		);
	});
}

/** Whether a rendition has, outside a run, a name that is neither one of these nor among what others say. */
function namesBesides(
	{ witnesses, columns }: WordAlignment,
	run: Span,
	rendition: string,
	own: ReadonlySet<string>,
	known: ReadonlySet<string>,
	textOf: (article: string) => string,
): boolean {
	const index = witnesses.findIndex((witness) => witness.rendition === rendition);
	const witness = witnesses[index];
	if (!witness) return false;
	const text = textOf(witness.article);
	return columns.some((column, at) => {
		const position = column[index] ?? -1;
		const word = witness.words[position];
		if (!word || (at >= run.start && at < run.end) || own.has(word.stem) || known.has(word.stem)) return false;
		// Of an outlet's own words the first stands within a sentence: "said Ondria faces".
		const first = position === 0 && witness.outlet[0] === true && word.weight >= TELLING;
		return word.capital || (first && /^\p{Lu}/u.test(text.charAt(word.start)));
	});
}

function namesIn(words: readonly SegmentWord[]): Set<string> {
	return new Set(words.flatMap(({ capital, stem }) => (capital ? [stem] : [])));
}
