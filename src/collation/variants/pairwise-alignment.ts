import { round } from "../../text/compare.ts";

/** A matched pair of positions and how alike the two are, above 0. */
export interface Match {
	readonly a: number;
	readonly b: number;
	readonly weight: number;
}

/** Opening a gap costs more than lengthening it: words are added and left out in phrases (Gotoh 1982). */
const GAP_OPEN = 0.5;
const GAP_EXTEND = 0.08;

/** Unlike words of one slot, "withdrawn" and "revoked": a pair that comes after all that are alike. */
const LEAST_SLOT = -0.1;
const SLOT = 0.02;

/** The last step into a cell. */
const MATCH = 1;
const GAP_A = 2;
const GAP_B = 3;

/**
 * Global alignment of two sequences with affine gap costs (Gotoh 1982). Gaps at the ends are free:
 * one report may give only a part of the words. Time and memory are the product of the lengths.
 *
 * @param likeness score of matching position `i` of the first with `j` of the second, -1 to 1
 * @returns matches, sorted, of positive likeness or of two unlike words in one slot; ties in score prefer a match, then a gap in the second
 */
export function alignPair(lengthA: number, lengthB: number, likeness: (i: number, j: number) => number): Match[] {
	const width = lengthB + 1;
	const size = (lengthA + 1) * width;
	const best = new Float64Array(size);
	const gapA = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
	const gapB = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
	const step = new Uint8Array(size);
	const longerA = new Uint8Array(size);
	const longerB = new Uint8Array(size);
	const likenesses = new Float64Array(size);
	for (let i = 1; i <= lengthA; i++) {
		for (let j = 1; j <= lengthB; j++) {
			const at = i * width + j;
			const score = likeness(i - 1, j - 1);
			likenesses[at] = score;
			// A gap along the last row or column is past the other's end: free.
			const openA = round((best[at - width] ?? 0) - (j === lengthB ? 0 : GAP_OPEN), 6);
			const extendA = round((gapA[at - width] ?? 0) - (j === lengthB ? 0 : GAP_EXTEND), 6);
			const openB = round((best[at - 1] ?? 0) - (i === lengthA ? 0 : GAP_OPEN), 6);
			const extendB = round((gapB[at - 1] ?? 0) - (i === lengthA ? 0 : GAP_EXTEND), 6);
			longerA[at] = extendA > openA ? 1 : 0;
			longerB[at] = extendB > openB ? 1 : 0;
			const diagonal = round((best[at - width - 1] ?? 0) + score, 6);
			const down = Math.max(openA, extendA);
			const right = Math.max(openB, extendB);
			gapA[at] = down;
			gapB[at] = right;
			step[at] = diagonal >= down && diagonal >= right ? MATCH : down >= right ? GAP_A : GAP_B;
			best[at] = Math.max(diagonal, down, right);
		}
	}
	const matches: Match[] = [];
	let i = lengthA;
	let j = lengthB;
	let state = step[i * width + j] ?? 0;
	while (i > 0 && j > 0) {
		const at = i * width + j;
		if (state === MATCH) {
			const weight = likenesses[at] ?? 0;
			if (weight > 0) matches.push({ a: i - 1, b: j - 1, weight });
			else if (weight >= LEAST_SLOT) matches.push({ a: i - 1, b: j - 1, weight: SLOT });
			i--;
			j--;
			state = step[i * width + j] ?? 0;
		} else if (state === GAP_A) {
			i--;
			if (longerA[at] === 0) state = step[i * width + j] ?? 0;
		} else {
			j--;
			if (longerB[at] === 0) state = step[i * width + j] ?? 0;
		}
	}
	matches.reverse();
	// A slot lies between words that are alike on both sides; else a phrase stands for a phrase.
	return matches.filter(
		(match, at) => match.weight !== SLOT || (isBeside(matches[at - 1], match) && isBeside(match, matches[at + 1])),
	);
}

function isBeside(left: Match | undefined, right: Match | undefined): boolean {
	if (!left || !right) return true;
	return left.a + 1 === right.a && left.b + 1 === right.b && (left.weight !== SLOT || right.weight !== SLOT);
}
