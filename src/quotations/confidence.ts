import { round } from "../text/compare.ts";
import type { Draft } from "./draft.ts";

/**
 * How often a rule's content is right to the character, by kind: the share of its output on the dev part of
 * PolNeAR (bench/quality, stage quotations) that the annotators have just so. Rules for what that corpus
 * hardly has (a colon over a paragraph, a report of a report, a headline) carry the share seen on its train part.
 */
const SHARES: Readonly<{ [rule: string]: number }> = {
	"quotations/cue-after": 0.94,
	"quotations/follow-on": 0.93,
	"quotations/cue-before": 0.86,
	"quotations/colon": 0.71,
	"quotations/quoted-as": 0.6,
	"quotations/transcript": 0.6,
	"quotations/headline": 0.6,
	"quotations/naming": 0.5,
	"quotations/according-to": 0.62,
	"quotations/cue-then-clause": 0.61,
	"quotations/clause-then-cue": 0.49,
	"quotations/unattributed": 0.16,
};

/** What is left of a share when the marks themselves had to be guessed. */
const UNSOUND = 0.5;

/** 0–1, two decimals: the share of a rule's output that is right. */
export function confidenceOf(draft: Draft): number {
	const share = SHARES[draft.rule] ?? 0.5;
	return round(draft.sound ? share : share * UNSOUND, 2);
}
