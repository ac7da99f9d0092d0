import { describe, expect, it } from "vitest";
import { makeDraft, placeOf } from "../../../test/make-draft.ts";
import type { Term } from "../../model/annotation.ts";
import type { Draft } from "../draft.ts";
import type { TaggedDraft } from "../tagged-drafts.ts";
import { marry } from "./marriage.ts";

const LEAST = 0.3;

function tagged(draft: Draft, given: Partial<TaggedDraft> = {}): TaggedDraft {
	return { draft, presence: 0.9, share: 0.9, reports: true, ...given };
}

/** The drafts that stand when the rules have some and the tagger others. */
function married(text: string, rules: readonly Draft[], others: readonly TaggedDraft[]): readonly Draft[] {
	return marry(text, rules, [], others, LEAST).drafts;
}

const SAID = "Pike told aides later that the dam would hold until spring";
const CLAUSE = { rule: "quotations/cue-then-clause" };

describe("words not in marks", () => {
	it("stand by a rule alone where the tagger has hardly read the verb", () => {
		const text = "Pike swears the dam holds";
		const rare = makeDraft(text, "Pike", "swears", "the dam holds", CLAUSE);
		expect(married(text, [rare], [])).toEqual([rare]);
		const told = makeDraft("Pike wrote the dam holds", "Pike", "wrote", "the dam holds", CLAUSE);
		expect(married("Pike wrote the dam holds", [told], [])).toEqual([]);
	});

	it("are as the tagger reads them, with the rule's hearer", () => {
		const rule = makeDraft(SAID, "Pike", "told", "that the dam would hold", {
			...CLAUSE,
			addressee: placeOf(SAID, "aides"),
		});
		const other = makeDraft(SAID, "Pike", "told", "the dam would hold until spring");
		expect(married(SAID, [rule], [tagged(other)])).toMatchObject([
			{ rule: other.rule, content: other.content, addressee: rule.addressee },
		]);
	});

	it("are the rule's where the tagger is too unsure, or takes the hearer told for words", () => {
		const rule = makeDraft(SAID, "Pike", "told", "that the dam would hold", {
			...CLAUSE,
			addressee: placeOf(SAID, "aides"),
		});
		const other = makeDraft(SAID, "Pike", "told", "that the dam would hold until spring");
		expect(married(SAID, [rule], [tagged(other, { share: 0.3 })])).toEqual([rule]);
		const longer = makeDraft(SAID, "Pike", "told", "aides later that the dam would hold");
		expect(married(SAID, [rule], [tagged(longer)])).toEqual([rule]);
	});

	it("are a label's where a label has them", () => {
		const text = "PIKE: I said the dam would hold";
		const rule = makeDraft(text, "PIKE", "said", "I said the dam would hold", { rule: "quotations/transcript" });
		expect(married(text, [rule], [tagged(makeDraft(text, "I", "said", "the dam would hold"))])).toEqual([rule]);
	});

	it("are left out where the tagger sees no cue and only a clause has them", () => {
		const rule = makeDraft(SAID, "Pike", "told", "that the dam would hold", CLAUSE);
		expect(married(SAID, [rule], [])).toEqual([]);
		const according = { ...rule, rule: "quotations/according-to" };
		expect(married(SAID, [according], [])).toEqual([according]);
	});

	it("never hold their own speaker", () => {
		const rule = makeDraft(SAID, "Pike", "told", "that the dam would hold", CLAUSE);
		const torn = makeDraft(SAID, "", "told", "Pike", {
			content: [placeOf(SAID, "Pike"), placeOf(SAID, "the dam would hold")],
		});
		expect(married(SAID, [rule], [tagged(torn)])).toEqual([rule]);
	});
});

const MARKED = "“The dam holds,” Pike said, and hoped for spring";

describe("words in marks", () => {
	it("stay as a rule has them, with the tagger's source", () => {
		const rule = makeDraft(MARKED, "", "said", "The dam holds,", { kind: "direct", rule: "quotations/cue-after" });
		const other = makeDraft(MARKED, "Pike", "said", "The dam", { kind: "direct" });
		expect(married(MARKED, [rule], [tagged(other)])).toEqual([{ ...rule, source: other.source }]);
	});

	it("are not given to another cue than theirs", () => {
		const rule = makeDraft(MARKED, "Pike", "said", "The dam holds,", { kind: "direct", rule: "quotations/cue-after" });
		const other = makeDraft(MARKED, "Pike", "hoped", "The dam holds,", { kind: "direct" });
		expect(married(MARKED, [rule], [tagged(other)])).toEqual([rule]);
	});

	it("are taken off a reading of another cue, of which the rest is kept", () => {
		const rule = makeDraft(MARKED, "Pike", "said", "The dam holds,", { kind: "direct", rule: "quotations/cue-after" });
		const torn = makeDraft(MARKED, "Pike", "hoped", "The dam holds,", {
			kind: "mixed",
			content: [placeOf(MARKED, "The dam holds,"), placeOf(MARKED, "for spring")],
			marked: [placeOf(MARKED, "The dam holds,")],
		});
		expect(married(MARKED, [rule], [tagged(torn, { share: 0.3 })])).toMatchObject([
			{ kind: "direct", content: rule.content },
			{ kind: "indirect", content: [placeOf(MARKED, "for spring")] },
		]);
	});

	it("go, with the terms among them, to whom the tagger names where no rule found anybody", () => {
		const bare = makeDraft(MARKED, "", "", "The dam holds,", { kind: "direct", rule: "quotations/unattributed" });
		const other = makeDraft(MARKED, "Pike", "said", "The dam holds,", { kind: "direct" });
		const term: Term = { ...placeOf(MARKED, "dam"), exact: "dam", reason: "in marks" };
		const { drafts, terms } = marry(MARKED, [bare], [term], [tagged(other)], LEAST);
		expect(drafts.map(({ rule }) => rule)).toEqual([other.rule]);
		expect(terms).toEqual([]);
	});

	it("whose cue no rule sees are kept only where the tagger is sure of them", () => {
		const other = makeDraft(MARKED, "Pike", "said", "The dam holds,", { kind: "direct" });
		expect(married(MARKED, [], [tagged(other, { share: 0.7 })])).toEqual([]);
		expect(married(MARKED, [], [tagged(other, { share: 0.8 })])).toHaveLength(1);
	});
});

describe("what only the tagger sees", () => {
	const other = makeDraft(SAID, "Pike", "told", "the dam would hold");

	it("is kept where its cue is likely one", () => {
		expect(married(SAID, [], [tagged(other, { presence: 0.2 })])).toEqual([]);
		expect(married(SAID, [], [tagged(other, { presence: 0.4, share: 0.1 })])).toHaveLength(1);
	});

	it("is the surer the likelier its edges are, and surer of what tells than of a deed", () => {
		const certainty = (given: Partial<TaggedDraft>): number =>
			married(SAID, [], [tagged(other, given)])[0]?.certainty ?? 0;
		expect(certainty({ share: 0.4 })).toBeLessThan(certainty({ share: 0.9 }));
		expect(certainty({ reports: false })).toBeLessThan(certainty({ reports: true }));
	});

	it("is left out where it is nobody's words", () => {
		const text = "A dish called “sarn” is eaten cold";
		const naming = makeDraft(text, "A dish", "called", "sarn” is eaten cold", {
			kind: "mixed",
			marked: [placeOf(text, "sarn")],
		});
		const term: Term = { ...placeOf(text, "sarn"), exact: "sarn", reason: "a name" };
		const { drafts, terms } = marry(text, [], [term], [tagged(naming, { reports: false })], LEAST);
		expect(drafts).toEqual([]);
		expect(terms).toEqual([term]);
	});
});
