import type { Utterance } from "../../../src/model/record.ts";
import type { Span } from "../../../src/model/span.ts";
import { contains, spanLength } from "../../../src/text/spans.ts";
import type { GoldText } from "../examples/gold.ts";
import { locate, type Matched } from "../examples/match.ts";
import { pairsOf, Tally } from "../examples/tally.ts";
import { meets } from "../examples/texts.ts";
import type { ComparedGold } from "./gold.ts";
import { countCovered } from "./word-places.ts";

/** A rendition of the gold, and the utterances of the record that give it. */
export interface ReachedRendition {
	/** Utterance, file and place in the utterance's list, for items. */
	readonly id: string;
	readonly utterance: string;
	readonly speaker: string | null;
	readonly file: string;
	readonly spans: readonly Span[];
	readonly reached: ReadonlySet<Utterance>;
}

/**
 * The renditions of the gold. One is reached when a rendition of the record covers half of its words;
 * where a quotation stands in another, one that covers half of the outer gives the outer alone.
 */
export function reachRenditions(matched: Matched<ComparedGold>): ReachedRendition[] {
	const placed = matched.gold.utterances.flatMap(({ id, speaker, renditions }) =>
		renditions.map(({ file, parts, occurrence }, at) => {
			const spans = parts.flatMap((text) => locate(matched, file, text, occurrence) ?? []);
			const whole = spans.length === parts.length;
			return { id: `${id}/${file}.${at + 1}`, utterance: id, speaker, file, spans: whole ? spans : [] };
		}),
	);
	return placed.map((one) => {
		const outer = placed.filter(
			(other) =>
				other.file === one.file &&
				other.utterance !== one.utterance &&
				one.spans.every((span) => other.spans.some((around) => contains(around, span))) &&
				spanLength(other.spans) > spanLength(one.spans),
		);
		const reached = utterancesOver(
			matched,
			one.file,
			(cover) =>
				coversHalf(matched, one.file, one.spans, cover) &&
				!outer.some(({ spans }) => coversHalf(matched, one.file, spans, cover)),
		);
		return { ...one, reached };
	});
}

/** Whether the record gives two renditions as one utterance. */
export function areJoined(a: ReachedRendition, b: ReachedRendition): boolean {
	return meetsAny(a.reached, b.reached);
}

/**
 * Utterances. By pair: two renditions are joined when one utterance of the record reaches both. By
 * rendition (B³, Bagga and Baldwin 1998): of those joined with it, how many are of its utterance, and
 * of its utterance, how many are joined with it. A rendition that is not reached counts as missed,
 * never as wrong.
 */
export function compareUtterances(matched: Matched<ComparedGold>): Tally {
	const tally = new Tally();
	const renditions = reachRenditions(matched);
	const found = renditions.filter(({ reached }) => reached.size > 0);
	const pairs = pairsOf(renditions);
	const known = pairs.filter(([a, b]) => a.utterance === b.utterance);
	const joined = pairs.filter(([a, b]) => areJoined(a, b));
	const right = joined.filter(([a, b]) => a.utterance === b.utterance);
	for (const one of renditions) {
		tally.note(`renditions/${one.id}`, one.reached.size > 0);
		if (!known.some((pair) => pair.includes(one))) continue;
		tally.note(
			`utterances/${one.id}`,
			right.some((pair) => pair.includes(one)),
		);
	}
	tally.rates("utterances", right.length, joined.length, right.length, known.length);
	let precision = 0;
	let recall = 0;
	for (const one of found) {
		const mates = found.filter((other) => other === one || areJoined(one, other));
		const own = mates.filter(({ utterance }) => utterance === one.utterance).length;
		precision += own / mates.length;
		recall += own / renditions.filter(({ utterance }) => utterance === one.utterance).length;
	}
	tally.rates("utterances B³", precision, found.length, recall, renditions.length);
	tally.share("renditions found", found.length, renditions.length);
	const { apart } = matched.gold;
	const wrong = apart.filter(
		({ a, b }, at) => !tally.note(`apart/${at + 1}`, !meetsAny(reachText(matched, a), reachText(matched, b))),
	);
	tally.count("utterances wrongly joined (count)", wrong.length);
	tally.share("utterances wrongly joined (share)", wrong.length, apart.length, 0);
	return tally;
}

/** The utterances of the record that touch a gold text: half of it, or half of their own rendition in it. */
function reachText(matched: Matched<ComparedGold>, { file, text, occurrence }: GoldText): Set<Utterance> {
	const span = locate(matched, file, text, occurrence);
	if (!span) return new Set();
	return utterancesOver(
		matched,
		file,
		(cover) => coversHalf(matched, file, [span], cover) || cover.some((one) => meets([one], [span])),
	);
}

function utterancesOver(
	matched: Matched<ComparedGold>,
	file: string,
	test: (cover: readonly Span[]) => boolean,
): Set<Utterance> {
	const article = matched.articleOf.get(file)?.id;
	return new Set(
		matched.record.utterances.filter(({ renditions }) =>
			renditions.some((one) => one.article === article && test(one.parts.flatMap((part) => part.spans))),
		),
	);
}

function coversHalf(
	matched: Matched<ComparedGold>,
	file: string,
	spans: readonly Span[],
	cover: readonly Span[],
): boolean {
	const { words, covered } = countCovered(matched.articleOf.get(file)?.text ?? "", spans, cover);
	return covered > 0 && covered * 2 >= words;
}

function meetsAny<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
	return [...a].some((one) => b.has(one));
}
