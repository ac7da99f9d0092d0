import { stemOf } from "../../text/stem.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";

/**
 * Words that say the opposite of one another, a pair of sides a line: what one side tells is not so where the other is.
 * Catches "the court upheld the ban" beside "the court overturned the ban"; must not set "rejected" against "did not
 * accept", nor a clause that has both sides against one that has either.
 *
 * General verbs and adjectives of public life, complementary in the sense of Lyons, Semantics (1977): of a thing to which
 * either applies not both can. Gradable pairs ("large", "small") are none, for two reports may call one thing both.
 */
const PAIRS = `
accept accepted agree agreed approve approved endorse endorsed / reject rejected refuse refused decline declined oppose opposed
pass passed carry carried adopt adopted / defeat defeated fail failed
uphold upheld confirm confirmed / overturn overturned quash quashed annul annulled reverse reversed
open opened reopen reopened / close closed shut
begin began start started resume resumed continue continued / end ended stop stopped halt halted suspend suspended cancel cancelled canceled collapse collapsed
win won / lose lost
convict convicted / acquit acquitted
allow allowed permit permitted / ban banned forbid forbidden bar barred block blocked prohibit prohibited
rise rose risen increase increased / fall fell fallen decrease decreased drop dropped
arrive arrived / depart departed
succeed succeeded / fail failed
survive survived alive / die died dead kill killed
arrest arrested detain detained jail jailed / release released free freed
support supported / oppose opposed
admit admitted acknowledge acknowledged / deny denied
grant granted / refuse refused deny denied
lift lifted / impose imposed
hire hired appoint appointed / dismiss dismissed sack sacked fire fired
join joined / leave left quit
stay stayed remain remained / leave left withdraw withdrew resign resigned
recover recovered found / missing lost
safe unhurt unharmed uninjured / injured hurt wounded
present / absent
legal lawful / illegal unlawful
valid / invalid void
full / empty
true / false untrue
`;

interface Side {
	/** Number of the line. */
	readonly pair: number;
	readonly side: 0 | 1;
}

const sides = new Map<string, Side[]>();
for (const [pair, line] of PAIRS.trim().split("\n").entries()) {
	for (const [side, words] of line.split(" / ").entries())
		for (const word of words.split(" ")) {
			const stem = stemOf(word);
			const list = sides.get(stem) ?? [];
			if (!list.some((one) => one.pair === pair)) list.push({ pair, side: side === 0 ? 0 : 1 });
			sides.set(stem, list);
		}
}

/** The term under which a word meets those that say the same or the opposite; null where the table has none. */
export function oppositeTerm(stem: string): string | null {
	const [first, more] = sides.get(stem) ?? [];
	return first && !more ? `opposite ${first.pair}` : null;
}

/** How far (in words) before a word its negation may stand. */
const NEGATED = 3;

export interface Opposition {
	readonly left: string;
	readonly right: string;
}

/** A word of each clause by which they say the opposite; null when there is none, or a clause has both sides. */
export function findOpposition(a: readonly SegmentWord[], b: readonly SegmentWord[]): Opposition | null {
	const [left, right] = [readSides(a), readSides(b)];
	for (const [pair, one] of left) {
		const other = right.get(pair);
		if (other && one !== "both" && other !== "both" && one.side !== other.side)
			return { left: one.word, right: other.word };
	}
	return null;
}

/** What leaves open whether the verb behind it came to be. */
const OPEN = new Set(
	"to will would shall may might could can should must expect expected expects expecting plan plans planned hope hopes hoped want wants wanted think thinks believe believes if whether unless".split(
		" ",
	),
);

/** By pair the side that a clause is on, negations counted in; what is left open is on none. */
function readSides(words: readonly SegmentWord[]): Map<number, { side: number; word: string } | "both"> {
	const found = new Map<number, { side: number; word: string } | "both">();
	for (const [at, { stem, norm }] of words.entries()) {
		const before = words.slice(Math.max(0, at - NEGATED), at);
		const negated = before.some((word) => isNegation(word.norm));
		if (before.some((word) => OPEN.has(word.norm) && !word.pause)) continue;
		for (const { pair, side } of sides.get(stem) ?? []) {
			const own = negated ? 1 - side : side;
			const known = found.get(pair);
			found.set(pair, known && (known === "both" || known.side !== own) ? "both" : { side: own, word: norm });
		}
	}
	return found;
}
