import type { FoundQuotation } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";

/** What may open a sentence with the time or place of what is said in it. */
const OPENING =
	/^["'\u201c\u201d\s]*(?:(?:Later\s|Earlier\s|Late\s|Early\s)?(?:on|in|at|during)|while|when|asked|answering|interviewed|testifying|appearing)\b/i;
const SPEAKING = /\b(?:speaking|addressing|talking|briefing|testifying|interview)\b/i;
/** A day that opens a sentence needs no word before it (UTF-16 units). */
const NEAR_START = 12;

/**
 * Whether a time or a place belongs to the speaking: behind the cue in its own clause, between source and cue, or in
 * what opens the sentence ("At a briefing in Vell on Monday, Vane said"). Not in "It has been banned in Vell since 2003, and
 * Vane last month called for talks", and not in what is told of the source: "Vane, elected in Vell in 2024, said".
 */
export function isBesideCue(
	text: string,
	sentence: Span,
	{ source, cue, content }: FoundQuotation,
	span: Span,
): boolean {
	const first = cue[0];
	const last = cue[cue.length - 1];
	if (!first || !last) return true;
	const before = text.slice(Math.max(sentence.start, span.start - LOOK_BACK), span.start);
	if (SINCE.test(before)) return false;
	if (source && source.start <= span.start && span.end <= source.end)
		return RELEASED.test(text.slice(source.start, span.start));
	const beforeCue = source !== null && source.end <= first.start;
	if (source && source.end <= span.start && (!beforeCue || span.end <= first.start))
		if (isOfSource(text.slice(source.end, span.start), beforeCue)) return false;
	const clause = Math.min(first.start, source?.start ?? first.start);
	if (span.end <= clause) {
		const led = text.slice(sentence.start, span.start);
		const opens = span.start - sentence.start < NEAR_START || OPENING.test(led) || SPEAKING.test(led);
		return opens && !/[;:]|,\s(?:and|but)\s/.test(text.slice(span.end, clause));
	}
	if (span.start < last.end) return true;
	let between = text.slice(last.end, span.start);
	for (const part of content)
		if (part.start >= last.end && part.end <= span.start)
			between = text.slice(last.end, part.start) + text.slice(part.end, span.start);
	// "Tolva Lines, which had said that the dam held, took it back on Friday": the day is that of the main clause.
	if (source && /^wh(?:o|ich)$/i.test(text.slice(source.start, source.end)) && between.includes(",")) return false;
	return !/[;:]|,\s(?:and|but|which|who|where|while|as)\s/.test(between);
}

/** How far before a time or place its own preposition is looked for (UTF-16 units). */
const LOOK_BACK = 24;

/** "in office since 2021", "planned for Monday": a bound or an aim, not when something was said. */
const SINCE = /\b(?:since|until|till|by|for|from|to)\s+(?:(?:early|late|mid|the|next)[\s-])*$/i;

/** What a document or statement is given out by: its day is that of its words. */
const RELEASED =
	/^[^,]*\s(?:released|published|issued|posted|broadcast|aired|delivered|given|made|sent|printed|carried|televised)\s(?:\p{Ll}+\s){0,3}$/iu;

/** Participles by which a speaker is brought on; any other tells of the speaker's life. */
const OF_SPEAKING =
	/^(?:speaking|talking|addressing|testifying|briefing|answering|responding|replying|reacting|appearing|writing|interviewed|asked|questioned|pressed|quoted|cited|visiting|opening|closing|announcing|presenting|introducing|launching)$/i;
/** What ends like a participle and is none. */
const NO_PARTICIPLE =
	/^(?:according|during|following|morning|evening|regarding|concerning|meeting|hearing|briefing|building|king|united|wednesday)$/i;
const IRREGULAR =
	/^(?:born|known|sent|held|shot|brought|chosen|taken|made|seen|hit|won|built|bred|sworn|drawn|grown|kept|left|found|fought)$/i;

/**
 * Whether words that follow the source tell of it: a relative clause, or a participle that is not one of speaking.
 * After a comma, or right behind the source.
 */
function isOfSource(between: string, beforeCue: boolean): boolean {
	if (/^[\s,(]*(?:who|whom|whose|which|where|that)\s/i.test(between)) return true;
	if (/,\s(?:who|whom|whose|which|where)\s/i.test(between)) return true;
	const opening = /^([\s,(\u2013\u2014-]*)(?:\p{Ll}+ly\s|first\s|also\s|re-)?(\p{Ll}+)\b/u.exec(between);
	const [, gap = "", word = ""] = opening ?? [];
	// "said Ander Vane speaking in Vell" goes on; "said he, elected in Vell" tells of him.
	if (!opening || (!beforeCue && !/[,(]/.test(gap) && !isPastParticiple(word))) return false;
	if (OF_SPEAKING.test(word) || NO_PARTICIPLE.test(word)) return false;
	return isPastParticiple(word) || (/[,(]/.test(gap) && /ing$/.test(word) && word.length > 4);
}

function isPastParticiple(word: string): boolean {
	if (/^(?:released|published|issued|posted|broadcast|aired|delivered|given|televised)$/i.test(word)) return false;
	return (/ed$/.test(word) && word.length > 4) || IRREGULAR.test(word);
}
