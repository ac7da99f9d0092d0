import type { EntityType } from "../../model/annotation.ts";
import type { CollationRecord, Entity, Fact, Quotation, RecordArticle, Story } from "../../model/record.ts";
import { isSure } from "../../quotations/sureness.ts";
import { describeMode, groupStates } from "../view/fact-lists.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { indexRecord, isPrimary, type RecordIndex } from "../view/record-index.ts";
import { POLARITY_WORDS } from "../view/stance-words.ts";
import { titleOf } from "../view/story-lists.ts";
import { isoOf } from "./dates.ts";
import { addressOf, nameFor } from "./identifiers.ts";
import { writeWellFormedJson } from "./well-formed-json.ts";

/** The types of schema.org that come nearest. A state acts, and so is named as one who can speak too. */
const TYPES: Readonly<Record<EntityType, string | readonly string[]>> = {
	person: "Person",
	organisation: "Organization",
	agency: "NewsMediaOrganization",
	outlet: "NewsMediaOrganization",
	state: ["Country", "Organization"],
	place: "Place",
	document: "CreativeWork",
	event: "Event",
	unknown: "Thing",
};

interface Reference {
	readonly "@id": string;
}

/**
 * The record in schema.org's terms (JSON-LD): a NewsArticle a report (a primary document is a CreativeWork), an Event a
 * story, a Quotation for what somebody said, with `spokenByCharacter` where the speaker is settled, and a Claim a fact,
 * its parts a Claim for each value that reports state. What the speaker is said to have denied, left unsaid or declined
 * to say is no Quotation of theirs: it is a Claim about them. Readings too unsure to be shown unasked are left out. Names such as `#quotation-…` are of this document.
 */
export function writeJsonLd(record: CollationRecord): string {
	const index = indexRecord(record);
	const named = listNamed(record);
	return writeWellFormedJson({
		"@context": "https://schema.org",
		"@graph": [
			...record.articles.map((article) => describeArticle(index, article)),
			...record.entities.filter(({ id }) => named.has(id)).map(describeEntity),
			...record.stories.map((story) => describeStory(index, story)),
			...record.quotations.filter(isSure).map((quotation) => describeQuotation(index, quotation)),
			...record.facts.map((fact) => describeFact(index, fact)),
		],
	});
}

function refer(kind: string, id: string): Reference {
	return { "@id": `#${nameFor(kind, id)}` };
}

/** Entities that the rest refers to. */
function listNamed(record: CollationRecord): ReadonlySet<string> {
	const named = [
		...record.quotations.filter(isSure).map(({ speaker }) => speaker),
		...record.facts.flatMap(({ states }) => states.map(({ by }) => by)),
		...record.stories.map(({ where }) => where?.entity ?? null),
	];
	const known = new Set(record.entities.map(({ id }) => id));
	return new Set(named.filter((id): id is string => id !== null && known.has(id)));
}

function describeEntity({ id, name, type, names }: Entity): object {
	return {
		"@type": TYPES[type],
		...refer("entity", id),
		identifier: id,
		name,
		alternateName: manyOf(names.filter((other) => other !== name)),
	};
}

function describeArticle(index: RecordIndex, article: RecordArticle): object {
	const { id, capture, outlet, byline } = article;
	const stories = index.record.stories.filter(({ articles }) => articles.includes(id));
	return {
		"@type": isPrimary(index, id) ? "CreativeWork" : "NewsArticle",
		...refer("article", id),
		identifier: id,
		alternateName: article.siglum,
		url: addressOf(article),
		headline: article.headline?.text,
		datePublished: isoOf(article.published),
		dateModified: isoOf(article.modified),
		inLanguage: article.language,
		publisher: outlet && { "@type": "NewsMediaOrganization", name: outlet.text },
		author: manyOf((byline?.authors ?? []).map((name) => ({ "@type": "Person", name }))),
		about: manyOf(stories.map((story) => refer("story", story.id))),
		associatedMedia: {
			"@type": "MediaObject",
			name: capture.place,
			encodingFormat: capture.mediaType,
			sha256: capture.sha256,
		},
	};
}

function describeStory(index: RecordIndex, story: Story): object {
	const { where } = story;
	return {
		"@type": "Event",
		...refer("story", story.id),
		identifier: story.id,
		name: titleOf(index, story),
		startDate: isoOf(story.when),
		location: where && { "@type": "Place", ...(where.entity && referTo(index, where.entity)), name: where.exact },
		subjectOf: manyOf(story.articles.map((article) => refer("article", article))),
	};
}

function describeQuotation(index: RecordIndex, quotation: Quotation): object {
	const { id, article, kind, exact, speaker, polarity, hedged, confidence, rule } = quotation;
	const who = speaker === null ? null : referTo(index, speaker);
	const stance = polarity === "said" ? "" : `, ${POLARITY_WORDS[polarity]}`;
	const shared = {
		...refer("quotation", id),
		identifier: id,
		text: exact,
		description: `${kind}${stance}${hedged ? ", with reserve" : ""}; ${rule}, ${confidence}; ${quotation.speakerReason}`,
	};
	const where = refer("article", article);
	if (polarity !== "said") return { "@type": "Claim", ...shared, about: who, appearance: where };
	return {
		"@type": "Quotation",
		...shared,
		spokenByCharacter: who,
		dateCreated: isoOf(quotation.when),
		isPartOf: where,
	};
}

function describeFact(index: RecordIndex, fact: Fact): object {
	return {
		"@type": "Claim",
		...refer("fact", fact.id),
		identifier: fact.id,
		text: titleOfFact(index, fact),
		description: `${fact.relation}: ${fact.reason}`,
		about: refer("story", fact.story),
		hasPart: groupStates(fact.states).flatMap((states) => {
			const [state] = states;
			if (!state) return [];
			return {
				"@type": "Claim",
				name: titleOfFact(index, fact),
				text: state.value,
				description: describeMode(index, state) || null,
				author: state.by !== null && state.polarity === "said" ? referTo(index, state.by) : null,
				appearance: manyOf([...new Set(states.map(({ article }) => article))].map((id) => refer("article", id))),
			};
		}),
	};
}

/** An entity, where the record has it. */
function referTo(index: RecordIndex, entity: string): Reference | null {
	return index.entities.has(entity) ? refer("entity", entity) : null;
}

/** One value alone, several as a list, none as nothing. */
function manyOf<T>(values: readonly T[]): T | readonly T[] | null {
	return values.length > 1 ? values : (values[0] ?? null);
}
