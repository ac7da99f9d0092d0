import type { Thresholds } from "../../src/stories/grouping/clustering.ts";
import { EVIDENCE } from "../../src/stories/grouping/pair-evidence.ts";
import { type Figures, GIVEN_UP } from "./choose-thresholds.ts";

/** What the model card says. */
export interface Fitting {
	readonly logOdds: readonly number[];
	readonly thresholds: Thresholds;
	/** Of each half, with what was fitted on the other. */
	readonly halves: readonly Figures[];
	/** Of all that it was fitted on. */
	readonly whole: Figures;
	/** Pairs of one event, of two events of ECB+, and of other corpora. */
	readonly same: number;
	readonly different: number;
	readonly apart: number;
	readonly sameCounts: number;
	readonly otherCounts: number;
	readonly leastDays: number;
	readonly shrink: number;
}

/** The text of src/stories/grouping/data/story-evidence.ts. */
export function writeCoefficients(logOdds: readonly number[], { seed, grow, cohesion, unshown }: Thresholds): string {
	const rows = EVIDENCE.map((name, i) => `\t/* ${name} */ ${logOdds[i] ?? 0},`);
	return `// Written by scripts/fit-story-evidence.ts (npm run fit:stories); README.md beside it says from what. Do not edit.

/** What each piece of evidence adds to the logarithm of the odds, in the order of \`EVIDENCE\`. */
// biome-ignore format: one a line, as written
export const LOG_ODDS: readonly number[] = [
${rows.join("\n")}
];

/** When reports tell one event: see \`Thresholds\` in clustering.ts. */
export const STORY_THRESHOLDS = { seed: ${seed}, grow: ${grow}, cohesion: ${cohesion}, unshown: ${unshown} } as const;
`;
}

const LICENCES =
	"ECB+ is CC BY 3.0 (Cybulska and Vossen 2014). PolNeAR 1.0 (Newell et al. 2018) and the Gun Violence Archive exercise state no licence. Thirteen coefficients and four thresholds are shipped; no text can be read from them.";

/** The model card, README.md beside the coefficients. */
export function writeCard(fitting: Fitting): string {
	const { logOdds, thresholds, halves, whole } = fitting;
	const rowOf = (name: string, one: Figures | undefined): string =>
		`| ${name} | ${[one?.b3, one?.pairwise, one?.b3Precision, one?.pairwisePrecision].map((value) => (value ?? 0).toFixed(3)).join(" | ")} |`;
	return `<!-- Written by scripts/fit-story-evidence.ts (npm run fit:stories). Do not edit. -->
# story-evidence.ts

How much each piece of evidence says about two reports telling one event (a logistic function), and the thresholds from which reports make a story.

- **Made by** \`npm run fit:stories\` from the corpora; the same corpora give the same files.
- **Fitted on** pairs that share two of their 24 heaviest terms, one of them among the 8 heaviest: of ECB+ (982 short reports of 43 topics, no dates) ${fitting.same} of one event, each counting ${fitting.sameCounts}, and ${fitting.different} of two events; and, as pairs of two events, ${fitting.apart} of PolNeAR's train part (the first 600 reports) and of the shootings' that appeared ${fitting.leastDays} days or more apart, each counting ${fitting.otherCounts}. L2 of ${fitting.shrink}; rounded to two decimals.
- **Chosen on** halves of ECB+'s topics (odd, even), each grouped by itself, by the weights of such pairs alone, with coefficients fitted on the other half: of all thresholds whose mean F1 is at most ${GIVEN_UP} below the best, those of the highest precision.
- **Not fitted**: what days between two reports take off, and what it adds that both are dated (\`similarity.ts\`), since ECB+ knows no dates. METER was only measured: nothing was fitted on it, and the script does not read it.
- **Licences**: ${LICENCES}
- **Limits**: English news of 2008–2016; short, undated reports. Coefficients of days and years stated rest on few pairs.

| ECB+ | B³ F1 | pairwise F1 | B³ precision | pairwise precision |
|---|---:|---:|---:|---:|
${rowOf("odd topics, fitted on even ones", halves[0])}
${rowOf("even topics, fitted on odd ones", halves[1])}
${rowOf("all, fitted on all (as shipped)", whole)}

Thresholds: two single reports ${thresholds.seed}, growth ${thresholds.grow}, cohesion ${thresholds.cohesion}, pairs not shown ${thresholds.unshown}.

| evidence | adds |
|---|---:|
${EVIDENCE.map((name, i) => `| ${name} | ${(logOdds[i] ?? 0).toFixed(2)} |`).join("\n")}
`;
}
