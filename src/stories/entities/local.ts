import { fitsInitials } from "../../language/names/appositions.ts";
import { knownName } from "../../language/names/gazetteer.ts";
import { houseKey } from "../../language/names/spelling.ts";
import { entryOf, type UserNames } from "../../language/names/user-names.ts";
import { openAcronym, withoutForm } from "../../language/names/writings-of-bodies.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { EntityType, LocalEntity } from "../../model/annotation.ts";
import { foldName } from "./fold-name.ts";

/** An article's entity with what may join it to those of other articles. */
export interface Local {
	readonly entity: LocalEntity;
	/** Names that the article joins to it by what it says ("also known as"), folded: good inside its story. */
	readonly aliases: readonly string[];
	/** The state that a body without a name of its own belongs to. */
	readonly owner: string | null;
	/** Id of the entity of its article that the text calls it a part of: the council of "and its Audit Committee". */
	readonly partOf: string | null;
	readonly article: string;
	/** Number of the article's story. */
	readonly scope: number;
	/** Folded names that may join it to others: its name and the names given in full. */
	readonly keys: readonly string[];
	readonly acronyms: readonly string[];
}

/** Types that outlets' wording does not tell apart. */
export const KIN: Readonly<{ [type in EntityType]: string }> = {
	person: "person",
	organisation: "organisation",
	agency: "organisation",
	outlet: "organisation",
	state: "place",
	place: "place",
	document: "document",
	event: "event",
	unknown: "unknown",
};

const NAMES_OF_STATES: ReadonlySet<string> = new Set(["short", "alias", "acronym", "demonym"]);

/** The entities of every article, in the order of the articles. */
export function listLocals(
	articles: readonly AnnotatedArticle[],
	scopes: readonly number[],
	names: UserNames,
): Local[] {
	return articles.flatMap(({ article, entities }, index) => {
		const bodyEnds = new Map<number, string>();
		for (const { id, type, mentions } of entities)
			if (type === "organisation") for (const { end } of mentions) bodyEnds.set(end, id);
		return entities.map((entity) => {
			const scope = scopes[index] ?? -1 - index;
			const acronyms = new Set<string>();
			const aliases = new Set<string>();
			const keys = new Set([keyOf(entity, entity.name)]);
			for (const mention of entity.mentions) {
				// A state's short name ("Tarnia" of "Republic of Tarnia") is as much its own as the long one.
				const own = mention.form === "full" || (entity.type === "state" && NAMES_OF_STATES.has(mention.form));
				if (own) keys.add(keyOf(entity, mention.exact));
				else if (mention.form === "alias") aliases.add(keyOf(entity, mention.exact));
				if (mention.form === "acronym") acronyms.add(foldName(mention.exact));
				if (mention.form === "description") continue;
				const known = givenKey(names, mention.exact) ?? knownKey(entity, mention.exact);
				if (known !== null) keys.add(known);
			}
			keys.delete("");
			// "the district attorney (DA)": what the letters stand for here is no name, and tells them from others.
			const meant = keys.size === 1 ? readExpansion(article.text, entity) : null;
			if (meant !== null) {
				for (const key of keys) acronyms.add(key);
				keys.clear();
				keys.add(meant);
			}
			const owner = ownerOf(article.text, entity, entities);
			return {
				entity,
				aliases: [...aliases],
				article: article.id,
				scope,
				keys: owner === null ? [...keys] : [...keys].map((key) => `${owner.state}'s ${key.slice(owner.front)}`),
				owner: owner?.state ?? null,
				partOf: KIN[entity.type] === "organisation" ? bodyBehind(article.text, entity, bodyEnds) : null,
				acronyms: [...acronyms],
			};
		});
	});
}

/** What stands between a body and its own organ: "and its ", ", through its ", "'s ". */
const OWN = /(?:,? (?:and|or|with|through|via|including|by) its (?:own |new |powerful )?|['\u2019]s )$/;

/** Heads of the names of organs: "the council's Audit Office", not "the council's Vaskold Metals". */
const ORGAN =
	/(?:committee|subcommittee|office|board|department|council|unit|division|directorate|commission|bureau|section|service|panel|branch|secretariat|assembly|inspectorate)$/i;

/** The id of the body of which the text calls another the own; null when it does of none. */
function bodyBehind(
	text: string,
	{ id, name, mentions }: LocalEntity,
	bodyEnds: ReadonlyMap<number, string>,
): string | null {
	for (const { start, form } of mentions) {
		if (form === "description") continue;
		const own = OWN.exec(text.slice(Math.max(0, start - 30), start));
		if (own && !own[0].includes("its") && !ORGAN.test(name)) continue;
		const body = own ? bodyEnds.get(start - own[0].length) : undefined;
		if (body !== undefined && body !== id) return body;
	}
	return null;
}

/** Letters read back from the bracket an acronym stands in. */
const BEFORE_BRACKET = 90;

/** The words in small letters whose initials an acronym in brackets has: "district attorney (DA)"; null without any. */
function readExpansion(text: string, { name, mentions }: LocalEntity): string | null {
	if (!/^\p{Lu}(?:[.&]?\p{Lu}){1,6}\.?$/u.test(name)) return null;
	for (const { start } of mentions) {
		if (text[start - 1] !== "(") continue;
		const words = text
			.slice(Math.max(0, start - BEFORE_BRACKET), start - 1)
			.trim()
			.split(/\s+/);
		for (let size = 2; size <= name.length + 3 && size < words.length; size++) {
			const phrase = words.slice(-size).join(" ");
			if (/^\p{Ll}/u.test(phrase) && !SMALL_OPENING.test(phrase) && fitsInitials(name, phrase)) return foldName(phrase);
		}
	}
	return null;
}

const SMALL_OPENING = /^(?:of|the|for|and|in|on|to|a|an) /;

/** What the user's file calls a thing; null when it does not. */
function givenKey(names: UserNames, exact: string): string | null {
	const entry = names.entries.length === 0 ? null : entryOf(names, exact);
	return entry === null ? null : `=given:${entry.name}`;
}

/** What the lists call a thing of this type: "=state:Chile" for "Chile" and "Burma" alike; null when they lack it. */
function knownKey(entity: LocalEntity, exact: string): string | null {
	const known = knownName(exact.replace(/^[Tt]he /, "")) ?? knownName(exact);
	if (known === null || KIN[known.type] !== KIN[entity.type]) return null;
	return `=${KIN[known.type]}:${known.usual}`;
}

/** Bodies are written by each house in its spelling, and firms with and without "Inc."; persons are not. */
function keyOf(entity: LocalEntity, exact: string): string {
	const key = foldName(exact);
	if (entity.type === "person" || entity.type === "place" || !key.includes(" ")) return key;
	return houseKey(withoutForm(openAcronym(key.split(" "), key).split(" ")));
}

/** The usual name of the state that a body with no name of its own belongs to: Chile for its "Foreign Ministry". */
function ownerOf(
	text: string,
	entity: LocalEntity,
	entities: readonly LocalEntity[],
): { readonly state: string /** Letters of the key that name the state. */; readonly front: number } | null {
	if (KIN[entity.type] !== "organisation" || !isOffice(entity.name)) return null;
	for (const mention of entity.mentions) {
		if (mention.form === "description") continue;
		const before = text.slice(Math.max(0, mention.start - 40), mention.start);
		const behind = /['\u2019]s $/.exec(before);
		const end = behind ? mention.start - behind[0].length : -1;
		for (const state of entities) {
			if (state.type !== "state") continue;
			const named = state.mentions.find(
				(one) => one.end === end || (one.start === mention.start && one.end < mention.end),
			);
			if (!named) continue;
			const inside = named.start === mention.start;
			const front = inside && keyOf(entity, entity.name).startsWith(`${foldName(named.exact)} `);
			return {
				state: knownName(named.exact)?.usual ?? state.name,
				front: front ? foldName(named.exact).length + 1 : 0,
			};
		}
	}
	return null;
}

/** "Foreign Ministry", "Chilean Supreme Court": an office of some state, told from others only by which. */
function isOffice(name: string): boolean {
	return /(?:^| )(?:ministry|(?:supreme|constitutional|high) court|parliament|senate|congress|cabinet|army|navy|air force|central bank|police|treasury)(?: |$)/.test(
		foldName(name),
	);
}

/** One word alone names a person only inside a story. */
export function isLone(local: Local): boolean {
	return local.keys.every((key) => !key.includes(" "));
}
