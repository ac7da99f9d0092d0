import type { PositionStance } from "../../model/record.ts";
import { sliceOf } from "../../text/spans.ts";
import { byCue } from "./stances/by-cue.ts";
import { byDemand } from "./stances/by-demand.ts";
import { byName } from "./stances/by-name.ts";
import { byVerb } from "./stances/by-verb.ts";
import { byView } from "./stances/by-view.ts";
import { clausesOf, isOpen, type SaidStance, type StanceSource } from "./stances/ground.ts";

/** A side outweighs what is asked, and that a warning. */
const ORDER: readonly PositionStance[] = ["opposes", "supports", "demands", "warns"];

/**
 * The side that a speaker's words plainly take on an entity; null when they take none, or both. Questions, conditions,
 * what may be, and what is reported as not said take none.
 */
export function stanceOf(source: StanceSource, entity: string): SaidStance | null {
	const { text, quotation, spans } = source;
	if (quotation.polarity === "not-said" || quotation.polarity === "declined") return null;
	if (quotation.polarity === "denied") return deniedStance(source, entity);
	const found: SaidStance[] = [];
	for (const span of spans) {
		const { first, end } = text.rangeOf(span);
		for (const clause of clausesOf(text, first, end)) {
			if (isOpen(text, clause)) continue;
			for (const rule of [byVerb, byName, byView, byDemand]) found.push(...rule(source, clause, entity));
		}
	}
	found.push(...byCue(source, entity));
	const sides = new Set(found.map(({ stance }) => stance));
	if (sides.has("supports") && sides.has("opposes")) return null;
	for (const stance of ORDER) {
		const one = found.find((other) => other.stance === stance);
		if (one) return one;
	}
	return null;
}

const DENYING = /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut\w{0,5})\b/i;

/** What is denied is denied of whom it names; who rejects a thing is against it. */
function deniedStance(source: StanceSource, entity: string): SaidStance | null {
	const { text, quotation } = source;
	const cue = quotation.cue.find((one) => DENYING.test(sliceOf(text.annotated.article.text, one)));
	return cue ? { stance: "denies", span: cue } : (byCue(source, entity)[0] ?? null);
}
