import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import type { HeldRendition } from "../../model/record.ts";
import { annotate } from "../../pipeline.ts";
import { groupStories } from "../../stories/stories.ts";
import { loadAnalysisData } from "../../system/data.ts";
import { prepareSearch } from "../trace/search.ts";
import { findRenditions } from "../utterances/renditions.ts";
import { holdRenditions } from "./held-renditions.ts";

const data = loadAnalysisData();

/** The first quotation of each text as renditions of one sentence; the first text is the primary's. */
function hold(...texts: readonly string[]): HeldRendition[] {
	const articles = texts.map((text, at) => annotate(makeArticle(text, { sourceId: `${at}`, id: `${at}` })));
	const layer = groupStories(articles, data.rarity);
	const { reports } = prepareSearch(articles, layer, (stem) => data.rarity.rarityOf(stem));
	const segments = reports.flatMap((report) => report.segments.slice(0, 1));
	return holdRenditions(
		findRenditions([{ segments }]),
		(article) => article === "0",
		(article) => texts[Number(article)] ?? "",
	);
}

const SAID = "“We will not open the harbour until we know why the ferry sank,” Ada Vane said.";

describe("a rendition held against a primary's words", () => {
	it("is cut or changed by which words", () => {
		const [cut, changed] = hold(
			SAID,
			"“We will not open the harbour,” Ada Vane said.",
			"“We will not open the harbour until we understand why the ferry sank,” Ada Vane said.",
		);
		expect([cut?.relation, cut?.leftOut.map(({ exact }) => exact)]).toEqual([
			"cut",
			["until we know why the ferry sank"],
		]);
		expect([changed?.relation, changed?.changed[0]?.primary[0]?.exact, changed?.changed[0]?.report[0]?.exact]).toEqual([
			"changed",
			"know",
			"understand",
		]);
	});

	it("is a summary where an outlet's own sentence gives the gist, and names no word", () => {
		const [held] = hold(SAID, "Ada Vane said that ships must look for other ports for now.");
		expect(held).toMatchObject({ relation: "summary", leftOut: [], changed: [] });
	});

	it("is exact in indirect speech that changes tense and person alone", () => {
		const [held] = hold(SAID, "Ada Vane said that they would not open the harbour until they knew why the ferry sank.");
		expect(held?.relation).toBe("exact");
	});

	it("is told alike of every copy, each by its own offsets", () => {
		const text = "“We may not open the harbour until we know why the ferry sank,” Ada Vane said.";
		const [one, other] = hold(SAID, text, `On Monday. ${text}`);
		const spanOf = (held: HeldRendition | undefined): number => held?.changed[0]?.report[0]?.start ?? 0;
		expect([one?.relation, other?.relation]).toEqual(["changed", "changed"]);
		expect(spanOf(other) - spanOf(one)).toBe("On Monday. ".length);
	});
});
