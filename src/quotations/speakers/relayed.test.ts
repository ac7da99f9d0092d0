import { expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import { findLanguage } from "../../language/language.ts";
import type { Span } from "../../model/span.ts";
import { findWords } from "../../text/words.ts";
import type { Draft } from "../draft.ts";
import { indexNames } from "./named.ts";
import { withRelayed } from "./relayed.ts";

/** What is left of `lost`, readings of a rule that the tagger did not see, beside `kept`: the words of their cues. */
function cues(text: string, kept: Parts, lost: Parts, headline: Span | null = null): string[] {
	const article = makeArticle(text);
	const index = indexNames(findLanguage(article, findWords(article)));
	const drafts = withRelayed(text, [draft(text, kept)], [draft(text, lost)], index, headline);
	return drafts.flatMap(({ cue }) => cue.map(({ start, end }) => text.slice(start, end)));
}

type Parts = readonly [source: string, cue: string, content: string];

function draft(text: string, [source, cue, content]: Parts): Draft {
	const span = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
	return {
		content: [span(content)],
		marked: [],
		kind: "indirect",
		source: span(source),
		cue: [span(cue)],
		addressee: null,
		polarity: "said",
		hedged: false,
		relays: [],
		carriers: [],
		rule: "quotations/clause-then-cue",
		unit: 0,
		paragraph: 0,
		sound: true,
	};
}

it("puts back whose words an outlet brings", () => {
	const text = "Ostra News reported that Pike had told aides that the dam leaks.";
	expect(
		cues(
			text,
			["Ostra News", "reported", "that Pike had told aides that the dam leaks"],
			["Pike", "had told", "that the dam leaks"],
		),
	).toEqual(["reported", "had told"]);
});

it("puts back nothing that a person reports", () => {
	const text = "Vane said that Pike had told aides that the dam leaks.";
	expect(
		cues(
			text,
			["Vane", "said", "that Pike had told aides that the dam leaks"],
			["Pike", "had told", "that the dam leaks"],
		),
	).toEqual(["said"]);
});

it("puts back what a headline ends with, where nothing surer has its words", () => {
	const text = "Dam close to failing, report finds";
	const parts: readonly [Parts, Parts] = [
		["Dam", "close", "failing"],
		["report", "finds", "Dam close to failing"],
	];
	const [kept, lost] = parts;
	const sure = draft(text, kept);
	const unsure: Draft = { ...sure, certainty: 0.1 };
	const index = indexNames(findLanguage(makeArticle(text), findWords(makeArticle(text))));
	const headline = { start: 0, end: text.length };
	expect(withRelayed(text, [unsure], [draft(text, lost)], index, headline)).toHaveLength(2);
	expect(withRelayed(text, [sure], [draft(text, lost)], index, headline)).toHaveLength(1);
});
