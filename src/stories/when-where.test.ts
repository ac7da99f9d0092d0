import { describe, expect, it } from "vitest";
import { annotateText } from "../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Entity } from "../model/record.ts";
import { findWhen, findWhere } from "./when-where.ts";

/** A report that names a day by these words, when published on `day`. */
function report(id: string, text: string, named: Readonly<{ [words: string]: string }>, day: string): AnnotatedArticle {
	const annotated = annotateText(text, { id, sourceId: id, day });
	const dates = Object.entries(named).map(([exact, iso]) => {
		const start = text.indexOf(exact);
		const date = { ...annotated.article.published, earliest: iso, latest: iso, exact };
		return { start, end: start + exact.length, exact, date };
	});
	return { ...annotated, dates };
}

const on = (id: string, day: string): AnnotatedArticle =>
	report(id, "The ferry sank on Tuesday.", { Tuesday: "2031-05-13" }, day);
const silent = (id: string): AnnotatedArticle => report(id, "The ferry sank.", {}, "2031-05-14");

describe("findWhen", () => {
	it("takes the day that half of those name which name any, where a third of all do", () => {
		const all = [on("a", "2031-05-14"), on("b", "2031-05-14"), silent("c"), silent("d"), silent("e")];
		expect(findWhen(all, all)).toMatchObject({ earliest: "2031-05-13", reason: "2 of 5 texts name this day" });
		const fewer = [...all, silent("f"), silent("g")];
		expect(findWhen(fewer, fewer)).toMatchObject({ earliest: null, latest: "2031-05-14" });
	});

	it("takes no day of a few that came after the first report", () => {
		const all = [on("a", "2031-05-14"), on("b", "2031-05-14"), silent("c"), silent("d"), silent("e")];
		const early = report("f", "The ferry will sail.", {}, "2031-05-12");
		expect(findWhen(all, [...all, early])).toMatchObject({ earliest: null, latest: "2031-05-12" });
	});

	it("takes no day where two are named as often", () => {
		const other = report("b", "The ferry sank on Monday.", { Monday: "2031-05-12" }, "2031-05-14");
		const all = [on("a", "2031-05-14"), other];
		expect(findWhen(all, all).earliest).toBeNull();
	});
});

describe("findWhere", () => {
	it.each([
		["in Marena", "Marena"],
		["in the northern port of Marena", "Marena"],
		["when a quake struck Marena", "Marena"],
		["a man from Marena", null],
	])("reads a place in an opening: %s", (words, place) => {
		const annotated = annotateText(`The ferry sank, ${words} said.`, {}, [{ type: "place", names: ["Marena"] }]);
		const [local] = annotated.entities;
		const entity: Entity = {
			id: "e",
			name: "Marena",
			type: "place",
			names: [],
			reasons: [],
			related: [],
			mentions: [],
		};
		const where = findWhere([annotated], new Map([[local?.id ?? "", "e"]]), new Map([["e", entity]]));
		expect(where?.exact ?? null).toBe(place);
	});
});
