import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { CollationRecord } from "../src/model/record.ts";
import { collateInputs } from "../src/pipeline.ts";
import { nodeCollateEffects } from "../src/system/collate-effects.ts";
import { findBreaches } from "./record-invariants.ts";

/**
 * Five real reports, four of one statement and one earlier, where the corpora are present: what must
 * hold of them without quoting them.
 */
const corpora =
	process.env["STEMMA_CORPORA"] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "..", "shared", "data");
const folder = join(corpora, "reports");

describe.skipIf(!existsSync(folder))("five real reports", () => {
	let record: CollationRecord;
	const files = existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [];
	const named = (place: string): string => record.articles.find((one) => one.capture.place.endsWith(place))?.id ?? "";

	beforeAll(async () => {
		record = await collateInputs(files, nodeCollateEffects());
	});

	it("are all there, with every span exact and nothing found in what was dropped", () => {
		expect(record.articles).toHaveLength(5);
		expect(findBreaches(record)).toEqual([]);
	});

	it("are the same to the byte in any order and on a second run", async () => {
		const again = await collateInputs([...files].reverse(), nodeCollateEffects());
		expect(JSON.stringify(again)).toBe(JSON.stringify(record));
	});

	it("fold the body that one of them gives twice", () => {
		const doubled = record.articles.find((one) => one.id === named("002.txt"));
		const kept = doubled?.body.reduce((sum, span) => sum + span.end - span.start, 0) ?? 0;
		expect(kept).toBeLessThan((doubled?.text.length ?? 0) * 0.52);
		expect(record.copyGroups.some((group) => group.members.every((member) => member.article === doubled?.id))).toBe(
			true,
		);
	});

	it("are one story of four, with the earlier report beside it", () => {
		expect(record.stories.map((story) => story.articles.length).sort()).toEqual([1, 4]);
		expect(record.stories.find((story) => story.articles.length === 1)?.articles).toEqual([named("004.txt")]);
		expect(record.threads).toHaveLength(1);
	});

	it("give the main statement once, in four reports, with nobody else's words", () => {
		const [main] = [...record.utterances].sort((a, b) => b.renditions.length - a.renditions.length);
		const quotations = new Map(record.quotations.map((quotation) => [quotation.id, quotation]));
		expect(new Set(main?.renditions.map((rendition) => rendition.article)).size).toBe(4);
		const parts = main?.renditions.flatMap((rendition) => rendition.parts) ?? [];
		expect(parts.map((part) => quotations.get(part.quotation ?? "")?.speaker)).toEqual(parts.map(() => main?.speaker));
		expect(main?.speaker).not.toBeNull();
	});
});
