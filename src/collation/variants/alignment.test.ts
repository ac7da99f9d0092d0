import { describe, expect, it } from "vitest";
import { makeWords } from "../../../test/make-words.ts";
import { alignRenditions, describeColumns, type Witness } from "./alignment.ts";
import { findVariants } from "./variants.ts";

function witnesses(texts: readonly string[]): Witness[] {
	return texts.map((text, index) => {
		const words = makeWords(text);
		return {
			rendition: `r${index}`,
			article: `a${index}`,
			words,
			outlet: words.map(() => false),
			sentences: words.map(() => 0),
			whole: false,
		};
	});
}

function collateTexts(texts: readonly string[]): { columns: string[]; variants: string[] } {
	const textOf = (article: string): string => texts[Number(article.slice(1))] ?? "";
	const alignment = alignRenditions(witnesses(texts));
	return {
		columns: describeColumns(alignment, textOf).map((column) =>
			column.cells.map((cell) => `${cell.rendition}:${cell.text}`).join(" "),
		),
		variants: findVariants(alignment, textOf).map(
			(variant) =>
				`${variant.kind}: ${variant.readings.map((reading) => `${reading.text || "∅"} (${reading.renditions.join(" ")})`).join(" | ")}`,
		),
	};
}

describe("alignRenditions", () => {
	it("puts the same words of two wordings into one column", () => {
		const { columns } = collateTexts(["The dam will hold until spring", "The dam will surely hold until spring"]);
		expect(columns).toEqual([
			"r0:The r1:The",
			"r0:dam r1:dam",
			"r0:will r1:will",
			"r1:surely",
			"r0:hold r1:hold",
			"r0:until r1:until",
			"r0:spring r1:spring",
		]);
	});

	it("finds nothing to print where all wordings are the same", () => {
		expect(collateTexts(["The dam will hold.", "“The dam will hold”", "the dam will hold"]).variants).toEqual([]);
	});

	it("gives a changed number first and calls it one", () => {
		const { variants } = collateTexts(["We lost 12 boats in the large harbour", "We lost 14 boats in the big harbour"]);
		expect(variants[0]).toBe("number: 12 (r0) | 14 (r1)");
		expect(variants[1]).toBe("wording: big (r1) | large (r0)");
	});

	it("takes a number in words and in digits for one", () => {
		expect(collateTexts(["We lost twelve boats", "We lost 12 boats"]).variants).toEqual([
			"wording: 12 (r1) | twelve (r0)",
		]);
	});

	it("sets words used for one another against each other, and takes a small word beside them for none of strength", () => {
		const { variants } = collateTexts([
			"The league has taken on some duties here",
			"The league assumed obligations here",
			"The league made commitments here",
		]);
		expect(variants.map((one) => one.split(":")[0])).toEqual(["wording"]);
	});

	it("calls a negation on one side a change of polarity", () => {
		expect(collateTexts(["We will close the works", "We will not close the works"]).variants).toEqual([
			"polarity: ∅ (r0) | not (r1)",
		]);
	});

	it("calls what one of three leaves out an omission, and what one adds an addition", () => {
		expect(
			collateTexts([
				"We stay because of the treaty",
				"We stay because of the treaty",
				"We stay because of the old treaty",
			]).variants,
		).toEqual(["addition: ∅ (r0 r1) | old (r2)"]);
		expect(collateTexts(["We gladly stay here now", "We gladly stay here now", "We stay here now"]).variants).toEqual([
			"omission: gladly (r0 r1) | ∅ (r2)",
		]);
	});

	it("does not call a word left out that stands elsewhere in the sentence", () => {
		const texts = [
			"We seriously consider the harbour offer of Kelm",
			"We consider the harbour offer of Kelm seriously",
		];
		expect(collateTexts(texts).variants.filter((one) => one.startsWith("omission"))).toEqual([]);
	});

	it("gives what one leaves out apart from how others put it", () => {
		const { variants } = collateTexts([
			"The guild defends the stability of its own finances and the harbour",
			"The guild defends the stability of their treasury and the harbour",
			"The guild defends the harbour",
		]);
		expect(variants.filter((one) => !one.includes("∅")).map((one) => one.split(":")[0])).toEqual(["wording"]);
	});

	it("does not count as left out what lies before or after a shorter rendition", () => {
		expect(
			collateTexts(["We must assume that the guild controls the port", "the guild controls the port"]).variants,
		).toEqual([]);
	});

	it("counts as left out what others have more in a sentence that a report gives whole", () => {
		const texts = ["If the reading holds, the licence will be withdrawn", "The licence will be withdrawn"];
		const alignment = alignRenditions(witnesses(texts).map((witness) => ({ ...witness, whole: true })));
		const [variant] = findVariants(alignment, (article) => texts[Number(article.slice(1))] ?? "");
		expect(variant?.readings.map((reading) => reading.text)).toEqual(["", "If the reading holds"]);
	});

	it("tells an inflection from another word", () => {
		expect(collateTexts(["The guild controls the port", "The guild control the port"]).variants).toEqual([
			"inflection: control (r1) | controls (r0)",
		]);
	});

	it("recognises words that were moved", () => {
		const { variants } = collateTexts([
			"Before the winter storms arrive we shall mend every wall in town",
			"We shall mend every wall in town before the winter storms arrive",
		]);
		expect(variants.some((variant) => variant.startsWith("order:"))).toBe(true);
	});

	it("aligns three translations of one sentence around the words they share", () => {
		const { columns } = collateTexts([
			"We have to assume that the guild controls the port",
			"We must proceed from the fact that the guild control the port",
			"One should assume the guild controls power in the port",
		]);
		expect(columns.filter((column) => /guild|port/.test(column))).toEqual([
			"r0:guild r1:guild r2:guild",
			"r0:port r1:port r2:port",
		]);
	});
});
