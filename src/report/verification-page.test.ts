import { describe, expect, it } from "vitest";
import type { Verification } from "../model/evidence.ts";
import { VERIFICATION_SCHEMA } from "../model/evidence.ts";
import { formatVerification } from "./json.ts";
import { printVerification } from "./verification-page.ts";

const generator = { version: "1.2.3", models: [], data: [], options: {}, corrections: 0 };
const HASH = "6eaf6d736fba86d425d3ff1beea5d9dc33ae23fb20458324f608b96e12961253";

const good: Verification = {
	schema: VERIFICATION_SCHEMA,
	outcome: "verified",
	file: { path: "tarn.wacz", sha256: HASH, bytes: 90_592 },
	container: { state: "matches", reason: null },
	files: [
		{ path: "datapackage.json", state: "matches", stated: "sha256:1", found: "sha256:1", reason: null },
		{ path: "stemma/record.json", state: "matches", stated: "sha256:2", found: "sha256:2", reason: null },
	],
	captures: [{ place: "a.txt", url: null, state: "matches", stated: "3", found: "3", reason: null }],
	record: { state: "identical", generator, here: generator, reason: null },
};

const bad: Verification = {
	...good,
	outcome: "changed",
	container: { state: "changed", reason: "byte 12 and what follows is not as Stemma writes it" },
	files: [
		...good.files,
		{
			path: "stemma/notes.txt",
			state: "unlisted",
			stated: null,
			found: "sha256:4",
			reason: "it is there and not listed",
		},
	],
	captures: [
		...good.captures,
		{
			place: "b\u001b[31m.txt",
			url: null,
			state: "changed",
			stated: "5",
			found: "6",
			reason: "its bytes have another hash",
		},
	],
	record: { state: "not-computed", generator: null, here: null, reason: "its captures are not as they were" },
};

const print = (found: Verification, width: number, unicode: boolean = true): string =>
	printVerification(found, { width, color: false, unicode });

describe("the page of a verification", () => {
	it("says first what it comes to, then part by part", () => {
		expect(print(good, 80)).toBe(
			[
				"tarn.wacz, 90,592 bytes",
				`sha256 ${HASH}`,
				"",
				"Verified: every hash matches, and the captures give this record to the byte.",
				"",
				"  ✓ container  as Stemma writes it",
				"  ✓ files      2 of 2 match their hash",
				"  ✓ captures   1 of 1 match their hash",
				"  ✓ record     computed again: the same to the byte (stemma 1.2.3)",
				"",
			].join("\n"),
		);
	});

	it("names whatever does not match, on a narrow page and in ASCII too", () => {
		expect(print(bad, 60, false)).toBe(
			[
				"tarn.wacz, 90,592 bytes",
				HASH,
				"",
				"NOT VERIFIED: this is not what was written.",
				"",
				"  NO container  byte 12 and what follows is not as Stemma",
				"                writes it",
				"  NO files      2 of 3 match their hash",
				"                stemma/notes.txt: it is there and not listed",
				"  NO captures   1 of 2 match their hash",
				"                b^[[31m.txt: its bytes have another hash",
				"  NO record     not computed again: its captures are not as",
				"                they were",
				"",
			].join("\n"),
		);
	});

	it("keeps what is open apart from what is wrong", () => {
		const other = print(
			{
				...good,
				outcome: "other-generator",
				record: {
					state: "other-generator",
					generator,
					here: generator,
					reason: "stemma 1.2.3 made it, and this is 2.0.0",
				},
			},
			100,
		);
		expect(other).toContain("so that it is not confirmed.");
		expect(other).toContain("  ? record     not computed again: stemma 1.2.3 made it, and this is 2.0.0");
		const foreign = print(
			{
				...good,
				outcome: "no-record",
				container: { state: "foreign", reason: null },
				captures: [],
				record: { state: "absent", generator: null, here: null, reason: null },
			},
			100,
		);
		expect(foreign).toContain("Another program wrote this archive");
		expect(foreign).not.toContain("✗");
	});

	it("is written as JSON in one order of keys", () => {
		expect(Object.keys(JSON.parse(formatVerification(bad)) as object)).toEqual([
			"schema",
			"outcome",
			"file",
			"container",
			"files",
			"captures",
			"record",
		]);
	});
});
