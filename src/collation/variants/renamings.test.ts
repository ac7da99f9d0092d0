import { expect, it } from "vitest";
import { makeWords } from "../../../test/make-words.ts";
import { alignRenditions, type Witness } from "./alignment.ts";
import { findVariants } from "./variants.ts";

/** Variants of words spoken and of an outlet's own, as `kind: spoken | told`. */
function variantsOf(spoken: string, told: string, denied = false): string[] {
	const texts = [spoken, told];
	const witnesses = texts.map((text, index): Witness => {
		const words = makeWords(text);
		return {
			rendition: `r${index}`,
			article: `a${index}`,
			words,
			outlet: words.map(() => index === 1),
			sentences: words.map(() => 0),
			whole: true,
			...(denied && index === 1 ? { denied } : {}),
		};
	});
	const variants = findVariants(alignRenditions(witnesses), (article) => texts[Number(article.slice(1))] ?? "");
	return variants.map(
		({ kind, readings }) =>
			`${kind}: ${["r0", "r1"].map((id) => readings.find(({ renditions }) => renditions.includes(id))?.text ?? "?").join(" | ")}`,
	);
}

const SPOKEN = "There are fevers that need care both inside the country and from the league";

it("calls it a name where an outlet names a territory that the words leave unnamed, and another besides", () => {
	const variants = variantsOf(SPOKEN, "that Ondria faces fevers that need care from both Tessaria and the league");
	expect(variants[0]).toMatch(/^name: .*inside the country.* \| .*Tessaria/);
});

it("takes the one name that an outlet gives for the territory spoken of", () => {
	const variants = variantsOf(SPOKEN, "that there are fevers that need care both in Ondria and from the league");
	expect(variants.filter((one) => one.startsWith("name"))).toEqual([]);
});

it("takes a name for the speaker's own where the words say we", () => {
	const variants = variantsOf(
		"We see fevers that need care both inside the country and from the league",
		"that Ondria saw fevers that need care both from Tessaria and from the league",
	);
	expect(variants.filter((one) => one.startsWith("name"))).toEqual([]);
});

it("calls it polarity where an outlet leaves out a negation alone", () => {
	expect(variantsOf("We will not close the northern quay", "that the northern quay would close")[0]).toMatch(
		/^polarity: .*not close/,
	);
});

it("finds no change of polarity in what an outlet gives as denied", () => {
	const variants = variantsOf("We will not close the northern quay", "that the northern quay would close", true);
	expect(variants.filter((one) => one.startsWith("polarity"))).toEqual([]);
});
