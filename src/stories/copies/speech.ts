import type { AnnotatedArticle } from "../../model/annotated.ts";
import { firstTokenFrom } from "../../text/tokens.ts";
import { foldName } from "../entities/fold-name.ts";
import type { WordSequence } from "./fingerprints.ts";

/** Which words of a sequence are given as somebody's, in marks or not. */
export interface Speech {
	/** For each word the number of the quotation it stands in, from 1; 0 where it stands in none. */
	readonly at: Uint16Array;
	/** By that number, the folded names of who speaks; null where that is open. */
	readonly speakers: readonly (ReadonlySet<string> | null)[];
}

/** More quotations than this in one text are no report's. */
const MOST = 0xfffe;

/** The quotations that words stand in: content, and the words that introduce it. Of nested ones the inner. */
export function findSpeech({ quotations, entities }: AnnotatedArticle, sequence: WordSequence): Speech {
	const { starts } = sequence;
	const at = new Uint16Array(starts.length);
	const speakers: (ReadonlySet<string> | null)[] = [null];
	const namesOf = new Map(entities.map(({ id, names }) => [id, new Set(names.map(foldName))]));
	const spans = quotations.slice(0, MOST).flatMap(({ content, cue, speaker }) => {
		const number = speakers.push(speaker === null ? null : (namesOf.get(speaker) ?? null)) - 1;
		return [...content, ...cue].map(({ start, end }) => ({ start, end, number }));
	});
	spans.sort((x, y) => y.end - y.start - (x.end - x.start) || x.start - y.start || x.number - y.number);
	for (const { start, end, number } of spans) {
		for (let i = firstTokenFrom(sequence, start); i < starts.length && (starts[i] ?? end) < end; i++) at[i] = number;
	}
	return { at, speakers };
}

/** Whether both words are somebody's, and nothing says that it is not the same one. */
export function areOfOne(a: Speech, i: number, b: Speech, j: number): boolean {
	const [x, y] = [a.at[i] ?? 0, b.at[j] ?? 0];
	if (x === 0 || y === 0) return false;
	const [names, others] = [a.speakers[x], b.speakers[y]];
	return !names || !others || [...names].some((name) => others.has(name));
}
