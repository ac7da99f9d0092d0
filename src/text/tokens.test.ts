import { describe, expect, it } from "vitest";
import { countWords, findTokens } from "./tokens.ts";

function tokensOf(text: string): [written: string, norm: string][] {
	const { starts, ends, norms } = findTokens(text, [{ start: 0, end: text.length }]);
	return norms.map((norm, i) => [text.slice(starts[i], ends[i]), norm]);
}

describe("tokens", () => {
	it("with ligatures and soft hyphens are words, compared without them, as written in the text", () => {
		expect(tokensOf("o\ufb03ce Donau\u00addampf\u00adschiff")).toEqual([
			["o\ufb03ce", "office"],
			["Donau\u00addampf\u00adschiff", "donaudampfschiff"],
		]);
	});

	it("that a soft hyphen parts at the end of a line are one word; a plain hyphen there may be the word's own", () => {
		expect(tokensOf("dam\u00ad\r\n  med")).toEqual([["dam\u00ad\r\n  med", "dammed"]]);
		expect(tokensOf("well-\nknown").map(([, norm]) => norm)).toEqual(["well", "-", "known"]);
	});

	it("of plain letters end where they do beside any mark", () => {
		const texts = tokensOf("No. U.S. it's A.D A. B2 won’t re-do x...y,,z (c)").map(([text]) => text);
		expect(texts).toEqual("No|.|U.S.|it|'s|A|.|D|A|.|B2|won’t|re-do|x|...|y|,|,|z|(|c|)".split("|"));
	});
});

describe("countWords", () => {
	it("counts as a reader does: no marks, no possessive endings, and each letter of a script without spaces", () => {
		expect(countWords("Tarn’s “well-known” dam – 1,200 people")).toBe(5);
		expect(countWords("桥坍塌了。")).toBe(4);
		expect(countWords(" … ")).toBe(0);
	});
});
