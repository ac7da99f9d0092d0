import type { Fact, Story, Utterance } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { listWords } from "../../stories/order.ts";
import { findSentences } from "../../text/sentences.ts";
import { overlaps } from "../../text/spans.ts";
import { findCompared } from "./compared-places.ts";
import { countOf } from "./count-words.ts";
import { describeMode, listFacts } from "./fact-lists.ts";
import { nameOf, type RecordIndex, reportsOf } from "./record-index.ts";
import { CUT, shorten } from "./shorten.ts";
import { POLARITY_WORDS, readStance } from "./stance-words.ts";
import { type TellingWords, tellingWords } from "./telling-words.ts";
import { listUtterances } from "./utterance-lists.ts";
import { WITHHELD } from "./withheld.ts";

/** What a report alone says of the matter in its own voice, and how it alone gives what others give plainly. */
export interface OwnMarks {
	/** Sentences with a reservation that no other report has, the plainest first. */
	readonly sentences: readonly { readonly text: string; readonly place: Place }[];
	/** Utterances that it alone gives with reserve, or as not said. */
	readonly utterances: readonly { readonly utterance: Utterance; readonly how: string }[];
	/** Facts that it alone does not state on its own word. */
	readonly facts: readonly { readonly fact: Fact; readonly how: string }[];
	/** Statements found in its line alone, and told by no sentence of the other lines as far as their words show. */
	readonly single: number;
	/** Who speaks in none of the others, by name; most statements first, then in the order of the text. */
	readonly voices: readonly string[];
}

/**
 * Words by which an outlet goes against what it reports, says what is not known or not so, or keeps its distance; the
 * plainest first. Of English only.
 */
const RESERVATIONS: readonly RegExp[] = [
	/\b(?:contrasts? with|contradict(?:s|ed|ing)?|at odds with|(?:did|does) not mention|(?:made|makes) no mention|without (?:giving|providing|offering|citing) (?:any )?(?:evidence|proof|details?|reasons?)|(?:gave|given|offered|provided|cited) no (?:evidence|proof|details?|reasons?)|no evidence|falsely|incorrectly|baseless|unfounded)\b/iu,
	/\b(?:(?:is|was|are|were|remains?|has been|have been) (?:not (?:yet )?(?:known|clear|recogni[sz]ed|confirmed|verified|possible)|unclear|unknown|unconfirmed)|(?:could|can) not be (?:independently )?(?:verified|confirmed|reached)|(?:has|have|had) (?:not (?:yet )?(?:been )?(?:recogni[sz]ed|confirmed|verified|commented|responded)|fallen short of)|fell short of|(?:did|does|has|have) not (?:immediately |directly )?(?:respond|comment|confirm|deny|reject|reply|recogni[sz]e)|(?:declined|refused) to (?:comment|say|confirm))\b/iu,
	/\b(?:so-called|purported(?:ly)?|usually (?:refers? to|calls?|talks? about)|what (?:it|he|she|they) calls?|self-(?:styled|proclaimed)|allegedly)\b/iu,
];
/** Sentences of one report that are given. */
const MOST = 2;
/** Characters of a sentence, and of what stands before the words that matter in it. */
const LONGEST = 120;
const LONGEST_LEAD = 80;
/** A sentence of another report says the same where it has so much of the telling words, or so many with the same verb. */
const SAME = 0.5;
const LEAST_LIKE = 2;
/** A sentence of fewer telling words says too little to be told from others. */
const LEAST_WORDS = 4;
/** Longer than this (UTF-16 units) it is no sentence. */
const MOST_READ = 800;

const known = new WeakMap<RecordIndex, Map<string, ReadonlyMap<string, OwnMarks>>>();

/** By report, for those of a story that several tell; a report that marks nothing by itself has no entry. */
export function findOwnMarks(index: RecordIndex, story: Story): ReadonlyMap<string, OwnMarks> {
	const stories = known.get(index) ?? new Map<string, ReadonlyMap<string, OwnMarks>>();
	known.set(index, stories);
	const found = stories.get(story.id) ?? findInStory(index, story);
	stories.set(story.id, found);
	return found;
}

function findInStory(index: RecordIndex, story: Story): ReadonlyMap<string, OwnMarks> {
	const reports = reportsOf(index, story);
	if (reports.length < 2) return new Map();
	const sentences = new Map(reports.map((article) => [article, readSentences(index, article)]));
	const { shared, single } = listUtterances(index, story);
	const { different, agreed } = listFacts(index, story);
	const marks = reports.map((article) => {
		const own: OwnMarks = {
			sentences: chooseSentences(index, article, sentences),
			utterances: shared.flatMap((utterance) => {
				const how = marksAlone(index, utterance, article);
				return how === null ? [] : [{ utterance, how }];
			}),
			facts: [...different, ...agreed].flatMap((fact) => {
				const how = statesAlone(index, fact, article);
				return how === null ? [] : [{ fact, how }];
			}),
			single: single.filter(
				(one) =>
					one.renditions.some((rendition) => rendition.article === article) &&
					findCompared(index, story, one).length === 0,
			).length,
			voices: listVoices(index, [...shared, ...single], { article, reports }),
		};
		return [article, own] as const;
	});
	return new Map(
		marks.filter(([, own]) => own.sentences.length + own.utterances.length + own.facts.length + own.voices.length > 0),
	);
}

/** Settled speakers whom no other report of the story gives words to, or names: it may give words that are not found. */
function listVoices(
	index: RecordIndex,
	utterances: readonly Utterance[],
	{ article, reports }: { readonly article: string; readonly reports: readonly string[] },
): string[] {
	const others = new Set(reports.filter((other) => other !== article));
	const isNamed = (speaker: string): boolean =>
		index.entities.get(speaker)?.mentions.some((mention) => others.has(mention.article)) ?? false;
	const counts = new Map<string, { own: number; others: number }>();
	for (const { speaker, renditions } of utterances) {
		if (speaker === null) continue;
		const count = counts.get(speaker) ?? { own: 0, others: 0 };
		counts.set(speaker, count);
		if (renditions.some((one) => one.article === article)) count.own++;
		if (renditions.some((one) => one.article !== article)) count.others++;
	}
	return [...counts]
		.filter(([speaker, count]) => count.own > 0 && count.others === 0 && !isNamed(speaker))
		.sort(([, a], [, b]) => b.own - a.own)
		.map(([speaker]) => nameOf(index, speaker));
}

interface Sentence extends Span {
	readonly stems: TellingWords;
	/** What it says that something is or was not done: "recogniz", "confirm". */
	readonly matters: ReadonlySet<string>;
}

/** Verbs of reservations: what one report says was not recognised another may say in quite other words. */
const MATTERS = tellingWords(
	"recognize confirm verify comment respond reply mention evidence proof contrast contradict reject deny clear unclear known know unknown call refer",
);

function readSentences(index: RecordIndex, id: string): Sentence[] {
	const article = index.articles.get(id);
	if (!article) return [];
	return findSentences(article.text, article.body).map((span) => {
		const stems = tellingWords(article.text.slice(span.start, span.end));
		return { ...span, stems, matters: new Set([...MATTERS].filter((matter) => stems.has(matter))) };
	});
}

function chooseSentences(
	index: RecordIndex,
	article: string,
	all: ReadonlyMap<string, readonly Sentence[]>,
): OwnMarks["sentences"] {
	const text = index.articles.get(article)?.text ?? "";
	const marked = index.record.quotations.flatMap((quotation) =>
		quotation.article === article ? quotation.marked : [],
	);
	const ranked = (all.get(article) ?? []).flatMap((sentence) => {
		const words = text.slice(sentence.start, sentence.end);
		if (sentence.stems.size < LEAST_WORDS || words.length > MOST_READ || words.includes(WITHHELD)) return [];
		for (const [rank, pattern] of RESERVATIONS.entries()) {
			const found = pattern.exec(words);
			if (!found) continue;
			const span = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
			if (marked.some((part) => overlaps(part, span))) return [];
			return [{ rank, sentence, words, at: found.index }];
		}
		return [];
	});
	return ranked
		.filter(({ sentence }) => ![...all].some(([other, list]) => other !== article && isGiven(sentence, list)))
		.sort((a, b) => a.rank - b.rank || a.sentence.start - b.sentence.start)
		.slice(0, MOST)
		.map(({ sentence: { start, end }, words, at }) => ({ text: cutAround(words, at), place: { article, start, end } }));
}

/** Whether another report has most of the telling words, or says of the same the like: fewer of them with one verb. */
function isGiven({ stems, matters }: Sentence, others: readonly Sentence[]): boolean {
	return others.some((other) => {
		let shared = 0;
		for (const stem of stems) if (other.stems.has(stem)) shared++;
		const like = [...matters].filter((matter) => other.matters.has(matter)).length;
		return shared >= SAME * stems.size || (like > 0 && shared - like >= LEAST_LIKE);
	});
}

/** A sentence from its start, or from the clause of the words that matter where these stand too far behind it. */
function cutAround(words: string, at: number): string {
	const line = words.replace(/\s/gu, " ");
	const clause = Math.max(line.lastIndexOf(", ", at), line.lastIndexOf("; ", at), line.lastIndexOf(": ", at));
	if (at <= LONGEST_LEAD || clause < 0) return shorten(line, LONGEST);
	return `${CUT} ${shorten(line.slice(clause + 2), LONGEST)}`;
}

/** How one report alone gives an utterance otherwise than as said; null where it gives it plainly, or others do so too. */
function marksAlone(index: RecordIndex, { renditions }: Utterance, article: string): string | null {
	const wayOf = (id: string): string => {
		const ways = renditions
			.filter((rendition) => rendition.article === id)
			.flatMap(({ parts }) => parts.flatMap(({ quotation }) => index.quotations.get(quotation ?? "") ?? []))
			.map((quotation) => {
				const stance = readStance(quotation);
				return stance === null
					? ""
					: stance === "reserve"
						? "with reserve"
						: `as what somebody ${POLARITY_WORDS[stance]}`;
			});
		return new Set(ways).size === 1 ? (ways[0] ?? "") : "";
	};
	const others = new Set(renditions.map((rendition) => rendition.article).filter((id) => id !== article));
	const way = wayOf(article);
	return way === "" || others.size === 0 || [...others].some((other) => wayOf(other) !== "") ? null : way;
}

/** How one report alone states a fact otherwise than on its own word, where all others do so on theirs. */
function statesAlone(index: RecordIndex, { states }: Fact, article: string): string | null {
	const own = states.filter((state) => state.article === article);
	const others = states.filter((state) => state.article !== article);
	const [first] = own;
	const plain = ({ mode, polarity }: Fact["states"][number]): boolean => mode === "asserted" && polarity === "said";
	if (!first || others.length === 0 || own.some(plain) || !others.every(plain)) return null;
	return describeMode(index, first);
}

/** Voices, and things of one kind, that are named. */
const NAMED = 3;

/** Whom it alone lets speak, and how much stands in its line alone: "words of Oda Vane; 4 statements". */
export function tellVoices({ voices, single }: OwnMarks): string {
	const shown = voices.slice(0, NAMED);
	const all = voices.length > NAMED ? [...shown, `${voices.length - NAMED} more`] : shown;
	return [
		...(all.length > 0 ? [`words of ${listWords(all)}`] : []),
		...(single > 0 ? [`${countOf(single, "statement")}`] : []),
	].join("; ");
}
