import { describe, expect, it } from "vitest";
import { annotateText, quote } from "../../../test/annotate-text.ts";
import { findDifferences } from "./differences.ts";

const names = [
	{ type: "person" as const, names: ["Ada Vane"] },
	{ type: "person" as const, names: ["Orla Pike"] },
];

function shown(before: string, after: string): (string | null)[][] {
	const from = annotateText(before, { id: "a", sourceId: "s" }, names);
	const to = annotateText(after, { id: "b", sourceId: "s" }, names);
	return findDifferences(from, to).differences.map(({ kind, from: x, to: y }) => [
		kind,
		x && from.article.text.slice(x.start, x.end),
		y && to.article.text.slice(y.start, y.end),
	]);
}

describe("findDifferences", () => {
	it("tells a changed number, a changed name and other wording apart, word by word", () => {
		expect(
			shown(
				"The ferry sank off Marena with 90 people aboard. Captain Ada Vane was the first to leave the ship. Divers searched the wreck until the evening.",
				"The ferry sank off Marena with 94 people aboard. Captain Orla Pike was the first to leave the ship. Divers searched the hull until the evening.",
			),
		).toEqual([
			["number", "90", "94"],
			["name", "Ada Vane", "Orla Pike"],
			["wording", "wreck", "hull"],
		]);
	});

	it("lists sentences that came in or went out as a whole", () => {
		expect(
			shown(
				"The ferry sank off Marena at dawn. Nobody has said why it sailed in such weather.",
				"The ferry sank off Marena at dawn. An inquiry under a retired judge will open in May.",
			),
		).toEqual([
			["added", null, "An inquiry under a retired judge will open in May."],
			["removed", "Nobody has said why it sailed in such weather.", null],
		]);
	});

	it("calls other marks, case and dashes typography, and other spacing nothing", () => {
		expect(
			shown(
				'The Ferry sank off Marena — at dawn. "We knew," she said.\nNobody knows why.',
				"The ferry sank off Marena - at dawn.\n“We knew,” she said.  Nobody knows why.",
			).map(([kind]) => kind),
		).toEqual(["typography", "typography"]);
	});

	it("calls what was changed inside a direct quotation a changed quotation, its numbers too", () => {
		const before = "Ada Vane said: “We had asked for two newer charts since the dredging of the strait.”";
		const after = before.replace("two", "three");
		const annotate = (id: string, text: string): Parameters<typeof findDifferences>[0] => {
			const article = annotateText(text, { id, sourceId: "s" }, names);
			const said = text.slice(text.indexOf("“") + 1, text.indexOf("”"));
			return { ...article, quotations: [quote(article.article, said, null)] };
		};
		expect(findDifferences(annotate("a", before), annotate("b", after)).differences.map(({ kind }) => kind)).toEqual([
			"quotation",
		]);
	});
});
