import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listText } from "../../test/list-text.ts";
import { publishedOn } from "../../test/make-article.ts";
import type { ExactSpan } from "../model/quotation-listing.ts";

const TEXT = "“The [harbour] wall is sound,” Mara Quill told Corra News in Norway on Monday, the Isle Post reported.";

function list(text: string): ReturnType<typeof listText>["articles"][number] {
	const [article] = listText(text, { published: publishedOn("2031-05-14") }).articles;
	if (!article) throw new Error("one article was listed");
	return article;
}

describe("listQuoted", () => {
	it("names everybody of a quotation and gives the text of every span", () => {
		const [quotation] = list(TEXT).quotations;
		expect(quotation).toMatchObject({
			kind: "direct",
			content: [{ start: 1, end: 29, exact: "The [harbour] wall is sound," }],
			inserted: [{ start: 5, end: 14, exact: "[harbour]" }],
			source: { exact: "Mara Quill" },
			cue: [{ exact: "told" }],
			speaker: { name: "Mara Quill", type: "person" },
			carriers: [{ name: "Isle Post" }, { name: "Corra News", span: { exact: "Corra News" } }],
			addressee: { exact: "Corra News" },
			where: { exact: "Norway" },
			when: { earliest: "2031-05-12", exact: "Monday" },
			polarity: "said",
		});
	});

	it("gives the candidates of a source that is not settled, with reasons", () => {
		const { quotations } = list("Ada Vane, the minister, and Ove Lund, a minister, met. “We stay,” the minister said.");
		expect(quotations[0]?.speaker).toBeNull();
		expect(quotations[0]?.candidates.map(({ name }) => name)).toEqual(["Ada Vane", "Ove Lund"]);
	});

	it("takes no open bracket, nor one that closes nothing, for an insertion", () => {
		for (const words of ["The [harbour wall", "The harbour] wall", `The [${"x".repeat(400)}] wall`]) {
			expect(list(`“${words} is sound,” Mara Quill said.`).quotations[0]?.inserted).toEqual([]);
		}
	});

	it("gives spans whose text is theirs, whatever the text", () => {
		const piece = fc.constantFrom(
			"“",
			"”",
			"[",
			"]",
			"Ada Vane",
			" said ",
			". ",
			"\n\n",
			"the boat",
			"🚢",
			"«",
			"»",
			",",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				const { text, quotations } = list(pieces.join(""));
				for (const one of quotations) {
					const spans: ExactSpan[] = [...one.content, ...one.marked, ...one.inserted, ...one.cue];
					for (const span of one.source ? [...spans, one.source] : spans) {
						expect(text.slice(span.start, span.end)).toBe(span.exact);
					}
				}
			}),
		);
	});
});
