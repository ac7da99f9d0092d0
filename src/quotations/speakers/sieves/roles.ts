import { ROLE_PRONOUNS, ROLES } from "../../../language/names/data/name-words.ts";
import type { LocalEntity } from "../../../model/annotation.ts";
import type { Span } from "../../../model/span.ts";
import type { Focus } from "../focus.ts";
import { known, type Question, type Speaker, undecided } from "../speaker.ts";
import { headNoun, keepUnnamed } from "./unnamed.ts";

/** Roles that news uses for one another. */
const SAME_ROLE: readonly ReadonlySet<string>[] = [
	new Set(["envoy", "ambassador"]),
	new Set(["leader", "president", "premier"]),
	new Set(["spokesman", "spokeswoman", "spokesperson"]),
	new Set(["chief", "head", "director", "boss"]),
	new Set(["lawmaker", "senator", "congressman", "congresswoman", "representative", "legislator", "deputy"]),
	new Set(["candidate", "nominee"]),
	new Set(["officer", "policeman", "policewoman"]),
	new Set(["lawyer", "attorney", "solicitor"]),
	new Set(["businessman", "businesswoman", "magnate", "mogul", "tycoon", "entrepreneur"]),
];

/** A description, of a source or of who acts in a sentence. */
export type Described = Pick<Question, "text" | "index" | "source" | "words" | "focus">;

/** A role-holder further back than this many paragraphs is not "the mayor" of another town as well. */
const NEAR = 2;

/**
 * A description that a role held by one person of the article answers: given by a title or an aside, named before.
 *
 * Catches: `the envoy said` after "Ambassador Orla Pike"; `the Tarnian minister` where the other minister is of Orme.
 * Must not: `the ambassador said` after two of them; `the former mayor said`; `his spokesman said` as his chief.
 */
export function resolveRole(question: Described): Speaker | null {
	const { index, words, source, focus } = question;
	const phrase = readDescription(words);
	if (phrase === null) return null;
	const { noun } = phrase;
	// "Tarn's minister": whose is a place's, and says no more than "Tarnian".
	const ownedBy = phrase.owner !== null && isPerson(question, phrase.owner) ? phrase.owner : null;
	const places = phrase.owner !== null && ownedBy === null ? [phrase.owner, ...phrase.places] : phrase.places;
	const same = rolesLike(noun);
	const told = ROLE_PRONOUNS.get(noun);
	const lesser = LESSER.test(words);
	const holders = index.persons.filter(
		(person) =>
			person.roles.some((role) => same.has(role) || same.has(lastWord(role))) &&
			isLesser(question, person, same) === lesser &&
			!isOfOtherParty(question, person) &&
			(told === undefined || (focus.pronounOf(person) ?? told) === told),
	);
	const learned = focus.holderOf(noun);
	if (learned && holders.length === 0 && (places.length === 0 || phrase.owner !== null))
		return known(learned, `“${words}”: ${learned.name} was the ${noun} of the lead`);
	if (holders.length === 0) return null;
	const before = holders.filter(({ mentions }) => mentions.some(({ start }) => start < source.start));
	const owned = ownedBy === null ? before : before.filter((person) => isOwned(question, person, ownedBy));
	const placed = places.length === 0 ? owned : owned.filter((person) => isPlaced(question, person, places));
	const [only] = placed;
	if (only && placed.length === 1 && (places.length > 0 || ownedBy !== null || holders.length === 1))
		return known(only, `“${words}”: the one ${noun} in this article is ${only.name}`);
	// The one who acts or spoke in the paragraphs right before, where nobody else of that role is near.
	const recent = owned.filter((person) => focus.isNear(person, NEAR));
	const [latest] = recent;
	if (
		latest &&
		recent.length === 1 &&
		(places.length === 0 ? true : !isElsewhere(question, latest, places) && standsOut(focus, latest))
	)
		return known(latest, `“${words}”: ${latest.name} is the only ${noun} named shortly before`);
	if (owned.length === 0 && ownedBy !== null) return null;
	const [alone] = holders;
	return undecided(
		alone && holders.length === 1 && before.length === 0
			? `“${words}” may be ${alone.name}, who is named only below`
			: `“${words}” may be more than one person`,
		holders.map((entity) => ({ entity: entity.id, reason: `is called ${entity.roles.join(", ")}` })),
	);
}

/**
 * A description that the names give to somebody whose office is a lesser one.
 *
 * Catches: `the governor said` where "Deputy governor Orla Pike" alone is named: not Pike.
 * Must not: `the deputy governor said`.
 */
export function resolveLesser(question: Question): Speaker | null {
	const { index, source, words } = question;
	const noun = readDescription(words)?.noun;
	if (noun === undefined || LESSER.test(words)) return null;
	const [described] = index.inside(source).filter(({ mention }) => mention.form === "description");
	if (described?.entity.type !== "person" || !isLesser(question, described.entity, rolesLike(noun))) return null;
	return resolveRole(question) ?? keepUnnamed(question);
}

/** The roles that news uses for a role. */
export function rolesLike(noun: string): ReadonlySet<string> {
	return SAME_ROLE.find((set) => set.has(noun)) ?? new Set([noun]);
}

/** Whether whose somebody is names a person, as "his" and "Vane's" do. */
function isPerson({ index, source }: Described, owner: string): boolean {
	if (/^(?:his|her|their)$/i.test(owner)) return true;
	return index
		.inside({ start: source.start, end: source.start + owner.length })
		.some(({ entity }) => entity.type === "person");
}

interface Description {
	/** The role, lower-case. */
	readonly noun: string;
	/** Names of places and bodies that the description holds. */
	readonly places: readonly string[];
	/** Whose: "his", "Vane's"; null when the description does not say. */
	readonly owner: string | null;
}

/** Reads `the Tarnian minister`, `Tarn's envoy to Orme`, `his spokesman`; null for what is indefinite or no role. */
export function readDescription(words: string): Description | null {
	const owner = /^(his|her|their|its|\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*)?['\u2019]s?)\s/iu.exec(words)?.[1] ?? null;
	if (!/^(?:the|that|this)\s/i.test(words) && owner === null) return null;
	const head = words.split(/,|\b(?:of|to|for|at|in|on|from|who|with|by)\b/)[0]?.trim() ?? words;
	if (/\b(?:former|ex|then|another|other|late|retired|unnamed|second|third)\b/i.test(head)) return null;
	const noun = headNoun(words);
	if (!ROLES.has(noun)) return null;
	const places = [...words.matchAll(/\p{Lu}[\p{L}]{3,}/gu)]
		.map(([word]) => word)
		.filter(
			(word) => !/^(?:The|That|This|Their|Democratic|Republican)$/.test(word) && !(owner?.startsWith(word) ?? false),
		);
	return { noun, places, owner };
}

/** "the Democratic nominee" is nobody whom the article calls Republican, and no Democrat. */
function isOfOtherParty(question: Described, person: LocalEntity): boolean {
	const asked = PARTIES.findIndex((party) => party.test(question.words));
	if (asked < 0) return false;
	const own = besides(question, person).map(({ start, end }) => question.text.slice(start, end));
	const called = PARTIES.map((party) => own.some((words) => party.test(words)));
	return called.some((is) => is) && called[asked] === false;
}

const PARTIES = [/\bDemocrat(?:ic)?\b/, /\b(?:Republican|GOP)\b/, /\bLabour\b/, /\b(?:Conservative|Tory)\b/];

/** What makes an office another one: "deputy governor", "former mayor". */
const LESSER = /\b(?:deputy|vice|assistant|associate|shadow)[\s-]/i;
const LESSER_OR_PAST =
	/(?:^|[^\p{L}])(?:deputy|vice|assistant|associate|shadow|former|ex)[\s-]+(?:[\p{L}-]+\s+)?([\p{L}]+)/giu;

/** Whether an office is nowhere said of somebody but with "deputy", "former" or the like before it. */
export function isLesser(question: Described, person: LocalEntity, nouns: ReadonlySet<string>): boolean {
	// "the governor" is what is asked about.
	const mentions = person.mentions.filter(({ form }) => form !== "description");
	const own = besides(question, { ...person, mentions }).map(({ start, end }) =>
		question.text.slice(start, end).toLowerCase(),
	);
	const said = own.filter((words) => [...nouns].some((noun) => words.includes(noun)));
	return (
		said.length > 0 &&
		said.every((words) =>
			[...words.matchAll(LESSER_OR_PAST)].some(([all]) => [...nouns].some((noun) => all.includes(noun))),
		)
	);
}

function lastWord(role: string): string {
	return role.slice(role.lastIndexOf(" ") + 1);
}

/** Beside a name: its title, its aside (UTF-16 units). */
const BESIDE = 70;
/** What somebody is stands beside the first mentions, if anywhere. */
const MOST_MENTIONS = 40;

/** What stands beside each mention of a person: the title before it, back to another name, and the aside behind it. */
function besides({ text, index }: Described, person: LocalEntity): Span[] {
	return person.mentions.slice(0, MOST_MENTIONS).flatMap((mention) => {
		const from = Math.max(0, mention.start - BESIDE);
		const others = index.inside({ start: from, end: mention.start }).filter(({ entity }) => entity.type === "person");
		const before = Math.max(
			from,
			from + text.slice(from, mention.start).lastIndexOf("\n") + 1,
			...others.map(
				({ mention: { end } }) => end + (ASIDE_OF_ANOTHER.exec(text.slice(end, end + BESIDE))?.[0].length ?? 0),
			),
		);
		const aside = ASIDE.exec(text.slice(mention.end, mention.end + BESIDE))?.[0] ?? "";
		return [{ start: Math.min(before, mention.start), end: mention.end + aside.length }];
	});
}

/** What is said of the name before is none of the next one's title: "Orla Pike, Tarnia's envoy, met Ander Vane". */
const ASIDE_OF_ANOTHER = /^(?:,\s[^,.;:\n]+,|\s\([^)\n]*\)|\s(?:of|from)\s(?:the\s)?\p{Lu}[\p{L}-]*)/u;

const ASIDE = /^(?:,\s[^,.;:\n]+|\s\([^)\n]*\)|\s(?:of|from)\s[^,.;:\n]+)/;

/** Whether what a description says of place ("Tarn's envoy to Orme") stands beside the name anywhere. */
export function isPlaced(question: Described, person: LocalEntity, places: readonly string[]): boolean {
	const { index, source, text } = question;
	// "France's envoy" of "the French envoy": one place by two words.
	const ids = new Set(index.inside(source).flatMap(({ entity }) => (isPlace(entity) ? [entity.id] : [])));
	return besides(question, person).some((span) => {
		const around = text.slice(span.start, span.end);
		return (
			places.some((word) => around.includes(word.slice(0, 4))) ||
			index.inside(span).some(({ entity }) => ids.has(entity.id))
		);
	});
}

function isPlace({ type }: LocalEntity): boolean {
	return type === "state" || type === "place";
}

/** Who of all persons is foremost in a reader's mind weighs this many times what the next does. */
const MARGIN = 1.6;

function standsOut(focus: Focus, person: LocalEntity): boolean {
	const [first, second] = focus.weigh(({ kind }) => (kind === "person" ? 1 : 0));
	return first?.appearance.entity?.id === person.id && first.weight >= MARGIN * (second?.weight ?? 0);
}

/** Whether a name is given another place than the description asks for: "Senator Orla Pike of Orme" is no Tarnian. */
function isElsewhere(question: Described, person: LocalEntity, places: readonly string[]): boolean {
	if (places.length === 0 || isPlaced(question, person, places)) return false;
	return besides(question, person).some((span) => question.index.inside(span).some(({ entity }) => isPlace(entity)));
}

/** "his spokesman Joren Hale", "Joren Hale, a spokesman for Vane": whose he is must stand beside his name. */
function isOwned({ text }: Described, person: LocalEntity, owner: string): boolean {
	const name = owner.replace(/['\u2019]s?$/, "");
	const possessive = /^(?:his|her|their|its)$/i.test(owner);
	return person.mentions.slice(0, MOST_MENTIONS).some((mention) => {
		const around = text.slice(Math.max(0, mention.start - 50), mention.end + 60);
		return possessive ? new RegExp(`\\b${owner}\\b`, "i").test(around) : around.includes(name);
	});
}
