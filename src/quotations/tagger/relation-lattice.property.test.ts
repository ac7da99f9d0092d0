import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	decodeRelation,
	EVENTS,
	endScore,
	MOVES,
	moveScore,
	type RelationScores,
	sumOfWays,
} from "./relation-lattice.ts";

const LENGTH = 5;
const number = fc.integer({ min: -300, max: 300 }).map((n) => n / 100);

const scoresOf = fc
	.record({
		events: fc.array(number, { minLength: (LENGTH + 1) * EVENTS, maxLength: (LENGTH + 1) * EVENTS }),
		tokens: fc.array(number, { minLength: LENGTH * 2, maxLength: LENGTH * 2 }),
		refused: number,
		sourceless: number,
		cueFirst: fc.integer({ min: 0, max: LENGTH - 1 }),
	})
	.map(
		({ events, tokens, refused, sourceless, cueFirst }): RelationScores => ({
			length: LENGTH,
			events: Float64Array.from(events),
			tokens: Float64Array.from(tokens),
			refused,
			sourceless,
			cueFirst,
			cueEnd: cueFirst + 1,
		}),
	);

/** Scores of every way through, by brute force; those that refuse the cue too unless told otherwise. */
function waysThrough(scores: RelationScores, refusals = true, state = 0, k = 0): number[] {
	if (k > scores.length) {
		const end = endScore(scores, state);
		return end === Number.NEGATIVE_INFINITY || (state === 0 && !refusals) ? [] : [end];
	}
	return MOVES.flatMap(([from, to], move) => {
		const score = from === state ? moveScore(scores, move, k) : Number.NEGATIVE_INFINITY;
		return score === Number.NEGATIVE_INFINITY
			? []
			: waysThrough(scores, refusals, to, k + 1).map((rest) => rest + score);
	});
}

describe("the lattice of sources and contents", () => {
	it("is decoded to its best way that refuses nothing, and summed over all of them", () => {
		fc.assert(
			fc.property(scoresOf, (scores) => {
				const ways = waysThrough(scores);
				const { states, score } = decodeRelation(scores);
				expect(score).toBeCloseTo(Math.max(...waysThrough(scores, false)), 8);
				expect(sumOfWays(scores)).toBeCloseTo(Math.log(ways.reduce((sum, way) => sum + Math.exp(way), 0)), 8);
				expect(states[scores.cueFirst]).toBeLessThan(4);
			}),
			{ numRuns: 25 },
		);
	});
});
