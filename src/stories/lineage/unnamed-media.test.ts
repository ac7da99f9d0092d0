import { describe, expect, it } from "vitest";
import { annotateText, quote } from "../../../test/annotate-text.ts";
import { findUnnamedMedia } from "./unnamed-media.ts";

function unnamed(text: string): string[] {
	return findUnnamedMedia(annotateText(text, {}, [{ type: "state", names: ["Dorvanian"] }]), []).map(
		({ medium }) => medium.name,
	);
}

describe("findUnnamedMedia", () => {
	it.each([
		["The dam was sound, local media reported.", "local media"],
		["Dorvanian state television said that the dam was sound.", "Dorvanian state television"],
		["Various news outlets reported that the dam was sound.", "various news outlets"],
		["The dam was sound, according to media reports.", "media reports"],
		["She told a news agency that the dam was sound.", "news agency"],
	])("finds media that have no name: %s", (text, name) => {
		expect(unnamed(text)).toEqual([name]);
	});

	it.each([
		"The dam was sound, the Corra news agency reported.",
		"The dam was sound, the state news agency Corra reported.",
		"A law on media freedom was passed.",
		"She said on social media that the dam was sound.",
		"The News Agencies Act was passed.",
		"She told media that the dam was sound.",
	])("finds none where one has a name, or none is meant: %s", (text) => {
		expect(unnamed(text)).toEqual([]);
	});

	it("finds none in what somebody says of media", () => {
		const text = "It was not so, whatever some newspapers had it, she said.";
		const annotated = annotateText(text);
		const said = { ...annotated, quotations: [quote(annotated.article, "whatever some newspapers had it")] };
		expect(findUnnamedMedia(said, [])).toEqual([]);
	});
});
