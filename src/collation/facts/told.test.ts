import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import { findOpening } from "./told.ts";

describe("findOpening", () => {
	it("is the first sentence of the body and no cross-heading", () => {
		const annotated = annotateText(
			"Ferry lost\n\nWhat is known so far\n\nA ferry with forty people aboard went down off Kelm on Tuesday. It was old.",
		);
		const opening = findOpening(annotated);
		expect(annotated.article.text.slice(opening?.start, opening?.end)).toBe(
			"A ferry with forty people aboard went down off Kelm on Tuesday.",
		);
	});
});
