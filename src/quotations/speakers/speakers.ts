import { ROLES } from "../../language/names/data/name-words.ts";
import type { Candidate, LocalEntity } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import type { Draft } from "../draft.ts";
import { firstFrom, headNames, type Named, type NamedIndex } from "./named.ts";

/** Who speaks, or why nobody can be named. */
export interface Speaker {
	readonly speaker: string | null;
	readonly reason: string;
	readonly candidates: readonly Candidate[];
}

/** A speaker already found, for "he", "she" and "they" after it. */
interface Heard {
	readonly entity: LocalEntity;
	readonly paragraph: number;
	readonly end: number;
	/** What was said then: whom a speaker talks of is less likely to speak next. */
	readonly content: readonly Span[];
}

/**
 * Resolves the sources of quotations, given in the order of the text, in sieves from sure to less sure: names,
 * titles and descriptions that the article ties to a name, roles that one person alone holds, pronouns by who
 * spoke last. Nothing is picked when two fit: the speaker is null and both are candidates.
 */
export function resolveSpeakers(text: string, drafts: readonly Draft[], index: NamedIndex): Speaker[] {
	const speakers: Speaker[] = [];
	let heard: Heard | null = null;
	const marked = drafts.flatMap((draft) => draft.marked).sort((a, b) => a.start - b.start);
	const context: Context = { text, index, marked, markedStarts: marked.map(({ start }) => start) };
	const bySource = new Map<string, Speaker>();
	const entities = new Map(index.list.map(({ entity }) => [entity.id, entity]));
	for (const draft of drafts) {
		const key = draft.source ? `${draft.source.start}-${draft.source.end}` : "";
		const found: Speaker = bySource.get(key) ?? resolve(context, draft, heard);
		if (key) bySource.set(key, found);
		speakers.push(found);
		const entity = found.speaker ? entities.get(found.speaker) : undefined;
		if (entity && draft.source)
			heard = { entity, paragraph: draft.paragraph, end: draft.source.end, content: draft.content };
	}
	return speakers;
}

interface Context {
	readonly text: string;
	readonly index: NamedIndex;
	readonly marked: readonly Span[];
	readonly markedStarts: readonly number[];
}

function resolve(context: Context, draft: Draft, heard: Heard | null): Speaker {
	const { text, index } = context;
	const { source } = draft;
	if (!source) return none("nothing names who speaks");
	const words = text.slice(source.start, source.end);
	if (/^(?:he|she|they|it|i|we|you|who|one)$/i.test(words))
		return resolvePronoun(context, draft, source, words.toLowerCase(), heard);
	const heads = headNames(text, source, index);
	const persons = distinct(heads.filter(({ entity }) => entity.type === "person"));
	const alike = distinct(heads.filter(({ entity }) => mayBePerson(entity)));
	if (alike.length > persons.length && /\band\b/.test(words)) return several(alike, `“${words}” names more than one`);
	if (persons.length === 1 && persons[0]) return one(persons[0], text);
	if (persons.length > 1) {
		const first = persons[0];
		// "Orla Pike, the aide of Ander Vane": the name that opens the phrase is the one described.
		const rest = first ? text.slice(first.mention.end, persons[1]?.mention.start ?? first.mention.end) : "";
		if (first && first.mention.start === source.start && /^\s*,/.test(rest) && !/\band\b/.test(rest))
			return one(first, text);
		return several(persons, `“${words}” names more than one`);
	}
	const others = distinct(heads);
	if (others.length === 1 && others[0]) return one(others[0], text);
	if (others.length > 1) {
		const types = new Set(others.map(({ entity }) => entity.type));
		const spoken = others.filter(({ entity }) => /^(?:organisation|agency|outlet|document)$/.test(entity.type));
		if (types.size > 1 && spoken.length === 1 && spoken[0]) return one(spoken[0], text);
		return several(others, `“${words}” names more than one`);
	}
	return resolveRole(context, words);
}

/** A person, or a name of two words or more that nothing says is anything else. */
function mayBePerson(entity: LocalEntity): boolean {
	return (
		entity.type === "person" ||
		(entity.type === "unknown" && /^\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}.'\u2019-]+)+$/u.test(entity.name))
	);
}

function one(named: Named, text: string): Speaker {
	const exact = text.slice(named.mention.start, named.mention.end);
	const reason =
		named.mention.form === "description"
			? `“${exact}” is given to ${named.entity.name} alone in this article`
			: named.mention.form === "full" || exact === named.entity.name
				? `named: “${exact}”`
				: `“${exact}” names ${named.entity.name} in this article`;
	return { speaker: named.entity.id, reason, candidates: [] };
}

function none(reason: string): Speaker {
	return { speaker: null, reason, candidates: [] };
}

function several(named: readonly Named[], reason: string): Speaker {
	return {
		speaker: null,
		reason,
		candidates: named.map(({ entity, mention }) => ({
			entity: entity.id,
			reason: `named in the source: “${mention.exact}”`,
		})),
	};
}

function distinct(named: readonly Named[]): Named[] {
	const seen = new Set<string>();
	return named.filter(({ entity }) => !seen.has(entity.id) && seen.add(entity.id));
}

/** Roles that news uses for one another. */
const SAME_ROLE: readonly ReadonlySet<string>[] = [
	new Set(["envoy", "ambassador"]),
	new Set(["leader", "president", "premier"]),
	new Set(["spokesman", "spokeswoman", "spokesperson"]),
	new Set(["chief", "head", "director", "boss"]),
	new Set(["lawmaker", "senator", "congressman", "congresswoman", "representative", "legislator", "deputy"]),
	new Set(["officer", "policeman", "policewoman"]),
];

/** Nouns of what speaks in writing. */
const DOCUMENTS = new Set(
	"report statement letter study survey poll document memo indictment lawsuit complaint filing editorial article book email e-mail message tweet post petition review release".split(
		" ",
	),
);

/** `the envoy`, `the Tarnian minister`: a role that exactly one person of the article holds. */
function resolveRole(context: Context, words: string): Speaker {
	const { index } = context;
	const head = words.split(/,|\b(?:of|to|for|at|in|on|from|who|with|by)\b/)[0]?.trim() ?? words;
	const noun = /([\p{L}-]+)$/u.exec(head)?.[1]?.toLowerCase() ?? "";
	const definite = /^(?:the|that|this|his|her|their)\b/i.test(words) || /^\p{Lu}[\p{L}-]*['\u2019]s?\s/u.test(words);
	const unnamed = none(
		DOCUMENTS.has(noun) ? `a document, speaking for itself: “${words}”` : `a source without a name: “${words}”`,
	);
	if (!definite || noun === "") return unnamed;
	const same = SAME_ROLE.find((set) => set.has(noun)) ?? new Set([noun]);
	const people = index.persons.filter((entity) =>
		entity.roles.some((role) => same.has(role) || lastWord(role) === noun),
	);
	if (people.length === 0) return unnamed;
	const exact = people.filter((entity) => entity.roles.some((role) => role === noun || lastWord(role) === noun));
	const fitting = exact.length > 0 ? exact : people;
	const only = fitting[0];
	const nearby = fitting.length === 1 && only && sharesPlace(context, only, words);
	if (only && nearby && people.length === 1) {
		return { speaker: only.id, reason: `“${words}”: the one ${noun} in this article is ${only.name}`, candidates: [] };
	}
	return {
		speaker: null,
		reason: `“${words}” may be more than one person`,
		candidates: people.map((entity) => ({ entity: entity.id, reason: `is called ${entity.roles.join(", ")}` })),
	};
}

function lastWord(role: string): string {
	return role.slice(role.lastIndexOf(" ") + 1);
}

/** Whether what a description says of place ("Tarn's envoy to Orme") stands beside the name anywhere, or it says nothing. */
function sharesPlace(context: Context, person: LocalEntity, words: string): boolean {
	const capitals = [...words.matchAll(/\p{Lu}[\p{L}]{3,}/gu)]
		.map(([word]) => word)
		.filter((word) => !/^(?:The|That|This|Their)$/.test(word));
	if (capitals.length === 0) return true;
	for (const mention of person.mentions) {
		const around = context.text.slice(Math.max(0, mention.start - 60), mention.end + 80);
		if (capitals.some((word) => around.includes(word.slice(0, 4)))) return true;
	}
	return false;
}

/** How far back a name may stand for a pronoun (UTF-16 units). */
const NAME_REACH = 900;

function resolvePronoun(context: Context, draft: Draft, source: Span, pronoun: string, heard: Heard | null): Speaker {
	const { text, index } = context;
	if (pronoun === "who") {
		const before = lastBefore(index, source.start);
		if (before && /^[\s,]*$/.test(text.slice(before.mention.end, source.start)))
			return { speaker: before.entity.id, reason: `“who” after ${before.entity.name}`, candidates: [] };
		return none("“who” follows no name");
	}
	if (pronoun === "i" || pronoun === "we" || pronoun === "you" || pronoun === "one")
		return none(`“${pronoun}” stands for whoever writes or is addressed`);
	const personal = pronoun === "he" || pronoun === "she";
	const fits = (entity: LocalEntity): boolean =>
		personal
			? mayBePerson(entity) && (entity.pronoun === null || entity.pronoun === pronoun)
			: pronoun === "they"
				? entity.type !== "place" &&
					entity.type !== "document" &&
					(entity.type !== "person" || entity.pronoun === "they")
				: entity.type !== "person" && entity.type !== "place";
	const near = heard !== null && draft.paragraph - heard.paragraph <= 1 && fits(heard.entity);
	const between = namesBetween(
		context,
		Math.max(heard && near ? heard.end : 0, source.start - NAME_REACH),
		source.start,
	).filter(({ entity }) => fits(entity));
	const subjects = distinct(between.filter((named) => isSubject(text, named)));
	const last = subjects[subjects.length - 1];
	if (near && heard) {
		const others = subjects.filter(({ entity }) => entity.id !== heard.entity.id);
		const goesOn = last ? last.entity.id === heard.entity.id : true;
		const since = goesOn && personal ? rivals(between, heard, last) : [];
		if (since.length > 0) return either(pronoun, heard.entity, since);
		if (goesOn)
			return {
				speaker: heard.entity.id,
				reason: `“${pronoun}” goes on from ${heard.entity.name}, who speaks before`,
				candidates: [],
			};
		if (others.length === 1 && last && last.entity.pronoun === pronoun && heard.entity.pronoun !== pronoun)
			return {
				speaker: last.entity.id,
				reason: `“${pronoun}” is the nearest subject, ${last.entity.name}`,
				candidates: [],
			};
		// A new subject since the last speaker: either may be meant, unless the last one spoke long before.
		if (others.length === 1 && last && draft.paragraph > heard.paragraph)
			return {
				speaker: last.entity.id,
				reason: `“${pronoun}” follows ${last.entity.name}, the only new subject since`,
				candidates: [],
			};
		return either(pronoun, heard.entity, others);
	}
	if (subjects.length === 1 && last)
		return {
			speaker: last.entity.id,
			reason: `“${pronoun}” follows ${last.entity.name}, the only subject before it`,
			candidates: [],
		};
	const named = distinct(between);
	if (named.length === 1 && named[0] && personal)
		return {
			speaker: named[0].entity.id,
			reason: `“${pronoun}” follows ${named[0].entity.name}, the only one named before it`,
			candidates: [],
		};
	return {
		speaker: null,
		reason:
			named.length > 0 ? `“${pronoun}” may be any of those named before it` : `“${pronoun}” follows no name nearby`,
		candidates: named.map(({ entity }) => ({ entity: entity.id, reason: "named before" })),
	};
}

/** Nobody is picked: the last speaker or one of those named since. */
function either(pronoun: string, heard: LocalEntity, others: readonly Named[]): Speaker {
	const all = [heard, ...others.map(({ entity }) => entity)];
	return {
		speaker: null,
		reason: `“${pronoun}” may be ${all.map(({ name }) => name).join(" or ")}`,
		candidates: all.map(({ id }) => ({ entity: id, reason: "spoke or was named before" })),
	};
}

/** Other persons named since the last speaker was, outside that speaker's own words. */
function rivals(between: readonly Named[], heard: Heard, again: Named | undefined): Named[] {
	return distinct(
		between.filter(
			({ entity, mention }) =>
				entity.type === "person" &&
				entity.id !== heard.entity.id &&
				mention.start > (again?.mention.end ?? 0) &&
				!heard.content.some(({ start, end }) => start <= mention.start && mention.end <= end),
		),
	);
}

function lastBefore(index: NamedIndex, offset: number): Named | null {
	const near = index.inside({ start: Math.max(0, offset - 80), end: offset });
	let best: Named | null = null;
	for (const named of near) if (!best || named.mention.end > best.mention.end) best = named;
	return best;
}

/** The names between two offsets that do not stand in marks: nobody's "he" refers into a quotation. */
function namesBetween(context: Context, from: number, to: number): Named[] {
	return context.index.inside({ start: from, end: to }).filter(({ mention }) => {
		const at = firstFrom(context.markedStarts, mention.start + 1) - 1;
		const stretch = context.marked[at];
		return !(stretch && stretch.start <= mention.start && mention.end <= stretch.end);
	});
}

/** Whether a name opens a sentence or a clause, so that "he" after it is likely to be its bearer. */
function isSubject(text: string, { mention, entity }: Named): boolean {
	const after = text.slice(mention.end, mention.end + 24);
	if (/^['\u2019]s?\b/.test(after)) return false;
	const before = text.slice(Math.max(0, mention.start - 70), mention.start);
	if (
		/(?:^|[.!?:\n\u201d"]\s*|,\s*)(?:(?:But|And|Meanwhile|However|Still|Then|In|On|At|After|When|While|As|That)\b[^.!?\n]{0,40}[\s,])?(?:(?:The|Mr|Mrs|Ms|Dr|President|Minister|[\p{Lu}][\p{L}]+)\.?\s+){0,4}$/u.test(
			before,
		)
	)
		return true;
	if (entity.type === "person" && isDescribedSubject(before)) return true;
	return (
		entity.type === "person" &&
		/^(?:,\s\d{1,3},)?\s+(?:said|says|told|added|has|had|was|is|will|would|also|then|went|did|[\p{L}]+ed)\b/u.test(
			after,
		)
	);
}

/** "His colleague Orla Vane, 24, lost …": a sentence that opens with what somebody is and the name. */
function isDescribedSubject(before: string): boolean {
	const opening =
		/(?:^|[.!?:\n\u201d"]\s*)(?:His|Her|Their|The|An?|Its|Our|My|[\p{Lu}][\p{L}-]+['\u2019]s)\s+((?:[\p{Ll}-]+\s+){1,4})$/u.exec(
			before,
		)?.[1];
	const noun = opening?.trim().split(/\s+/).at(-1) ?? "";
	return ROLES.has(noun);
}
