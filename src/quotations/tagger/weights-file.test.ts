import { describe, expect, it } from "vitest";
import { JUDGE_FEATURES } from "./judge.ts";
import { makeTable, type Table, type TaggerWeights } from "./weights.ts";
import { readTaggerWeights, writeTaggerWeights } from "./weights-file.ts";
import { makeClasses } from "./word-classes.ts";

function sample(): TaggerWeights {
	const keys = Int32Array.from([3, 70, 5_000, 16_777_214]);
	const table = (stride: number): Table =>
		makeTable(
			keys,
			Int8Array.from({ length: 4 * stride }, (_, i) => ((i * 37) % 255) - 127),
			stride,
			0.5,
		);
	return {
		classes: makeClasses([
			{ hash: 7, coarse: 3, fine: 250 },
			{ hash: 0x7fffffff, coarse: 0, fine: 0 },
			{ hash: 0xfffffff0, coarse: 63, fine: 1 },
		]),
		cue: { table: table(2), moves: Float64Array.from([0, -1, 0, 0.5, 0, 1, 0.25, 0, 2]) },
		relation: { boundary: table(5), token: table(2), whole: table(2) },
		judge: { weights: Float64Array.from({ length: JUDGE_FEATURES }, (_, i) => i / 4) },
	};
}

describe("the tagger's weights as bytes", () => {
	it("come back as they went", () => {
		const before = sample();
		const after = readTaggerWeights(writeTaggerWeights(before));
		expect([...after.cue.moves]).toEqual([...before.cue.moves]);
		expect(after.judge).toEqual(before.judge);
		expect(after.relation.boundary).toEqual(before.relation.boundary);
		expect(after.cue.table).toEqual(before.cue.table);
	});

	it("are the same bytes when written again", () => {
		const once = writeTaggerWeights(sample());
		expect(writeTaggerWeights(readTaggerWeights(once))).toEqual(once);
	});

	it("are refused when they are none, or made for other features, or cut off", () => {
		const bytes = writeTaggerWeights(sample());
		expect(() => readTaggerWeights(bytes.subarray(0, 3))).toThrow("no quotation tagger's weights");
		expect(() => readTaggerWeights(new Uint8Array(100))).toThrow("no quotation tagger's weights");
		const other = bytes.slice();
		other[5] = (other[5] ?? 0) ^ 1;
		expect(() => readTaggerWeights(other)).toThrow("other features");
		expect(() => readTaggerWeights(bytes.subarray(0, bytes.length - 1))).toThrow("cut off");
	});
});
