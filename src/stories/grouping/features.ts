import { givenName } from "../../language/names/gazetteer.ts";
import { type AnnotatedArticle, TokenKind } from "../../model/annotated.ts";
import type { LocalEntity } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { round } from "../../text/compare.ts";
import { hash32 } from "../../text/hash.ts";
import { firstEndingAfter, mergeSpans } from "../../text/spans.ts";
import { stemOf, stemsOf, weighStems } from "../../text/stem.ts";
import { foldName, surnameOf } from "../entities/fold-name.ts";
import { findFigures, findPhrases, findPlaces, findStatedDays, LEAST_RARITY } from "./evidence.ts";
import { packSignature, type Signature } from "./signature.ts";
import type { TermRarity } from "./term-rarity.ts";

/**
 * A term of an article: how much it says there, and where it was seen. How often it is said does not
 * count: one name said twenty times ties an article to its subject, not to its event.
 */
export interface Feature {
	readonly term: string;
	/** 0–1; the squares of an article's weights add up to 1. */
	readonly weight: number;
	readonly rarity: number;
	/** Part of a name at least once. */
	readonly name: boolean;
	readonly number: boolean;
	/** Tells what happened rather than to whom, where, when, or how many: two reports of one event share some. */
	readonly telling: boolean;
	/** Seen in the headline or the first sentences. */
	readonly lead: boolean;
	/** As first written, to show a reader. */
	readonly shown: string;
}

/** What grouping reads of an article. Made from that article alone. */
export interface ArticleFeatures {
	readonly article: string;
	/** Hashes of the terms, ascending; `weights` and `features` go with them. */
	readonly hashes: Uint32Array;
	readonly weights: Float64Array;
	readonly features: readonly Feature[];
	/** Inclusive publication bounds in days since 1970, or null. */
	readonly published: { readonly earliest: number; readonly latest: number } | null;
	/** What the weight between two articles is computed from. */
	readonly signature: Signature;
}

/** Words of a report's opening that count as its lead: news prose tells what happened in about 60 words. */
const LEAD_WORDS = 60;
/**
 * How much more or less a term counts in the lead and headline, in a name, and as a number: numbers
 * change between reports of one event and recur between events (ages, hours). Set where ecbplus and
 * meter both do well (docs/decisions/story-similarity.md).
 */
const LEAD_FACTOR = 1.5;
const NAME_FACTOR = 1.5;
const NUMBER_FACTOR = 0.5;
/** States and their demonyms tie reports to a part of the world rather than to an event. */
const STATE_FACTOR = 0.5;

export function findFeatures(annotated: AnnotatedArticle, rarity: TermRarity): ArticleFeatures {
	const { article, words } = annotated;
	const { tokens } = words;
	const names = findNameSpans(annotated.entities);
	const states = findNameSpans(annotated.entities.filter(({ type }) => type === "state"));
	const roles = new Set(annotated.entities.flatMap((entity) => entity.roles.map(stemOf)));
	const seen = new Map<
		string,
		{
			name: boolean;
			readonly state: boolean;
			readonly calendar: boolean;
			readonly number: boolean;
			readonly lead: boolean;
			readonly shown: string;
			readonly rarity: number;
		}
	>();
	const opens = new Set(words.sentences.map((sentence) => sentence.start));
	const headline = article.headline?.span ?? null;
	const stems = stemsOf(tokens);
	const rarities = weighStems(tokens, rarity.rarityOf);
	let position = 0;
	for (let i = 0; i < tokens.norms.length; i++) {
		const kind = tokens.kinds[i];
		if (kind === TokenKind.mark) continue;
		const norm = tokens.norms[i] ?? "";
		const term = kind === TokenKind.word ? (stems[i] ?? "") : norm;
		const start = tokens.starts[i] ?? 0;
		const known = seen.get(term);
		const lead = position < LEAD_WORDS;
		position++;
		const capital = holds(names, start) || isCapital(article.text, start, opens, headline);
		const name = capital && !DAYS_AND_MONTHS.has(norm);
		if (known) {
			known.name ||= name;
			continue;
		}
		const rareness = kind === TokenKind.word ? (rarities[i] ?? 0) : rarity.rarityOf(term);
		if (rareness <= LEAST_RARITY) continue;
		seen.set(term, {
			name,
			state: holds(states, start),
			calendar: capital && DAYS_AND_MONTHS.has(norm),
			number: kind === TokenKind.number,
			lead,
			shown: article.text.slice(start, tokens.ends[i]),
			rarity: rareness,
		});
	}
	const raw = [...seen].map(([term, fact]) => ({
		term,
		fact,
		weight:
			fact.rarity *
			(fact.lead ? LEAD_FACTOR : 1) *
			(fact.state ? STATE_FACTOR : fact.name || fact.calendar ? NAME_FACTOR : 1) *
			(fact.number ? NUMBER_FACTOR : 1),
	}));
	let squares = 0;
	for (const { weight } of raw) squares += weight * weight;
	const length = Math.sqrt(squares) || 1;
	const entries = raw
		.map(({ term, fact, weight }) => ({ hash: hash32(term), term, fact, weight: round(weight / length, 6) }))
		.sort((a, b) => a.hash - b.hash || (a.term < b.term ? -1 : 1));
	const features = entries.map(({ term, fact, weight }) => ({
		term,
		weight,
		rarity: fact.rarity,
		name: fact.name,
		number: fact.number,
		telling: !(fact.name || fact.calendar || fact.number || roles.has(term)),
		lead: fact.lead,
		shown: fact.shown,
	}));
	const published = findDays(article.published.earliest, article.published.latest);
	return {
		article: article.id,
		hashes: Uint32Array.from(entries, ({ hash }) => hash),
		weights: Float64Array.from(entries, ({ weight }) => weight),
		features,
		published,
		signature: packSignature({
			terms: entries.map(({ hash, weight }, index) => ({
				hash,
				weight,
				telling: features[index]?.telling ?? false,
			})),
			length: round(length),
			phrases: findPhrases(annotated, rarity),
			figures: findFigures(annotated, rarity),
			persons: findPersons(annotated),
			places: findPlaces(annotated, rarity),
			days: findStatedDays(annotated, published, dayNumber),
			years: findYears(annotated),
			published,
		}),
	};
}

/** Written with a capital like names, and names of nothing that an event could be told by. */
const DAYS_AND_MONTHS: ReadonlySet<string> = new Set(
	(
		"monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
		"september october november december"
	).split(" "),
);

/**
 * A capital inside a sentence marks a name that the language stage may have left out because it could
 * not tell what it names. In headlines, where outlets capitalise every word, it says nothing.
 */
function isCapital(text: string, start: number, opens: ReadonlySet<number>, headline: Span | null): boolean {
	if (opens.has(start) || (headline && headline.start <= start && start < headline.end)) return false;
	return /^\p{Lu}/u.test(text.charAt(start));
}

function findYears({ article, words }: AnnotatedArticle): Set<number> {
	const years = new Set<number>();
	for (const iso of [article.published.earliest, article.published.latest]) if (iso) years.add(Number(iso.slice(0, 4)));
	words.tokens.norms.forEach((norm, i) => {
		if (words.tokens.kinds[i] === TokenKind.number && /^(?:19|20)\d\d$/.test(norm)) years.add(Number(norm));
	});
	return years;
}

/**
 * The persons by hash of surname: their share of all naming of persons (the squares of the shares add
 * up to 1, or all are 0), and the first letters of their given names, a bit for each.
 */
function findPersons({
	entities,
}: AnnotatedArticle): Map<number, { readonly share: number; readonly initials: number }> {
	const counts = new Map<number, { readonly named: number; readonly initials: number }>();
	let squares = 0;
	for (const { type, name, mentions, roles } of entities) {
		if (type !== "person") continue;
		const folded = foldName(name);
		// Who is shown by the look of a name alone may be a band or a film: such persons part no stories.
		const given = givenName(folded.split(" ")[0] ?? "") !== undefined;
		const shown = given || roles.length > 0 || mentions.some(({ form }) => form === "title");
		const surname = surnameOf(folded) || folded;
		const named = mentions.filter(({ form }) => form !== "pronoun" && form !== "description").length;
		if (surname === "" || named === 0) continue;
		const hash = hash32(surname);
		const known = counts.get(hash) ?? { named: 0, initials: 0 };
		const initial = surname === folded ? 0 : (1 << (folded.charCodeAt(0) & 31)) >>> 0;
		counts.set(hash, { named: known.named + (shown ? named : 0), initials: (known.initials | initial) >>> 0 });
	}
	for (const { named } of counts.values()) squares += named * named;
	const length = Math.sqrt(squares) || 1;
	return new Map([...counts].map(([hash, { named, initials }]) => [hash, { share: named / length, initials }]));
}

function holds(spans: readonly Span[], offset: number): boolean {
	const span = spans[firstEndingAfter(spans, offset)];
	return span !== undefined && span.start <= offset;
}

function findNameSpans(entities: readonly LocalEntity[]): Span[] {
	const spans: Span[] = [];
	for (const entity of entities) {
		for (const mention of entity.mentions) {
			if (mention.form !== "pronoun" && mention.form !== "description" && mention.form !== "title") spans.push(mention);
		}
	}
	return mergeSpans(spans);
}

function findDays(earliest: string | null, latest: string | null): ArticleFeatures["published"] {
	const from = dayNumber(earliest ?? latest);
	const to = dayNumber(latest ?? earliest);
	return from === null || to === null ? null : { earliest: from, latest: to };
}

/** Days since 1970-01-01 of an ISO date or date-time; null when it is none. */
function dayNumber(iso: string | null): number | null {
	const parts = iso === null ? null : /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
	if (!parts) return null;
	const [, year, month, day] = parts;
	return Math.floor(Date.UTC(Number(year), Number(month ?? "01") - 1, Number(day ?? "01")) / 86_400_000);
}
