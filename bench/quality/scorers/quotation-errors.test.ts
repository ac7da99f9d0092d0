import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/model/span.ts";
import type { Compared } from "./quotation-comparison.ts";
import type { ComparedArticle } from "./quotation-details.ts";
import { findErrors } from "./quotation-errors.ts";
import { showReliability } from "./quotation-reliability.ts";

const TEXT = "Ada Vane said the boat was empty when it came in on Monday and Ove Lund denied it twice.";

/** An attribution whose parts are given as words of the text; "" for none. */
function make(source: string, cue: string, content: string, confidence: number | null = null): Compared {
	const find = (words: string): Span[] => {
		const start = TEXT.indexOf(words);
		return words === "" ? [] : [{ start, end: start + words.length }];
	};
	const spans = { source: find(source), cue: find(cue), content: find(content) };
	const keyOf = (list: readonly Span[]): string => list.map(({ start, end }) => `${start}-${end}`).join(" ");
	return {
		...{ content: keyOf(spans.content), cue: keyOf(spans.cue), source: keyOf(spans.source) },
		...{ spans, kind: "indirect", rule: "test", confidence },
	};
}

function compare(found: readonly Compared[], gold: readonly Compared[]): ComparedArticle {
	return {
		article: { name: "test", text: TEXT, attributions: [], discard: [] },
		found: [...found],
		gold: [...gold],
	};
}

const whole = make("Ada Vane", "said", "the boat was empty when it came in");
const denial = make("Ove Lund", "denied", "it twice");

describe("findErrors", () => {
	it("finds none where both sides are alike", () => {
		expect(findErrors(compare([whole, denial], [whole, denial]))).toEqual({ errors: [], tokenF1: 1 });
	});

	it.each([
		[[], [denial], ["missed indirect"]],
		[[denial], [], ["false indirect"]],
		[[make("Ada Vane", "said", "the boat was empty")], [whole], ["content too short by a clause"]],
		[[make("Ada Vane", "said", "the boat was empty when it")], [whole], ["content too short by a word or two"]],
		[
			[make("Ada Vane", "said", "the boat was empty when it came in on Monday")],
			[whole],
			["content too long by a word or two"],
		],
		[[make("Ada Vane", "said", "boat was empty when it came in on")], [whole], ["content moved"]],
		[
			[make("Vane", "said the", "the boat was empty when it came in")],
			[whole],
			["cue longer or shorter", "source longer or shorter"],
		],
		[[make("", "denied", "the boat was empty when it came in")], [whole], ["cue other", "source missing"]],
		[[make("Ove Lund", "said", "the boat was empty when it came in")], [whole], ["source other"]],
		[[whole], [make("", "said", "the boat was empty when it came in")], ["source where there is none"]],
		[[whole, make("Ada Vane", "said", "it came in")], [whole], ["split off another"]],
		[[whole], [whole, make("Ada Vane", "said", "it came in")], ["joined into another"]],
	] as const)("names what is wrong: %#", (found, gold, errors) => {
		expect(findErrors(compare(found, gold)).errors).toEqual(errors);
	});
});

describe("showReliability", () => {
	it("counts in each bin what is right, and how far that lies from the confidence", () => {
		const sure = make("Ada Vane", "said", "the boat was empty when it came in", 0.9);
		const unsure = make("Ove Lund", "denied", "twice", 0.3);
		const wrong = make("Ove Lund", "denied", "Ada Vane", 0.36);
		const one = compare([sure, unsure, wrong], [whole, denial]);
		const { table, after } = showReliability([one], [compare([sure], [whole])]);
		expect(table?.rows).toEqual([
			["0.3 – 0.4", "2", "0.33", "1 (50%)", "0 (0%)", "0 (0%)"],
			["0.9 – 1.0", "1", "0.90", "1 (100%)", "1 (100%)", "1 (100%)"],
		]);
		// (|0.66 − 1| + |0.9 − 1|) / 3, and (0.66 + 0.1) / 3 where only the sure one is right.
		expect(after.join(" ")).toContain("0.147 (overlapping), 0.253 (content exact), 0.253 (all exact)");
		expect(after.join(" ")).toContain("unasked: 0.100 (overlapping), 0.100 (content exact), 0.100 (all exact)");
	});
});
