import { describe, expect, it } from "vitest";
import { findLines } from "../../text/paragraphs.ts";
import { findSentences } from "../../text/sentences.ts";
import { findTokens } from "../../text/tokens.ts";
import { findMarked } from "../marks/marks.ts";
import { BOUNDARY_FIRST, BOUNDARY_TEMPLATES, boundaryFeatures, firstBoundaryFeatures } from "./boundary-features.ts";
import { CUE_FIRST, CUE_TEMPLATES, cueFeatures, firstCueFeatures, readCueContext } from "./cue-features.ts";
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

const NONE = -1;
/** Keys are 24 bits. */
function areKeys(rows: Int32Array): boolean {
	return rows.every((key) => key >= 0 && key < 2 ** 24);
}

describe("the tagger's questions", () => {
	it("ask the first ones of a token, then all others, each once", () => {
		for (let i = 0; i < tag.count; i++) {
			const rows = new Int32Array(CUE_TEMPLATES + 1).fill(NONE);
			firstCueFeatures(cues, i, rows);
			expect(areKeys(rows.subarray(0, CUE_FIRST))).toBe(true);
			expect(rows.subarray(CUE_FIRST).every((key) => key === NONE)).toBe(true);
			const before = rows.slice(0, CUE_FIRST);
			cueFeatures(cues, i, rows);
			expect(rows.slice(0, CUE_FIRST)).toEqual(before);
			expect(areKeys(rows.subarray(0, CUE_TEMPLATES))).toBe(true);
			expect(rows[CUE_TEMPLATES]).toBe(NONE);
		}
	});

	it("ask the same way about boundaries", () => {
		for (let t = window.first; t <= window.end; t++) {
			const rows = new Int32Array(BOUNDARY_TEMPLATES + 1).fill(NONE);
			firstBoundaryFeatures(context, facts, window, t, rows);
			expect(areKeys(rows.subarray(0, BOUNDARY_FIRST))).toBe(true);
			expect(rows.subarray(BOUNDARY_FIRST).every((key) => key === NONE)).toBe(true);
			boundaryFeatures(context, facts, window, t, rows);
			expect(areKeys(rows.subarray(0, BOUNDARY_TEMPLATES))).toBe(true);
			expect(rows[BOUNDARY_TEMPLATES]).toBe(NONE);
		}
	});

	it("ask of a token and of the whole as many as they say", () => {
		const rows = new Int32Array(TOKEN_TEMPLATES + 1).fill(NONE);
		tokenFeatures(context, facts, window.first, rows);
		expect(areKeys(rows.subarray(0, TOKEN_TEMPLATES))).toBe(true);
		expect(rows[TOKEN_TEMPLATES]).toBe(NONE);
		const whole = new Int32Array(WHOLE_TEMPLATES + 1).fill(NONE);
		wholeFeatures(context, facts, window, whole);
		expect(areKeys(whole.subarray(0, WHOLE_TEMPLATES))).toBe(true);
		expect(whole[WHOLE_TEMPLATES]).toBe(NONE);
	});
});
