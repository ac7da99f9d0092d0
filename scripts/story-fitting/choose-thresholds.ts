import { meanOf, scoreClusters } from "../../bench/quality/scorers/clusters.ts";
import { clusterLinks, type Link, type Thresholds } from "../../src/stories/grouping/clustering.ts";
import { LEAST_WEIGHT, weighEvidence } from "../../src/stories/grouping/similarity.ts";
import { round } from "../../src/text/compare.ts";
import type { ComparedCorpus } from "./pairs.ts";

/** What was looked at. */
const GRID = {
	seed: [0.6, 0.7, 0.8, 0.85, 0.9],
	grow: [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6],
	cohesion: [0.9, 0.95, 1],
	unshown: [8, 12, 16],
} as const;

/**
 * How much of the mean F1 may be given up for precision. A false merge misleads a reader, a missed one
 * leaves two stories side by side; and ECB+ holds no reports without a partner, which elsewhere are
 * most. With 0.02, an earlier undated report on the same persons joins a story (docs/decisions/story-similarity.md).
 */
export const GIVEN_UP = 0.03;

export interface Figures {
	readonly b3: number;
	readonly pairwise: number;
	readonly b3Precision: number;
	readonly pairwisePrecision: number;
}

/** A half of a corpus, with coefficients fitted on the other half. */
export interface HeldHalf {
	readonly corpus: ComparedCorpus;
	readonly isHeld: (text: number) => boolean;
	readonly logOdds: readonly number[];
}

export interface Choice {
	readonly thresholds: Thresholds;
	/** In the order of the halves. */
	readonly figures: readonly Figures[];
}

/**
 * Of all thresholds whose F1 (mean of B³ and pairwise, mean of the halves) is at most `GIVEN_UP` below
 * the best, those of the highest precision (the same means); ties go to the higher F1, then to the first.
 */
export function chooseThresholds(halves: readonly HeldHalf[]): Choice {
	const linked = halves.map((half) => ({ half, links: listLinks(half.corpus, half.logOdds) }));
	const tried: (Choice & { readonly f1: number; readonly precision: number })[] = [];
	for (const seed of GRID.seed) {
		for (const grow of GRID.grow) {
			for (const cohesion of GRID.cohesion) {
				for (const unshown of GRID.unshown) {
					const thresholds = { seed, grow, cohesion, unshown };
					const figures = linked.map(({ half, links }) => measure(half.corpus, links, thresholds, half.isHeld));
					tried.push({
						thresholds,
						figures,
						f1: mean(figures.flatMap(({ b3, pairwise }) => [b3, pairwise])),
						precision: mean(figures.flatMap((one) => [one.b3Precision, one.pairwisePrecision])),
					});
				}
			}
		}
	}
	const best = Math.max(...tried.map(({ f1 }) => f1));
	const [chosen] = tried
		.filter(({ f1 }) => f1 >= best - GIVEN_UP)
		.sort((x, y) => y.precision - x.precision || y.f1 - x.f1);
	if (!chosen) throw new Error("no thresholds to choose from");
	return { thresholds: chosen.thresholds, figures: chosen.figures };
}

/** Links between the first copies of a corpus, by position. */
export function listLinks({ pairs, copies, leaders }: ComparedCorpus, logOdds: readonly number[]): Link[] {
	const links = new Map<string, Link>();
	for (const { a, b, evidence, days } of pairs) {
		const weight = weighEvidence(evidence, days, logOdds);
		if (weight >= LEAST_WEIGHT) links.set(`${a} ${b}`, { a, b, weight });
	}
	for (const { a, b, contained } of copies) {
		const [x, y] = [Math.min(a, b), Math.max(a, b)];
		if (leaders[x] !== x || leaders[y] !== y) continue;
		links.set(`${x} ${y}`, { a: x, b: y, weight: Math.max(contained, links.get(`${x} ${y}`)?.weight ?? 0) });
	}
	return [...links.values()];
}

/** Figures of the texts that `isHeld` picks, clustered by themselves. */
export function measure(
	{ texts, leaders }: ComparedCorpus,
	links: readonly Link[],
	thresholds: Thresholds,
	isHeld: (text: number) => boolean,
): Figures {
	const held = links.filter(({ a, b }) => isHeld(a) && isHeld(b));
	const groupOf = new Map<number, number>();
	clusterLinks(texts.length, held, thresholds).forEach((members, group) => {
		for (const member of members) groupOf.set(member, group);
	});
	const rows = texts.flatMap(({ story }, at) =>
		isHeld(at) ? [{ story, group: String(groupOf.get(leaders[at] ?? at)) }] : [],
	);
	const figures = scoreClusters(
		rows.map(({ group }) => group),
		rows.map(({ story }) => story),
	);
	const [b3Precision, pairwisePrecision] = [figures["B3 precision"] ?? 0, figures["pairwise precision"] ?? 0];
	return {
		b3: round(meanOf(b3Precision, figures["B3 recall"] ?? 0)),
		pairwise: round(meanOf(pairwisePrecision, figures["pairwise recall"] ?? 0)),
		b3Precision: round(b3Precision),
		pairwisePrecision: round(pairwisePrecision),
	};
}

function mean(values: readonly number[]): number {
	return round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
