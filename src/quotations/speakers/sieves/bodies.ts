import { headNames } from "../named.ts";
import { distinct, named, type Question, type Speaker, several } from "../speaker.ts";

/**
 * The organisation, outlet, state or document a source names.
 *
 * Catches: `the Tarn Water Ministry said`, `Ostra News wrote`.
 * Must not: `officials of the Tarn Water Ministry said`, who speak for themselves.
 */
export function resolveBody({ text, index, source, words }: Question): Speaker | null {
	const heads = distinct(headNames(text, source, index));
	const [first, second] = heads;
	if (!first) return null;
	if (!second || isAside(text.slice(first.mention.end, second.mention.start))) return named(first, text);
	const types = new Set(heads.map(({ entity }) => entity.type));
	const spoken = heads.filter(({ entity }) => /^(?:organisation|agency|outlet|document)$/.test(entity.type));
	const [only] = spoken;
	if (types.size > 1 && spoken.length === 1 && only) return named(only, text);
	return several(heads, words);
}

/** "Ostra News, a sister of the Tarn Courier": what describes the name that opens the phrase. */
function isAside(between: string): boolean {
	return /^\s*,\s+(?:an?|the|its|which)\s/.test(between) && !/\band\s*$/.test(between);
}
