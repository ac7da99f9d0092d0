import { ROLES } from "../../../language/names/data/name-words.ts";
import type { LocalEntity } from "../../../model/annotation.ts";
import { firstEndingAfter } from "../../../text/spans.ts";
import { mayBePerson } from "../named.ts";
import { known, type Question, type Speaker } from "../speaker.ts";
import { isLesser, isPlaced, readDescription, rolesLike } from "./roles.ts";

/** A lead that holds a name back gives it within so many UTF-16 units. */
const REACH = 900;

/**
 * A description in a headline or a lead, of somebody whom the paragraphs right below name.
 *
 * Catches: `Tarnia's minister of waters said …` above a paragraph `Orla Pike, speaking in Tarn, said …`: a name that
 * comes without a description has had one; `Minister: dam holds` over an article with one minister;
 * `Tarnia's envoy said …` above `Orla Pike, the Tarnian ambassador, said …`.
 * Must not: `A minister said …` (one of several); a name below that is described itself, `Joren Hale, a lawyer, said`.
 */
export function resolveLater(question: Question): Speaker | null {
	const { words, focus, index, source } = question;
	const bare = focus.paragraph <= 1 ? readBare(words) : null;
	const phrase = bare ?? readDescription(words);
	if (phrase === null || /^(?:his|her|their|its)\s/i.test(words)) return null;
	if (focus.paragraph > LEAD) return null;
	const nouns = new Set([phrase.noun]);
	const holders = index.persons.filter(
		(person) =>
			person.roles.some((role) => role.split(" ").at(-1) === phrase.noun) && !isLesser(question, person, nouns),
	);
	const [only] = holders;
	if (only && holders.length === 1 && (only.mentions[0]?.start ?? 0) < source.start) return null;
	if (only && holders.length === 1) {
		if (phrase.places.length > 0 && !isPlaced(question, only, phrase.places)) return null;
		return known(only, `“${words}”: the one ${phrase.noun} in this article is ${only.name}, named below`);
	}
	if (holders.length > 0) return null;
	const alike = bare === null ? holderAlike(question, phrase) : null;
	if (alike)
		return known(alike, `“${words}” is held back in the lead; the one of that office named below it is ${alike.name}`);
	const next = nextIntroduced(question);
	if (!next) return null;
	focus.learn(phrase.noun, next);
	return known(
		next,
		`“${words}” is held back in the lead; the first named below it, without a description, is ${next.name}`,
	);
}

/** The one person of an office that goes by another word as well, of that place and the first to speak below. */
function holderAlike(
	question: Question,
	{
		noun,
		places,
		owner,
	}: { readonly noun: string; readonly places: readonly string[]; readonly owner?: string | null },
): LocalEntity | null {
	const { index, source, sources } = question;
	const same = rolesLike(noun);
	const holders = index.persons.filter(({ roles }) => roles.some((role) => same.has(role.split(" ").at(-1) ?? role)));
	const [only] = holders;
	const asked = owner ? [owner, ...places] : places;
	if (!only || holders.length > 1 || asked.length === 0 || !isPlaced(question, only, asked)) return null;
	const first = index
		.inside({ start: source.end, end: source.end + REACH })
		.find(({ entity }) => entity.type === "person");
	const own = first && sources[firstEndingAfter(sources, first.mention.start)];
	const speaks = first !== undefined && own !== undefined && own.start <= first.mention.start;
	return speaks && first.entity.id === only.id && only.mentions[0]?.start === first.mention.start ? only : null;
}

/** Headline and the two paragraphs after it. */
const LEAD = 3;

/** A headline's role without an article: "Minister: …", "Tarnian mayor says …". */
function readBare(words: string): { readonly noun: string; readonly places: readonly string[] } | null {
	const match = /^(?:(\p{Lu}[\p{L}-]+)\s)?(\p{L}[\p{Ll}-]+)$/u.exec(words);
	const noun = match?.[2]?.toLowerCase() ?? "";
	if (!match || !ROLES.has(noun)) return null;
	return { noun, places: match[1] === undefined ? [] : [match[1]] };
}

/** What makes a name one of its own: "Joren Hale, 43,", "of Tarn", "who lives there". */
const DESCRIBED = /^,?\s+(?:\d|of|from|an?|the|who|whose)\b|^,\s+(?:her|his|its|their)\b/;

/** The first person named below, when that one speaks there and is given no description. */
function nextIntroduced({ text, index, source, sources }: Question): LocalEntity | null {
	for (const { mention, entity } of index.inside({ start: source.end, end: source.end + REACH })) {
		if (!mayBePerson(entity)) continue;
		const own = sources[firstEndingAfter(sources, mention.start)];
		const speaks = own !== undefined && own.start <= mention.start;
		const first = entity.mentions[0]?.start === mention.start && mention.form === "full";
		const described = entity.roles.length > 0 || DESCRIBED.test(text.slice(mention.end, mention.end + 12));
		return speaks && first && !described && entity.name.includes(" ") ? entity : null;
	}
	return null;
}
