import { expect, it } from "vitest";
import { articles, fixtureRecord } from "../../../test/fixtures/record.ts";
import { indexRecord } from "./record-index.ts";
import { type SideBySide, setSideBySide } from "./side-by-side.ts";

const index = indexRecord(fixtureRecord);
const idOf = (siglum: string): string => articles.find((one) => one.siglum === siglum)?.id ?? "";

function set(a: string, b: string): SideBySide {
	const sides = setSideBySide(index, idOf(a), idOf(b));
	if (sides === null) throw new Error(`${a} and ${b} cannot be set side by side`);
	return sides;
}

function textOf({ article, start, end }: { article: string; start: number; end: number }): string {
	return index.articles.get(article)?.text.slice(start, end) ?? "";
}

it("gives each sentence of either report once, and of the first in its order", () => {
	for (const a of ["A", "C", "F"]) {
		for (const b of ["B", "D", "E"]) {
			const { rows } = set(a, b);
			const told = rows.filter(({ isHeadline }) => !isHeadline);
			for (const side of ["a", "b"] as const) {
				const starts = told.flatMap((row) => row[side].map(({ start }) => start));
				expect(new Set(starts).size).toBe(starts.length);
			}
			const firsts = told.flatMap((row) => row.a[0]?.start ?? []);
			expect(firsts).toEqual([...firsts].sort((x, y) => x - y));
		}
	}
});

it("calls text that two carry a copy and says who draws on whom, and finds no difference in it", () => {
	const { rows, standing } = set("A", "B");
	expect(rows.filter(({ tie }) => tie === "copy" || tie === "agency").length).toBeGreaterThan(2);
	expect(standing.line).toMatchObject({ isOne: true });
	expect(standing.ties).not.toEqual([]);
	for (const { a, b, differences, tie } of rows) {
		if (tie !== "copy" || differences.length > 0) continue;
		expect(a.map(textOf).join(" ").toLowerCase()).toBe(b.map(textOf).join(" ").toLowerCase());
	}
});

it("sets what two give of one statement beside each other, however they word it", () => {
	const { rows } = set("A", "D");
	expect(rows.some(({ tie, utterances }) => tie !== null && utterances.length > 0)).toBe(true);
});

it("gives the same pairs with the sides exchanged", () => {
	const pairs = (sides: SideBySide, x: "a" | "b", y: "a" | "b"): string[] =>
		sides.rows
			.filter(({ tie }) => tie !== null)
			.map((row) => JSON.stringify([row[x], row[y], row.tie]))
			.sort();
	expect(pairs(set("A", "B"), "a", "b")).toEqual(pairs(set("B", "A"), "b", "a"));
});

it("has nothing to say of a report and itself, or of one that the record does not hold", () => {
	expect(setSideBySide(index, idOf("A"), idOf("A"))).toBeNull();
	expect(setSideBySide(index, idOf("A"), "0000000000000000")).toBeNull();
});
