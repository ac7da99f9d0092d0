import { round } from "../text/compare.ts";
import type { Draft } from "./draft.ts";
import { isSure } from "./sureness.ts";

/**
 * How often a rule's content is right to the character: the share of its output that the annotators of
 * PolNeAR's dev part have just so (bench/quality, stage quotations), or of its train part where dev has fewer
 * than thirty. That corpus cannot tell for two rules, which carry what reading a sample gave: it makes whoever
 * quotes the source (quoted-as) and seldom annotates an interview's turns (transcript).
 */
const SHARES: Readonly<{ [rule: string]: number }> = {
	"quotations/cue-after": 0.96,
	"quotations/cue-before": 0.91,
	"quotations/according-to": 0.72,
	"quotations/colon": 0.69,
	"quotations/cue-then-clause": 0.63,
	"quotations/naming": 0.44,
	"quotations/clause-then-cue": 0.41,
	"quotations/unattributed": 0.2,
	// The words of 47 of 55 on the train part: that corpus ends its headlines with a stop of its own.
	"quotations/headline": 0.85,
	"quotations/quoted-as": 0.8,
	"quotations/transcript": 0.8,
	// Not measured: marks behind a gesture; the marks tell where the words end.
	"quotations/beat": 0.8,
	// Not measured: a post says itself whose words it holds.
	"quotations/embedded-post": 0.95,
	// Of sixteen on that dev part, all have their bounds right.
	"quotations/signature": 0.9,
	// Not measured: a primary document's words are its own.
	"quotations/primary": 1,
};

/** What is left of a share when the marks themselves had to be guessed. */
const UNSOUND = 0.5;

/** 0–1, two decimals: the share of a rule's output that is right, or of the tagger's where it is as sure as here. */
export function confidenceOf(draft: Draft): number {
	const share = draft.certainty ?? SHARES[draft.rule] ?? 0.5;
	return round(draft.sound ? share : share * UNSOUND, 2);
}

/** Whether a draft is sure enough to build on. */
export function isSureDraft(draft: Draft): boolean {
	return isSure({ ...draft, confidence: confidenceOf(draft) });
}
