import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { Entity } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { sliceOf } from "../../text/spans.ts";
import { findAliases } from "./aliases.ts";
import { type ReferenceOf, readReferences } from "./references.ts";

/**
 * Speakers that one report alone does not settle, settled by the others: "the minister" in a report
 * that names Orla Vane and never her office, where another report of the story calls her "the harbour
 * minister". Must not choose between two ministers, and leaves "a minister" unnamed.
 */
export interface SetSpeakers {
	/** Entity id of the speaker; null when nobody settles it. */
	speakerOf(quotation: FoundQuotation): string | null;
	/** Why this speaker, or why none. */
	reasonOf(quotation: FoundQuotation): string;
	/**
	 * Folded words that say who speaks: names and titles of the speaker, or the words of a source that
	 * nobody settles. Empty when nothing but a pronoun, or nothing at all, names one.
	 */
	wordsOf(annotated: AnnotatedArticle, quotation: FoundQuotation): ReadonlySet<string>;
	/** Whom its source means, for comparing it with others. */
	readonly referenceOf: ReferenceOf;
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'\u2019-]*/gu;
const PRONOUNS = new Set(["he", "she", "they", "it", "who", "we", "i"]);
/** A source that opens so means somebody known, though not by name. */
const DEFINITE = /^(?:the|this|that|his|her|its|their|our)\s|['\u2019]s?\s/i;
/** A source that opens so means somebody not named. */
const INDEFINITE = /^(?:an?|another|one|some|several|many|two|three|other)\b/i;
/** Words of a source that say nothing of who it is. */
const PLAIN = new Set("the this that his her its their our of for in at and s".split(" "));

export function resolveSpeakers(
	articles: readonly AnnotatedArticle[],
	entities: readonly Entity[],
	entityOf: ReadonlyMap<string, string>,
	siglumOf: (article: string) => string,
): SetSpeakers {
	const titles = findTitles(articles, entityOf);
	const byId = new Map(entities.map((entity) => [entity.id, entity]));
	const settled = new Map<string, { speaker: string; reason: string }>();
	const persons = findFullNames(entities);
	for (const annotated of articles) {
		const present = new Set(annotated.entities.flatMap((entity) => entityOf.get(entity.id) ?? []));
		for (const quotation of annotated.quotations) {
			if (quotation.speaker !== null || quotation.source === null) continue;
			const source = sliceOf(annotated.article.text, quotation.source);
			const entity = byId.get(namedAtEnd(source, persons) ?? "");
			if (!entity) continue;
			present.add(entity.id);
			settled.set(quotation.id, { speaker: entity.id, reason: `“${source}” names ${entity.name}` });
		}
		for (const quotation of annotated.quotations) {
			if (quotation.speaker !== null || quotation.source === null || quotation.candidates.length > 0) continue;
			if (settled.has(quotation.id)) continue;
			const source = sliceOf(annotated.article.text, quotation.source);
			const found = settle(source, present, titles);
			const entity = found && byId.get(found.entity);
			if (!found || !entity || entity.type !== "person") continue;
			const elsewhere = siglumOf(found.article);
			settled.set(quotation.id, {
				speaker: found.entity,
				reason: `“${source}” is ${entity.name}, whom ${elsewhere} calls “${found.title}”; nobody else in this report is called so`,
			});
		}
	}
	const open = findOpenLabels(articles, entities, entityOf);
	const foundOf = (quotation: FoundQuotation): string | null =>
		open.has(quotation.id)
			? null
			: (settled.get(quotation.id)?.speaker ??
				(quotation.speaker === null ? null : (entityOf.get(quotation.speaker) ?? null)));
	const aliases = findAliases(
		articles.flatMap(({ quotations }) => quotations.flatMap((one) => foundOf(one) ?? [])),
		byId,
		titles,
	);
	const speakerOf = (quotation: FoundQuotation): string | null => {
		const found = foundOf(quotation);
		return found === null ? null : (aliases.get(found) ?? found);
	};
	const known = new Map<string, Set<string>>();
	for (const entity of entities) known.set(entity.id, new Set(entity.names.flatMap((name) => [...wordsOf(name)])));
	for (const title of titles) for (const word of [...title.words, ...title.roles]) known.get(title.entity)?.add(word);
	return {
		speakerOf,
		wordsOf: ({ article }, quotation) => {
			const speaker = speakerOf(quotation);
			if (speaker !== null) return known.get(speaker) ?? new Set();
			if (quotation.source === null) return new Set();
			const words = wordsOf(sliceOf(article.text, quotation.source));
			return [...words].every((word) => PRONOUNS.has(word)) ? new Set() : words;
		},
		referenceOf: readReferences(articles, entities, entityOf, speakerOf, aliases),
		reasonOf: (quotation) => {
			const reason = open.get(quotation.id) ?? settled.get(quotation.id)?.reason ?? quotation.speakerReason;
			const found = byId.get(foundOf(quotation) ?? "");
			const taken = byId.get(aliases.get(found?.id ?? "") ?? "");
			return found && taken ? `${reason}; ${found.name} is taken for ${taken.name}, as others write the name` : reason;
		},
	};
}

/** Persons of the set by their folded full names; null where two bear one. */
function findFullNames(entities: readonly Entity[]): ReadonlyMap<string, string | null> {
	const found = new Map<string, string | null>();
	for (const { id, names, type } of entities) {
		if (type !== "person") continue;
		for (const name of names) {
			const folded = foldCase(name);
			if (folded.includes(" ")) found.set(folded, found.has(folded) && found.get(folded) !== id ? null : id);
		}
	}
	return found;
}

/** No name has more words. */
const MOST_NAME_WORDS = 5;

/** "Commander of the Eastern Army Orla Vane": the person whose full name a source ends with. */
function namedAtEnd(source: string, persons: ReadonlyMap<string, string | null>): string | null {
	const words = foldCase(source).split(/\s+/u);
	for (let count = Math.min(MOST_NAME_WORDS, words.length - 1); count >= 2; count--) {
		const found = persons.get(words.slice(-count).join(" "));
		// "An aide to Orla Vane" is somebody else.
		if (found) return HANGS_ON.test(words[words.length - count - 1] ?? "") ? null : found;
	}
	return null;
}

const HANGS_ON = /^(?:of|for|to|at|with|from|by|near|behind|under|and|or)$/;

/**
 * Labels of a primary document's turns that are a surname alone, which several people of the set bear:
 * the label names one of them and does not say which. By quotation, with the reason.
 */
function findOpenLabels(
	articles: readonly AnnotatedArticle[],
	entities: readonly Entity[],
	entityOf: ReadonlyMap<string, string>,
): Map<string, string> {
	const bearers = new Map<string, string[]>();
	const alone = new Map<string, string>();
	const open = new Map<string, string>();
	if (!articles.some(({ article }) => article.role === "primary")) return open;
	for (const { id, name, names, type } of entities) {
		if (type !== "person") continue;
		const words = foldCase(name).split(" ");
		const surname = words[words.length - 1] ?? "";
		if (names.every((one) => !one.includes(" "))) alone.set(id, surname);
		else bearers.set(surname, [...(bearers.get(surname) ?? []), name]);
	}
	for (const { article, quotations } of articles) {
		if (article.role !== "primary") continue;
		for (const { id, speaker } of quotations) {
			const known = bearers.get(alone.get(entityOf.get(speaker ?? "") ?? "") ?? "") ?? [];
			if (known.length === 0) continue;
			open.set(id, `the label gives a surname alone; it may mean ${known.sort(compareText).join(" or ")}`);
		}
	}
	return open;
}

/** A description of an entity, and the article that gives it. */
interface Title {
	readonly entity: string;
	readonly article: string;
	readonly title: string;
	readonly roles: ReadonlySet<string>;
	readonly words: ReadonlySet<string>;
}

function findTitles(articles: readonly AnnotatedArticle[], entityOf: ReadonlyMap<string, string>): Title[] {
	const titles: Title[] = [];
	for (const { article, entities } of articles) {
		for (const local of entities) {
			const entity = entityOf.get(local.id);
			if (entity === undefined || local.roles.length === 0) continue;
			const roles = new Set(local.roles);
			const described = local.mentions.filter((mention) => mention.form === "description" || mention.form === "title");
			for (const title of described.length > 0 ? described.map((mention) => mention.exact) : local.roles) {
				titles.push({ entity, article: article.id, title, roles, words: wordsOf(title) });
			}
		}
	}
	return titles.sort((a, b) => compareText(a.article, b.article) || compareText(a.title, b.title));
}

/** The one entity present whose known title a definite source gives; null when there is none or several. */
function settle(source: string, present: ReadonlySet<string>, titles: readonly Title[]): Title | null {
	if (!DEFINITE.test(source) || INDEFINITE.test(source)) return null;
	const words = wordsOf(source);
	const fitting = titles.filter((title) => present.has(title.entity) && fits(words, title));
	const [first] = fitting;
	return first && fitting.every((title) => title.entity === first.entity) ? first : null;
}

/** Whether a source names the office of a title and adds nothing that the title does not say. */
function fits(source: ReadonlySet<string>, title: Title): boolean {
	let office = false;
	for (const word of source) {
		if (title.roles.has(word)) office = true;
		else if (!title.words.has(word)) return false;
	}
	return office;
}

function wordsOf(text: string): ReadonlySet<string> {
	const words = (text.match(WORD) ?? []).map((word) => foldCase(word).replace(/'s$/, ""));
	return new Set(words.filter((word) => !PLAIN.has(word)));
}
