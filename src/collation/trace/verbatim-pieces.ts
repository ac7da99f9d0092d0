import type { Span } from "../../model/span.ts";
import { round } from "../../text/compare.ts";
import { isUnderStudy } from "../open-matter.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import { STRENGTH } from "../variants/strength.ts";
import { measureWords, type Piece, shareOf } from "./piece.ts";
import type { ReportWords } from "./report-words.ts";
import type { Traced } from "./traced-text.ts";
import type { RunChain, WordRun } from "./word-runs.ts";

/**
 * Places that give the text's very words.
 *
 * Catches: “We have asked for new pumps … and every year the ministry has sent us a letter”, of a sentence that has
 * more between and behind; “people who had keys to the building”, of one that has more on both sides.
 * Leaves: “We have asked for help”, which goes on otherwise; a run of words that anybody may use.
 */

/** A run outside of marks that so many words, of this rarity together, are in: what passages between reports are held to. */
const LEAST_RUN = 8;
const LEAST_RUN_WEIGHT = 1.8;
/** Words in marks are chosen by a speaker, and need less. */
const LEAST_MARKED = 4;
const LEAST_MARKED_WEIGHT = 0.8;
const LEAST_TELLING = 2;

/** All of the words, wherever they stand. */
export function findExact(traced: Traced, report: ReportWords, chains: readonly RunChain[]): Piece[] {
	return chains.flatMap((chain) =>
		chain.words === traced.words.length
			? [describe(traced, report, chain, "exact", `all ${countWords(traced.words.length)}, in order`)]
			: [],
	);
}

/** Some of the words in marks, with nothing else there, in words enough to be known by. */
export function findMarkedCuts(traced: Traced, report: ReportWords, chains: readonly RunChain[]): Piece[] {
	return chains.flatMap((all) => {
		const chain = inMarks(report, all);
		if (all.words === traced.words.length || !standsAlone(traced, report, chain)) return [];
		const { telling, weight } = measureWords(tracedWords(traced, chain.runs));
		if (chain.words < LEAST_MARKED || telling < LEAST_TELLING || weight < LEAST_MARKED_WEIGHT) return [];
		return [describeCut(traced, report, chain)];
	});
}

/** A fragment in marks has words of at least this rarity. */
const LEAST_FRAGMENT_WEIGHT = 0.3;

/** Fewer words in marks: a fragment, which is nobody's in particular until its speaker is known. */
export function findFragments(traced: Traced, report: ReportWords, chains: readonly RunChain[]): Piece[] {
	return chains.flatMap((all) => {
		const chain = inMarks(report, all);
		if (all.words === traced.words.length || !standsAlone(traced, report, chain)) return [];
		const words = tracedWords(traced, chain.runs);
		if (!words.some(({ weight }) => weight >= LEAST_FRAGMENT_WEIGHT)) return [];
		// A fragment is what a report puts into marks, and nothing less.
		const first = chain.runs[0]?.found ?? 0;
		const last = chain.runs[chain.runs.length - 1];
		const end = (last?.found ?? 0) + (last?.length ?? 0);
		if (!isEdge(report, first) || !isEdge(report, end)) return [];
		return [describeCut(traced, report, chain)];
	});
}

/** A long run of the words in an outlet's own. */
export function findLongRuns(traced: Traced, report: ReportWords, chains: readonly RunChain[]): Piece[] {
	return chains.flatMap((chain) => {
		const [run] = chain.runs;
		if (!run || chain.runs.length > 1 || run.length === traced.words.length || run.length < LEAST_RUN) return [];
		if (measureWords(tracedWords(traced, chain.runs)).weight < LEAST_RUN_WEIGHT) return [];
		return [describeCut(traced, report, chain)];
	});
}

/** What of a chain stands in marks. */
function inMarks({ marked }: ReportWords, chain: RunChain): RunChain {
	const runs: WordRun[] = [];
	for (const { traced, found, length } of chain.runs) {
		let from = -1;
		for (let at = 0; at <= length; at++) {
			const isMarked = at < length && marked[found + at] === 1;
			if (isMarked && from < 0) from = at;
			if (isMarked || from < 0) continue;
			runs.push({ traced: traced + from, found: found + from, length: at - from });
			from = -1;
		}
	}
	return { ...chain, runs, words: runs.reduce((sum, { length }) => sum + length, 0) };
}

function tracedWords({ words }: Traced, runs: readonly WordRun[]): Traced["words"] {
	return runs.flatMap(({ traced, length }) => words.slice(traced, traced + length));
}

/**
 * Whether the words in marks begin and end where the text, its sentences, the marks or an ellipsis do, so that nothing
 * is put in the place of what is left out.
 */
function standsAlone(traced: Traced, report: ReportWords, { runs }: RunChain): boolean {
	if (runs.length === 0) return false;
	const edges = new Set(traced.sentences.flatMap(({ start, end }) => [start, end]));
	return runs.every((run, at) => {
		const end = run.found + run.length;
		const [before, after] = [runs[at - 1], runs[at + 1]];
		const starts =
			(before && before.found + before.length === run.found) || edges.has(run.traced) || isEdge(report, run.found);
		const ends = after?.found === end || edges.has(run.traced + run.length) || isEdge(report, end);
		return starts && ends;
	});
}

/** Whether marks, a sentence or an ellipsis part the word at `at` from the one before. */
function isEdge(report: ReportWords, at: number): boolean {
	if (at === 0 || at >= report.words.length) return true;
	if (report.marked[at] !== report.marked[at - 1] || report.elided[at] === 1) return true;
	return report.sentences[at] !== report.sentences[at - 1] || report.quotations[at] !== report.quotations[at - 1];
}

function describeCut(traced: Traced, report: ReportWords, chain: RunChain): Piece {
	return describe(traced, report, chain, "cut", `${chain.words} of ${countWords(traced.words.length)}, in order`);
}

function describe(
	traced: Traced,
	report: ReportWords,
	{ runs }: RunChain,
	kind: "exact" | "cut",
	reason: string,
): Piece {
	const last = runs[runs.length - 1];
	const quotations = new Set(runs.map(({ found }) => report.quotations[found] ?? -1));
	return {
		kind: runs.some((run, at) => turns(traced, runs[at - 1], run)) ? "reworded" : kind,
		traced: { start: runs[0]?.traced ?? 0, end: (last?.traced ?? 0) + (last?.length ?? 0) },
		runs,
		found: findRanges(report, runs),
		quotation: [...quotations].find((quotation) => quotation >= 0) ?? -1,
		score: kind === "exact" ? 1 : round(shareOf(traced, tracedWords(traced, runs))),
		reason,
	};
}

/** Whether what is left out between two runs, with nothing that shows it, turns what is said: “did [not] warn”. */
function turns({ words }: Traced, before: WordRun | undefined, run: WordRun): boolean {
	if (!before || before.found + before.length < run.found) return false;
	return words
		.slice(before.traced + before.length, run.traced)
		.some(({ norm }) => isNegation(norm) || STRENGTH.has(norm) || isUnderStudy(norm));
}

/** The words of a report that runs stand in: with the speaker's own between them, where the text has an ellipsis. */
function findRanges(report: ReportWords, runs: readonly WordRun[]): Span[] {
	const ranges: { start: number; end: number }[] = [];
	for (const { found, length } of runs) {
		const last = ranges[ranges.length - 1];
		if (last && isOfOne(report, last.end, found)) last.end = found + length;
		else ranges.push({ start: found, end: found + length });
	}
	return ranges;
}

function isOfOne({ quotations }: ReportWords, start: number, end: number): boolean {
	for (let at = start; at <= end; at++) if (quotations[at] !== quotations[start - 1]) return false;
	return true;
}

function countWords(count: number): string {
	return count === 1 ? "1 word" : `${count} words`;
}
