import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { type CueMatch, isPhrasal, matchCue } from "../clauses/cue-match.ts";
import { cueVerb } from "../clauses/cues.ts";
import { LONGEST_SENTENCE } from "../clauses/units.ts";
import { attributeAccording } from "./according-to.ts";
import { attributeAsSaid } from "./as-said.ts";
import { attributeAfter } from "./cue-after.ts";
import { attributeBefore } from "./cue-before.ts";
import { attributeHearsay } from "./hearsay.ts";
import { attributeWordsOf } from "./in-words-of.ts";
import { attributeBareNaming } from "./naming.ts";
import { attributeOwnAccount } from "./own-account.ts";
import { attributePutAt } from "./put-at.ts";
import { attributeQuoted } from "./quoted-as.ts";
import { attributeWasTold } from "./was-told.ts";

/** Every attribution that the cues of one unit make, in the order of the cues. */
export function findAttributions(context: UnitText): Attribution[] {
	const { items } = context.unit;
	const found: Attribution[] = [];
	if (items.length > LONGEST_SENTENCE) return found;
	const marked = items.some(({ kind }) => kind === "marked");
	let floor = 0;
	for (let i = 0; i < items.length; i++) {
		const reports = mayReport(items[i]?.norm ?? "");
		// Beside marks any verb may report; elsewhere only these words do.
		if (!reports && !marked) continue;
		const quoted = !reports
			? null
			: (attributeQuoted(context, i, floor) ??
				attributeHearsay(context, i, floor, found) ??
				attributeWasTold(context, i, floor) ??
				attributePutAt(context, i, floor) ??
				attributeWordsOf(context, i) ??
				attributeOwnAccount(context, i, floor));
		const match = quoted ? null : matchCue(context, i);
		if (quoted) {
			found.push(quoted.attribution);
			floor = Math.max(floor, quoted.floor);
			i = Math.max(i, ...quoted.attribution.cue.map(({ end }) => end - 1));
		}
		const bare = match || quoted || !reports ? null : attributeBareNaming(context, i, floor);
		if (bare) found.push(bare);
		if (!match) continue;
		const made = attribute(context, match, floor, found);
		if (!made) continue;
		found.push(made.attribution);
		// "Pike, who asked Vane to wait, left, an aide said": behind a relative clause the sentence goes on.
		if (!isRelative(context, made.attribution)) floor = Math.max(floor, made.floor);
		i = Math.max(i, match.end - 1);
	}
	return found;
}

function isRelative({ unit }: UnitText, { source, rule }: Attribution): boolean {
	const only = source && source.end - source.first === 1 ? unit.items[source.first] : undefined;
	return rule === "quotations/cue-then-clause" && /^(?:who|which|that)$/.test(only?.norm ?? "");
}

/** Words from which a rule may set out, beside the verbs of cues.ts and those that report with a particle. */
const OPENING: ReadonlySet<string> = new Set(
	(
		"heard ordered according in by quotes quoted quoting quote cites cited citing understood rumored rumoured call calls called calling " +
		"describe describes described describing"
	).split(" "),
);

function mayReport(norm: string): boolean {
	return cueVerb(norm) !== null || OPENING.has(norm) || isPhrasal(norm);
}

function attribute(context: UnitText, match: CueMatch, floor: number, earlier: readonly Attribution[]): Made | null {
	if (match.kind === "according") return attributeAccording(context, match, floor, earlier);
	return (
		attributeAsSaid(context, match) ??
		attributeAfter(context, match, floor) ??
		attributeBefore(context, match, floor, earlier)
	);
}
