import { describe, expect, it } from "vitest";
import { JUDGE_FEATURES, judge } from "../../src/quotations/tagger/judge.ts";
import { randomFrom } from "./random.ts";
import { type Case, trainJudge } from "./train-judge.ts";

function casesOf(weights: Float64Array, count: number): Case[] {
	const random = randomFrom(3);
	return Array.from({ length: count }, () => {
		const features = Float64Array.from({ length: JUDGE_FEATURES }, (_, j) =>
			j === JUDGE_FEATURES - 1 ? 1 : 10 * j + 4 * random(),
		);
		return { features, isCue: random() < judge({ weights }, features) };
	});
}

describe("training the judge", () => {
	it("finds the weights that the cases were drawn by, on features of any mean", () => {
		const drawn = new Float64Array(JUDGE_FEATURES);
		drawn[0] = 1;
		drawn[3] = -0.5;
		drawn[JUDGE_FEATURES - 1] = 14;
		const { weights } = trainJudge(casesOf(drawn, 8_000), 1);
		for (let j = 0; j < JUDGE_FEATURES - 1; j++)
			expect(Math.abs((weights[j] ?? 9) - (drawn[j] ?? 0))).toBeLessThan(0.12);
	});

	it("gives the share of cues where nothing else tells", () => {
		const features = new Float64Array(JUDGE_FEATURES);
		features[JUDGE_FEATURES - 1] = 1;
		const cases = Array.from({ length: 40 }, (_, i): Case => ({ features, isCue: i % 4 === 0 }));
		expect(judge(trainJudge(cases, 1), features)).toBeCloseTo(0.25, 6);
	});
});
