import { describe, expect, it } from "vitest";
import { findLines } from "../../text/paragraphs.ts";
import { findSentences } from "../../text/sentences.ts";
import { findTokens } from "../../text/tokens.ts";
import { findMarked } from "../marks/marks.ts";
import {
	BOUNDARY_FIRST,
	BOUNDARY_SECOND,
	BOUNDARY_TEMPLATES,
	boundaryFeatures,
	firstBoundaryFeatures,
	secondBoundaryFeatures,
} from "./boundary-features.ts";
import { CUE_FIRST, CUE_TEMPLATES, cueFeatures, firstCueFeatures, readCueContext } from "./cue-features.ts";
import { keyOf } from "./mixing.ts";
import { cueFacts, readRelationContext } from "./relation-context.ts";
import { windowOf } from "./relation-window.ts";
import { readTagText, tokenAt } from "./tag-text.ts";
import { TOKEN_TEMPLATES, tokenFeatures } from "./token-features.ts";
import { WHOLE_TEMPLATES, wholeFeatures } from "./whole-features.ts";
import { makeClasses } from "./word-classes.ts";

const text = "Orla Pike said the dam would hold until spring. “Nobody slept,” she added.";
const paragraphs = findLines(text, [{ start: 0, end: text.length }]);
const words = { paragraphs, sentences: findSentences(text, paragraphs), tokens: findTokens(text, paragraphs) };
const tag = readTagText(text, words, findMarked(text, paragraphs), makeClasses([]));
const cues = readCueContext(tag);
const first = tokenAt(tag, text.indexOf("said"));
const cue = { first, end: first + 1 };
const context = readRelationContext(cues, [cue], new Float64Array(tag.count * 2));
const window = windowOf(tag, cue);
const facts = cueFacts(context, cue, 0, window);

/** No value that is asked about. */
const NONE = -0x80000000;
function list(templates: number): Int32Array {
	return new Int32Array((templates + 1) * 2).fill(NONE);
}
/** The numbers of the questions that were asked. */
function numbersIn(asked: Int32Array): number[] {
	return Array.from({ length: asked.length / 2 }, (_, n) => n).filter((n) => asked[n * 2] !== NONE);
}
function upTo(end: number): number[] {
	return Array.from({ length: end }, (_, n) => n);
}

describe("the tagger's questions", () => {
	it("ask the first ones of a token, then all others, each once", () => {
		for (let i = 0; i < tag.count; i++) {
			const asked = list(CUE_TEMPLATES);
			firstCueFeatures(cues, i, asked);
			expect(numbersIn(asked)).toEqual(upTo(CUE_FIRST));
			const before = asked.slice(0, CUE_FIRST * 2);
			cueFeatures(cues, i, asked);
			expect(asked.slice(0, CUE_FIRST * 2)).toEqual(before);
			expect(numbersIn(asked)).toEqual(upTo(CUE_TEMPLATES));
		}
	});

	it("ask the same way about boundaries", () => {
		for (let t = window.first; t <= window.end; t++) {
			const asked = list(BOUNDARY_TEMPLATES);
			firstBoundaryFeatures(context, facts, window, t, asked);
			expect(numbersIn(asked)).toEqual(upTo(BOUNDARY_FIRST));
			boundaryFeatures(context, facts, window, t, asked);
			expect(numbersIn(asked)).toEqual(upTo(BOUNDARY_TEMPLATES));
		}
	});

	it("ask the second ones of a boundary as they are asked among all others", () => {
		for (let t = window.first; t <= window.end; t++) {
			const second = list(BOUNDARY_TEMPLATES);
			secondBoundaryFeatures(context, facts, window, t, second);
			expect(numbersIn(second)).toEqual([...BOUNDARY_SECOND]);
			const all = list(BOUNDARY_TEMPLATES);
			boundaryFeatures(context, facts, window, t, all);
			for (const n of BOUNDARY_SECOND) expect(second.slice(n * 2, n * 2 + 2)).toEqual(all.slice(n * 2, n * 2 + 2));
		}
	});

	it("ask of a token and of the whole as many as they say", () => {
		const asked = list(TOKEN_TEMPLATES);
		tokenFeatures(context, facts, window.first, asked);
		expect(numbersIn(asked)).toEqual(upTo(TOKEN_TEMPLATES));
		const whole = list(WHOLE_TEMPLATES);
		wholeFeatures(context, facts, window, whole);
		expect(numbersIn(whole)).toEqual(upTo(WHOLE_TEMPLATES));
	});

	it("have keys of 24 bits that differ by stage, question and values", () => {
		const keys = [keyOf(1, 0, 5, 6), keyOf(2, 0, 5, 6), keyOf(1, 1, 5, 6), keyOf(1, 0, 6, 5), keyOf(1, 0, -5, 6)];
		expect(new Set(keys).size).toBe(keys.length);
		for (const key of keys) expect(key >= 0 && key < 2 ** 24).toBe(true);
	});
});
