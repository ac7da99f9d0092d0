import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { Entity } from "../../model/record.ts";
import { foldAccents } from "../../text/fold.ts";
import { firstEndingAfter, sliceOf } from "../../text/spans.ts";
import { type Described, findDescribed, indexDescribed } from "./described.ts";
import { isBodyWord, isRoleWord } from "./role-words.ts";
import { readSourceWords, type SourceKind } from "./source-words.ts";

/**
 * Whom a quotation's source means, as far as all reports together tell: what is compared to say whether two
 * quotations may be the same speaker's.
 */
export interface SpeakerReference {
	/** Entity id in the set; null when unresolved. */
	readonly entity: string | null;
	readonly kind: SourceKind;
	/** Folded names, each as its words. */
	readonly names: readonly (readonly string[])[];
	/** Classes of what the speaker is called anywhere, see `classesOf`. */
	readonly heads: ReadonlySet<string>;
	/** Folded words that say whose or which. */
	readonly modifiers: ReadonlySet<string>;
	/** Entity ids of those whom the source may mean; persons alone where it is "he" or "she". */
	readonly candidates: readonly string[];
	/** Says "he", "it" or nothing at all. */
	readonly unnamed: boolean;
	/** One form for equal references. */
	readonly key: string;
}

/** A source that nothing is known of. */
export const NOBODY: SpeakerReference = {
	entity: null,
	kind: "unknown",
	names: [],
	heads: new Set(),
	modifiers: new Set(),
	candidates: [],
	unnamed: true,
	key: "nobody",
};

/** What the set knows of an entity. */
interface Known {
	readonly entity: Entity;
	kind: SourceKind;
	readonly names: readonly (readonly string[])[];
	readonly heads: Set<string>;
	readonly modifiers: Set<string>;
}

export type ReferenceOf = (quotation: FoundQuotation) => SpeakerReference;

/** A pronoun goes on from whoever spoke within this many sentences. */
const SENTENCES_BACK = 4;

export function readReferences(
	articles: readonly AnnotatedArticle[],
	entities: readonly Entity[],
	entityOf: ReadonlyMap<string, string>,
	speakerOf: (quotation: FoundQuotation) => string | null,
	aliases: ReadonlyMap<string, string>,
): ReferenceOf {
	const aliasOf = (id: string): string => aliases.get(id) ?? id;
	const known = knowEntities(articles, entities, entityOf, speakerOf);
	const persons = indexPersons(known);
	const media = new Set(
		articles.flatMap(({ article: { outlet, agencies } }) =>
			[...(outlet ? [outlet] : []), ...agencies].map(({ text }) => foldAccents(text)),
		),
	);
	// A lone word in a capital that nobody in the set is named by may only begin its sentence.
	const inNames = new Set([...known.values()].flatMap(({ names }) => names.flat()));
	const isName = (words: readonly string[]): boolean => words.length > 1 || inNames.has(words[0] ?? "");
	const called = findCalled(known, aliasOf);
	const made = new Map<string, SpeakerReference>();
	for (const annotated of articles) {
		const described = new Set<string>();
		// Who wrote it is not who speaks.
		const byline = foldAccents(annotated.article.byline?.text ?? "");
		for (const quotation of annotated.quotations) {
			const entity = speakerOf(quotation);
			const source = quotation.source ? readSourceWords(sliceOf(annotated.article.text, quotation.source)) : null;
			const candidates = quotation.candidates.flatMap((one) => {
				const own = entityOf.get(one.entity);
				if (own === undefined) return [];
				const id = aliasOf(own);
				if (source?.pronoun === "person" && known.get(id)?.kind !== "person") return [];
				return byline !== "" && known.get(id)?.names.some((name) => byline.includes(name.join(" "))) ? [] : [id];
			});
			const own = entity === null ? undefined : known.get(entity);
			// "Orla Vane of the Dockers' Front" is Orla Vane, even where the Front was taken for the speaker.
			const named = (own?.kind === "person" ? own : personIn(source?.names.slice(0, 1) ?? [], persons)) ?? own;
			const unnamed = named === undefined && (source === null || source.pronoun !== null);
			const heads = new Set([...(named?.heads ?? []), ...(source?.heads ?? [])]);
			const names = named?.names ?? (source?.names ?? []).map((name) => name.split(" ")).filter(isName);
			const told = named?.kind ?? source?.kind ?? "unknown";
			const medium = names.some((name) => media.has(name.join(" ")));
			const kind: SourceKind = medium
				? "medium"
				: unnamed && source?.pronoun === "person"
					? "person"
					: unnamed && source?.pronoun === "thing"
						? "body"
						: told;
			const reference = {
				entity: named?.entity.id ?? entity,
				kind,
				names: unnamed ? [] : names,
				heads,
				modifiers: unnamed ? new Set<string>() : new Set([...(named?.modifiers ?? []), ...(source?.modifiers ?? [])]),
				candidates,
				unnamed,
			};
			const meant =
				reference.entity === null && quotation.source
					? findDescribed(sliceOf(annotated.article.text, quotation.source), reference, called)
					: null;
			const whole = meant === null ? reference : { ...reference, ...describe(meant, known) };
			if (meant !== null) described.add(quotation.id);
			made.set(quotation.id, { ...whole, key: keyOf(whole) });
		}
		for (const quotation of annotated.quotations) {
			const reference = made.get(quotation.id);
			const earlier = reference?.unnamed ? describedBefore(annotated, quotation, made, described) : null;
			if (!reference || !earlier) continue;
			made.set(quotation.id, { ...earlier, candidates: reference.candidates, key: earlier.key });
			if (earlier.entity !== null) described.add(quotation.id);
		}
	}
	return (quotation) => {
		const reference = made.get(quotation.id);
		if (!reference) throw new Error(`quotation ${quotation.id} has no reference`);
		return reference;
	};
}

/** Persons of the set by what they are called, each once. */
function findCalled(
	known: ReadonlyMap<string, Known>,
	aliasOf: (id: string) => string,
): ReadonlyMap<string, readonly Described[]> {
	const called = new Map<string, { id: string; heads: Set<string>; modifiers: Set<string> }>();
	for (const { entity, kind, heads, modifiers } of known.values()) {
		if (kind !== "person") continue;
		const id = aliasOf(entity.id);
		const one = called.get(id) ?? { id, heads: new Set(), modifiers: new Set() };
		for (const head of heads) one.heads.add(head);
		for (const word of modifiers) one.modifiers.add(word);
		called.set(id, one);
	}
	return indexDescribed(called.values());
}

/** A reference to a person of the set. */
function describe(id: string, known: ReadonlyMap<string, Known>): Partial<SpeakerReference> {
	const own = known.get(id);
	return own ? { entity: id, names: own.names, heads: own.heads, modifiers: own.modifiers } : {};
}

function keyOf(one: Omit<SpeakerReference, "key">): string {
	if (one.entity !== null) return `is ${one.entity}`;
	const lists = [one.names.map((name) => name.join(" ")), [...one.heads], [...one.modifiers], one.candidates];
	return `as ${one.kind} ${lists.map((list) => [...list].sort().join(",")).join(" / ")}`;
}

function knowEntities(
	articles: readonly AnnotatedArticle[],
	entities: readonly Entity[],
	entityOf: ReadonlyMap<string, string>,
	speakerOf: (quotation: FoundQuotation) => string | null,
): ReadonlyMap<string, Known> {
	const known = new Map<string, Known>();
	for (const entity of entities) {
		const words = entity.names.map((name) => readSourceWords(name));
		const heads = new Set<string>();
		const kinds = words.map(({ kind }) => kind);
		const kind = kindOfType(entity, kinds);
		if (kind === "body") for (const one of words) for (const head of one.heads) heads.add(head);
		const names = entity.names.map((name) =>
			foldAccents(name)
				.split(/[^\p{L}\p{Nd}'\u2019&-]+/u)
				.filter((word) => word !== ""),
		);
		known.set(entity.id, { entity, kind, names, heads, modifiers: new Set() });
	}
	const learn = (id: string | null | undefined, text: string): void => {
		const one = id ? known.get(id) : undefined;
		if (!one) return;
		const told = readSourceWords(text);
		for (const head of told.heads) one.heads.add(head);
		for (const word of told.modifiers) one.modifiers.add(word);
	};
	for (const annotated of articles) {
		const { article, entities: locals, quotations } = annotated;
		for (const local of locals) {
			const id = entityOf.get(local.id);
			for (const role of local.roles) learn(id, role);
			for (const { form, exact, start, end } of local.mentions) {
				if (form === "description" || form === "title") {
					learn(id, exact);
					if (OWN.test(exact))
						for (const word of namedBefore(annotated, start, BODIES)) if (id) known.get(id)?.modifiers.add(word);
					if (HIS.test(exact))
						for (const word of namedBefore(annotated, start, PERSONS)) if (id) known.get(id)?.modifiers.add(word);
				}
				// "President Orla Vane of Tarnia"
				const of = form === "full" ? OF_NAME.exec(article.text.slice(end, end + 60))?.[1] : undefined;
				if (of !== undefined && local.type === "person") learn(id, of);
			}
		}
		for (const quotation of quotations)
			if (quotation.source) learn(speakerOf(quotation), sliceOf(article.text, quotation.source));
	}
	speakForOffices(known);
	// "Medics Abroad, a charity" is none, whatever its name looks like.
	for (const one of known.values())
		if (one.kind === "person" && [...one.heads].some(isBodyWord) && ![...one.heads].some(isRoleWord)) one.kind = "body";
	return known;
}

/** Who speaks for a president speaks for the state that the president is of. */
function speakForOffices(known: ReadonlyMap<string, Known>): void {
	const persons = [...known.values()].filter(({ kind }) => kind === "person");
	const byFamily = new Map<string, Known[]>();
	for (const one of persons)
		for (const family of new Set(one.names.flatMap((name) => name[name.length - 1] ?? [])))
			byFamily.set(family, [...(byFamily.get(family) ?? []), one]);
	const told = persons
		.filter(({ heads }) => heads.has("spokesman"))
		.map((one) => {
			const principals = [...one.modifiers].flatMap((word) => byFamily.get(word) ?? []);
			return { one, words: principals.flatMap((principal) => (principal === one ? [] : [...principal.modifiers])) };
		});
	for (const { one, words } of told) for (const word of words) one.modifiers.add(word);
}

/** "Its managing director" after "Vell Lines would not say": a body, or what may be one, named at most so far before. */
const OWN = /^(?:its|their)\s/i;
const OWN_REACH = 200;

const BODIES: ReadonlySet<string> = new Set(["organisation", "unknown", "agency"]);
/** "His spokesman" after "President Vane". */
const HIS = /^(?:his|her)\s/i;
const PERSONS: ReadonlySet<string> = new Set(["person"]);

/** The words of the name that stands last before a place, of an entity of one of the types. */
function namedBefore({ entities }: AnnotatedArticle, at: number, types: ReadonlySet<string>): string[] {
	let best: { end: number; name: string } | null = null;
	for (const { type, mentions, name } of entities) {
		if (!types.has(type)) continue;
		for (const { end } of mentions)
			if (end <= at && at - end <= OWN_REACH && (best === null || end > best.end)) best = { end, name };
	}
	return best === null
		? []
		: foldAccents(best.name)
				.split(/[^\p{L}\p{Nd}]+/u)
				.filter((word) => word !== "");
}

const OF_NAME = /^ of (?:the )?(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,3})/u;

function kindOfType({ type }: Entity, kinds: readonly SourceKind[]): SourceKind {
	if (type === "agency" || type === "outlet") return "medium";
	if (type === "organisation" || type === "state") return "body";
	if (type === "person") return "person";
	return kinds.includes("body") ? "body" : "unknown";
}

/** The persons of the set by their full names; the first of those who share one. */
function indexPersons(known: ReadonlyMap<string, Known>): ReadonlyMap<string, Known> {
	const persons = new Map<string, Known>();
	for (const one of known.values()) {
		if (one.kind !== "person") continue;
		for (const own of one.names) {
			const name = own.join(" ");
			if (own.length > 1 && !persons.has(name)) persons.set(name, one);
		}
	}
	return persons;
}

/** A person of the set whose full name a source gives: "Orla Vane of the Dockers' Front" is Orla Vane. */
function personIn(names: readonly string[], persons: ReadonlyMap<string, Known>): Known | undefined {
	for (const name of names) {
		const found = persons.get(name);
		if (found) return found;
	}
	return undefined;
}

/** "He" after "the minister", whom nobody names: the nearest source before, if it is no pronoun. */
function describedBefore(
	annotated: AnnotatedArticle,
	quotation: FoundQuotation,
	made: ReadonlyMap<string, SpeakerReference>,
	described: ReadonlySet<string>,
): SpeakerReference | null {
	const { sentences } = annotated.words;
	const at = quotation.source;
	if (!at) return null;
	const own = made.get(quotation.id);
	let best: { start: number; id: string; reference: SpeakerReference } | null = null;
	for (const other of annotated.quotations) {
		const { source, id } = other;
		const reference = made.get(id);
		if (!source || !reference || source.end > at.start || reference.unnamed) continue;
		if (best === null || source.start > best.start) best = { start: source.start, id, reference };
	}
	if (!best || !own) return null;
	const apart = firstEndingAfter(sentences, at.start) - firstEndingAfter(sentences, best.start);
	const { reference } = best;
	// Someone named is for the report itself to settle.
	const named = reference.entity !== null && !described.has(best.id);
	if (apart > SENTENCES_BACK || named || reference.kind === "many" || reference.kind === "medium") return null;
	return own.kind === "unknown" || own.kind === reference.kind ? reference : null;
}
