import { describe, expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";

const LEAD =
	"A ferry capsized off Kelm in a storm on Tuesday, the coast guard of Kelm reported, and the search in Orm Bay went on.";

/** The relation of two counts of the dead, of which one report states its day as the first line of its text. */
function relationOf(head: string): string | undefined {
	const record = collateTexts([
		{ name: "a", text: `${LEAD}\nThe sinking of the ferry killed 63 people.`, published: "2031-05-14" },
		{ name: "b", text: `${head}\n\n${LEAD}\nThe sinking of the ferry killed 71 people.` },
	]);
	return record.facts.find(({ type }) => type === "number")?.relation;
}

describe("the day as of which a report speaks", () => {
	it("is the one that a line over the report gives", () => {
		expect(relationOf("Late edition, Friday 16 May 2031")).toBe("updated");
	});

	it("is none that a sentence gives", () => {
		expect(relationOf("The ferry was to sail again on 16 May 2031.")).toBe("unclear");
	});
});
