import type { Story, Utterance } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { foldCase } from "../../text/fold.ts";
import { findSentences } from "../../text/sentences.ts";
import { stemOf } from "../../text/stem.ts";
import { groupBy } from "./group-by.ts";
import { isPrimary, orderArticles, type RecordIndex } from "./record-index.ts";
import { CUT } from "./shorten.ts";
import { isUtteranceShown } from "./sureness.ts";
import { WITHHELD } from "./withheld.ts";
import { groupWordings, type Wording } from "./wordings.ts";

/** A clause that bears on what is said before it, and reports that quote what is before it and stop there. */
export interface CutClause {
	readonly utterance: Utterance;
	readonly what: "reason" | "condition" | "reservation";
	/** From the word that leads to it: "because every winter closes the pass". */
	readonly text: string;
	/** Reports that go on with it, in the order of the record's list. */
	readonly carriedBy: readonly string[];
	/** Reports that stop before it and nowhere give it otherwise, in the same order. */
	readonly without: readonly string[];
}

/** What a report leaves out, before the words: "without the reason". */
export function tellCut({ what }: CutClause): string {
	return `without the ${what}`;
}

/** The clause with the sign of a cut for what it bears on. */
export function showCut(text: string): string {
	return /^\p{Lu}/u.test(text) ? `${text} ${CUT}` : `${CUT} ${text}`;
}

/**
 * Words that lead to such a clause. "If" behind a word of asking or knowing is "whether", "until" is a condition only
 * where something is not to be before.
 */
const LEADS: readonly (readonly [CutClause["what"], RegExp])[] = [
	["reason", /\bbecause\b/giu],
	[
		"condition",
		/\b(?:unless|provided(?= that\b)|(?:as|so) long as|(?<!\b(?:as|ask|asks|asked|know|knows|see|wonder|wonders|sure|tell|even) )if)\b/giu,
	],
	["condition", /\buntil\b(?<=\b(?:not|never|no|n['’]t)\b[^.;]{1,120}\buntil)/giu],
	["reservation", /(?<=[\p{L}\p{N}],? )(?:but|although|though|except)\b/gu],
];
/** Words with which another report may lead to the like. */
const OTHER_LEADS: Readonly<Record<CutClause["what"], RegExp>> = {
	reason: /\b(?:because|since|given that|due to|in view of)\b/iu,
	condition: /\b(?:unless|provided|providing|as long as|if|should|until|only when|once)\b/iu,
	reservation: /\b(?:but|although|though|except|however|yet|while)\b/iu,
};
/** Where a clause ends at the latest. */
const END = /[.!?;…]/u;
const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words join others and are shared by any two texts. */
const LEAST_LETTERS = 4;
/** Telling words of a clause, and words of what stands beside it, without which nothing can be compared. */
const LEAST = 3;
/** A report quotes what stands beside the clause where it reads something at so many of its words. */
const QUOTES = 0.4;
/** A sentence of a report gives the clause in other words where it has so much of its telling words. */
const GIVES = 0.4;
/** Characters of a wording that are looked at; one of a person's utterances is far shorter. */
const READ = 4000;
/** Wordings of an utterance that are looked at, and clauses of one sort in each. */
const MOST = 60;
const MOST_CLAUSES = 20;

const known = new WeakMap<RecordIndex, Map<string, CutClause[]>>();

/** Reasons, conditions and reservations of a story's quotations before which reports stop, in the order of the utterances. */
export function findCutClauses(index: RecordIndex, story: Story): readonly CutClause[] {
	const stories = known.get(index) ?? new Map<string, CutClause[]>();
	known.set(index, stories);
	const found =
		stories.get(story.id) ??
		index.record.utterances
			.filter((utterance) => utterance.story === story.id && isUtteranceShown(index, utterance))
			.flatMap((utterance) => findInUtterance(index, utterance));
	stories.set(story.id, found);
	return found;
}

interface Clause {
	readonly what: CutClause["what"];
	readonly text: string;
	readonly article: string;
	readonly stems: ReadonlySet<string>;
	/** Columns of the alignment that it takes, and those of the rest of its sentence; `end` is past the last. */
	readonly columns: Span;
	readonly beside: Span;
	/** Words of the rest. */
	readonly words: number;
}

function findInUtterance(index: RecordIndex, utterance: Utterance): CutClause[] {
	const wordings = groupWordings(index, utterance)
		.flatMap((group) => group.wordings)
		.filter(({ text }) => !text.includes(WITHHELD))
		.slice(0, MOST);
	const byReport = groupBy(
		wordings.filter(({ rendition }) => !isPrimary(index, rendition.article)),
		({ rendition }) => rendition.article,
	);
	if (byReport.size < 2) return [];
	const clauses = wordings.filter(({ marked }) => marked).flatMap((wording) => listClauses(utterance, wording));
	const groups: Clause[][] = [];
	for (const clause of clauses) {
		const same = groups.find(([first]) => first?.what === clause.what && isAlike(first.stems, clause.stems));
		if (same) same.push(clause);
		else groups.push([clause]);
	}
	return groups.flatMap((same): CutClause[] => {
		const [first] = same;
		const carriers = new Set(same.map(({ article }) => article));
		const without = [...byReport].flatMap(([article, own]) =>
			!carriers.has(article) && stopsBefore(index, utterance, own, same) ? [article] : [],
		);
		const carriedBy = orderArticles(index, carriers).filter((article) => !isPrimary(index, article));
		if (!first || without.length === 0 || carriedBy.length === 0) return [];
		return [{ utterance, what: first.what, text: first.text, carriedBy, without: orderArticles(index, without) }];
	});
}

function listClauses({ alignment }: Utterance, { text, pieces, rendition }: Wording): Clause[] {
	const cells = alignment.columns.flatMap(({ cells: all }, column) => {
		const [span] = all.find((cell) => cell.rendition === rendition.id)?.spans ?? [];
		const piece = pieces.find(({ start, end, from }) => span && span.start >= from && span.start < from + end - start);
		return span && piece ? [{ column, at: span.start - piece.from + piece.start }] : [];
	});
	const columnsIn = (start: number, end: number): number[] =>
		cells.flatMap((cell) => (cell.at >= start && cell.at < end ? [cell.column] : []));
	const sentences = findSentences(text, [{ start: 0, end: text.length }]);
	return LEADS.flatMap(([what, pattern]) =>
		[...text.slice(0, READ).matchAll(pattern)].slice(0, MOST_CLAUSES).flatMap(({ index: at }): Clause[] => {
			const number = sentences.findIndex(({ start, end }) => start <= at && at < end);
			const sentence = sentences[number];
			if (!sentence) return [];
			// At the head of a sentence it ends with the comma before what it bears on.
			const leads = !/[\p{L}\p{N}]/u.test(text.slice(sentence.start, at));
			const comma = text.indexOf(",", at);
			if (leads && (comma < 0 || comma >= sentence.end)) return [];
			const length = text.slice(at, Math.min(sentence.end, at + READ)).search(END);
			const end = leads ? comma : length < 0 ? sentence.end : at + length;
			const columns = columnsIn(at, end);
			const own = leads ? columnsIn(end + 1, sentence.end) : columnsIn(sentence.start, at);
			// "That is because …" bears on the sentence before.
			const before = sentences[number - 1];
			const beside = own.length < LEAST && before ? columnsIn(before.start, before.end) : own;
			const clause = text.slice(at, end).replace(/[\s,:'"’”]+$/u, "");
			const stems = stemsOf(clause);
			if (stems.size < LEAST || columns.length < LEAST || beside.length < LEAST) return [];
			const extent = { columns: rangeOf(columns), beside: rangeOf(beside), words: beside.length };
			return [{ what, text: clause, article: rendition.article, stems, ...extent }];
		}),
	);
}

function rangeOf(columns: readonly number[]): Span {
	return { start: Math.min(...columns), end: Math.max(...columns) + 1 };
}

/** Whether a report quotes what stands beside a clause and stops there, and nowhere gives one of its kind or its words. */
function stopsBefore(
	index: RecordIndex,
	{ alignment }: Utterance,
	own: readonly Wording[],
	same: readonly Clause[],
): boolean {
	const columnsOf = ({ rendition }: Wording): number[] =>
		alignment.columns.flatMap(({ cells }, column) =>
			cells.some((cell) => cell.rendition === rendition.id && cell.text !== "") ? [column] : [],
		);
	const quotes = own.some((wording) => {
		if (!wording.marked) return false;
		const columns = columnsOf(wording);
		return same.some(({ columns: range, beside, words }) => {
			const read = columns.filter((column) => column >= beside.start && column < beside.end).length;
			const beyond =
				range.start < beside.start
					? columns.some((column) => column < range.end)
					: columns.some((column) => column >= range.start);
			return !beyond && read >= Math.max(LEAST, QUOTES * words);
		});
	});
	const [first] = same;
	const [{ rendition } = { rendition: null }] = own;
	if (!quotes || !first || rendition === null) return false;
	if (own.some(({ text }) => OTHER_LEADS[first.what].test(text))) return false;
	return !sentencesOf(index, rendition.article).some((stems) =>
		same.some((clause) => countShared(clause.stems, stems) >= Math.max(2, GIVES * clause.stems.size)),
	);
}

/** Two wordings of one clause: half of the telling words of the shorter are in the other. */
function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	return countShared(a, b) * 2 >= Math.min(a.size, b.size);
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let shared = 0;
	for (const stem of a) if (b.has(stem)) shared++;
	return shared;
}

function stemsOf(text: string): Set<string> {
	return new Set(
		[...text.matchAll(WORD)].flatMap(([word]) => (word.length >= LEAST_LETTERS ? [stemOf(foldCase(word))] : [])),
	);
}

const read = new WeakMap<RecordIndex, Map<string, Set<string>[]>>();

/** The telling words of each sentence of a report. */
function sentencesOf(index: RecordIndex, id: string): readonly ReadonlySet<string>[] {
	const articles = read.get(index) ?? new Map<string, Set<string>[]>();
	read.set(index, articles);
	const article = index.articles.get(id);
	const body: readonly Span[] = article?.body ?? [];
	const sentences =
		articles.get(id) ??
		findSentences(article?.text ?? "", body).map(({ start, end }) => stemsOf((article?.text ?? "").slice(start, end)));
	articles.set(id, sentences);
	return sentences;
}

/** The clauses of an utterance before which reports stop. */
export function listCuts(index: RecordIndex, story: Story, { id }: Utterance): CutClause[] {
	return findCutClauses(index, story).filter(({ utterance }) => utterance.id === id);
}
