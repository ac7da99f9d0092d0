import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftPlainText } from "./plain-text.ts";

const STATED = { outlet: null, published: null, title: null, role: "report" } as const;

const LINES = [
	"Ferry sinks off Port Amity | Amity Mail",
	"By Ada Quill | Harbour Post | 2h",
	"14 May 2031",
	"URGENT",
	"BC-AMITY-FERRY/ (URGENT)",
	"PORT AMITY, May 3 (AGN) – Officials closed the harbour to all ships for the night.",
	"The ferry Amity Star sank off Port Amity on Monday evening, the",
	"coast guard said, and nine of the crew of thirty were still",
	"missing when the search was called off at dark.",
	"> The ferry Amity Star sank off Port Amity, the coast",
	"> guard said.",
	">",
	"THE AMITY QUARTERLY",
	"Page 2 of 3",
	"2",
	"3",
	"Related stories",
	"Otters return to valley canal",
	"Museum buys lamp",
	"Quote from ada on March 2, 2031, 09:15The ferry was never found, said the coast guard.",
	"Amity Radio",
	"@amityradio",
	"Aug 19, 2031 · 11:48 AM",
	"Source: https://harbour.example/1",
	"COMMENTS",
	"--",
	"Unsubscribe | Update your preferences",
	"From: bo@marsh.example",
	"Subject: ferry",
	"# Ferry sinks",
	"**By Ada Quill**",
	"==========",
	"---",
	"title: Ferry",
	"![a](b.jpg) [c](d) *e*",
	"[Read more: strike](https://a.example)",
	"\u0019The ferry sank.<",
	"Foto: Elin Stråhle",
	"星期四，一辆卡车在公路上翻倒，二十吨橙子滚落路面。",
	"",
];
const line = fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: "grapheme", maxLength: 40 }));
const text = fc
	.tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n", "\n\n"))
	.map(([lines, end]) => lines.join(end));

describe("a plain text of any lines in any order", () => {
	it("loses nothing: every character is body, dropped or a part of the head, and none is two of them", () => {
		fc.assert(
			fc.property(text, fc.boolean(), (written, markdown) => {
				const draft = draftPlainText(written, STATED, markdown);
				const spans = [
					...draft.body,
					...draft.dropped,
					...[draft.headline?.span, draft.byline?.span, draft.dateline?.span].filter(
						(span) => span !== null && span !== undefined,
					),
				].sort((a, b) => a.start - b.start || a.end - b.end);
				let at = 0;
				for (const { start, end } of spans) {
					expect(start).toBeGreaterThanOrEqual(at);
					expect(end).toBeGreaterThan(start);
					expect(written.slice(at, start).replace(/[\s\u200b\ufeff\u0085]/g, "")).toBe("");
					at = end;
				}
				expect(written.slice(at).replace(/[\s\u200b\ufeff\u0085]/g, "")).toBe("");
				for (const stated of [...draft.metadata, ...(draft.outlet ? [draft.outlet] : [])]) {
					if (stated.span) expect(written.slice(stated.span.start, stated.span.end)).toBe(stated.text);
				}
				for (const { start, end } of draft.links) expect(end).toBeGreaterThan(start);
			}),
			{ numRuns: 250 },
		);
	});

	it("is read alike twice", () => {
		fc.assert(
			fc.property(text, (written) => {
				expect(draftPlainText(written, STATED, false)).toEqual(draftPlainText(written, STATED, false));
			}),
			{ numRuns: 40 },
		);
	});
});
