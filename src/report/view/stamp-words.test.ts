import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { findStamp } from "./stamp-words.ts";

const [first] = fixtureRecord.articles;
if (!first) throw new Error("the fixture has no article");
const line = "Quote from Old_Salt on May 14, 2031, 09:30";
const rule = "article/forum-stamp";
const published = { ...first.published, earliest: null, latest: null, precision: null };
const article = { ...first, published, text: line, dropped: [{ start: 0, end: line.length, rule, reason: "a stamp" }] };

it("finds the line that says when somebody posted the text of an undated report", () => {
	expect(findStamp(article)?.words).toBe(line);
});

it("finds none in a dated report, and none without a year", () => {
	expect(
		findStamp({ ...article, published: { ...published, earliest: "2031-05-14", latest: "2031-05-14" } }),
	).toBeNull();
	expect(findStamp({ ...article, text: "Quote from Old_Salt on Tuesday at 09:30   " })).toBeNull();
});
