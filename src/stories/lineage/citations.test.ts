import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import { findCitations } from "./citations.ts";
import { listMedia } from "./media.ts";
import { findNamedMedia } from "./named-media.ts";

const NAMES = [
	{ type: "agency", names: ["Corra Wire"] },
	{ type: "outlet", names: ["Tarn Courier"] },
] as const;

/** The media that the text is found to have words from. */
function cited(text: string): string[] {
	const annotated = annotateText(text, {}, NAMES);
	const entities = annotated.entities.map((entity) => ({ ...entity, related: [], mentions: [] }));
	const named = findNamedMedia(annotated, listMedia([annotated], entities));
	return findCitations(annotated, named).map(({ named: one }) => one.medium.name);
}

describe("findCitations", () => {
	it.each([
		"The dam was sound, Corra Wire reported.",
		"According to the state news agency Corra Wire, the dam was sound.",
		"The words come by way of Corra Wire, of all places.",
		"“We left,” she says in Corra Wire's translation.",
		"The words are from Corra Wire, which printed them whole.",
		"Corra Wire, another agency, had him saying that he left.",
		"Corra Wire, the agency of the north, later quoted him as saying so.",
		"“We left,” reports Corra Wire.",
		"She told Corra Wire that they had left.",
		"She left, she said in an interview with Corra Wire on Monday.",
		"Going by the English that Corra Wire put out, she left.",
		"A local agency, Corra Wire, reported that they had left.",
		"The Corra Wire news agency, citing two officials, reported that they had left.",
	])("hears whose words they are: %s", (text) => {
		expect(cited(text)).toEqual(["Corra Wire"]);
	});

	it.each([
		"Corra Wire has dismissed forty reporters.",
		"Shares in Corra Wire fell by a tenth.",
		"The crowd gathered outside the offices of Corra Wire.",
		"Ada Vane said Corra Wire was late as ever.",
		"The minister of works, who owns Corra Wire, left.",
		"“We left,” said Corra Wire host Ada Vane.",
		"Ada Vane, a writer for Corra Wire, said that they had left.",
	])("hears nothing where a medium is only named: %s", (text) => {
		expect(cited(text)).toEqual([]);
	});

	it("hears two in one sentence, each by its own words", () => {
		expect(cited("The Tarn Courier reported, citing Corra Wire, that the dam was sound.")).toEqual([
			"Tarn Courier",
			"Corra Wire",
		]);
	});

	it("ends on a text that names one medium over and over", () => {
		expect(cited("Corra Wire reported, ".repeat(2_000)).length).toBe(2_000);
	});
});
