import { describe, expect, it } from "vitest";
import type { Draft } from "./draft.ts";
import { marry } from "./marriage.ts";

/** A draft with its content, cue and source at these places. */
function draft(given: Partial<Draft>): Draft {
	return {
		content: [{ start: 20, end: 30 }],
		marked: [],
		kind: "indirect",
		source: { start: 0, end: 4 },
		cue: [{ start: 5, end: 9 }],
		addressee: null,
		polarity: "said",
		hedged: false,
		relays: [],
		carriers: [],
		rule: "quotations/cue-then-clause",
		unit: 0,
		paragraph: 0,
		sound: true,
		...given,
	};
}

const TEXT = "Pike said, and later that the dam would hold at least until spring";

const tagger = { rule: "quotations/tagger" };

describe("marrying the rules and the tagger", () => {
	it("takes the tagger's reading of words that are not in marks, and keeps the rule's hearer", () => {
		const rule = draft({ addressee: { start: 10, end: 18 } });
		const other = draft({ ...tagger, content: [{ start: 20, end: 40 }] });
		const { drafts } = marry(TEXT, [rule], [], [{ draft: other, presence: 0.9, share: 0.9, reports: true }], 0.3);
		expect(drafts).toHaveLength(1);
		expect(drafts[0]).toMatchObject({
			rule: "quotations/tagger",
			content: [{ start: 20, end: 40 }],
			addressee: { start: 10, end: 18 },
		});
	});

	it("keeps words in marks as the rules have them, with the tagger's source", () => {
		const rule = draft({ kind: "direct", rule: "quotations/cue-after", source: null });
		const other = draft({ ...tagger, kind: "direct", content: [{ start: 20, end: 25 }] });
		const { drafts } = marry(TEXT, [rule], [], [{ draft: other, presence: 0.9, share: 0.9, reports: true }], 0.3);
		expect(drafts).toEqual([{ ...rule, source: other.source }]);
	});

	it("keeps a document whole of which the other reads only the author", () => {
		const text = "It leaks, according to a report by the council.";
		const cue = [{ start: 10, end: 22 }];
		const content = [{ start: 0, end: 8 }];
		const rule = draft({ content, cue, source: { start: 23, end: 46 }, rule: "quotations/according-to" });
		const other = draft({ ...tagger, content, cue, source: { start: 35, end: 46 } });
		const sources = (one: Draft, two: Draft): unknown[] =>
			marry(text, [one], [], [{ draft: two, presence: 0.9, share: 0.9, reports: true }], 0.3).drafts.map(
				({ source }) => source,
			);
		expect(sources(rule, other)).toEqual([rule.source]);
		expect(sources({ ...rule, source: other.source }, { ...other, source: rule.source })).toEqual([rule.source]);
	});

	it("keeps the words of a cue out of the content that a rule has", () => {
		const text = "Pike repeated the opinion that the dam leaks.";
		const rule = draft({ content: [{ start: 14, end: 44 }], cue: [{ start: 5, end: 13 }] });
		const other = draft({ ...tagger, content: [{ start: 26, end: 44 }], cue: [{ start: 5, end: 25 }] });
		const { drafts } = marry(text, [rule], [], [{ draft: other, presence: 0.9, share: 0.5, reports: true }], 0.3);
		expect(drafts.map(({ content }) => content)).toEqual([[{ start: 26, end: 44 }]]);
	});

	it("does not give one cue's marks to another", () => {
		const rule = draft({ kind: "direct", rule: "quotations/cue-after" });
		const other = draft({ ...tagger, kind: "direct", cue: [{ start: 50, end: 54 }] });
		expect(marry(TEXT, [rule], [], [{ draft: other, presence: 0.9, share: 0.9, reports: true }], 0.3).drafts).toEqual([
			rule,
		]);
	});

	it("adds what only the tagger sees when it is likely an attribution, and says how sure its edges are", () => {
		const other = draft({ ...tagger, cue: [{ start: 50, end: 54 }] });
		expect(marry(TEXT, [], [], [{ draft: other, presence: 0.2, share: 0.15, reports: true }], 0.3).drafts).toEqual([]);
		const [low, high] = [0.4, 0.9].map(
			(share) =>
				marry(TEXT, [], [], [{ draft: other, presence: 0.9, share, reports: true }], 0.3).drafts[0]?.certainty ?? 0,
		);
		expect(low).toBeLessThan(high ?? 0);
	});

	it("gives marks that nobody was found for, and terms within, to whom the tagger names", () => {
		const bare = draft({ kind: "direct", cue: [], source: null, rule: "quotations/unattributed" });
		const other = draft({ ...tagger, kind: "mixed", content: [{ start: 15, end: 40 }] });
		const term = { start: 32, end: 38, exact: "a word", reason: "in marks" };
		const { drafts, terms } = marry(
			TEXT,
			[bare],
			[term],
			[{ draft: other, presence: 0.9, share: 0.9, reports: true }],
			0.3,
		);
		expect(drafts.map(({ rule }) => rule)).toEqual(["quotations/tagger"]);
		expect(terms).toEqual([]);
	});

	it("leaves out a cue that is no word, and one whose speaker is given the words around it by another cue", () => {
		const mark = draft({ ...tagger, cue: [{ start: 9, end: 10 }] });
		expect(marry(TEXT, [], [], [{ draft: mark, presence: 0.9, share: 0.9, reports: false }], 0.3).drafts).toEqual([]);
		const rule = draft({ rule: "quotations/according-to", content: [{ start: 15, end: 66 }] });
		const within = draft({ ...tagger, cue: [{ start: 40, end: 44 }], content: [{ start: 45, end: 66 }] });
		const tagged = [{ draft: within, presence: 0.9, share: 0.9, reports: true }];
		expect(marry(TEXT, [rule], [], tagged, 0.3).drafts).toEqual([rule]);
		const elses = { ...within, source: { start: 29, end: 37 } };
		expect(
			marry(TEXT, [rule], [], [{ draft: elses, presence: 0.9, share: 0.9, reports: true }], 0.3).drafts,
		).toHaveLength(2);
	});

	it("leaves out clauses in which the tagger sees no cue, but no words in marks and no other rule's", () => {
		expect(marry(TEXT, [draft({})], [], [], 0.3).drafts).toEqual([]);
		for (const kept of [draft({ kind: "direct" }), draft({ rule: "quotations/according-to" })])
			expect(marry(TEXT, [kept], [], [], 0.3).drafts).toEqual([kept]);
	});

	it("takes the words in marks that another cue has off a reading, and keeps what is left", () => {
		const other = draft({ kind: "direct", content: [{ start: 20, end: 30 }], rule: "quotations/cue-after" });
		const torn = draft({
			...tagger,
			kind: "mixed",
			cue: [{ start: 35, end: 39 }],
			content: [
				{ start: 20, end: 30 },
				{ start: 45, end: 66 },
			],
			marked: [{ start: 20, end: 30 }],
		});
		const { drafts } = marry(TEXT, [other], [], [{ draft: torn, presence: 0.9, share: 0.3, reports: true }], 0.3);
		expect(drafts.map(({ kind, content }) => [kind, content])).toEqual([
			["direct", [{ start: 20, end: 30 }]],
			["indirect", [{ start: 45, end: 66 }]],
		]);
	});

	it("leaves out whom something is done to, and a question that nobody is named for", () => {
		const kept = (text: string, cue: string, content: string, source: string | null): number => {
			const span = (words: string): Draft["cue"][number] => ({
				start: text.indexOf(words),
				end: text.indexOf(words) + words.length,
			});
			const one = { ...tagger, cue: [span(cue)], content: [span(content)], source: source ? span(source) : null };
			return marry(text, [], [], [{ draft: draft(one), presence: 0.9, share: 0.9, reports: true }], 0.3).drafts.length;
		};
		expect(kept("Pike thanked her for her work.", "thanked", "her for her work", "Pike")).toBe(0);
		expect(kept("Pike distanced himself from Vane.", "distanced himself from", "Vane", "Pike")).toBe(0);
		expect(kept("Pike distanced himself from Vane.", "distanced", "himself from Vane", "Pike")).toBe(0);
		expect(kept("Pike answered our questions.", "answered", "our questions", "Pike")).toBe(0);
		expect(kept("Pike defended Orla Vane.", "defended", "Orla Vane", "Pike")).toBe(0);
		expect(kept("Pike defended the wall as sound.", "defended", "the wall as sound", "Pike")).toBe(1);
		expect(kept("Asked what she meant, Pike laughed.", "Asked", "what she meant", null)).toBe(0);
		expect(kept("Asked by Ostra when, Pike laughed.", "Asked", "Pike laughed", "Ostra")).toBe(0);
		expect(kept("Asked by Ostra whether it leaks, Pike laughed.", "Asked", "whether it leaks", "Ostra")).toBe(1);
	});

	it("leaves a label's words to the label", () => {
		const rule = draft({ rule: "quotations/transcript" });
		const other = draft({ ...tagger, content: [{ start: 22, end: 30 }] });
		expect(marry(TEXT, [rule], [], [{ draft: other, presence: 0.9, share: 0.9, reports: true }], 0.3).drafts).toEqual([
			rule,
		]);
	});

	it("leaves a reading that takes the speaker or the hearer told for words", () => {
		const rule = draft({});
		const torn = draft({
			...tagger,
			source: null,
			content: [
				{ start: 0, end: 4 },
				{ start: 20, end: 40 },
			],
		});
		expect(marry(TEXT, [rule], [], [{ draft: torn, presence: 0.9, share: 0.9, reports: true }], 0.3).drafts).toEqual([
			rule,
		]);
		const text = "Pike told aides the dam leaks";
		const told = draft({ content: [{ start: 16, end: 29 }], addressee: { start: 10, end: 15 } });
		const longer = draft({ ...tagger, content: [{ start: 10, end: 29 }] });
		expect(marry(text, [told], [], [{ draft: longer, presence: 0.9, share: 0.9, reports: true }], 0.3).drafts).toEqual([
			told,
		]);
	});

	it("leaves a name in marks to nobody where the cue only names", () => {
		const text = "A dish called “sarn” is eaten cold";
		const term = { start: 15, end: 19, exact: "sarn", reason: "a name" };
		const other = draft({
			...tagger,
			kind: "mixed",
			source: { start: 0, end: 6 },
			cue: [{ start: 7, end: 13 }],
			content: [{ start: 15, end: 34 }],
			marked: [{ start: 15, end: 19 }],
		});
		const { drafts, terms } = marry(
			text,
			[],
			[term],
			[{ draft: other, presence: 0.9, share: 0.9, reports: false }],
			0.5,
		);
		expect(drafts).toEqual([]);
		expect(terms).toEqual([term]);
	});
});
