import { describe, expect, it } from "vitest";
import { collateTexts, nameOf, utteranceWith } from "../../../test/collate-texts.ts";

const LEAD =
	"KELM — Harbour Minister Orla Vane spoke about the Kelm breakwater on Tuesday after its collapse in the storm.";

/** Renditions of the utterance that holds the words, as `report: words`. */
function renditions(record: ReturnType<typeof collateTexts>, words: string): string[] {
	const texts = new Map(record.articles.map((article) => [article.id, article.text]));
	return (utteranceWith(record, words)?.renditions ?? [])
		.map((rendition) => {
			const spans = rendition.parts.flatMap((part) => part.spans);
			const text = spans.map((span) => texts.get(rendition.article)?.slice(span.start, span.end)).join(" / ");
			return `${nameOf(record, rendition.article)}: ${text}`;
		})
		.sort();
}

describe("findUtterances", () => {
	it("joins two translations of one sentence and leaves the next sentence apart", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\n“We shall rebuild the breakwater with granite. Fishing rights will be discussed in the autumn,” Orla Vane said.`,
			},
			{ name: "b", text: `${LEAD}\n“The breakwater will be rebuilt in granite,” Orla Vane said.` },
		]);
		expect(renditions(record, "granite")).toEqual([
			"a: We shall rebuild the breakwater with granite.",
			"b: The breakwater will be rebuilt in granite,",
		]);
		expect(renditions(record, "Fishing rights")).toHaveLength(1);
	});

	it("joins two translations that share few words and use others for one another", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n“Nobody gave permission to abandon the harbour,” Orla Vane said.` },
			{ name: "b", text: `${LEAD}\n“No one was authorised to leave the port,” Orla Vane said.` },
		]);
		expect(renditions(record, "abandon").map((one) => one.slice(0, 1))).toEqual(["a", "b"]);
	});

	it("joins what stands between the same two sentences by one word used for another, and by no name alone", () => {
		const before = "“We must assume that Ondria holds the northern port of the bay,” Orla Vane said.";
		const after = "“There are still harbour questions that nobody has settled this winter,” Vane said.";
		const between = (words: string): string => `${LEAD}\n${before}\n${words}\n${after}`;
		const record = collateTexts([
			{ name: "a", text: between("Vane said Ondria had “taken on some responsibilities”.") },
			{ name: "b", text: between("“Ondria, the Ondria league, assumed certain obligations,” she said.") },
			{ name: "c", text: between("Vane said Ondria had “sold some trawlers”.") },
		]);
		expect(renditions(record, "obligations").map((one) => one.slice(0, 1))).toEqual(["a", "b"]);
	});

	it("joins a paraphrase with its words beside a like sentence that both reports give as well", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\n“The Ondria league has made certain commitments,” Orla Vane said.\nVane mentioned receiving signals from Ondria indicating its readiness to cooperate in combating smuggling.`,
			},
			{
				name: "b",
				text: `${LEAD}\n“The league of Ondria assumed certain commitments,” Orla Vane said.\n“And we repeatedly received such signals from the Ondria league that it is ready to work with us on smuggling as well,” Vane said.`,
			},
		]);
		expect(renditions(record, "signals").map((one) => one.slice(0, 1))).toEqual(["a", "b"]);
	});

	it("joins a word in marks with the sentence of the same speaker that holds it, and with nobody else's", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nOrla Vane called the inquiry’s timetable a “charade”.` },
			{ name: "b", text: `${LEAD}\n“It is a charade and it insults the dead,” Orla Vane said.` },
			{ name: "c", text: `${LEAD}\nThe engineer Tomas Reik called his own dismissal a “charade”.` },
		]);
		expect(renditions(record, "insults").map((one) => one.slice(0, 1))).toEqual(["a", "b"]);
	});

	it("compares nothing by the word or two that stand before an attribution in its sentence", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nFishermen, Orla Vane said, cannot moor at the northern pier.` },
			{ name: "b", text: `${LEAD}\nOrla Vane said sorry to the fishermen.` },
		]);
		expect(renditions(record, "cannot moor").filter((one) => one.startsWith("b"))).toEqual([]);
	});

	it("keeps the like words of two speakers apart", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n“We shall rebuild the breakwater with granite,” Orla Vane said.` },
			{ name: "b", text: `${LEAD}\n“They should rebuild the breakwater with granite,” said the engineer Tomas Reik.` },
		]);
		expect(renditions(record, "We shall rebuild")).toEqual(["a: We shall rebuild the breakwater with granite,"]);
	});

	it("takes an answer printed twice in one report in two wordings as said once", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\n“We shall rebuild the breakwater with northern granite,” Orla Vane said.\nAnother translation of her answer was given later. “The breakwater will be rebuilt in northern granite,” Orla Vane said.`,
			},
			{ name: "b", text: `${LEAD}\n“We are going to rebuild the breakwater with northern granite,” Orla Vane said.` },
		]);
		expect(renditions(record, "northern granite").map((one) => one.slice(0, 1))).toEqual(["a", "a", "b"]);
	});

	it("keeps two answers apart that share one word", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n“Nobody stole the breakwater vote,” Orla Vane said.` },
			{ name: "b", text: `${LEAD}\n“The breakwater takes nothing from a single fisherman,” Orla Vane said.` },
		]);
		expect(renditions(record, "stole")).toHaveLength(1);
	});

	it("keeps the same words apart that were said by telephone and before a crowd", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n“We shall rebuild it with granite,” Orla Vane told Halyard News by telephone.` },
			{ name: "b", text: `${LEAD}\n“We shall rebuild it with granite,” Orla Vane told a rally.` },
			{ name: "c", text: `${LEAD}\n“We shall rebuild it with granite,” Orla Vane said from the balcony.` },
		]);
		expect(renditions(record, "granite").map((one) => one.slice(0, 1))).not.toEqual(["a", "b", "c"]);
	});

	it("chains what a connective ties", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\n“The guild controls the harbour. In that sense it is our partner,” Orla Vane said.`,
			},
			{
				name: "b",
				text: `${LEAD}\n“The guild is in control of the harbour. In this sense the guild is our partner,” Orla Vane said.`,
			},
		]);
		expect(renditions(record, "our partner")).toEqual([
			"a: The guild controls the harbour. / In that sense it is our partner,",
			"b: The guild is in control of the harbour. / In this sense the guild is our partner,",
		]);
	});

	it("gives relayed words once, as their speaker's", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\nLocal newspapers report that Orla Vane said that the breakwater would be rebuilt with granite.`,
			},
		]);
		expect(renditions(record, "rebuilt with granite")).toHaveLength(1);
	});

	it("keeps different sentences of one speaker apart", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n“We will close the northern quay this winter,” Orla Vane said.` },
			{ name: "b", text: `${LEAD}\n“We never said the works on the quay would cost more,” Orla Vane said.` },
		]);
		expect(renditions(record, "We will close")).toHaveLength(1);
	});

	it("marks a word or two in quotation marks as a fragment", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\n“The guild is certainly our partner in the repair of the breakwater,” Orla Vane said.`,
			},
			{ name: "b", text: `${LEAD}\nOrla Vane said that the guild was a “partner” in the repair of the breakwater.` },
		]);
		const utterance = utteranceWith(record, "certainly our partner");
		expect(utterance?.renditions.map((one) => [nameOf(record, one.article), one.coverage]).sort()).toEqual([
			["a", "whole"],
			["b", "fragment"],
		]);
	});
});

describe("findUtterances across speakers, days and wordings", () => {
	it("takes a description for whom another report calls so", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n“We shall rebuild the breakwater with northern granite,” Orla Vane said.` },
			{
				name: "b",
				text: "KELM — The breakwater at Kelm collapsed in the storm on Tuesday.\n“We shall rebuild the breakwater with northern granite,” the harbour minister said.",
			},
		]);
		expect(renditions(record, "northern granite").map((one) => one.slice(0, 1))).toEqual(["a", "b"]);
	});

	it("keeps what was said again with more on a later day apart", () => {
		const record = collateTexts([
			{
				name: "a",
				published: "2031-05-12",
				text: `${LEAD}\n“It is our harbour and it is coming back,” Orla Vane said.`,
			},
			{
				name: "b",
				published: "2031-05-16",
				text: `${LEAD}\n“It is our harbour and it is coming back with granite walls,” Orla Vane said.`,
			},
		]);
		expect(renditions(record, "coming back,")).toHaveLength(1);
	});

	it("joins a denial with the words that make it", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\nOrla Vane denied that inspectors had been sent away. “Nobody was sent away,” she said.`,
			},
		]);
		expect(renditions(record, "Nobody was sent away")).toHaveLength(2);
	});

	it("keeps the counts of two days apart", () => {
		const record = collateTexts([
			{
				name: "a",
				published: "2031-05-12",
				text: `${LEAD}\nOrla Vane said two people were hurt when the breakwater collapsed near Kelm.`,
			},
			{
				name: "b",
				published: "2031-05-13",
				text: `${LEAD}\nOrla Vane said 14 people were hurt when the breakwater collapsed near Kelm.`,
			},
		]);
		expect(renditions(record, "two people were hurt")).toHaveLength(1);
	});
});
