import { describe, expect, it } from "vitest";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import { annotate } from "../../pipeline.ts";
import { findSetting } from "./setting.ts";

/** `day at place` of each quotation of a report published on 14 May 2031. */
function settings(text: string): string[] {
	const annotated = annotate(makeArticle(text, { published: publishedOn("2031-05-14") }));
	return annotated.quotations.map((quotation) => {
		const { when, where } = findSetting(annotated, quotation);
		return `${when.earliest ?? "-"} at ${where ? text.slice(where.start, where.end) : "-"}`;
	});
}

describe("findSetting", () => {
	it("reads the day and the place beside the cue", () => {
		expect(settings("Ander Vane said on Monday in Vell that the lake was empty.")).toEqual(["2031-05-12 at Vell"]);
	});

	it("leaves out what is part of the words", () => {
		expect(settings("Ander Vane said the people in Orme had no water since Monday.")).toEqual(["- at -"]);
	});

	it("leaves out what says who speaks", () => {
		expect(settings("Ander Vane, who was elected in Orme on Monday, said the lake was empty.")).toEqual(["- at -"]);
	});

	it("reads the sentence that brings the speaker on, and hands it on", () => {
		expect(
			settings(
				"Ander Vane spoke to farmers in Vell on Monday.\n“The lake is empty,” he said.\n“It will not fill,” he added.",
			),
		).toEqual(["2031-05-12 at Vell", "2031-05-12 at Vell"]);
	});

	it("leaves out the day of the clause that a relative clause stands in", () => {
		expect(settings("Orla Pike, who had said that the dam held, took it back on Monday.")).toEqual(["- at -"]);
	});

	it("leaves out the places and days of other clauses", () => {
		expect(
			settings("The group has been banned in Orme since 2003, and Ander Vane last month said it was finished."),
		).not.toContain("2003-01-01 at Orme");
	});

	it("looks behind no other speaker, day or place", () => {
		expect(settings("Ander Vane spoke to farmers in Vell on Monday.\n“The lake is full,” Orla Pike said.")).toEqual([
			"- at -",
		]);
		expect(settings("The lake fell in Orme on Monday.\n“It is empty,” Ander Vane said.")).toEqual(["- at -"]);
	});

	it("leaves out what is told of the source beside its name", () => {
		expect(settings("The mayor, elected in Orme in March, said the lake was empty.")).toEqual(["- at -"]);
		expect(settings("Ander Vane, speaking in Vell on Monday, said the lake was empty.")).toEqual([
			"2031-05-12 at Vell",
		]);
	});

	it("ends a carried place where another occasion is given", () => {
		expect(
			settings("Ander Vane said in Vell that the plan was safe. “The dispute is over,” Vane said on television."),
		).toEqual(["- at Vell", "- at -"]);
	});

	it("reads the next sentence of the paragraph when it tells of the speaking", () => {
		expect(
			settings("“The lake is empty,” Ander Vane said. He answered journalists' questions in Vell on Monday."),
		).toEqual(["2031-05-12 at Vell"]);
	});

	it("takes the capital and not the state it is the capital of", () => {
		expect(settings("“It is empty,” Ander Vane said in Tarnia's capital, Talvesh, on Monday.")).toEqual([
			"2031-05-12 at Talvesh",
		]);
	});
});
