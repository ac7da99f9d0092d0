/**
 * Fits what each piece of evidence says about two reports telling one event, chooses the thresholds of
 * stories, and writes both with their model card.
 *
 *   npm run fit:stories                     from ../shared/data (or STEMMA_CORPORA), to src/stories/grouping/data
 *   npm run fit:stories -- --corpora DIR --out DIR
 *
 * Reads ECB+ (pairs of one event and of others), and PolNeAR's and the shootings' reports that appeared
 * two weeks or more apart (pairs of different events). The same corpora give the same files.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EVIDENCE } from "../src/stories/grouping/pair-evidence.ts";
import { loadAnalysisData } from "../src/system/data.ts";
import { round } from "../src/text/compare.ts";
import { chooseThresholds, type HeldHalf, listLinks, measure } from "./story-fitting/choose-thresholds.ts";
import { type FittedPair, fitLogistic } from "./story-fitting/logistic.ts";
import { type ComparedCorpus, comparePairs, readEcbplus, readOthers } from "./story-fitting/pairs.ts";
import { writeCard, writeCoefficients } from "./story-fitting/written-files.ts";

/** A pair of one event counts as three others: ECB+ has a sixth as many of them. */
const SAME_COUNTS = 3;
/** Pairs of other corpora are many and easy. */
const OTHER_COUNTS = 0.3;
/** Reports so many days apart tell different events. */
const LEAST_DAYS = 14;
/** Keeps coefficients of rare evidence small. */
const SHRINK = 5;

const { values } = parseArgs({
	options: {
		corpora: { type: "string", default: process.env["STEMMA_CORPORA"] ?? "../shared/data" },
		out: { type: "string", default: fileURLToPath(new URL("../src/stories/grouping/data", import.meta.url)) },
	},
});

const { rarity } = loadAnalysisData();
const ecbplus = comparePairs(readEcbplus(values.corpora), rarity);
const others = readOthers(values.corpora).map((texts) => comparePairs(texts, rarity));

const topicOf = ({ texts }: ComparedCorpus, text: number): number => Number(texts[text]?.topic ?? 0);
const isOdd = (text: number): boolean => topicOf(ecbplus, text) % 2 === 1;
const isEven = (text: number): boolean => !isOdd(text);

const apart = others.flatMap(({ pairs }) =>
	pairs.flatMap(({ evidence, days }): FittedPair[] =>
		days !== null && days >= LEAST_DAYS ? [{ evidence, same: false, counts: OTHER_COUNTS }] : [],
	),
);

/** Coefficients as they are shipped: two decimals. */
function coefficientsOf(isFitted: (text: number) => boolean): number[] {
	const own = ecbplus.pairs.flatMap(({ a, b, evidence }): FittedPair[] => {
		if (!isFitted(a) || !isFitted(b)) return [];
		const same = ecbplus.texts[a]?.story === ecbplus.texts[b]?.story;
		return [{ evidence, same, counts: same ? SAME_COUNTS : 1 }];
	});
	return fitLogistic([...own, ...apart], EVIDENCE.length, SHRINK).map((value) => round(value, 2));
}

const halves: readonly HeldHalf[] = [
	{ corpus: ecbplus, isHeld: isOdd, logOdds: coefficientsOf(isEven) },
	{ corpus: ecbplus, isHeld: isEven, logOdds: coefficientsOf(isOdd) },
];
const choice = chooseThresholds(halves);
const logOdds = coefficientsOf(() => true);
const whole = measure(ecbplus, listLinks(ecbplus, logOdds), choice.thresholds, () => true);

writeFileSync(join(values.out, "story-evidence.ts"), writeCoefficients(logOdds, choice.thresholds));
const pairs = ecbplus.pairs.filter(({ a, b }) => ecbplus.texts[a]?.story === ecbplus.texts[b]?.story).length;
writeFileSync(
	join(values.out, "README.md"),
	writeCard({
		logOdds,
		halves: choice.figures,
		whole,
		same: pairs,
		different: ecbplus.pairs.length - pairs,
		apart: apart.length,
		sameCounts: SAME_COUNTS,
		otherCounts: OTHER_COUNTS,
		leastDays: LEAST_DAYS,
		shrink: SHRINK,
		thresholds: choice.thresholds,
	}),
);
process.stdout.write(`${JSON.stringify({ logOdds, ...choice, whole })}\n`);
