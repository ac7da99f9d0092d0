import fc from "fast-check";
import { expect, it } from "vitest";
import { makeWords } from "../../../test/make-words.ts";
import { alignRenditions, describeColumns, type Witness } from "./alignment.ts";
import { findVariants } from "./variants.ts";

const sentence = fc
	.array(
		fc.constantFrom(
			"dam",
			"holds",
			"not",
			"spring",
			"12",
			"14",
			"will",
			"the",
			"Orla",
			"Vane",
			"we",
			"closed",
			"close",
		),
		{
			minLength: 1,
			maxLength: 14,
		},
	)
	.map((words) => words.join(" "));
const wordings = fc.array(sentence, { minLength: 2, maxLength: 6 });

function makeWitnesses(texts: readonly string[]): Witness[] {
	return texts.map((text, index) => {
		const words = makeWords(text);
		return {
			rendition: `r${index}`,
			article: `a${index}`,
			words,
			outlet: words.map((_, at) => index % 3 === 0 && at > 2),
			sentences: words.map(() => 0),
			whole: index % 2 === 0,
		};
	});
}

it("does not depend on the order of the witnesses", () => {
	fc.assert(
		fc.property(wordings, fc.infiniteStream(fc.nat()), (texts, order) => {
			const textOf = (article: string): string => texts[Number(article.slice(1))] ?? "";
			const witnesses = makeWitnesses(texts);
			const shuffled = witnesses
				.map((witness) => ({ witness, key: order.next().value ?? 0 }))
				.sort((a, b) => a.key - b.key)
				.map(({ witness }) => witness);
			const one = alignRenditions(witnesses);
			const other = alignRenditions(shuffled);
			expect(describeColumns(other, textOf)).toEqual(describeColumns(one, textOf));
			expect(findVariants(other, textOf)).toEqual(findVariants(one, textOf));
		}),
	);
});

it("keeps every word of every witness, once and in its order", () => {
	fc.assert(
		fc.property(wordings, (texts) => {
			const { witnesses, columns } = alignRenditions(makeWitnesses(texts));
			witnesses.forEach((witness, index) => {
				const positions = columns.map((column) => column[index] ?? -1).filter((position) => position >= 0);
				expect(positions).toEqual(witness.words.map((_, position) => position));
			});
		}),
	);
});
