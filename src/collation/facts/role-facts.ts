import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Entity, EntityMention, FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { sliceOf } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import { type Standing, standingOf } from "../statements.ts";
import { TELLING, type WeightOf } from "../term-weight.ts";
import { findSegmentWords } from "../utterances/segments.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { meetingTerm } from "./event-classes.ts";
import type { Related } from "./relations.ts";
import type { IndexedMaterial } from "./story-material.ts";
import { isTold } from "./told.ts";

/**
 * Who somebody is, as several reports put it. Catches "Ines Okar, the harbour master" beside "Ines Okar, who runs the
 * harbour"; must not take "Mr Okar" for a description, nor "Okar, who said so on Monday" for one.
 */

/** Longer (in characters) than this a relative clause tells of more than who somebody is. */
const LONGEST = 70;
const RELATIVE =
	/^, who (?:(?!said|says|told|had|has been|did|denied|was (?:not|also))[^,.;:\n\u2013\u2014]{4,70})(?=[,.])/u;
/** One office under the names that outlets of different countries give it. */
const OFFICES: ReadonlyMap<string, string> = new Map(
	[
		["minister", "secretary"],
		["chairman", "chairwoman", "chair", "chairperson"],
		["leader", "leads", "lead", "led", "head", "heads", "headed", "runs"],
		["spokesman", "spokeswoman", "spokesperson"],
		["chief", "boss"],
		["lawyer", "attorney", "solicitor", "barrister", "counsel"],
		["coach", "manager"],
	].flatMap(([first = "", ...others]) => [first, ...others].map((word) => [stemOf(word), stemOf(first)] as const)),
);
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|sir|lord|lady|madam|madame|prof)\.?$/;

export function findRoleFacts(material: IndexedMaterial): DraftFact[] {
	const found = new Map<
		string,
		{ readonly entity: Entity; readonly states: FactState[]; readonly terms: Set<string>[] }
	>();
	for (const annotated of material.articles) {
		for (const { entity, mentions } of material.namings.get(annotated.article.id) ?? []) {
			if (entity.type !== "person") continue;
			const span = findRole(annotated, mentions, material.weightOf);
			if (span === null) continue;
			const role = found.get(entity.id) ?? { entity, states: [], terms: [] };
			found.set(entity.id, role);
			role.states.push({
				article: annotated.article.id,
				spans: [span],
				value: sliceOf(annotated.article.text, span),
				...asOutlet(standingOf(annotated, span, material.speakers)),
			});
			const words = findSegmentWords(annotated, span, material.weightOf);
			role.terms.push(
				new Set(
					words.filter(({ weight }) => weight >= TELLING).map(({ stem }) => OFFICES.get(stem) ?? meetingTerm(stem)),
				),
			);
		}
	}
	return [...found.values()]
		.filter(({ states }) => states.length > 1)
		.sort((a, b) => compareText(a.entity.id, b.entity.id))
		.map(({ entity, states, terms }) => ({
			...makeFact(material.story, "clause", `who ${entity.name} is`, states, (i, j) =>
				relateRoles(terms[i] ?? new Set(), terms[j] ?? new Set(), terms),
			),
			// A report that names somebody may say elsewhere, in words not found, who that is.
			mayState: new Set(entity.mentions.map(({ article }) => article)),
		}));
}

/** Who a speaker is told of is said by the outlet, also among somebody's words given without marks. */
function asOutlet(standing: Standing): Standing {
	return standing.mode === "attributed" ? { ...standing, mode: "asserted", by: null, quotation: null } : standing;
}

/** The first words of an article that say who a person is; null when none do. */
function findRole(annotated: AnnotatedArticle, mentions: readonly EntityMention[], weightOf: WeightOf): Span | null {
	const { text } = annotated.article;
	for (const mention of mentions) {
		if (!isTold(annotated.article, mention)) continue;
		if (mention.form === "description") return { start: mention.start, end: mention.end };
		if (mention.form === "pronoun") continue;
		const title = titleBefore(text, mention, weightOf);
		if (title !== null) return title;
		const clause = RELATIVE.exec(text.slice(mention.end, mention.end + LONGEST + 10));
		if (clause) return { start: mention.end + 2, end: mention.end + clause[0].length };
	}
	return null;
}

const TITLE = /((?:\p{Lu}[\p{L}-]+\sof\s(?:the\s)?)?(?:\p{Lu}[\p{L}-]+\s){1,4})$/u;

/** "Finance Minister Ines Okar": words with capitals right before a name, without those that only open a sentence. */
function titleBefore(text: string, mention: EntityMention, weightOf: WeightOf): Span | null {
	if (mention.form !== "full") return null;
	const before = text.slice(Math.max(0, mention.start - LONGEST), mention.start);
	const words = TITLE.exec(before)?.[1]?.trimEnd().split(/\s/) ?? [];
	while (words[0] !== undefined && weightOf(stemOf(foldCase(words[0]))) < TELLING) words.shift();
	if (words.length === 0 || words.some((word) => HONORIFIC.test(foldCase(word)))) return null;
	return { start: mention.start - words.join(" ").length - 1, end: mention.start - 1 };
}

/** @param all a third description that holds both makes them parts of one: "head of the Left, the Opposition's head" */
function relateRoles(a: ReadonlySet<string>, b: ReadonlySet<string>, all: readonly ReadonlySet<string>[]): Related {
	const holds = (longer: ReadonlySet<string>, shorter: ReadonlySet<string>): boolean =>
		shorter.size > 0 && [...shorter].every((term) => longer.has(term));
	return holds(a, b) || holds(b, a) || all.some((one) => holds(one, a) && holds(one, b))
		? { relation: "agree", reason: "the same description, or a shorter one" }
		: { relation: "compatible", reason: "two descriptions of one person" };
}
