import { describe, expect, it } from "vitest";
import { findTallies } from "./tallies.ts";

const find = (text: string): string[] =>
	findTallies(text, { start: 0, end: text.length }).map(
		({ start, end, first, second }) => `${text.slice(start, end)}: ${first.low}-${second.low}`,
	);

describe("findTallies", () => {
	it("reads the two figures of a vote or a match as one result", () => {
		expect(find("The house passed it by 122 votes to 114.")).toEqual(["122 votes to 114: 122-114"]);
		expect(find("It was carried with 118 members in favour and 117 against.")).toEqual([
			"118 members in favour and 117 against: 118-117",
		]);
		expect(find("Kelm won 3-1 in the final.")).toEqual(["3-1: 3-1"]);
	});

	it("leaves ranges and changes alone", () => {
		expect(find("The vote was open to those aged 10 to 12.")).toEqual([]);
		expect(find("The price of a ballot paper rose from 12 to 14.")).toEqual([]);
		expect(find("They won in 10 to 12 days.")).toEqual([]);
		expect(find("The walk takes 10 to 12 minutes.")).toEqual([]);
	});

	it("reads a long line of figures in time that grows with its length", () => {
		const line = `vote ${"12 to ".repeat(50_000)}`;
		expect(findTallies(line, { start: 0, end: line.length }).length).toBeGreaterThan(0);
	});
});
