import type { Quotation } from "../../../src/model/record.ts";
import { locate, type Matched } from "../examples/match.ts";
import { Tally } from "../examples/tally.ts";
import type { CollationGold } from "./gold.ts";

type GoldCarried = CollationGold["carriers"][number];

/**
 * Carriers: right when the quotation was found and whoever brought it here is given whole, nearest
 * first; also where nobody did. Precision and recall are over the names.
 */
export function compareCarriers(matched: Matched<CollationGold>): Tally {
	const tally = new Tally();
	const count = { right: 0, given: 0, same: 0, known: 0 };
	for (const [at, gold] of matched.gold.carriers.entries()) {
		const names = givenCarriers(matched, gold);
		if (tally.note(`carriers/${at + 1}`, names?.join("\n") === gold.carriers.join("\n"))) count.right++;
		count.given += names?.length ?? 0;
		count.known += gold.carriers.length;
		count.same += gold.carriers.filter((name) => names?.includes(name)).length;
	}
	tally.share("carriers right", count.right, matched.gold.carriers.length);
	tally.rates("carriers", count.same, count.given, count.same, count.known);
	return tally;
}

/** The carriers that the record gives a quotation, by the gold's names; null when it has no such quotation. */
export function givenCarriers(
	matched: Matched<CollationGold>,
	{ file, text, occurrence }: GoldCarried,
): string[] | null {
	const span = locate(matched, file, text, occurrence);
	const article = matched.articleOf.get(file)?.id;
	if (!span) return null;
	const near = matched.record.quotations
		.filter(
			(one) => one.article === article && one.content.some(({ start, end }) => start < span.end && span.start < end),
		)
		.sort((a, b) => distance(a, span.start) - distance(b, span.start));
	return near[0]?.carriers.map(({ entity }) => matched.nameOf.get(entity) ?? "another") ?? null;
}

function distance({ content }: Quotation, start: number): number {
	return Math.abs((content[0]?.start ?? 0) - start);
}
