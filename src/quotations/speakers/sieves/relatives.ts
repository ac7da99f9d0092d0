import { ROLES } from "../../../language/names/data/name-words.ts";
import { contains } from "../../../text/spans.ts";
import type { Named } from "../named.ts";
import { known, nobody, type Question, type Speaker, undecided } from "../speaker.ts";
import { resolveRole } from "./roles.ts";

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
 * Catches: `Orla Pike, the mayor of Tarn, who said the dam holds`: Pike; `support from Orla Pike, who said …`;
 * `Vane turned on the minister, who later said …`: whoever is the minister.
 * Must not: `an aide to Orla Pike, who said the dam holds`: the aide may be meant.
 */
export function resolveRelative(question: Question): Speaker | null {
	const { text, index, source, words } = question;
	if (/^which$/i.test(words)) return byName(question);
	if (!/^who$/i.test(words)) return null;
	const described = byRole(question);
	if (described) return described;
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

/** "Tolva Lines, which had said …": the name right before the comma, if it is no person's. */
function byName({ text, index, source }: Question): Speaker | null {
	const near = index.inside({ start: Math.max(0, source.start - REACH), end: source.start });
	const last = near.findLast(({ mention }) => /^(?:\s\([^)]*\))?,\s$/.test(text.slice(mention.end, source.start)));
	if (!last || last.entity.type === "person") return null;
	const before = text.slice(Math.max(0, last.mention.start - 60), last.mention.start);
	// "A report by Tolva Lines, which said": the report.
	return /\b(?:to|of|for|with|by|from|in|at|on|and|near)\s+(?:the\s)?$/.test(before)
		? null
		: known(last.entity, `“which” after ${last.entity.name}`);
}

/** "the minister, who", "a clerk of the court who": a role without a name right before "who". */
const ROLE_BEFORE =
	/(?:^|[\s(])((?:the|this|that|an?|his|her|their|its|one|another)\s(?:\p{L}[\p{L}-]*\s){0,3}?(\p{Ll}[\p{Ll}-]+))((?:\s(?:of|for|at|in|from)\s[^,.;:\n]{2,40})?),?\s*$/u;

/** Whoever is described right before "who"; null where a name stands there, or the description is a name's aside. */
function byRole(question: Question): Speaker | null {
	const { text, index, source } = question;
	const from = Math.max(0, source.start - REACH);
	const before = text.slice(from, source.start);
	const match = ROLE_BEFORE.exec(before);
	const [, phrase = "", noun = "", rest = ""] = match ?? [];
	if (!match || !(ROLES.has(noun) || ROLES.has(noun.replace(/s$/, "")))) return null;
	const start = from + match.index + match[0].indexOf(phrase);
	const end = start + phrase.length + rest.length;
	const named = index.inside({ start, end: source.start });
	if (named.some(({ entity, mention }) => entity.type === "person" && mention.form !== "description")) return null;
	// "Orla Pike, the mayor of Tarn, who": the aside of a name.
	const opening = text.slice(Math.max(0, start - 2), start);
	const aside = index
		.inside({ start: from, end: start })
		.some(
			({ entity, mention }) => entity.type === "person" && /^(?:\s\([^)]*\))?,\s$/.test(text.slice(mention.end, start)),
		);
	if (aside || /^, $/.test(opening)) return null;
	const words = text.slice(start, end);
	const answer = resolveRole({ ...question, source: { start, end }, words });
	return answer ?? nobody(`“who” is “${words}”, who is not named`);
}
