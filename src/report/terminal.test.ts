import { describe, expect, it } from "vitest";
import { articles, fixtureRecord } from "../../test/fixtures/record.ts";
import { expectGolden } from "../../test/golden.ts";
import type { CollationRecord } from "../model/record.ts";
import { displayWidth } from "./terminal/display-width.ts";
import { printRecord } from "./terminal.ts";

const PLAIN = { width: 80, color: false, unicode: true };
const ESCAPE_OR_CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/** The painter's own escapes: SGR codes and nothing else. */
const PAINT = /\u001b\[[0-9;]*m/g;

/** The record with every text, headline, name and reason replaced by what a hostile page may hold. */
function poison(record: CollationRecord): CollationRecord {
	const bad =
		"\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egnihton\u2066 A\u0301\u0301\u0301\u0301\u0301\u0301\r\n東京 ";
	const swap = (value: unknown, key: string): unknown => {
		if (Array.isArray(value)) return value.map((item) => swap(item, key));
		if (typeof value === "string") {
			const readable = ["text", "reason", "name", "statement", "value", "place", "exact", "where"].includes(key);
			return readable ? bad.repeat(Math.ceil(value.length / bad.length)).slice(0, Math.max(value.length, 60)) : value;
		}
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, swap(held, name)]));
	};
	return swap(record, "") as CollationRecord;
}

const EMPTY: CollationRecord = {
	...fixtureRecord,
	articles: [],
	versions: [],
	copyGroups: [],
	passages: [],
	stories: [],
	threads: [],
	utterances: [],
	facts: [],
	lineage: [],
	positions: [],
	problems: [],
};

describe("printRecord", () => {
	it("prints the page as it is meant to look", () => {
		expectGolden("fixture-80.txt", printRecord(fixtureRecord, PLAIN));
	});

	it("says of a report that is cut off by whom, and of a live blog how many posts it is in", () => {
		const [first, ...rest] = fixtureRecord.articles;
		if (!first) throw new Error("the fixture has no article");
		const post = { start: 0, end: 10, published: first.published };
		const cut = {
			...first,
			truncated: { kind: "paywall", reason: "a gate for subscribers follows the second paragraph", span: null },
			posts: [post, { ...post, start: 12, end: 20 }],
		} as const;
		const page = printRecord({ ...fixtureRecord, articles: [cut, ...rest] }, PLAIN);
		expect(page).toContain("not the whole report: a gate for subscribers follows the second paragraph");
		expect(page).toContain(", in 2 posts");
	});

	it.each([40, 47, 60, 80, 100, 120])("never exceeds %i columns", (width) => {
		for (const unicode of [true, false]) {
			for (const record of [fixtureRecord, poison(fixtureRecord)]) {
				const lines = printRecord(record, { width, color: false, unicode }).split("\n");
				for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
			}
		}
	});

	it("sets prose in at most a hundred columns, however wide the terminal", () => {
		expect(printRecord(fixtureRecord, { ...PLAIN, width: 300 })).toBe(
			printRecord(fixtureRecord, { ...PLAIN, width: 100 }),
		);
	});

	it("has not one escape or control character when plain, whatever the reports hold", () => {
		for (const record of [fixtureRecord, poison(fixtureRecord)]) {
			expect(printRecord(record, PLAIN)).not.toMatch(ESCAPE_OR_CONTROL);
			expect(printRecord(record, { ...PLAIN, unicode: false })).not.toMatch(ESCAPE_OR_CONTROL);
		}
	});

	it("has no escapes but its own colours when painted, and reads the same without them", () => {
		for (const record of [fixtureRecord, poison(fixtureRecord)]) {
			const painted = printRecord(record, { ...PLAIN, color: true }).replace(PAINT, "");
			expect(painted).not.toMatch(ESCAPE_OR_CONTROL);
			const trim = (page: string): string => page.replace(/ +$/gm, "");
			expect(trim(painted)).toBe(trim(printRecord(record, PLAIN)));
		}
	});

	it("uses no sign beyond ASCII of its own where the terminal has none", () => {
		const page = printRecord(fixtureRecord, { ...PLAIN, unicode: false });
		expect(page).not.toMatch(/[“”‘’…–—←●·─¹²]/);
		expect(page).toContain("東京");
	});

	it("ends no line in spaces", () => {
		expect(printRecord(fixtureRecord, PLAIN)).not.toMatch(/ \n/);
	});

	it("anchors what it prints at characters of the reports", () => {
		const page = printRecord(fixtureRecord, PLAIN);
		const anchors = [...page.matchAll(/\b([A-F]):(\d+)–(\d+)/g)];
		expect(anchors.length).toBeGreaterThan(30);
		for (const [, siglum, start, end] of anchors) {
			const text = articles.find((article) => article.siglum === siglum)?.text ?? "";
			expect(Number(start)).toBeLessThan(Number(end));
			expect(Number(end)).toBeLessThanOrEqual(text.length);
		}
	});

	it("says how much a cut list leaves unsaid", () => {
		const problems = Array.from({ length: 50 }, (_, at) => ({
			code: "read/missing",
			article: null,
			place: `gone-${at}.txt`,
			span: null,
			reason: "there is no such file",
		}));
		expect(printRecord({ ...fixtureRecord, problems }, PLAIN)).toContain("… and 30 more (--json has all)");
	});

	it("prints a record of nothing", () => {
		expect(printRecord(EMPTY, PLAIN)).toMatch(/^0 reports\n/);
	});

	it("lists an article that is in no story", () => {
		const page = printRecord({ ...EMPTY, articles: articles.slice(0, 1) }, PLAIN);
		expect(page).toContain("In no story");
		expect(page).toContain("Halden Courier");
	});
});
