import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { describeCopies } from "./copy-words.ts";
import { indexRecord } from "./record-index.ts";

describe("describeCopies", () => {
	const index = indexRecord(fixtureRecord);
	const [a, b] = fixtureRecord.articles;
	const at = { article: a?.id ?? "", spans: [{ start: 0, end: 20 }] };

	it("tells two reports that are one text, word for word or changed", () => {
		const members = [at, { article: b?.id ?? "", spans: [] }];
		expect(describeCopies(index, { id: "c", kind: "exact", members })).toBe("are one text, word for word");
		expect(describeCopies(index, { id: "c", kind: "near", members })).toBe("are one text, cut or changed");
	});

	it("says which text a report gives twice", () => {
		const members = [at, { article: at.article, spans: [{ start: 30, end: 60 }] }];
		const words = describeCopies(index, { id: "c", kind: "near", members });
		expect(words).toMatch(/^gives its text twice from “.+ \[…\]” on, with changes$/);
		const named = words.slice(words.indexOf("“") + 1, words.indexOf(" […]"));
		expect((a?.text ?? "").replace(/\s+/gu, " ").startsWith(named)).toBe(true);
	});
});
