import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { Fact, FactState, FactType } from "../../model/record.ts";
import { describeFact, tellOwnWords, titleOfFact } from "./fact-words.ts";
import { indexRecord, type RecordIndex } from "./record-index.ts";

/** An index of reports with these texts, and a fact that each states by its words in braces. */
function makeFact(type: FactType, statement: string, texts: readonly string[]): { index: RecordIndex; fact: Fact } {
	const articles = fixtureRecord.articles.slice(0, texts.length).map((article, at) => ({
		...article,
		text: (texts[at] ?? "").replace(/[{}]/g, ""),
	}));
	const states = texts.flatMap((text, at): FactState[] => {
		const start = text.indexOf("{");
		const value = /\{(.*?)\}/.exec(text)?.[1];
		const article = articles[at];
		if (value === undefined || !article) return [];
		const rest = { mode: "asserted", polarity: "said", by: null, quotation: null } as const;
		return [{ article: article.id, spans: [{ start, end: start + value.length }], value, ...rest }];
	});
	const index = indexRecord({ ...fixtureRecord, articles });
	const fact = { id: "fact", story: "story", statement, type, relation: "agree", reason: "", states, pairs: [] };
	return { index, fact: { ...fact, relation: "agree", silent: [] } };
}

function titleIn(type: FactType, statement: string, ...texts: string[]): string {
	const { index, fact } = makeFact(type, statement, texts);
	return titleOfFact(index, fact);
}

describe("what a fact is about", () => {
	it("tells a count with the words around it, in which a sign stands for the value", () => {
		expect(
			titleIn("number", "number of vote", "The council of Orrow passed the harbour plan by {12 votes to 9} on Friday."),
		).toBe("how many votes (“council of Orrow passed the harbour plan by […] on Friday”)");
	});

	it("tells a place and a time by what was there and then, and not by single words", () => {
		expect(
			titleIn("place", "the place, Orrow (group, banned)", "The Lantern League, a group banned {in Orrow}, met."),
		).toBe("where (“a group banned […]”)");
		expect(titleIn("date", "the time (wall, gave)", "Osk’s sea wall gave way {on Monday}, the mayor said.")).toBe(
			"when (“Osk’s sea wall gave way […]”)",
		);
	});

	it("takes the words of the report that most others share", () => {
		const { index, fact } = makeFact("number", "number of boat", [
			"A crowd saw it: {nine boats} burned.",
			"Police said fire in the harbour of Tarn sank {nine boats} overnight.",
			"The fire in the harbour of Tarn sank {9 boats}.",
		]);
		expect(describeFact(index, fact).context).toEqual({
			text: "fire in the harbour of Tarn sank […] overnight",
			article: fact.states[1]?.article,
		});
	});

	it("names a clause by its own words, and says whose they are", () => {
		const { index, fact } = makeFact("clause", "The union wants 9 per cent.", ["{The union wants 9 per cent.}"]);
		expect(describeFact(index, fact)).toEqual({
			lead: "",
			context: { text: "The union wants 9 per cent", article: fact.states[0]?.article },
		});
	});

	it("ends on no word that leads on, begins in no number, and leaves no mark without its partner", () => {
		expect(
			titleIn("number", "amount (km)", "It was (she said “about {600 kilometres}” from the port) a long way."),
		).toBe("how far (“she said about […] from the port”)");
		expect(
			titleIn(
				"number",
				"number of seat",
				"With 84 in hand the party of the mill owners lost {six seats} in Tarn and in the north.",
			),
		).toBe("how many seats (“the party of the mill owners lost […] in Tarn”)");
	});

	it("says no more than what is asked where nothing stands around a value, and what a stranger's record says", () => {
		expect(titleIn("number", "number of boat", "{Nine boats}.")).toBe("how many boats");
		expect(titleIn("number", "price", "{Nine crowns}.")).toBe("price");
		expect(titleIn("name", "Orrow is named", "{Orrow}.")).toBe("the name Orrow");
	});

	it("gives a report's own sentence where another's words name the count and its own leave open who did it", () => {
		const told = (second: string): (string | null)[] => {
			const { index, fact } = makeFact("number", "number of people killed", [
				"Raiders from the Orrow hills killed {40 people} in the market of Tarn.",
				second,
			]);
			return fact.states.map((state) => tellOwnWords(index, fact, state));
		};
		const claimed = "A band of the Orrow hills claimed responsibility for the raid, in which 44 people were killed.";
		expect(told(claimed.replace("44 people", "{44 people}"))).toEqual([null, claimed]);
		expect(told("The raid of the hill men killed {44 people} in Tarn.")).toEqual([null, null]);
	});
});
