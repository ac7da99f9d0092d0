import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { CollationRecord } from "../src/model/record.ts";
import { collateInputs, listQuotations, listStories, traceInputs } from "../src/pipeline.ts";
import { printQuotations } from "../src/report/quotations-page.ts";
import { printStories } from "../src/report/stories-page.ts";
import { printRecord } from "../src/report/terminal.ts";
import { printTrace } from "../src/report/trace-page.ts";
import { nodeCollateEffects } from "../src/system/collate-effects.ts";
import { expectGolden } from "./golden.ts";
import { findBreaches } from "./record-invariants.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "examples");
const files = readdirSync(folder)
	.filter((name) => /\.(?:txt|html)$/.test(name))
	.map((name) => `${folder}/${name}`);

describe("the examples, from files to a record", () => {
	let record: CollationRecord;

	beforeAll(async () => {
		record = await collateInputs(files, nodeCollateEffects());
	});

	it("gives every report once, with nothing broken", () => {
		expect(record.articles).toHaveLength(files.length);
		expect(findBreaches(record)).toEqual([]);
	});

	it("prints as it is meant to look", async () => {
		const printed = await collateInputs(["examples"], nodeCollateEffects());
		expectGolden("examples-80.txt", printRecord(printed, { width: 80, color: false, unicode: true }));
	});

	it("prints the quotations of a report as they are meant to look", async () => {
		const listing = await listQuotations(["examples/05-halyard-news.txt"], nodeCollateEffects());
		expectGolden("quotations-80.txt", printQuotations(listing, { width: 80, color: false, unicode: true }));
	});

	it("prints the stories as they are meant to look", async () => {
		const listing = await listStories(["examples"], nodeCollateEffects());
		expectGolden("stories-80.txt", printStories(listing, { width: 80, color: false, unicode: true }));
	});

	it("prints the places of a sentence as they are meant to look", async () => {
		const said = "If the inspectorate confirms the readings, the licence will be withdrawn.";
		const listing = await traceInputs(said, ["examples"], nodeCollateEffects());
		expectGolden("trace-80.txt", printTrace(listing, { width: 80, color: false, unicode: true }));
	});

	it("survives JSON", () => {
		expect(JSON.parse(JSON.stringify(record))).toEqual(record);
	});

	it("is the same to the byte for any order of the files and on a second run", async () => {
		const again = await collateInputs([...files].reverse(), nodeCollateEffects());
		expect(JSON.stringify(again)).toBe(JSON.stringify(record));
	});
});
