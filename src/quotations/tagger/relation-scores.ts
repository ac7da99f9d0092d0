import {
	BOUNDARY_FIRST,
	BOUNDARY_SECOND,
	BOUNDARY_TEMPLATES,
	boundaryFeatures,
	firstBoundaryFeatures,
	secondBoundaryFeatures,
} from "./boundary-features.ts";
import { Stage } from "./mixing.ts";
import type { CueFacts, RelationContext } from "./relation-context.ts";
import { EVENTS, type RelationScores } from "./relation-lattice.ts";
import type { Window } from "./relation-window.ts";
import { addFives, addPairs, questions } from "./scoring.ts";
import { TOKEN_TEMPLATES, tokenFeatures } from "./token-features.ts";
import type { RelationWeights } from "./weights.ts";
import { WHOLE_TEMPLATES, wholeFeatures } from "./whole-features.ts";

/**
 * A place where the first questions give every event less is no boundary, and is asked no more: two places in five. A
 * bound that spares three in five costs 0.1 of whole attributions.
 */
const LEAST_EVENT = -0.8;
/**
 * The same after the next questions, which a third of what is left does not pass. Of the places to which all questions
 * would give some event more than -1, one in ten thousand is lost; what ends half of all loses one in a thousand, and
 * costs 0.2 of whole attributions.
 */
const LEAST_SECOND = -1;
/** What such a place has for each event instead: the log of the mean of what all questions would give (train part). */
const UNLIKELY: Float64Array = Float64Array.of(-3.8, -3.2, -4, -5.2, -4.8);
/** The score of what cannot be. */
const NEVER = -9;

const FIRST: Uint8Array = questions(0, BOUNDARY_FIRST);
const OTHERS: Uint8Array = questions(BOUNDARY_FIRST, BOUNDARY_TEMPLATES);
/** Those that are neither among the first nor among the second. */
const LAST: Uint8Array = OTHERS.filter((question) => !BOUNDARY_SECOND.includes(question));
const TOKEN: Uint8Array = questions(0, TOKEN_TEMPLATES);
const WHOLE: Uint8Array = questions(0, WHOLE_TEMPLATES);

const askedOfBoundary = new Int32Array(BOUNDARY_TEMPLATES * 2);
const askedOfToken = new Int32Array(TOKEN_TEMPLATES * 2);
const askedOfWhole = new Int32Array(WHOLE_TEMPLATES * 2);
const five = new Int32Array(EVENTS);
const two = new Int32Array(2);

/**
 * What the weights say of one window.
 *
 * @param thorough asks all questions of every boundary that the first leave, as training does
 */
export function scoreRelation(
	context: RelationContext,
	facts: CueFacts,
	window: Window,
	{ boundary, token, whole }: RelationWeights,
	thorough: boolean,
): RelationScores {
	const length = window.end - window.first;
	const events = new Float64Array((length + 1) * EVENTS);
	const tokens = new Float64Array(length * 2);
	const { cue } = facts;
	for (let k = 0; k <= length; k++) {
		const t = window.first + k;
		if (t > cue.first && t < cue.end) continue;
		const at = k * EVENTS;
		five.fill(0);
		firstBoundaryFeatures(context, facts, window, t, askedOfBoundary);
		addFives(boundary, Stage.boundary, askedOfBoundary, FIRST, five);
		if (isUnlikely(boundary.scale, LEAST_EVENT)) events.fill(NEVER, at, at + EVENTS);
		else {
			if (!thorough) {
				secondBoundaryFeatures(context, facts, window, t, askedOfBoundary);
				addFives(boundary, Stage.boundary, askedOfBoundary, BOUNDARY_SECOND, five);
			}
			if (!thorough && isUnlikely(boundary.scale, LEAST_SECOND)) events.set(UNLIKELY, at);
			else {
				boundaryFeatures(context, facts, window, t, askedOfBoundary);
				addFives(boundary, Stage.boundary, askedOfBoundary, thorough ? OTHERS : LAST, five);
				for (let e = 0; e < EVENTS; e++) events[at + e] = (five[e] ?? 0) * boundary.scale;
			}
		}
		if (k === length || (t >= cue.first && t < cue.end)) continue;
		tokenFeatures(context, facts, t, askedOfToken);
		two.fill(0);
		addPairs(token, Stage.token, askedOfToken, TOKEN, two);
		tokens[k * 2] = (two[0] ?? 0) * token.scale;
		tokens[k * 2 + 1] = (two[1] ?? 0) * token.scale;
	}
	wholeFeatures(context, facts, window, askedOfWhole);
	two.fill(0);
	addPairs(whole, Stage.whole, askedOfWhole, WHOLE, two);
	return {
		length,
		events,
		tokens,
		refused: (two[0] ?? 0) * whole.scale,
		sourceless: (two[1] ?? 0) * whole.scale,
		cueFirst: cue.first - window.first,
		cueEnd: cue.end - window.first,
	};
}

/** Whether no event of the boundary in hand has as much as `least`. */
function isUnlikely(scale: number, least: number): boolean {
	return Math.max(five[0] ?? 0, five[1] ?? 0, five[2] ?? 0, five[3] ?? 0, five[4] ?? 0) * scale < least;
}
