import type { LanguageFindings, Words } from "../model/annotated.ts";
import type { FoundQuotation, Term } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { compareSpans } from "../text/compare.ts";
import { makeId } from "../text/hash.ts";
import { findUnits } from "./clauses/units.ts";
import { confidenceOf } from "./confidence.ts";
import { partContents } from "./contents.ts";
import type { Draft } from "./draft.ts";
import { draftQuotations } from "./drafts.ts";
import { joinBeats, joinGoingOn } from "./going-on.ts";
import { findMarked } from "./marks/marks.ts";
import { marry } from "./marriage/marriage.ts";
import { cutAtAccording } from "./nested.ts";
import { addPrimaryWords } from "./rules/primary-words.ts";
import { findCarriers } from "./speakers/carriers.ts";
import { indexNames } from "./speakers/named.ts";
import { withRelayed } from "./speakers/relayed.ts";
import { resolveSpeakers, type Speaker } from "./speakers/speakers.ts";
import { draftTagged } from "./tagged-drafts.ts";
import { tagQuotations } from "./tagger/tagger.ts";
import type { TaggerWeights } from "./tagger/weights.ts";

/** What the quotation stage finds in one article. */
export interface Quotations {
	/** Sorted by first content start, then end, then cue. */
	readonly quotations: FoundQuotation[];
	/** Sorted by place. */
	readonly terms: Term[];
}

/**
 * How likely the cue of a reading of the tagger that no rule has must be one. Held out, the F1 of cues is the same within
 * 0.2 from 0.35 to 0.45; what is too unsure to build on is told by its confidence (see `isSure`).
 */
const LEAST_PRESENCE = 0.43;

/**
 * Who is given which words, by which words, in one article: pure, and never looks at another article.
 * All spans are UTF-16 offsets into `article.text`. Without the tagger's weights the rules work alone.
 *
 * @param least how likely the cue of the tagger's own findings must be one, 0–1; below it they are left out
 */
export function findQuotations(
	article: Article,
	words: Words,
	findings: LanguageFindings,
	tagger: TaggerWeights | null = null,
	least: number = LEAST_PRESENCE,
): Quotations {
	const { text } = article;
	const marked = findMarked(text, words.paragraphs);
	const units = findUnits(text, words, marked);
	const ruled = draftQuotations(article, words, marked, units);
	const joined = joinGoingOn(ruled.drafts);
	// The tagger has read English alone.
	const foreign = article.language !== null && !/^en\b/i.test(article.language);
	const { drafts: found, terms } =
		tagger && !foreign
			? marry(
					text,
					joined,
					ruled.terms,
					draftTagged(text, words.paragraphs, units, marked, tagQuotations(text, words, marked, tagger)),
					least,
				)
			: { drafts: joined, terms: ruled.terms };
	const drafts = article.role === "primary" ? addPrimaryWords(article, words, units, found) : found;
	const index = indexNames(findings);
	const parted = partContents(
		text,
		withRelayed(text, drafts, joined, index, article.headline?.span ?? null),
		article.headline?.span ?? null,
	);
	const carried = cutAtAccording(text, findCarriers(text, units, parted, index));
	const speakers = resolveSpeakers(text, carried, index, units);
	const spoken = joinBeats(carried.map((draft, i) => ({ draft, speaker: speakers[i] ?? NOBODY })));
	const quotations = spoken.map(({ draft, speaker }) => toQuotation(article, draft, speaker));
	return { quotations: withoutTwins(quotations.sort(compareQuotations)), terms: [...terms].sort(compareSpans) };
}

function compareQuotations(a: FoundQuotation, b: FoundQuotation): number {
	const nowhere: Span = { start: 0, end: 0 };
	return (
		compareSpans(a.content[0] ?? nowhere, b.content[0] ?? nowhere) ||
		compareSpans(a.cue[0] ?? nowhere, b.cue[0] ?? nowhere)
	);
}

/** One quotation an id: two rules may find the same relation. */
function withoutTwins(sorted: readonly FoundQuotation[]): FoundQuotation[] {
	const seen = new Set<string>();
	return sorted.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const NOBODY: Speaker = { speaker: null, reason: "nothing names who speaks", candidates: [] };

function toQuotation(article: Article, draft: Draft, { speaker, reason, candidates }: Speaker): FoundQuotation {
	const { text } = article;
	const places = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(" ");
	return {
		id: makeId(article.id, places(draft.content), places(draft.cue)),
		kind: draft.kind,
		content: draft.content,
		marked: draft.marked,
		exact: draft.content.map(({ start, end }) => text.slice(start, end)).join(" \u2026 "),
		source: draft.source,
		cue: draft.cue,
		speaker,
		speakerReason: reason,
		candidates,
		carriers: draft.carriers,
		addressee: draft.addressee,
		polarity: draft.polarity,
		hedged: draft.hedged,
		confidence: confidenceOf(draft),
		rule: draft.rule,
	};
}
