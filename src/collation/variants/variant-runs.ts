import type { Span } from "../../model/span.ts";
import { compareSpans, compareText } from "../../text/compare.ts";
import { subtractSpans } from "../../text/spans.ts";
import { TELLING } from "../term-weight.ts";
import { isInside, type WordAlignment } from "./alignment.ts";
import { saysSomething } from "./readings.ts";
import { reportedForm } from "./reported-speech.ts";

/**
 * Runs of columns to be read together. Where spoken words differ among themselves is found on them alone, so that no
 * paraphrase runs two of their differences into one; then where outlets' own words depart from what is left.
 */
export function findRuns(alignment: WordAlignment): Span[] {
	const all = findDepartures(alignment);
	const spoken = alignment.witnesses.flatMap(({ outlet }, index) => (outlet.includes(true) ? [] : [index]));
	if (spoken.length < 2 || spoken.length === alignment.witnesses.length) return all;
	const places: number[] = [];
	const columns: Int32Array[] = [];
	alignment.columns.forEach((column, at) => {
		const own = Int32Array.from(spoken, (index) => column[index] ?? -1);
		if (own.every((position) => position < 0)) return;
		places.push(at);
		columns.push(own);
	});
	const witnesses = spoken.flatMap((index) => alignment.witnesses[index] ?? []);
	const first = findDepartures({ witnesses, columns, transposed: [] }).map(({ start, end }) => ({
		start: places[start] ?? 0,
		end: (places[end - 1] ?? 0) + 1,
	}));
	return [...first, ...subtractSpans(all, first)].sort(compareSpans);
}

/**
 * Runs so that a phrase put for a phrase stays whole, while two
 * departures of different witnesses that happen to be neighbours stay two. A column goes on with the
 * one before it when in both no reading has a clear majority, when a witness that departs in it
 * departed in one of the two before, or when one witness falls silent where another takes up.
 */
function findDepartures(alignment: WordAlignment): Span[] {
	const runs: { start: number; end: number }[] = [];
	/** Who departed in the two columns before: one may have a word there that nobody else has. */
	let departedBefore: readonly ReadonlySet<number>[] = [];
	let contestedBefore = false;
	/** Who left out words in this run and has had none since. */
	let silent = new Set<number>();
	for (let at = 0; at < alignment.columns.length; at++) {
		const { departed, contested } = readColumn(alignment, at);
		const run = runs[runs.length - 1];
		if (departed.size > 0) {
			const goesOn =
				run?.end === at &&
				((contested && contestedBefore) ||
					[...departed].some(
						(witness) => silent.has(witness) || departedBefore.some((before) => before.has(witness)),
					) ||
					changePlaces(alignment, at - 1));
			if (run && goesOn) run.end = at + 1;
			else {
				runs.push({ start: at, end: at + 1 });
				silent = new Set();
			}
		}
		const wordless = (witness: number): boolean => (alignment.columns[at]?.[witness] ?? -1) < 0;
		silent = new Set([...silent, ...departed].filter(wordless));
		departedBefore = [...departedBefore.slice(-1), departed];
		contestedBefore = contested;
	}
	return bridge(alignment, runs).flatMap((run) => partClauses(alignment, run));
}

/**
 * Joins runs with one common function word between them when some witness departs on both sides of it:
 * that two phrases share an "in" does not make them two changes.
 */
function bridge(alignment: WordAlignment, runs: readonly Span[]): Span[] {
	const joined: { start: number; end: number }[] = [];
	for (const run of runs) {
		const last = joined[joined.length - 1];
		const between = last ? alignment.columns[last.end] : undefined;
		const small =
			last !== undefined &&
			run.start === last.end + 1 &&
			alignment.witnesses.every((witness, index) => (witness.words[between?.[index] ?? -1]?.weight ?? 0) < TELLING);
		if (last && small) {
			const before = readColumn(alignment, last.end - 1).departed;
			if ([...readColumn(alignment, run.start).departed].some((witness) => before.has(witness))) {
				last.end = run.end;
				continue;
			}
		}
		joined.push({ start: run.start, end: run.end });
	}
	return joined;
}

/** A clause of its own at a run's edge has at least this many words. */
const LEAST_CLAUSE = 3;

/**
 * Parts off a clause that one side adds at the start or the end of a run ("…, whatever the owner may
 * say"): columns in which the same witnesses alone have words, with a pause between them and the rest.
 */
function partClauses(alignment: WordAlignment, run: Span): Span[] {
	const havers = (at: number): string =>
		alignment.witnesses.flatMap((_, index) => ((alignment.columns[at]?.[index] ?? -1) >= 0 ? [index] : [])).join();
	const pausesAt = (at: number): boolean =>
		alignment.witnesses.some((witness, index) => witness.words[alignment.columns[at]?.[index] ?? -1]?.pause === true);
	let tail = run.end;
	for (let at = run.end - 1; at > run.start && havers(at) === havers(run.end - 1); at--) {
		if (pausesAt(at) && run.end - at >= LEAST_CLAUSE) {
			tail = at;
			break;
		}
	}
	let head = run.start;
	for (let at = run.start; at + 1 < tail && havers(at) === havers(run.start); at++) {
		if (pausesAt(at + 1) && at + 1 - run.start >= LEAST_CLAUSE) {
			head = at + 1;
			break;
		}
	}
	const parts: Span[] = [];
	if (head > run.start) parts.push({ start: run.start, end: head });
	if (tail > head) parts.push({ start: head, end: tail });
	if (run.end > tail) parts.push({ start: tail, end: run.end });
	return parts;
}

/** Whether, between a column and the next, one witness falls silent and another takes up. */
function changePlaces(alignment: WordAlignment, at: number): boolean {
	let falls = false;
	let takesUp = false;
	alignment.witnesses.forEach((_, index) => {
		const here = (alignment.columns[at]?.[index] ?? -1) >= 0;
		const next = (alignment.columns[at + 1]?.[index] ?? -1) >= 0;
		if (here && !next && isInside(alignment, index, at + 1)) falls = true;
		if (!here && next && isInside(alignment, index, at)) takesUp = true;
	});
	return falls && takesUp;
}

/**
 * What an outlet's own words in a column stand for among the spoken ones, by the form that reporting leaves; and whether
 * no word of the column says anything, so that an outlet that has none leaves nothing out.
 */
function spokenForms(
	alignment: WordAlignment,
	at: number,
): { readonly spoken: ReadonlyMap<string, string>; readonly small: boolean } {
	const spoken = new Map<string, string>();
	let small = true;
	const words = alignment.witnesses.flatMap(({ words, outlet }, index) => {
		const position = alignment.columns[at]?.[index] ?? -1;
		const word = words[position];
		return word ? [{ word, outlet: outlet[position] === true }] : [];
	});
	const reported = words.some(({ outlet }) => outlet);
	for (const { word, outlet } of words) {
		if (saysSomething(word)) small = false;
		const form = reportedForm(word);
		const known = spoken.get(form);
		if (reported && !outlet && (known === undefined || compareText(word.norm, known) < 0)) spoken.set(form, word.norm);
	}
	// Where the outlets alone have words, they meet by that form too.
	for (const { word } of words)
		if (reported && !spoken.has(reportedForm(word))) spoken.set(reportedForm(word), word.norm);
	return { spoken, small };
}

/** A reading that this share of the witnesses have is what most read. */
const CLEAR_MAJORITY = 2 / 3;

/**
 * The witnesses that read otherwise than most do in a column, and whether no reading has a clear
 * majority. A gap is a reading inside a witness's extent.
 */
function readColumn(
	alignment: WordAlignment,
	at: number,
): { readonly departed: ReadonlySet<number>; readonly contested: boolean } {
	const readings = new Map<string, number[]>();
	let reaching = 0;
	const { spoken, small } = spokenForms(alignment, at);
	alignment.witnesses.forEach((witness, index) => {
		const position = alignment.columns[at]?.[index] ?? -1;
		const word = witness.words[position];
		if (!word && (!isInside(alignment, index, at) || (small && witness.outlet.includes(true)))) return;
		const key = word === undefined ? "" : (spoken.get(reportedForm(word)) ?? word.norm);
		reaching++;
		const list = readings.get(key);
		if (list) list.push(index);
		else readings.set(key, [index]);
	});
	const [most, ...others] = [...readings].sort((a, b) => b[1].length - a[1].length || compareText(b[0], a[0]));
	// That most have nothing here is no reading to hold on to: what some add goes with what stands beside it.
	const agreeing = most && most[0] !== "" ? most[1].length : 0;
	return {
		departed: new Set(others.flatMap(([, witnesses]) => witnesses)),
		contested: agreeing < reaching * CLEAR_MAJORITY,
	};
}
