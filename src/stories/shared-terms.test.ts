import { describe, expect, it } from "vitest";
import { annotateText, type Naming, rarity } from "../../test/annotate-text.ts";
import { findFeatures } from "./grouping/features.ts";
import { describeShared } from "./shared-terms.ts";

const TEXT =
	"Judge Adele Vane opened the Sarnbeck inquiry on Monday. “Nobody knew,” she told rails of lawyers. Headteachers wept, and rails shook.";
const NAMES: readonly Naming[] = [{ type: "person", names: ["Adele Vane"] }];

/** What is said of the article's own terms that are given. */
function sharing(terms: readonly string[], language: string = "en"): string {
	const annotated = annotateText(TEXT, { language }, NAMES);
	const { features } = findFeatures(annotated, rarity);
	return describeShared(
		annotated,
		terms.flatMap((shown) => features.find((feature) => feature.shown === shown) ?? []),
	);
}

describe("describeShared", () => {
	it("gives a name whole where all of it is shared, and else the part that is", () => {
		expect(sharing(["Vane", "Adele"])).toBe("the name Adele Vane");
		expect(sharing(["Vane"])).toBe("the name Vane");
	});

	it("takes for a name what is written like one inside a sentence, and no word that merely opens one", () => {
		expect(sharing(["Sarnbeck", "rails", "inquiry"])).toBe("the name Sarnbeck and the words “rails” and “inquiry”");
		expect(sharing(["Nobody", "Headteachers"])).toBe("the words “Nobody” and “Headteachers”");
	});

	it("gives no short words of other languages than English, nor names by their capitals alone", () => {
		expect(sharing(["opened", "wept", "Sarnbeck"], "de")).toBe("the words “opened” and “Sarnbeck”");
	});

	it("is empty where nothing is shared", () => {
		expect(sharing([])).toBe("");
	});
});
