import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Passage } from "../../model/record.ts";
import { comparePlaces } from "../../text/compare.ts";
import { stemOf } from "../../text/stem.ts";
import { hasUnspaced } from "../../text/tokens.ts";
import type { TermRarity } from "../grouping/term-rarity.ts";
import { findFingerprints, findShingles, SHINGLE_WORDS, type WordSequence } from "./fingerprints.ts";
import { areOfOne, findSpeech, type Speech } from "./speech.ts";

/** A shared run shorter than this is likely to be a set phrase. */
const LEAST_WORDS = 8;
/**
 * Rarities of a passage's distinct words, names aside, must add up to this: "the minister of waters,
 * Ada Vane, said on Monday" does not, whoever wrote it first. Words that both quote are chosen by a
 * speaker and need less.
 */
const LEAST_RARITY = 1.8;
const LEAST_QUOTED_RARITY = 1;
/** What two letters of a script without spaces add: fifteen of them, some ten words, are no set phrase. */
const UNSPACED_RARITY = 0.12;
/**
 * A shorter run that both give as the same speaker's words, in marks or not, may be the speaker's own with the
 * tense changed; so many words in one order are one reporter's, whom both have them from.
 */
const LONGEST_TOLD = 11;
/** Share of a run's words that must stand in such speech. */
const TOLD_PART = 0.7;
/** A change between quoting and not of this many words or fewer does not part a passage. */
const MOST_REMNANT = 3;
/** A fingerprint that more texts than this share is a set phrase or an outlet's boilerplate. */
const MOST_SHARING = 40;
/** A fingerprint that one text has more often than this finds nothing that its neighbours do not. */
const MOST_REPEATED = 8;

/** Which two articles to compare, by index, and a run of words that they share. */
interface Seed {
	readonly a: number;
	readonly b: number;
	readonly atA: number;
	readonly atB: number;
}

/**
 * The longest stretches of words that two articles share, with exact spans on both sides. Among
 * copies one text (`bases`) is held against other texts, every copy against that one, and against others
 * with what that one lacks; exact copies give no passages, as their group says it all.
 *
 * @returns sorted by place in `a`, then in `b`; `a` is the article with the lower id
 */
export function findPassages(
	articles: readonly AnnotatedArticle[],
	sequences: readonly WordSequence[],
	leaders: readonly number[],
	bases: readonly number[],
	rarity: TermRarity,
): Passage[] {
	const seeds = findSeeds(sequences, leaders, bases);
	const passages: Passage[] = [];
	const speeches = new Map<number, Speech>();
	const speechOf = (index: number): Speech | undefined => {
		const [annotated, sequence] = [articles[index], sequences[index]];
		if (!annotated || !sequence) return undefined;
		const speech = speeches.get(index) ?? findSpeech(annotated, sequence);
		speeches.set(index, speech);
		return speech;
	};
	let from = 0;
	while (from < seeds.length) {
		const { a, b } = seeds[from] ?? { a: 0, b: 0 };
		let to = from;
		while (to < seeds.length && seeds[to]?.a === a && seeds[to]?.b === b) to++;
		const first = sequences[a];
		const second = sequences[b];
		const article = articles[a]?.article;
		const [speech, other] = [speechOf(a), speechOf(b)];
		if (first && second && article && speech && other) {
			const sides = { a: first, b: second, speech, other };
			for (const run of findRuns(first, second, seeds.slice(from, to)).flatMap((run) => splitByMarks(sides, run))) {
				const least = run.quoted ? LEAST_QUOTED_RARITY : LEAST_RARITY;
				if (run.length < LEAST_WORDS || weigh(article.text, first, run, rarity) < least) continue;
				const start = first.starts[run.atA] ?? 0;
				const end = first.ends[run.atA + run.length - 1] ?? start;
				passages.push({
					a: { article: first.article, start, end },
					b: {
						article: second.article,
						start: second.starts[run.atB] ?? 0,
						end: second.ends[run.atB + run.length - 1] ?? 0,
					},
					exact: article.text.slice(start, end),
					quoted: run.quoted,
					stock: false,
				});
			}
		}
		from = to;
	}
	return passages.sort((x, y) => comparePlaces(x.a, y.a) || comparePlaces(x.b, y.b));
}

function findSeeds(sequences: readonly WordSequence[], leaders: readonly number[], bases: readonly number[]): Seed[] {
	const seeds: Seed[] = [];
	const postings = new Map<number, { readonly index: number; readonly at: number }[]>();
	const collect = (a: number, atA: number, b: number, atB: number): void => {
		if (a !== b) seeds.push(a < b ? { a, b, atA, atB } : { a: b, b: a, atA: atB, atB: atA });
	};
	const printsOf = (index: number): { readonly print: number; readonly at: number }[] => {
		const shingles = findShingles(sequences[index]?.words ?? new Uint32Array());
		return findFingerprints(shingles).map((at) => ({ print: shingles[at] ?? 0, at }));
	};
	const copiesOf = new Map<number, number[]>();
	const heldBy = new Map<number, ReadonlySet<number>>();
	/** 1 for each word of a copy that stands in no run of words of its base. */
	const findOwnWords = (copy: number, base: number): Uint8Array => {
		const held = heldBy.get(base) ?? new Set(findShingles(sequences[base]?.words ?? new Uint32Array()));
		heldBy.set(base, held);
		const words = sequences[copy]?.words ?? new Uint32Array();
		const own = new Uint8Array(words.length).fill(1);
		findShingles(words).forEach((shingle, at) => {
			if (held.has(shingle)) own.fill(0, at, at + SHINGLE_WORDS);
		});
		return own;
	};
	sequences.forEach((_, index) => {
		if (leaders[index] !== index) return;
		const base = bases[index] ?? index;
		let prints = printsOf(index);
		if (base !== index) {
			const copies = copiesOf.get(base);
			if (copies) copies.push(index);
			else copiesOf.set(base, [index]);
			const own = findOwnWords(index, base);
			prints = prints.filter(({ at }) => own.subarray(at, at + SHINGLE_WORDS).every((word) => word === 1));
		}
		for (const { print, at } of prints) {
			const list = postings.get(print);
			if (list) list.push({ index, at });
			else postings.set(print, [{ index, at }]);
		}
	});
	for (const list of postings.values()) {
		if (list.length > MOST_SHARING) continue;
		for (let y = 1; y < list.length; y++) {
			for (let x = 0; x < y; x++) {
				const [p, q] = [list[x], list[y]];
				if (p && q) collect(p.index, p.at, q.index, q.at);
			}
		}
	}
	for (const [base, copies] of copiesOf) {
		const places = new Map<number, number[]>();
		for (const { print, at } of printsOf(base)) {
			const known = places.get(print);
			if (known) known.push(at);
			else places.set(print, [at]);
		}
		for (const copy of copies) {
			for (const { print, at } of printsOf(copy)) {
				const known = places.get(print) ?? [];
				if (known.length <= MOST_REPEATED) for (const place of known) collect(base, place, copy, at);
			}
		}
	}
	return seeds.sort((x, y) => x.a - y.a || x.b - y.b || x.atA - y.atA || x.atB - y.atB);
}

interface Run {
	readonly atA: number;
	readonly atB: number;
	readonly length: number;
}

interface QuotedRun extends Run {
	/** Both merely quote it, a few words aside. */
	readonly quoted: boolean;
}

/** Extends seeds of one pair to the longest equal runs; overlapping runs in `a` keep the longest. */
function findRuns(a: WordSequence, b: WordSequence, seeds: readonly Seed[]): Run[] {
	/** How far each diagonal has been matched, so that a run is extended once. */
	const reached = new Map<number, number>();
	const runs: Run[] = [];
	for (const { atA, atB } of seeds) {
		const diagonal = atA - atB;
		if ((reached.get(diagonal) ?? -1) >= atA + SHINGLE_WORDS) continue;
		if (!sameRun(a, atA, b, atB, SHINGLE_WORDS)) continue;
		let start = 0;
		while (follows(a, atA - start) && follows(b, atB - start) && a.norms[atA - start - 1] === b.norms[atB - start - 1])
			start++;
		let end = SHINGLE_WORDS;
		while (follows(a, atA + end) && follows(b, atB + end) && a.norms[atA + end] === b.norms[atB + end]) end++;
		reached.set(diagonal, atA + end);
		runs.push({ atA: atA - start, atB: atB - start, length: start + end });
	}
	runs.sort((x, y) => y.length - x.length || x.atA - y.atA || x.atB - y.atB);
	const takenA = new Uint8Array(a.norms.length);
	const takenB = new Uint8Array(b.norms.length);
	return runs.filter(({ atA, atB, length }) => {
		for (let i = 0; i < length; i++) if (takenA[atA + i] === 1 || takenB[atB + i] === 1) return false;
		takenA.fill(1, atA, atA + length);
		takenB.fill(1, atB, atB + length);
		return true;
	});
}

/** Whether the word at `at` follows the word before it with no dropped text between. */
function follows(sequence: WordSequence, at: number): boolean {
	return at > 0 && at < sequence.norms.length && sequence.stretches[at] === sequence.stretches[at - 1];
}

function sameRun(a: WordSequence, atA: number, b: WordSequence, atB: number, length: number): boolean {
	for (let i = 0; i < length; i++) {
		if (a.norms[atA + i] !== b.norms[atB + i]) return false;
		if (i > 0 && !(follows(a, atA + i) && follows(b, atB + i))) return false;
	}
	return true;
}

interface Sides {
	readonly a: WordSequence;
	readonly b: WordSequence;
	readonly speech: Speech;
	readonly other: Speech;
}

/**
 * Parts a run where both begin or cease to quote: both have the words in marks, or one has and the other gives
 * them as the same speaker's. One or two words in marks inside a sentence are part of it, and so is "he said"
 * inside a quotation; at a run's ends such remnants are left off. A short run of reported speech is quoted too.
 */
function splitByMarks({ a, b, speech, other }: Sides, run: Run): QuotedRun[] {
	const parts: QuotedRun[] = [];
	const ofOne = (i: number): boolean => areOfOne(speech, run.atA + i, other, run.atB + i);
	const bothQuote = (i: number): boolean => {
		const marked = (a.quoted[run.atA + i] ?? 0) + (b.quoted[run.atB + i] ?? 0);
		return marked === 2 || (marked === 1 && ofOne(i));
	};
	let from = 0;
	for (let i = 1; i <= run.length; i++) {
		if (i < run.length && bothQuote(i) === bothQuote(from)) continue;
		const part = { atA: run.atA + from, atB: run.atB + from, length: i - from, quoted: bothQuote(from) };
		const last = parts[parts.length - 1];
		const remnant = part.length <= MOST_REMNANT;
		if (last && (last.quoted === part.quoted || (remnant && i < run.length))) {
			parts[parts.length - 1] = { ...last, length: last.length + part.length };
		} else if (!(remnant && part.length < run.length)) parts.push(part);
		from = i;
	}
	return parts.map((part) => {
		if (part.quoted || part.length > LONGEST_TOLD) return part;
		let told = 0;
		for (let i = part.atA - run.atA; i < part.atA - run.atA + part.length; i++) if (ofOne(i)) told++;
		return { ...part, quoted: told >= TOLD_PART * part.length };
	});
}

function weigh(text: string, { starts, norms }: WordSequence, { atA, length }: Run, rarity: TermRarity): number {
	const terms = new Set<string>();
	for (let i = atA; i < atA + length; i++) {
		if (!/^\p{Lu}/u.test(text.charAt(starts[i] ?? 0))) terms.add(stemOf(norms[i] ?? ""));
	}
	let sum = 0;
	for (const term of terms) sum += hasUnspaced(term) ? UNSPACED_RARITY : rarity.rarityOf(term);
	return sum;
}
