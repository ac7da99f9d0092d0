import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { listDraws } from "./draws-on.ts";
import { indexRecord, siglumOf } from "./record-index.ts";

it("says by report what it does with whose text, and nothing of what is only shared", () => {
	const index = indexRecord(fixtureRecord);
	const [lineage] = fixtureRecord.lineage;
	if (!lineage) throw new Error("the fixture has no lineage");
	const told = listDraws(index, lineage).map(({ article, words }) => `${siglumOf(index, article)} ${words}`);
	expect(told.length).toBeGreaterThan(0);
	for (const words of told) expect(words).toMatch(/^[A-Z] (?:reposts|carries the text of|has passages of|credits) \S/);
	const open = { ...lineage, edges: lineage.edges.map((edge) => ({ ...edge, directed: false })) };
	expect(listDraws(index, open)).toEqual([]);
});
