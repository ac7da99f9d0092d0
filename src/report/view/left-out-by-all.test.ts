import { describe, expect, it } from "vitest";
import type { Story, Utterance } from "../../model/record.ts";
import { listLeftOutByAll } from "./left-out-by-all.ts";
import type { RecordIndex } from "./record-index.ts";

const story = { id: "s", articles: ["report", "primary"] } as unknown as Story;
const index = {
	articles: new Map([
		["report", { role: "report" }],
		["primary", { role: "primary" }],
	]),
} as unknown as RecordIndex;

/** A statement at a place of the document; `given` where a report has it too. */
function statement(start: number, speaker: string | null = "vane"): Utterance {
	const renditions = [{ article: "primary", parts: [{ spans: [{ start, end: start + 1 }] }] }];
	return { id: String(start), speaker, renditions } as unknown as Utterance;
}

function leftOut(shared: readonly Utterance[], unreported: readonly Utterance[]): string[] {
	return listLeftOutByAll(index, story, { shared, unreported }).map(({ id }) => id);
}

describe("what all reports leave out of a document", () => {
	it("is what stands between two statements that they give, in the document's order", () => {
		expect(leftOut([statement(1), statement(5)], [statement(4), statement(3), statement(7)])).toEqual(["3", "4"]);
	});

	it("is not another speaker's, nor a part of the document of its own", () => {
		expect(leftOut([statement(1), statement(5)], [statement(3, "quill")])).toEqual([]);
		expect(leftOut([statement(1), statement(5, "quill")], [statement(3)])).toEqual([]);
		expect(
			leftOut(
				[statement(1), statement(9)],
				[2, 3, 4, 5].map((start) => statement(start)),
			),
		).toEqual([]);
	});
});
