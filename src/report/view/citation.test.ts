import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { cite } from "./citation.ts";
import { indexRecord } from "./record-index.ts";

const index = indexRecord(fixtureRecord);
const [article] = fixtureRecord.articles;
if (!article) throw new Error("the fixture has no article");

it("says where words stand so that somebody else finds the same characters in the same text", () => {
	const words = article.text.slice(10, 30);
	const citation = cite(index, { words, places: [{ article: article.id, start: 10, end: 30 }] });
	expect(citation).toContain("characters 10–30");
	expect(citation).toContain(`“${words}”`);
	expect(citation).toContain(article.id);
});

it("cuts long words at a word's end", () => {
	const words = "leak ".repeat(60).trim();
	const citation = cite(index, { words, places: [{ article: article.id, start: 0, end: 300 }] });
	expect(citation).toContain("leak […]”");
	expect(citation).not.toContain(words);
});
