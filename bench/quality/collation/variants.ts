import { mayChangeMeaning } from "../../../src/collation/variants/variant-kinds.ts";
import type { Variant } from "../../../src/model/record.ts";
import type { Matched } from "../examples/match.ts";
import { Tally } from "../examples/tally.ts";
import type { ComparedGold } from "./gold.ts";
import { reachRenditions } from "./utterances.ts";
import { toWords } from "./word-places.ts";

/**
 * Variants: found when an utterance that reaches a rendition of the gold's has one of an allowed kind
 * with the gold's readings. Of those that matter and were found, how many are of a kind that the
 * record ranks as changing the meaning.
 */
export function compareVariants(matched: Matched<ComparedGold>): Tally {
	const tally = new Tally();
	const { variants } = matched.gold;
	const candidates = variantsOf(matched);
	const found = variants.map((one) => ({
		one,
		held: (candidates.get(one.utterance) ?? []).filter(
			({ kind, readings }) => one.kinds.includes(kind) && holdReadings(readings, one.readings),
		),
	}));
	for (const { one, held } of found) tally.note(`variants/${one.id}`, held.length > 0);
	const matter = found.filter(({ one }) => one.matters === true);
	const told = matter.filter(({ held }) => held.length > 0);
	tally.share("variants recall", found.filter(({ held }) => held.length > 0).length, variants.length);
	if (!variants.some(({ matters }) => matters !== undefined)) return tally;
	tally.share("variants that matter recall", told.length, matter.length);
	const ranked = told.filter(({ held }) => held.some(({ kind }) => mayChangeMeaning(kind)));
	tally.share("variants that matter ranked so", ranked.length, told.length, matter.length === 0 ? 1 : 0);
	return tally;
}

/** The record's variants of the utterances that reach each gold utterance, by the gold's id. */
export function variantsOf(matched: Matched<ComparedGold>): Map<string, Variant[]> {
	const variants = new Map<string, Set<Variant>>();
	for (const { utterance, reached } of reachRenditions(matched)) {
		const own = variants.get(utterance) ?? new Set();
		for (const one of reached) for (const variant of one.variants) own.add(variant);
		variants.set(utterance, own);
	}
	return new Map([...variants].map(([id, own]) => [id, [...own]]));
}

/** Whether each gold reading has a reading of its own that gives half of its words; "" needs one without words. */
export function holdReadings(readings: Variant["readings"], wanted: readonly string[]): boolean {
	const [first, ...rest] = wanted;
	if (first === undefined) return true;
	return readings.some(
		(reading, at) =>
			readsAs(reading.text, first) &&
			holdReadings(
				readings.filter((_, other) => other !== at),
				rest,
			),
	);
}

function readsAs(text: string, wanted: string): boolean {
	const words = toWords(text);
	const asked = toWords(wanted);
	if (asked.length === 0) return words.length === 0;
	const shared = asked.filter((word) => words.includes(word)).length;
	return shared > 0 && shared * 2 >= asked.length;
}
