import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { indexRecord, siglumOf } from "./record-index.ts";
import { listRuns } from "./sigla-runs.ts";

it("names three neighbours or more by their first and last, whatever order they are given in", () => {
	const index = indexRecord(fixtureRecord);
	const idOf = (siglum: string): string => fixtureRecord.articles.find((one) => one.siglum === siglum)?.id ?? "";
	const runsOf = (sigla: string): string[] =>
		listRuns(index, [...sigla].map(idOf)).map(({ first, last }) => siglumOf(index, first) + siglumOf(index, last));
	expect(runsOf("DBCF")).toEqual(["BD", "FF"]);
	expect(runsOf("AB")).toEqual(["AA", "BB"]);
	expect(runsOf("")).toEqual([]);
});
