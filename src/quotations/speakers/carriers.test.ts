import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

/** `speaker < carrier < carrier` of each quotation. */
function relays(text: string): string[] {
	return showQuotations(text).quotations.map(({ speaker, carriers }) => [speaker ?? "-", ...carriers].join(" < "));
}

const MAYOR = "Mayor Orla Pike came to Tarn. She leads the council.\n";

describe("findCarriers", () => {
	it("takes the agency that quotes somebody for the carrier", () => {
		expect(relays(`${MAYOR}“The dam will hold until spring,” the Ostra news agency quotes Pike.`)).toEqual([
			"Orla Pike < Ostra",
		]);
	});

	it("takes an outlet that is told something for hearer and carrier", () => {
		const { quotations } = showQuotations(`${MAYOR}“The dam will hold,” Pike told Ostra News.`);
		expect(quotations[0]?.addressee).toBe("Ostra News");
		expect(quotations[0]?.carriers).toEqual(["Ostra News"]);
		expect(quotations[0]?.speaker).toBe("Orla Pike");
	});

	it("takes no reporters for carriers", () => {
		const { quotations } = showQuotations(`${MAYOR}“The dam will hold,” Pike told reporters.`);
		expect(quotations[0]?.addressee).toBe("reporters");
		expect(quotations[0]?.carriers).toEqual([]);
	});

	it("takes whose translation the words are for the carrier", () => {
		expect(relays(`${MAYOR}“The dam will hold,” Pike told reporters, in Ostra News's translation.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
		expect(relays(`${MAYOR}“The dam will hold,” Pike told reporters, in Ostra's dam house.`)).toEqual(["Orla Pike"]);
	});

	it("takes the agency for the only one that the report names", () => {
		const lead = "The dam leaks, the Ostra news agency reported. Crowds came.\nTarn is under water.\n";
		expect(relays(`${lead}Orla Pike told the agency that the dam will hold.`).at(-1)).toMatch(/< Ostra$/);
		const two = "The dam leaks, the Ostra news agency reported. The Vell news agency came.\nTarn is under water.\n";
		expect(relays(`${two}Orla Pike told the agency that the dam will hold.`).at(-1)).toBe("Orla Pike");
	});

	it("knows the whole name of a hearer that ends in a number", () => {
		const { quotations } = showQuotations(`${MAYOR}“The dam will hold,” Pike told Channel One.`);
		expect(quotations[0]?.addressee).toBe("Channel One");
	});

	it("reads according to after a cue", () => {
		expect(relays(`${MAYOR}“The dam will hold,” Pike said, according to Ostra News.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
	});

	it("knows an agency and a station by the first word of the name", () => {
		expect(relays(`${MAYOR}“The dam will hold,” Pike said, according to Agencia Meridiana.`)).toEqual([
			"Orla Pike < Agencia Meridiana",
		]);
		expect(relays(`${MAYOR}“The dam will hold,” Pike told Radio Varra.`)).toEqual(["Orla Pike < Radio Varra"]);
		expect(relays(`${MAYOR}“The dam will hold,” Pike told Anna Press.`)).toEqual(["Orla Pike"]);
	});

	it("reads according to after a hearer and an occasion", () => {
		expect(
			relays(
				`${MAYOR}“The dam will hold,” Pike told journalists after a summit in Tarn on May 4, according to Ostra News.`,
			),
		).toEqual(["Orla Pike < Ostra News"]);
	});

	it("reads an outlet that reports after the attribution", () => {
		expect(relays(`${MAYOR}“The dam will hold,” Pike told reporters in Tarn on Monday, Ostra News reports.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
	});

	it("hands the words inside an agency's report to their speaker, once", () => {
		const { quotations } = showQuotations(
			`${MAYOR}Ostra News says that speaking in Tarn, the mayor acknowledged that the dam leaks.`,
		);
		expect(quotations.map(({ exact }) => exact)).toEqual(["that the dam leaks"]);
		expect(quotations[0]?.carriers).toEqual(["Ostra News"]);
		expect(quotations[0]?.speaker).toBe("Orla Pike");
	});

	it("reads quoted as saying, with what comes between", () => {
		expect(relays(`${MAYOR}Ostra News also quoted Pike in May as saying the dam is ready.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
		expect(relays(`${MAYOR}“The dam is ready,” Ostra News reportedly quoted Pike as saying.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
	});

	it("reads the passive", () => {
		expect(relays(`${MAYOR}“The dam is ready,” Pike was quoted by Ostra News as saying.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
	});

	it("keeps an outlet's own sentence for the outlet", () => {
		expect(
			relays(`${MAYOR}“She seemed to suggest that the dam leaks,” Ostra News reported, referring to Pike.`),
		).toEqual(["Ostra News"]);
	});

	it("gives a chain of two, nearest to the report first", () => {
		expect(relays(`${MAYOR}“The dam will hold,” Pike told Velm News, Ostra News reported.`)).toEqual([
			"Orla Pike < Ostra News < Velm News",
		]);
	});

	it("takes the outlet of an interview for the carrier", () => {
		expect(relays(`${MAYOR}In an interview with Orme News, Pike said that the dam leaks.`)).toEqual([
			"Orla Pike < Orme News",
		]);
		expect(relays(`${MAYOR}“The dam leaks,” Pike said in an interview with Ostra News.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
		expect(relays(`${MAYOR}“The dam leaks,” Pike said, as quoted by Ostra News.`)).toEqual(["Orla Pike < Ostra News"]);
	});

	it("hands the carrier on to the words that go on from a cue", () => {
		expect(relays(`${MAYOR}“The dam leaks,” Pike told Ostra News. “It has leaked for years.”`)).toEqual([
			"Orla Pike < Ostra News",
		]);
	});

	it("leaves a report that says more than another's words standing", () => {
		const { quotations } = showQuotations("Vane said that Pike spoke in Tarn and that the dam leaks.");
		expect(quotations.length).toBeGreaterThan(0);
	});

	it("reads chains, the nearest to the report first", () => {
		for (const text of [
			"“The dam will hold,” Pike said, Reuters reported, citing Radio Varra.",
			"Reuters, citing Radio Varra, quoted Pike as saying that the dam will hold.",
			"Reuters quoted Pike as telling Radio Varra that the dam will hold.",
		])
			expect(relays(`${MAYOR}${text}`)).toEqual(["Orla Pike < Reuters < Radio Varra"]);
	});

	it("reads who quotes behind the day, and whose programme heard the words", () => {
		expect(relays(`${MAYOR}Pike was quoted on Friday by Ostra News as having said that the dam leaks.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
		expect(relays(`${MAYOR}Pike told Radio Varra’s morning programme the dam leaks.`)).toEqual([
			"Orla Pike < Radio Varra",
		]);
	});

	it("reads where words were printed or broadcast", () => {
		expect(relays(`${MAYOR}“The dam will hold,” Pike said in remarks broadcast on Radio Varra.`)).toEqual([
			"Orla Pike < Radio Varra",
		]);
		expect(relays(`${MAYOR}As reported by Ostra News, Pike said the dam will hold.`)).toEqual([
			"Orla Pike < Ostra News",
		]);
	});

	it("leaves out media without a name that only bring another's words", () => {
		expect(relays(`${MAYOR}Media outlets report that Pike said the dam leaks.`)).toEqual(["Orla Pike"]);
		expect(relays("Local media reported that the dam leaks.")).toEqual(["-"]);
	});

	it("reads the next sentence where it says who heard the words", () => {
		expect(relays(`${MAYOR}“The dam will hold,” Pike said. She was speaking to Radio Varra.`)).toEqual([
			"Orla Pike < Radio Varra",
		]);
		expect(relays(`${MAYOR}“The dam will hold,” Pike said. Vane was speaking to Radio Varra.`)).toEqual(["Orla Pike"]);
	});

	it("knows a hearer for a medium by the shape of its name, and not by a name alone", () => {
		expect(relays(`${MAYOR}“The dam will hold,” Pike told The Lantern.`)).toEqual(["Orla Pike < Lantern"]);
		expect(relays(`${MAYOR}“The dam will hold,” Pike told Varra FM's breakfast show.`)).toEqual([
			"Orla Pike < Varra FM",
		]);
		expect(relays(`${MAYOR}“The dam will hold,” Pike told Marquee.`)).toEqual(["Orla Pike"]);
	});

	it("reads the agency of the sentence before as the agency that is told", () => {
		expect(relays(`${MAYOR}Pike spoke to Interfax. “The dam will hold,” Pike told the news agency.`)).toEqual([
			"Orla Pike < Interfax",
		]);
	});

	it("gives words in marks that an outlet quotes to whom it quotes", () => {
		const { quotations } = showQuotations("“Pike has quit,” said the Orme Echo, quoting a friend of hers.");
		expect(quotations.map(({ source, carriers }) => [source, ...carriers])).toEqual([
			["a friend of hers", "Orme Echo"],
		]);
	});

	it("reads chains of outlets behind an attribution", () => {
		expect(relays(`${MAYOR}“I quit,” Pike said, according to the Orme Echo, which cited AFP.`)).toEqual([
			"Orla Pike < Orme Echo < AFP",
		]);
		expect(relays(`${MAYOR}“I quit,” Pike said, the Orme Echo quoted Vox Orra as reporting.`)).toEqual([
			"Orla Pike < Orme Echo < Vox Orra",
		]);
	});

	it("reads the quoter of a clause between source and verb", () => {
		expect(relays("The water ministry, quoted by the state agency OTA, said the dam was safe.")).toEqual(["- < OTA"]);
	});

	it("reads a day behind the cue of what an agency brings", () => {
		expect(relays(`${MAYOR}The dam will hold, Pike said on Monday, according to the Ostra news agency.`)).toEqual([
			"Orla Pike < Ostra",
		]);
	});

	it("knows a channel and a newspaper of another country by their names", () => {
		expect(relays(`${MAYOR}“We stay,” Pike told the Tarner Anzeiger.`)).toEqual(["Orla Pike < Tarner Anzeiger"]);
		expect(relays(`${MAYOR}In an interview with Channel Two, Pike said the dam holds.`)).toEqual([
			"Orla Pike < Channel Two",
		]);
		expect(relays(`${MAYOR}In remarks to the Vell Gazette, Pike said the dam holds.`)).toEqual([
			"Orla Pike < Vell Gazette",
		]);
	});

	it("takes no network on which anybody posts for a carrier", () => {
		expect(relays(`${MAYOR}“We stay,” Pike said in remarks published on Telegram.`)).toEqual(["Orla Pike"]);
	});

	it("takes the one agency named before for “the agency”", () => {
		expect(relays(`${MAYOR}The Ostra news agency met Pike. “We stay,” the agency quoted Pike as saying.`)).toEqual([
			"Orla Pike < Ostra",
		]);
	});

	it("reads where a column stands", () => {
		expect(relays(`${MAYOR}“We stay,” Pike wrote in an op-ed for the Vell Gazette.`)).toEqual([
			"Orla Pike < Vell Gazette",
		]);
	});
});
