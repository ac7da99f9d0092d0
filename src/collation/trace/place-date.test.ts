import { describe, expect, it } from "vitest";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import { datePlace } from "./place-date.ts";

const dateline = {
	text: "VELL, Sept 18 –",
	span: { start: 0, end: 15 },
	from: "dateline",
	place: "VELL",
	date: "Sept 18",
	agency: null,
};
/** 18 September 2030. */
const DAY = Date.UTC(2030, 8, 18) / 86_400_000;

describe("the date of a place", () => {
	it("is that of the report", () => {
		const article = makeArticle("Text.", { published: publishedOn("2031-05-14"), dateline });
		expect(datePlace(article, 0, DAY).earliest).toBe("2031-05-14");
	});

	it("is the dateline's day where that gives no year and reports beside it do, with the reason", () => {
		const article = makeArticle("VELL, Sept 18 – It stays shut.", { dateline });
		expect(datePlace(article, 20, DAY)).toMatchObject({
			earliest: "2030-09-18",
			exact: "Sept 18",
			reason: "“Sept 18” in the dateline, in the year of the reports beside it",
			evidence: [{ start: 0, end: 15 }],
		});
		expect(datePlace(article, 20, undefined).earliest).toBeNull();
	});

	it("is never the day of a change", () => {
		const article = makeArticle("Text.", { modified: publishedOn("2031-05-20"), dateline });
		expect(datePlace(article, 0, DAY).earliest).toBeNull();
	});
});
