import { it } from "vitest";
import type { TestReport } from "../../test/collate-texts.ts";
import { correctTexts, decide, wordsIn } from "../../test/correct-texts.ts";
import { expectGolden } from "../../test/golden.ts";
import { printRecord } from "./terminal.ts";

const SANK =
	"A ferry with ninety passengers capsized near Marena harbour on Tuesday after striking a sandbank, the coastguard of Tarn said.";
const REPORTS: readonly TestReport[] = [
	{
		name: "a.txt",
		text: `${SANK} “We had asked the ministry for newer charts of the bay,” Captain Ada Vane said. The ferry was licensed to carry 120 people.`,
		published: "2031-05-14",
	},
	{
		name: "b.txt",
		text: `${SANK} “The authorities were told that our maps were old,” Captain Ada Vane said. The ferry was licensed to carry 150 people.`,
		published: "2031-05-14",
	},
];

it("shows a person's decisions where they did something, and lists them with those not applied", () => {
	const words = (name: string, exact: string): ReturnType<typeof wordsIn> => wordsIn(REPORTS, name, exact);
	const record = correctTexts(REPORTS, [
		decide("same-utterance", {
			words: [words("a.txt", "We had asked the ministry"), words("b.txt", "The authorities were told")],
			why: "two translations of one answer",
		}),
		decide("reject-conflict", {
			words: [words("a.txt", "120 people"), words("b.txt", "150 people")],
			relation: "compatible",
			why: "the second counts crew",
		}),
		decide("speaker", { words: [{ article: "gone.txt", start: 0, end: 4, exact: "gone" }], speaker: "Ada Vane" }),
	]);
	expectGolden("corrections-80.txt", printRecord(record, { width: 80, color: false, unicode: true }));
});
