import { expect, it } from "vitest";
import { findNearest } from "./nearest.ts";

const KNOWN = ["--json", "--output", "--no-color", "--width"];

it.each([
	["--jsno", "--json"],
	["--JSON", "--json"],
	["--ouput", "--output"],
	["--nocolor", "--no-color"],
	["--wid", "--width"],
	["--color", null],
	["--x", null],
	["-q", null],
	["", null],
	[`--${"o".repeat(100_000)}`, null],
])("takes %s for %s", (given, nearest) => {
	expect(findNearest(given, KNOWN)).toBe(nearest);
});
