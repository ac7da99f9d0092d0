import type { Story, Utterance } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { findSentences } from "../../text/sentences.ts";
import { overlaps } from "../../text/spans.ts";
import { orderArticles, type RecordIndex, reportsOf } from "./record-index.ts";
import { type TellingWords, tellingWords } from "./telling-words.ts";
import { readWordings } from "./wordings.ts";

/** A sentence of a report that may tell what another gives as somebody's words. */
export interface ComparedPlace {
	readonly place: Place;
	/** Whether the report tells it on its own word: nothing there is read as somebody's. */
	readonly own: boolean;
}

/** A sentence may tell the same where it has this part of the telling words, and so many of them; of few words, less. */
const HELD = 0.5;
const LEAST_HELD = 3;
const FEW_WORDS = 4;
const LEAST_OF_FEW = 2;
/** Fewer telling words say nothing that could be looked for. */
const LEAST_WORDS = 3;
/** One of the words in common must stand in no more than this part of the story's sentences: names stand in most. */
const RARE = 0.12;
/** Words of a sentence that is not told as a fact, though nothing in it was read as somebody's. */
const DISTANCED =
	/\b(?:reportedly|allegedly|alleged|supposedly|question|asked|whether|said|says|according|claims?|claimed|believed)\b/iu;
/** Sentences of one report, and reports of one story, that are looked at. */
const MOST_SENTENCES = 400;
const MOST_REPORTS = 60;
/** Places that are given, one a report. */
const MOST = 4;

interface Sentence extends Span {
	readonly words: TellingWords;
}

interface StoryWords {
	readonly sentences: ReadonlyMap<string, readonly Sentence[]>;
	/** Telling words that stand in few sentences of the story. */
	readonly rare: (stem: string) => boolean;
}

const known = new WeakMap<RecordIndex, Map<string, StoryWords>>();

/**
 * Where reports outside an utterance's line may tell the same, in other words or on their own word: what is found in one
 * line need not be told in one alone. One place a report, in the order of the record's list; nothing for what a report
 * of another line is read to give.
 */
export function findCompared(index: RecordIndex, story: Story, utterance: Utterance): readonly ComparedPlace[] {
	const own = new Set(utterance.renditions.map(({ article }) => article));
	const inLine = new Set(
		story.lines.flatMap(({ articles }) => (articles.some((article) => own.has(article)) ? articles : [])),
	);
	const { sentences, rare } = wordsOf(index, story);
	const wordings = readWordings(index, utterance)
		.map(({ text }) => tellingWords(text))
		.filter(({ size }) => size >= LEAST_WORDS);
	return orderArticles(index, sentences.keys())
		.filter((article) => !inLine.has(article))
		.flatMap((article): ComparedPlace[] => {
			let best: { readonly sentence: Sentence; readonly held: number } | null = null;
			for (const words of wordings) {
				for (const sentence of sentences.get(article) ?? []) {
					const shared = [...words].filter((stem) => sentence.words.has(stem));
					const held = shared.length / words.size;
					if (isEnough(shared.length, words.size) && shared.some(rare) && held > (best?.held ?? 0))
						best = { sentence, held };
				}
			}
			if (best === null) return [];
			const place = { article, start: best.sentence.start, end: best.sentence.end };
			const words = index.articles.get(article)?.text.slice(place.start, place.end) ?? "";
			return [{ place, own: !isSpoken(index, place) && !DISTANCED.test(words) }];
		})
		.slice(0, MOST);
}

function isEnough(shared: number, all: number): boolean {
	if (all <= FEW_WORDS) return shared >= LEAST_OF_FEW && shared >= HELD * all;
	return shared >= LEAST_HELD && shared >= HELD * all;
}

/** A word made of another, as "counterfire" of "fire", has so many letters in common with it. */
const LEAST_COMPOUND = 5;

/**
 * Whether an utterance is no more than a headline that tells in short what a sentence of its report tells too: nothing
 * that is said apart from that.
 */
export function isHeadlineOnly(index: RecordIndex, utterance: Utterance): boolean {
	return readWordings(index, utterance).every(({ rendition, places, text }) => {
		const article = index.articles.get(rendition.article);
		const head = article?.headline?.span ?? null;
		if (!article || head === null || article.headline?.made === true) return false;
		if (!places.every(({ start, end }) => start >= head.start && end <= head.end)) return false;
		const words = tellingWords(text);
		return readSentences(index, rendition.article).some((sentence) => {
			if (overlaps(sentence, head)) return false;
			const told = [...sentence.words];
			const shared = [...words].filter((stem) =>
				told.some((other) => other === stem || (other.length >= LEAST_COMPOUND && stem.endsWith(other))),
			).length;
			return shared >= LEAST_OF_FEW && shared > HELD * words.size;
		});
	});
}

function wordsOf(index: RecordIndex, story: Story): StoryWords {
	const stories = known.get(index) ?? new Map<string, StoryWords>();
	known.set(index, stories);
	const found = stories.get(story.id) ?? readStory(index, story);
	stories.set(story.id, found);
	return found;
}

function readStory(index: RecordIndex, story: Story): StoryWords {
	const sentences = new Map(
		reportsOf(index, story)
			.slice(0, MOST_REPORTS)
			.map((id) => [id, readSentences(index, id)] as const),
	);
	const holders = new Map<string, number>();
	let all = 0;
	for (const list of sentences.values()) {
		for (const { words } of list) {
			all++;
			for (const stem of words) holders.set(stem, (holders.get(stem) ?? 0) + 1);
		}
	}
	return { sentences, rare: (stem) => (holders.get(stem) ?? 0) <= Math.max(2, RARE * all) };
}

function readSentences(index: RecordIndex, id: string): Sentence[] {
	const article = index.articles.get(id);
	return findSentences(article?.text ?? "", article?.body ?? [])
		.slice(0, MOST_SENTENCES)
		.map(({ start, end }) => ({ start, end, words: tellingWords((article?.text ?? "").slice(start, end)) }));
}

function isSpoken(index: RecordIndex, { article, start, end }: Place): boolean {
	return index.record.quotations.some(
		(quotation) => quotation.article === article && quotation.content.some((span) => overlaps(span, { start, end })),
	);
}
