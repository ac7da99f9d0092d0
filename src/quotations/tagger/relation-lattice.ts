/**
 * The second stage's lattice: every way to lay one source at most and any number of content spans over a window.
 *
 * Eight states: outside with or without a source and a content behind it (0 none, 1 source, 2 content, 3 both), in the
 * source before (4) or after (5) a content, in a content before (6) or after (7) the source.
 */
export const STATES = 8;
/** States from here on stand in a source, and from there on in a content. */
export const SOURCES_FROM = 4;
export const CONTENTS_FROM = 6;

/** What happens at a boundary, each with a score of its own. */
const Event = { startSource: 0, endSource: 1, startContent: 2, endContent: 3, resumeContent: 4 } as const;
export const EVENTS = 5;

/** From, to, and the events on the way, -1 for none. */
export const MOVES: readonly (readonly [from: number, to: number, first: number, second: number])[] = [
	[0, 0, -1, -1],
	[1, 1, -1, -1],
	[2, 2, -1, -1],
	[3, 3, -1, -1],
	[0, 4, Event.startSource, -1],
	[2, 5, Event.startSource, -1],
	[0, 6, Event.startContent, -1],
	[1, 7, Event.startContent, -1],
	[2, 6, Event.resumeContent, -1],
	[3, 7, Event.resumeContent, -1],
	[4, 4, -1, -1],
	[5, 5, -1, -1],
	[4, 1, Event.endSource, -1],
	[5, 3, Event.endSource, -1],
	[4, 7, Event.endSource, Event.startContent],
	[5, 7, Event.endSource, Event.resumeContent],
	[6, 6, -1, -1],
	[7, 7, -1, -1],
	[6, 2, Event.endContent, -1],
	[7, 3, Event.endContent, -1],
	[6, 5, Event.endContent, Event.startSource],
];

/** The same, a list for each column: training's innermost loops read them. */
const MOVE_TO: Uint8Array = Uint8Array.from(MOVES, ([, to]) => to);
const MOVE_FIRST: Int8Array = Int8Array.from(MOVES, ([, , first]) => first);
const MOVE_SECOND: Int8Array = Int8Array.from(MOVES, ([, , , second]) => second);

/** The scores of one window: five events a boundary, source and content a token, and the two of the whole. */
export interface RelationScores {
	readonly length: number;
	/** Boundary `k` stands before the window's token `k`; there is one more than tokens. */
	readonly events: Float64Array;
	readonly tokens: Float64Array;
	readonly refused: number;
	readonly sourceless: number;
	/** The cue's place in the window. */
	readonly cueFirst: number;
	readonly cueEnd: number;
}

/** The score of a move at a boundary, the token after it included; minus infinity where it may not be. */
export function moveScore(scores: RelationScores, move: number, k: number): number {
	const to = MOVE_TO[move] ?? 0;
	const first = MOVE_FIRST[move] ?? -1;
	const second = MOVE_SECOND[move] ?? -1;
	let score = 0;
	if (to >= 4) {
		if (k >= scores.length || (k >= scores.cueFirst && k < scores.cueEnd)) return Number.NEGATIVE_INFINITY;
		score = scores.tokens[k * 2 + (to >= 6 ? 1 : 0)] ?? 0;
	}
	if (first >= 0) score += scores.events[k * EVENTS + first] ?? 0;
	if (second >= 0) score += scores.events[k * EVENTS + second] ?? 0;
	return score;
}

/** The score of ending in a state: nothing found is a refusal, a source without content may not be. */
export function endScore(scores: RelationScores, state: number): number {
	if (state === 0) return scores.refused;
	if (state === 2) return scores.sourceless;
	return state === 3 ? 0 : Number.NEGATIVE_INFINITY;
}

/** The best way through that does not refuse the cue: a state a token, and its score. */
export interface Decoded {
	readonly states: Uint8Array;
	readonly score: number;
}

export function decodeRelation(scores: RelationScores): Decoded {
	const { length, events, tokens, cueFirst, cueEnd } = scores;
	const back = new Uint8Array((length + 1) * STATES);
	const none = Number.NEGATIVE_INFINITY;
	let a1 = none;
	let a2 = none;
	let a3 = none;
	let a4 = none;
	let a5 = none;
	let a6 = none;
	let a7 = none;
	for (let k = 0; k <= length; k++) {
		const at = k * STATES;
		const e = k * EVENTS;
		const startSource = events[e] ?? 0;
		const endSource = events[e + 1] ?? 0;
		const startContent = events[e + 2] ?? 0;
		const endContent = events[e + 3] ?? 0;
		const resume = events[e + 4] ?? 0;
		let n1 = a1;
		let n2 = a2;
		let n3 = a3;
		back[at + 1] = 1;
		back[at + 2] = 2;
		back[at + 3] = 3;
		if (a4 + endSource > n1) {
			n1 = a4 + endSource;
			back[at + 1] = 4;
		}
		if (a6 + endContent > n2) {
			n2 = a6 + endContent;
			back[at + 2] = 6;
		}
		if (a5 + endSource > n3) {
			n3 = a5 + endSource;
			back[at + 3] = 5;
		}
		if (a7 + endContent > n3) {
			n3 = a7 + endContent;
			back[at + 3] = 7;
		}
		let n4 = none;
		let n5 = none;
		let n6 = none;
		let n7 = none;
		if (k < length && (k < cueFirst || k >= cueEnd)) {
			n4 = startSource;
			if (a4 > n4) {
				n4 = a4;
				back[at + 4] = 4;
			}
			n5 = a2 + startSource;
			back[at + 5] = 2;
			if (a5 > n5) {
				n5 = a5;
				back[at + 5] = 5;
			}
			if (a6 + endContent + startSource > n5) {
				n5 = a6 + endContent + startSource;
				back[at + 5] = 6;
			}
			n6 = startContent;
			if (a2 + resume > n6) {
				n6 = a2 + resume;
				back[at + 6] = 2;
			}
			if (a6 > n6) {
				n6 = a6;
				back[at + 6] = 6;
			}
			n7 = a1 + startContent;
			back[at + 7] = 1;
			if (a3 + resume > n7) {
				n7 = a3 + resume;
				back[at + 7] = 3;
			}
			if (a7 > n7) {
				n7 = a7;
				back[at + 7] = 7;
			}
			if (a4 + endSource + startContent > n7) {
				n7 = a4 + endSource + startContent;
				back[at + 7] = 4;
			}
			if (a5 + endSource + resume > n7) {
				n7 = a5 + endSource + resume;
				back[at + 7] = 5;
			}
			const source = tokens[k * 2] ?? 0;
			const content = tokens[k * 2 + 1] ?? 0;
			n4 += source;
			n5 += source;
			n6 += content;
			n7 += content;
		}
		a1 = n1;
		a2 = n2;
		a3 = n3;
		a4 = n4;
		a5 = n5;
		a6 = n6;
		a7 = n7;
	}
	let state = a2 + scores.sourceless > a3 ? 2 : 3;
	const score = state === 2 ? a2 + scores.sourceless : a3;
	const states = new Uint8Array(length);
	for (let k = length; k > 0; k--) {
		state = back[k * STATES + state] ?? 0;
		states[k - 1] = state;
	}
	return { states, score };
}

/** Sums are kept between these, so that long windows neither overflow nor vanish. */
const MOST_SUM = 1e100;

/** The log of the sum over every way through, of which each way's share is its probability. */
export function sumOfWays(scores: RelationScores): number {
	const { length, events, tokens, cueFirst, cueEnd } = scores;
	let a0 = 1;
	let a1 = 0;
	let a2 = 0;
	let a3 = 0;
	let a4 = 0;
	let a5 = 0;
	let a6 = 0;
	let a7 = 0;
	let log = 0;
	for (let k = 0; k <= length; k++) {
		const e = k * EVENTS;
		const endSource = Math.exp(events[e + 1] ?? 0);
		const endContent = Math.exp(events[e + 3] ?? 0);
		const n1 = a1 + a4 * endSource;
		const n2 = a2 + a6 * endContent;
		const n3 = a3 + a5 * endSource + a7 * endContent;
		if (k < length && (k < cueFirst || k >= cueEnd)) {
			const startSource = Math.exp(events[e] ?? 0);
			const startContent = Math.exp(events[e + 2] ?? 0);
			const resume = Math.exp(events[e + 4] ?? 0);
			const source = Math.exp(tokens[k * 2] ?? 0);
			const content = Math.exp(tokens[k * 2 + 1] ?? 0);
			const n5 = source * (a5 + (a2 + a6 * endContent) * startSource);
			const n7 = content * (a7 + (a1 + a4 * endSource) * startContent + (a3 + a5 * endSource) * resume);
			a4 = source * (a0 * startSource + a4);
			a5 = n5;
			a6 = content * (a0 * startContent + a2 * resume + a6);
			a7 = n7;
		} else {
			a4 = 0;
			a5 = 0;
			a6 = 0;
			a7 = 0;
		}
		a1 = n1;
		a2 = n2;
		a3 = n3;
		const most = a1 + a2 + a3 + a4 + a5 + a6 + a7;
		if (most > MOST_SUM) {
			log += Math.log(most);
			a0 /= most;
			a1 /= most;
			a2 /= most;
			a3 /= most;
			a4 /= most;
			a5 /= most;
			a6 /= most;
			a7 /= most;
		}
	}
	return log + Math.log(a0 * Math.exp(scores.refused) + a2 * Math.exp(scores.sourceless) + a3);
}

export function logAdd(a: number, b: number): number {
	if (a === Number.NEGATIVE_INFINITY) return b;
	if (b === Number.NEGATIVE_INFINITY) return a;
	return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
