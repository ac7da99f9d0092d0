import type { Named } from "../named.ts";
import { known, nobody, type Question, type Speaker, undecided } from "../speaker.ts";

/** An aside between a name and its "who" is no longer than this (UTF-16 units). */
const LONGEST_ASIDE = 90;

/**
 * Who a relative clause is about.
 *
 * Catches: `Orla Pike, the mayor of Tarn, who said the dam holds`: Pike.
 * Must not: `an aide to Orla Pike, who said the dam holds`: the aide may be meant.
 */
export function resolveRelative({ text, index, source, words }: Question): Speaker | null {
	if (!/^who$/i.test(words)) return null;
	const near = index.inside({ start: Math.max(0, source.start - LONGEST_ASIDE - 40), end: source.start });
	const last = near.reduce<Named | null>(
		(best, one) => (!best || one.mention.end > best.mention.end ? one : best),
		null,
	);
	if (!last) return nobody("“who” follows no name");
	const rest = text.slice(last.mention.end, source.start);
	if (/^\s*,?\s*$/.test(rest)) {
		const before = text.slice(Math.max(0, last.mention.start - 60), last.mention.start);
		const owner = /\b(?:to|of|for|with|by|from|near)\s+(?:\p{Lu}[\p{L}.]*\s+){0,3}$/u.test(before);
		if (!owner && last.entity.type === "person") return known(last.entity, `“who” after ${last.entity.name}`);
		// "Orla Pike, an aide to Ander Vane, who said": the name that the aside describes.
		const first = near.find(
			({ mention }) =>
				mention.end < last.mention.start &&
				/^\s*,\s+(?:an?|the|his|her)\b/.test(text.slice(mention.end, last.mention.start)),
		);
		const both = [first, last].flatMap((one) => (one && one.entity.type === "person" ? [one] : []));
		return undecided(
			"“who” may be the one named or whom the words before name",
			both.map(({ entity }) => ({ entity: entity.id, reason: "named before “who”" })),
		);
	}
	const aside = /^,\s+(?:an?|the|his|her|their|its|\p{Ll}+|\d{1,3})\b[^.;:!?\n\u201c\u201d"]*,\s*$/u;
	if (last.entity.type === "person" && rest.length <= LONGEST_ASIDE && aside.test(rest))
		return known(last.entity, `“who” after ${last.entity.name} and an aside`);
	return nobody("“who” follows no name");
}
