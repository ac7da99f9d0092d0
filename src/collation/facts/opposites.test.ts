import { describe, expect, it } from "vitest";
import { collateTexts, listFacts } from "../../../test/collate-texts.ts";
import { stemOf } from "../../text/stem.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { findOpposition } from "./opposites.ts";

const wordsOf = (text: string): SegmentWord[] =>
	text.split(" ").map((norm, at) => ({
		start: at,
		end: at + 1,
		norm,
		stem: stemOf(norm),
		weight: 0.5,
		number: false,
		capital: false,
		pause: false,
	})) as SegmentWord[];

const opposition = (a: string, b: string): string[] => {
	const found = findOpposition(wordsOf(a), wordsOf(b));
	return found ? [found.left, found.right] : [];
};

describe("findOpposition", () => {
	it("finds the words by which two clauses say the opposite", () => {
		expect(opposition("the court upheld the ban", "the court overturned the ban")).toEqual(["upheld", "overturned"]);
	});

	it("counts a negation in", () => {
		expect(opposition("the board rejected the offer", "the board did not accept the offer")).toEqual([]);
		expect(opposition("the board accepted the offer", "the board did not accept the offer")).toEqual([
			"accepted",
			"accept",
		]);
	});

	it("finds none where a clause has both sides", () => {
		expect(opposition("the bridge closed and opened again", "the bridge closed")).toEqual([]);
	});
});

const LEAD =
	"A storm hit the harbour of Kelm on Tuesday, and the ferry service to Orm was in doubt for the whole week.";

describe("clauses that say the opposite", () => {
	it("are a conflict where everything else is the same", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe district tribunal upheld the licence of the ferry operator.` },
			{ name: "b", text: `${LEAD}\nThe district tribunal overturned the licence of the ferry operator.` },
		]);
		expect(listFacts(record, "clause").filter((fact) => fact.startsWith("conflict"))).toHaveLength(1);
	});

	it("are no conflict where they are of two things", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe district tribunal upheld the fishing licence of the ferry operator.` },
			{ name: "b", text: `${LEAD}\nThe district tribunal overturned the mooring permit of the ferry operator.` },
		]);
		expect(listFacts(record, "clause").filter((fact) => fact.startsWith("conflict"))).toEqual([]);
	});
});
