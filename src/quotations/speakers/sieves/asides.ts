import { known, type Question, type Speaker } from "../speaker.ts";

/**
 * A source that is the aside of a name right before it.
 *
 * Catches: `As Orla Pike, [a lawyer in Tarn], put it`: Pike.
 * Must not: `After meeting Orla Pike, [a lawyer in Tarn] said`: the lawyer.
 */
export function resolveAside({ text, index, source, words }: Question): Speaker | null {
	if (!/^(?:an?|the|who)\s/i.test(words)) return null;
	if (!/^\s*,/.test(text.slice(source.end, source.end + 2))) return null;
	const near = index.inside({ start: Math.max(0, source.start - 60), end: source.start });
	const last = near[near.length - 1];
	if (last?.entity.type !== "person") return null;
	if (!/^,\s+$/.test(text.slice(last.mention.end, source.start))) return null;
	const before = text.slice(Math.max(0, last.mention.start - 40), last.mention.start);
	if (!/(?:^|[.!?\n\u201d"]\s*|,\s+|\b(?:as|but|and|while|when)\s+)(?:\p{Lu}[\p{L}.]*\s+){0,3}$/iu.test(before))
		return null;
	return known(last.entity, `“${words}” describes ${last.entity.name}, named right before`);
}
