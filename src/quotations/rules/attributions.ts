import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { type CueMatch, matchCue } from "../clauses/cue-match.ts";
import { LONGEST_SENTENCE } from "../clauses/units.ts";
import { attributeAccording } from "./according-to.ts";
import { attributeAfter } from "./cue-after.ts";
import { attributeBefore } from "./cue-before.ts";
import { attributeHearsay } from "./hearsay.ts";
import { attributeWordsOf } from "./in-words-of.ts";
import { attributeBareNaming } from "./naming.ts";
import { attributeQuoted } from "./quoted-as.ts";

/** Every attribution that the cues of one unit make, in the order of the cues. */
export function findAttributions(context: UnitText): Attribution[] {
	const { items } = context.unit;
	const found: Attribution[] = [];
	if (items.length > LONGEST_SENTENCE) return found;
	let floor = 0;
	for (let i = 0; i < items.length; i++) {
		const quoted =
			attributeQuoted(context, i, floor) ?? attributeHearsay(context, i, floor, found) ?? attributeWordsOf(context, i);
		const match = quoted ? null : matchCue(context, i);
		if (quoted) {
			found.push(quoted.attribution);
			floor = Math.max(floor, quoted.floor);
			i = Math.max(i, ...quoted.attribution.cue.map(({ end }) => end - 1));
		}
		const bare = match || quoted ? null : attributeBareNaming(context, i, floor);
		if (bare) found.push(bare);
		if (!match) continue;
		const made = attribute(context, match, floor, found);
		if (!made) continue;
		found.push(made.attribution);
		floor = Math.max(floor, made.floor);
		i = Math.max(i, match.end - 1);
	}
	return found;
}

function attribute(context: UnitText, match: CueMatch, floor: number, earlier: readonly Attribution[]): Made | null {
	if (match.kind === "according") return attributeAccording(context, match, floor, earlier);
	return attributeAfter(context, match, floor) ?? attributeBefore(context, match, floor, earlier);
}
