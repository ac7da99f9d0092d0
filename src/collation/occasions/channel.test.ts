import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import { annotate } from "../../pipeline.ts";
import { findChannel } from "./channel.ts";

function channels(text: string): (string | null)[] {
	const annotated = annotate(makeArticle(text));
	return annotated.quotations.map((quotation) => findChannel(annotated, quotation));
}

describe("findChannel", () => {
	it("tells words by telephone from words before a crowd", () => {
		expect(channels("“The wall will hold,” Orla Vane told Halyard News by telephone.")).toEqual(["remote"]);
		expect(channels("“The wall will hold,” Orla Vane said through a megaphone at the main gate.")).toEqual(["present"]);
	});

	it("leaves open what may be either, and what the words themselves speak of", () => {
		expect(channels("“The wall will hold,” Orla Vane told reporters.")).toEqual([null]);
		expect(channels("“He called me by telephone,” Orla Vane said.")).toEqual([null]);
	});
});
