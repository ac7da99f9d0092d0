import { round } from "../../text/compare.ts";
import { TELLING } from "../term-weight.ts";
import type { ReportWords } from "./report-words.ts";
import type { Traced } from "./traced-text.ts";

/** Words of the traced text that stand in a report one after the other. */
export interface WordRun {
	/** Index of the first word in the traced text, and in the report. */
	readonly traced: number;
	readonly found: number;
	readonly length: number;
}

/** Runs that follow each other in the text and in the report, with nothing else of the speaker's between. */
export interface RunChain {
	readonly runs: readonly WordRun[];
	readonly words: number;
	/** What its words say, summed. */
	readonly weight: number;
}

/** A text with more runs than this is no report; the first are looked at. */
const MOST_RUNS = 20_000;
/** An attribution between two parts of a quotation has at most so many words: source, role, day and place. */
const LONGEST_ATTRIBUTION = 40;
/** What the traced text leaves out by an ellipsis has at most so many. */
const LONGEST_LEFT_OUT = 60;

/**
 * The chains of a report, those that say most first, no word of the report in two of them. Time grows with the
 * report's length and with how often the text's words stand in it.
 */
export function findRunChains(traced: Traced, report: ReportWords): RunChain[] {
	const runs = findRuns(traced, report);
	const best: { readonly weight: number; readonly before: number; readonly cut: number }[] = [];
	for (const [at, run] of runs.entries()) {
		let found = { weight: weigh(traced, run), before: -1, cut: 0 };
		for (let before = at - 1; before >= 0; before--) {
			const other = runs[before];
			if (!other || run.found - (other.found + other.length) > LONGEST_LEFT_OUT) break;
			const cut = overlapOf(other, run);
			if (cut >= run.length || cut < 0 || !mayFollow(traced, report, other, trim(run, cut))) continue;
			const weight = round((best[before]?.weight ?? 0) + weigh(traced, trim(run, cut)));
			if (weight > found.weight) found = { weight, before, cut };
		}
		best.push(found);
	}
	const order = [...best.keys()].sort((a, b) => (best[b]?.weight ?? 0) - (best[a]?.weight ?? 0) || a - b);
	const taken = new Uint8Array(report.words.length);
	const chains: RunChain[] = [];
	for (const last of order) {
		const chain: WordRun[] = [];
		for (let at = last; at >= 0; at = best[at]?.before ?? -1) {
			const run = runs[at];
			if (run) chain.unshift(trim(run, best[at]?.cut ?? 0));
		}
		if (chain.some((run) => isTaken(taken, run))) continue;
		for (const run of chain) taken.fill(1, run.found, run.found + run.length);
		chains.push({
			runs: joinRuns(chain),
			words: chain.reduce((sum, { length }) => sum + length, 0),
			weight: best[last]?.weight ?? 0,
		});
	}
	return chains;
}

function isTaken(taken: Uint8Array, { found, length }: WordRun): boolean {
	for (let at = found; at < found + length; at++) if (taken[at] === 1) return true;
	return false;
}

/** Longest equal runs, by place in the report, then in the text. Lone words count where they tell something in marks. */
function findRuns({ words }: Traced, report: ReportWords): WordRun[] {
	const places = new Map<string, number[]>();
	words.forEach(({ norm }, at) => {
		const list = places.get(norm);
		if (list) list.push(at);
		else places.set(norm, [at]);
	});
	const runs: WordRun[] = [];
	for (let found = 0; found < report.words.length && runs.length < MOST_RUNS; found++) {
		for (const traced of places.get(report.words[found]?.norm ?? "") ?? []) {
			if (traced > 0 && found > 0 && words[traced - 1]?.norm === report.words[found - 1]?.norm) continue;
			let length = 1;
			while (
				traced + length < words.length &&
				found + length < report.words.length &&
				words[traced + length]?.norm === report.words[found + length]?.norm
			)
				length++;
			const lone = (words[traced]?.weight ?? 0) >= TELLING && report.marked[found] === 1;
			if (length > 1 || lone || words.length === 1) runs.push({ traced, found, length });
		}
	}
	return runs;
}

/** How many words of a run's start the run before has already; -1 where it comes first in the text or in the report. */
function overlapOf(before: WordRun, run: WordRun): number {
	if (run.traced <= before.traced || run.found <= before.found) return -1;
	return Math.max(0, before.traced + before.length - run.traced, before.found + before.length - run.found);
}

function trim({ traced, found, length }: WordRun, words: number): WordRun {
	return { traced: traced + words, found: found + words, length: length - words };
}

/** Whether nothing stands between two runs but an attribution, an ellipsis, or what the traced text leaves out. */
function mayFollow({ holes }: Traced, report: ReportWords, before: WordRun, run: WordRun): boolean {
	const from = before.found + before.length;
	const to = run.found;
	if (from === to) return true;
	const same = report.sentences[from - 1] === report.sentences[to];
	const quotation = report.quotations[to] ?? -1;
	if (before.traced + before.length === run.traced && holes.has(run.traced))
		return same || (quotation >= 0 && quotation === report.quotations[from - 1]);
	if (report.marked[from - 1] !== 1 || report.marked[to] !== 1 || to - from > LONGEST_ATTRIBUTION) return false;
	for (let at = from; at < to; at++) if (report.marked[at] === 1) return false;
	const [one, other] = [report.speakers[report.quotations[from - 1] ?? -1], report.speakers[quotation]];
	return one === other || !one || !other;
}

/** Runs that touch on both sides are one. */
function joinRuns(runs: readonly WordRun[]): WordRun[] {
	const joined: WordRun[] = [];
	for (const run of runs) {
		const last = joined[joined.length - 1];
		if (last && last.traced + last.length === run.traced && last.found + last.length === run.found)
			joined[joined.length - 1] = { ...last, length: last.length + run.length };
		else joined.push(run);
	}
	return joined;
}

/** A word that says nothing still counts for a little: of two chains the longer is the better. */
const LEAST_WEIGHT = 0.05;

function weigh({ words }: Traced, { traced, length }: WordRun): number {
	let weight = 0;
	for (let at = traced; at < traced + length; at++) weight += Math.max(LEAST_WEIGHT, words[at]?.weight ?? 0);
	return round(weight);
}
