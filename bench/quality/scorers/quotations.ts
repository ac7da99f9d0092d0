import { join } from "node:path";
import type { Span } from "../../../src/model/span.ts";
import type { TaggerWeights } from "../../../src/quotations/tagger/weights.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { compareSpans, round } from "../../../src/text/compare.ts";
import { overlaps } from "../../../src/text/spans.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { type GoldArticle, readPolnear } from "./polnear-gold.ts";
import {
	type Choice,
	type Compared,
	compareArticle,
	findWordStarts,
	itemId,
	pairByWords,
} from "./quotation-comparison.ts";
import { describeQuotations } from "./quotation-details.ts";

/**
 * Quotations on PolNeAR's dev part (Newell, Margolin and Ruths 2018). What the gold does otherwise than
 * Stemma, and how it is met, on both sides alike:
 * - it counts the quotation marks into the content: content spans are widened over the marks beside them;
 * - it makes one attribution a cue, so that what follows after "she said." in new marks is part of the first
 *   content: quotations that share a cue are joined;
 * - it counts the comma after an aside into the source: commas and spaces at a source's ends are cut off;
 * - a part of a content ends with each line: parts with nothing but white space and marks between them are
 *   joined.
 * Attributions whose content touches a region that the annotators set aside count on neither side.
 */
export const scoreQuotations: Scorer = async (corpora) => {
	const articles = readPolnear(join(corpora, "polnear", "dev"));
	if (!articles) return null;
	const weights = loadAnalysisData().tagger?.weights ?? null;
	const all = measureQuotations(articles, "polnear dev", weights);
	const sure = measureQuotations(articles, "polnear dev", weights, { sure: true });
	const shown = SHOWN_FIGURES.map((name) => [`${name} (shown)`, sure.figures[name] ?? 0] as const);
	return {
		...all,
		figures: { ...all.figures, ...Object.fromEntries(shown) },
		details: () => {
			const measure = (own: readonly GoldArticle[]): Measurement["figures"] =>
				measureQuotations(own, "polnear dev", weights).figures;
			return describeQuotations(articles, weights, { all: all.figures, shown: sure.figures, measure });
		},
	};
};

/** A record holds every reading with its confidence; pages show the surer ones unasked, and these figures are theirs. */
const SHOWN_FIGURES = [
	"content token F1",
	"content exact F1",
	"cue overlap F1",
	"cue precision",
	"content exact precision",
];

/** The figures of the quotations found in gold articles, with the tagger's weights or by the rules alone. */
export function measureQuotations(
	articles: readonly GoldArticle[],
	corpus: string,
	tagger: TaggerWeights | null,
	choice: Choice = {},
): Measurement {
	const tallies = new Map<string, Tally>();
	const tally = (name: string): Tally => {
		const known = tallies.get(name) ?? { right: 0, found: 0, gold: 0 };
		tallies.set(name, known);
		return known;
	};
	const items: { [id: string]: number } = {};
	const sources: Tally = { right: 0, found: 0, gold: 0 };
	for (const article of articles) {
		const { gold, found } = compareArticle(article, tagger, choice);
		const count = (
			name: string,
			key: (one: Compared) => string,
			keep: (one: Compared) => boolean = () => true,
		): Tally => {
			const one = countKeys(found.filter(keep).map(key), gold.filter(keep).map(key));
			add(tally(name), one);
			return one;
		};
		const direct = count(
			"direct exact",
			(one) => one.content,
			(one) => one.kind === "direct",
		);
		count(
			"mixed exact",
			(one) => one.content,
			(one) => one.kind === "mixed",
		);
		count(
			"indirect exact",
			(one) => one.content,
			(one) => one.kind === "indirect",
		);
		count("content exact", (one) => one.content);
		count(
			"cue exact",
			(one) => one.cue,
			(one) => one.cue !== "",
		);
		count(
			"source exact",
			(one) => one.source,
			(one) => one.source !== "",
		);
		count("triple exact", (one) => `${one.source}|${one.cue}|${one.content}`);
		for (const part of ["source", "cue", "content"] as const) {
			const keys = (list: readonly Compared[]): string[] => [
				...new Set(list.flatMap((one) => one.spans[part].map(({ start, end }) => `${start}-${end}`))),
			];
			add(tally(`segment ${part}`), countKeys(keys(found), keys(gold)));
		}
		add(tally("cue overlap"), countOverlaps(found, gold));
		add(sources, countSources(found, gold));
		const words = countTokens(article.text, found, gold);
		add(tally("content token"), words);
		for (const kind of ["direct", "mixed", "indirect"] as const) {
			const keep = (one: Compared): boolean => one.kind === kind;
			add(tally(`${kind} token`), countTokens(article.text, found.filter(keep), gold.filter(keep)));
		}
		// Files are named for their publisher: `publisher_date_title`.
		add(tally(`content token (${article.name.split("_")[0] ?? ""})`), words);
		if (direct.gold + direct.found > 0) items[itemId(article.name)] = round(f1(direct));
	}
	const figures: { [name: string]: number } = {};
	for (const [name, one] of tallies) figures[`${name} F1`] = round(f1(one));
	for (const [name, one] of [
		["cue", tally("cue overlap")],
		["content exact", tally("content exact")],
	] as const) {
		figures[`${name} precision`] = round(one.found === 0 ? 0 : one.right / one.found);
		figures[`${name} recall`] = round(one.gold === 0 ? 0 : one.right / one.gold);
	}
	const direct = tally("direct exact");
	figures["direct exact precision"] = round(direct.found === 0 ? 0 : direct.right / direct.found);
	figures["direct exact recall"] = round(direct.gold === 0 ? 0 : direct.right / direct.gold);
	figures["direct source overlap, given content"] = round(sources.found === 0 ? 0 : sources.right / sources.found);
	return { stage: "quotations", corpus, figures, items };
}

interface Tally {
	right: number;
	found: number;
	gold: number;
}

function add(total: Tally, one: Tally): void {
	total.right += one.right;
	total.found += one.found;
	total.gold += one.gold;
}

function f1({ right, found, gold }: Tally): number {
	return found + gold === 0 ? 0 : (2 * right) / (found + gold);
}

function countKeys(found: readonly string[], gold: readonly string[]): Tally {
	const left = new Map<string, number>();
	for (const key of gold) left.set(key, (left.get(key) ?? 0) + 1);
	let right = 0;
	for (const key of found) {
		const n = left.get(key) ?? 0;
		if (n === 0) continue;
		right++;
		left.set(key, n - 1);
	}
	return { right, found: found.length, gold: gold.length };
}

/** Cues that share a word with one of the other side's, paired in the order of the text. */
function countOverlaps(found: readonly Compared[], gold: readonly Compared[]): Tally {
	const cues = (list: readonly Compared[]): Span[] =>
		list
			.flatMap(({ spans }) => (spans.cue.length > 0 ? [spans.cue] : []))
			.map((spans) => ({ start: spans[0]?.start ?? 0, end: spans[spans.length - 1]?.end ?? 0 }))
			.sort(compareSpans);
	const a = cues(found);
	const b = cues(gold);
	let right = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const one = a[i];
		const other = b[j];
		if (!one || !other) break;
		if (overlaps(one, other)) {
			right++;
			i++;
			j++;
		} else if (one.end <= other.start) i++;
		else j++;
	}
	return { right, found: a.length, gold: b.length };
}

/**
 * Direct attributions of the gold that are found, and how many of them with a source that overlaps, or none on both
 * sides. Of five on dev the gold has the source and the cue the wrong way round ("said" as the source, the name as
 * the cue): there the two are exchanged.
 */
function countSources(found: readonly Compared[], gold: readonly Compared[]): Tally {
	const sources: Tally = { right: 0, found: 0, gold: 0 };
	const meet = (some: readonly Span[], others: readonly Span[]): boolean =>
		some.some((a) => others.some((b) => overlaps(a, b)));
	for (const one of gold) {
		if (one.kind !== "direct") continue;
		sources.gold++;
		const other = mostShared(found, one);
		if (!other) continue;
		sources.found++;
		const [own, theirs] = [one.spans, other.spans];
		const none = own.source.length === 0 && theirs.source.length === 0;
		const exchanged = meet(own.source, theirs.cue) && meet(own.cue, theirs.source);
		if (none || exchanged || meet(own.source, theirs.source)) sources.right++;
	}
	return sources;
}

function mostShared(found: readonly Compared[], one: Compared): Compared | null {
	let best: Compared | null = null;
	let most = 0;
	for (const other of found) {
		let shared = 0;
		for (const a of one.spans.content)
			for (const b of other.spans.content) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
		if (shared > most) {
			most = shared;
			best = other;
		}
	}
	return best;
}

/** Words shared by attributions paired one to one, those that share most first. */
function countTokens(text: string, found: readonly Compared[], gold: readonly Compared[]): Tally {
	const a = found.map((one) => findWordStarts(text, one));
	const b = gold.map((one) => findWordStarts(text, one));
	const right = pairByWords(a, b).reduce((sum, { shared }) => sum + shared, 0);
	const total = (list: readonly ReadonlySet<number>[]): number => list.reduce((sum, one) => sum + one.size, 0);
	return { right, found: total(a), gold: total(b) };
}
