import { expect, it } from "vitest";
import { readPositionCases } from "./cases.ts";

it("reads reports and rows of a case", () => {
	const file = [
		"# a remark",
		"=== one",
		"@ Lake Charter",
		"2031-05-02 Norrland left.",
		"> Orla Vane | Lake Charter | statement | supports | We do | for Norrland | changed",
		"? Norrland | Lake Charter | veto | -",
	].join("\n");
	const [one] = readPositionCases("theme", file);
	expect(one).toMatchObject({
		id: "one",
		about: ["Lake Charter"],
		reports: [{ day: "2031-05-02", text: "Norrland left." }],
	});
	expect(one?.rows[0]).toMatchObject({
		kind: "statement",
		act: null,
		stance: "supports",
		behalf: "Norrland",
		changed: true,
	});
	expect(one?.rows[1]).toMatchObject({ kind: "act", act: "veto", stance: null, optional: true, changed: false });
	expect(() => readPositionCases("theme", "=== one\nno such line")).toThrow(/theme line 2/);
});
