import { leavesOpen } from "./open-matter.ts";
import { TELLING } from "./term-weight.ts";
import { isNegation } from "./utterances/segment-similarity.ts";
import type { SegmentWord } from "./utterances/segments.ts";

/** A negation of the words spoken and the word that it denies, which a paraphrase has without it. */
export interface LostNegation {
	readonly negation: SegmentWord;
	readonly denied: SegmentWord;
}

/** How many words after a negation the word that it denies is looked for. */
const NEXT = 3;

/** "Not only the quay", "no more than ten": nothing is denied. */
const NO_DENIAL = new Set("only just merely more less fewer least later earlier sooner doubt longer so".split(" "));
/** What denies without a negation: "refused to close", "used to be", "without closing". */
const DENIES =
	/^(?:den(?:y|ies|ied|ying)|refus\w+|reject\w+|rul(?:e|ed|es|ing)|without|against|avoid\w*|prevent\w*|stop\w*|fail\w*|lack\w*|unable|unlikely|impossible|hardly|barely|scarcely|rarely|seldom|doubt\w*|far|instead|rather|used|once|former\w*|ceas\w+|nor|absen\w+|short|free|spar\w+|exclud\w+|few|little|untrue|false|wrong)$/;
/** Words on which a denial hangs: "not until May" is "in May". */
const HANGS = new Set("until till unless before without except than only yet if".split(" "));

/**
 * The negation that a paraphrase leaves out of words that it has otherwise. Catches "said the quay would close" beside “we
 * will not close the quay”; must not catch "would close the quay in May" beside “will not close the quay before May”, nor
 * "refused to close it".
 */
export function findLostNegation(told: readonly SegmentWord[], spoken: readonly SegmentWord[]): LostNegation | null {
	if (told.some(({ norm }) => isNegation(norm) || leavesOpen(norm) || DENIES.test(norm))) return null;
	const [at, ...more] = spoken.flatMap(({ norm }, index) => (isNegation(norm) ? [index] : []));
	const negation = spoken[at ?? -1];
	if (at === undefined || !negation || more.length > 0 || NO_DENIAL.has(spoken[at + 1]?.norm ?? "")) return null;
	const own = new Set(told.map(({ norm }) => norm));
	if (spoken.slice(at).some(({ norm }) => HANGS.has(norm) && !own.has(norm))) return null;
	const denied = spoken.slice(at + 1, at + 1 + NEXT).find(({ weight }) => weight >= TELLING);
	if (!denied || !told.some(({ stem }) => stem === denied.stem)) return null;
	// "It was not apparent that he fell, but it was apparent that he was hurt": both are said.
	const twice = spoken.filter(({ stem }) => stem === denied.stem).length > 1;
	return twice ? null : { negation, denied };
}
