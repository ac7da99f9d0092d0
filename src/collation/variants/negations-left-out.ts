import { findLostNegation } from "../lost-negation.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import type { Witness, WordAlignment } from "./alignment.ts";
import { type Reading, saysSomething } from "./readings.ts";

/**
 * Whether outlets leave out a negation alone, and have what it denies elsewhere in the sentence: "the quay would close"
 * beside “we will not close the quay”. Not where they leave out the whole clause, nor "denied that the quay would close".
 */
export function leavesNegationOut({ witnesses }: WordAlignment, readings: readonly Reading[]): boolean {
	const absent = readings.filter(({ words }) => !words.some(saysSomething));
	const negating = readings.filter(({ words }) => words.some(({ norm }) => isNegation(norm)));
	if (absent.length === 0 || negating.length === 0 || !absent.every(({ told }) => told)) return false;
	const witnessesOf = (list: readonly Reading[]): Witness[] =>
		list.flatMap(({ renditions }) => witnesses.filter(({ rendition }) => renditions.includes(rendition)));
	const spoken = witnessesOf(negating);
	const starts = new Set(negating.flatMap(({ words }) => words.map(({ start }) => start)));
	return witnessesOf(absent).every(
		(told) =>
			told.denied !== true &&
			spoken.some((witness) => {
				const at = witness.words.findIndex(({ norm, start }) => isNegation(norm) && starts.has(start));
				const sentence = witness.sentences[at] ?? -1;
				return findLostNegation(wordsOf(told, sentence), wordsOf(witness, sentence)) !== null;
			}),
	);
}

function wordsOf({ words, sentences }: Witness, sentence: number): SegmentWord[] {
	return words.filter((_, at) => sentences[at] === sentence);
}
