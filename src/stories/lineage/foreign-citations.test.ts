import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import { findCitations } from "./citations.ts";
import { listMedia } from "./media.ts";
import { findNamedMedia } from "./named-media.ts";

/** The media that a text in the language is found to have words from. */
function cited(text: string, language: string): string[] {
	const annotated = annotateText(text, { language }, [{ type: "agency", names: ["Nordpress", "Нордпресс"] }]);
	const entities = annotated.entities.map((entity) => ({ ...entity, related: [], mentions: [] }));
	const named = findNamedMedia(annotated, listMedia([annotated], entities));
	return findCitations(annotated, named).map(({ named: one }) => one.medium.name);
}

describe("citations in other languages than English", () => {
	it.each([
		["Laut Nordpress war die Brücke alt.", "de"],
		["Die Brücke war alt, wie die Nachrichtenagentur Nordpress meldete.", "de"],
		["Die Brücke sei alt, sagte sie der Nachrichtenagentur Nordpress.", "de"],
		["Nordpress zufolge war die Brücke alt.", "de"],
		["Le pont était vieux, selon l'agence Nordpress.", "fr"],
		["Le pont était vieux, a-t-elle dit à l'agence Nordpress.", "fr"],
		["Nordpress a rapporté que le pont était vieux.", "fr"],
		["El puente era viejo, informó Nordpress.", "es"],
		["Мост был старым, сообщает агентство Нордпресс.", "ru"],
	])("hear whose words they are: %s", (text, language) => {
		expect(cited(text, language)).toEqual(["Nordpress"]);
	});

	it.each([
		["Nordpress entlässt vierzig Reporter.", "de"],
		["Le siège de Nordpress a brûlé.", "fr"],
		["La directora de Nordpress dimitió.", "es"],
	])("hear nothing where a medium is only named: %s", (text, language) => {
		expect(cited(text, language)).toEqual([]);
	});
});
