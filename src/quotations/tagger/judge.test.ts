import { describe, expect, it } from "vitest";
import { findLines } from "../../text/paragraphs.ts";
import { findSentences } from "../../text/sentences.ts";
import { findTokens } from "../../text/tokens.ts";
import { findMarked } from "../marks/marks.ts";
import type { CueRange } from "./cue-chain.ts";
import { readCueContext } from "./cue-features.ts";
import { type CueReading, JUDGE_FEATURES, judge, judgeFeatures } from "./judge.ts";
import { readRelationContext } from "./relation-context.ts";
import { windowOf } from "./relation-window.ts";
import { readTagText, tokenAt } from "./tag-text.ts";
import { makeClasses } from "./word-classes.ts";

const GAP_BEFORE = 25;
const GAP_AFTER = 26;

/** What is asked about the cue with a number, where all cues and the states of the window's tokens are given. */
function ask(text: string, cueWords: readonly string[], index: number, states: string): Float64Array {
	const paragraphs = findLines(text, [{ start: 0, end: text.length }]);
	const words = { paragraphs, sentences: findSentences(text, paragraphs), tokens: findTokens(text, paragraphs) };
	const tag = readTagText(text, words, findMarked(text, paragraphs), makeClasses([]));
	const cues = cueWords.map((word): CueRange => {
		const first = tokenAt(tag, text.indexOf(word));
		return { first, end: first + 1 };
	});
	const context = readRelationContext(readCueContext(tag), cues, new Float64Array(tag.count * 2));
	const cue = cues[index] ?? { first: 0, end: 1 };
	const window = windowOf(tag, cue);
	const length = window.end - window.first;
	const reading: CueReading = {
		scores: {
			length,
			events: new Float64Array(0),
			tokens: new Float64Array(0),
			refused: -1,
			sourceless: 0,
			cueFirst: cue.first - window.first,
			cueEnd: cue.end - window.first,
		},
		sum: 0,
		best: { states: Uint8Array.from({ length }, (_, k) => Number(states[k] ?? 0)), score: -2 },
	};
	const features = new Float64Array(JUDGE_FEATURES).fill(Number.NaN);
	judgeFeatures(context, index, window, reading, features);
	return features;
}

describe("the judge of cues", () => {
	it("is asked the same number of things of every cue, all of them finite", () => {
		const features = ask("Orla Pike said the dam would hold.", ["said"], 0, "44166660");
		expect(features.every(Number.isFinite)).toBe(true);
		expect(features[JUDGE_FEATURES - 1]).toBe(1);
	});

	it("counts the tokens to the nearest cues, those in marks left out", () => {
		const text = "Pike said “we think so” and added that they hope.";
		const features = ask(text, ["said", "think", "added", "hope"], 2, "");
		// “ we think so ” and
		expect(features[GAP_BEFORE]).toBeCloseTo(Math.log1p(6), 9);
		expect(features[GAP_AFTER]).toBeCloseTo(Math.log1p(2), 9);
	});

	it("gives a probability", () => {
		const features = ask("Pike said so.", ["said"], 0, "40660");
		expect(judge({ weights: new Float64Array(JUDGE_FEATURES) }, features)).toBe(0.5);
	});
});
