import type { Span } from "../src/model/span.ts";
import type { Draft } from "../src/quotations/draft.ts";

/** The first place of some words in a text. Fails where the text has not got them. */
export function placeOf(text: string, words: string): Span {
	const start = text.indexOf(words);
	if (start < 0) throw new Error(`not in the text: ${words}`);
	return { start, end: start + words.length };
}

/**
 * A draft of the tagger's whose source, cue and content are these words of a text: an indirect report that somebody
 * said something, unless `given` says otherwise. A source of "" is none.
 */
export function makeDraft(
	text: string,
	source: string,
	cue: string,
	content: string,
	given: Partial<Draft> = {},
): Draft {
	return {
		content: [placeOf(text, content)],
		marked: [],
		kind: "indirect",
		source: source === "" ? null : placeOf(text, source),
		cue: cue === "" ? [] : [placeOf(text, cue)],
		addressee: null,
		polarity: "said",
		hedged: false,
		relays: [],
		carriers: [],
		rule: "quotations/tagger",
		unit: 0,
		paragraph: 0,
		sound: true,
		...given,
	};
}
