import { ROLES } from "../../../language/names/data/name-words.ts";
import { contains } from "../../../text/spans.ts";
import type { Named } from "../named.ts";
import { known, nobody, type Question, type Speaker, undecided } from "../speaker.ts";

/** Between a name and its "who" stand at most so many UTF-16 units. */
const REACH = 130;

/** What may stand between: brackets, "of Tarn", an aside. */
const BETWEEN =
	/^(?:\s\([^)]*\))?(?:\s(?:of|from)\s[^,.;:\n]{2,40})?(?:,\s+(?:an?|the|his|her|their|its|\p{Ll}+|\d{1,3})\b[^.;:!?\n\u201c\u201d"]*)?,?\s*$/u;

/** The noun that a name hangs on: "an aide to Orla Pike". */
const HANGS_ON = /([\p{L}-]+)\s+(?:to|of|for|with|by|from|near)\s+(?:\p{Lu}[\p{L}.]*\s+){0,4}$/u;

/**
 * Who a relative clause is about.
 *
 * Catches: `Orla Pike, the mayor of Tarn, who said the dam holds`: Pike; `support from Orla Pike, who said …`.
 * Must not: `an aide to Orla Pike, who said the dam holds`: the aide may be meant.
 */
export function resolveRelative({ text, index, source, words }: Question): Speaker | null {
	if (!/^who$/i.test(words)) return null;
	const near = index.inside({ start: Math.max(0, source.start - REACH), end: source.start });
	const persons = near.filter(
		(one) =>
			one.entity.type === "person" &&
			!near.some(({ mention }) => mention !== one.mention && contains(mention, one.mention)),
	);
	const last = persons.at(-1);
	if (!last || !BETWEEN.test(text.slice(last.mention.end, source.start))) return nobody("“who” follows no name");
	const noun = HANGS_ON.exec(text.slice(Math.max(0, last.mention.start - 60), last.mention.start))?.[1] ?? "";
	if (!ROLES.has(noun.toLowerCase()) && !ROLES.has(noun.toLowerCase().replace(/s$/, "")))
		return known(last.entity, `“who” after ${last.entity.name}`);
	const both: Named[] = [];
	// "Orla Pike, an aide to Ander Vane, who said": the name that the aside describes.
	const first = persons.at(-2);
	if (first && /^\s*,\s+(?:an?|the|his|her)\b/.test(text.slice(first.mention.end, last.mention.start)))
		both.push(first);
	both.push(last);
	return undecided(
		"“who” may be the one named or whom the words before name",
		both.map(({ entity }) => ({ entity: entity.id, reason: "named before “who”" })),
	);
}
