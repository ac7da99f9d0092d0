import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { itemsWithin } from "../../text/spans.ts";
import { findStatements, type Statement, standingOf } from "../statements.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import type { StoryMaterial } from "./story-material.ts";

/**
 * What a report tells, cut into clauses: one assertion each, as near as marks and small words show. Cuts "The mayor, who
 * denied it, resigned on Monday after the vote" before "who", "resigned" and "after"; must not cut "Tarn, Orm and Kelm".
 */

export interface Clause extends Statement {
	/** The statement that it is cut from. */
	readonly whole: Span;
}

/** A clause has at least so many words (a name between commas is none). */
const LEAST = 4;
/** Behind the cut there are at least as many. */
const LEAST_BEHIND = 3;
const OPENS = /^(?:and|but|after|as|while|when|because|before|until|since|although|though|so)$/;

/** The clauses of an article's statements, direct speech among them, in the order of the text. */
export function findClauses(annotated: AnnotatedArticle, { speakers, weightOf }: StoryMaterial): Clause[] {
	return findStatements(annotated, speakers, weightOf).flatMap((statement) => {
		const cuts = cutWords(statement.words);
		if (cuts.length < 2) return [{ ...statement, whole: statement.span }];
		return cuts.map((words): Clause => {
			const span: Span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
			return {
				...statement,
				whole: statement.span,
				span,
				words,
				standing: standingOf(annotated, span, speakers),
				numbers: itemsWithin(annotated.numbers, span),
				dates: itemsWithin(annotated.dates, span),
			};
		});
	});
}

function cutWords(words: readonly SegmentWord[]): SegmentWord[][] {
	const cuts: SegmentWord[][] = [];
	let open: SegmentWord[] = [];
	for (const [at, word] of words.entries()) {
		const behind = words.length - at;
		if (open.length >= LEAST && behind > LEAST_BEHIND && (word.pause || OPENS.test(word.norm))) {
			cuts.push(open);
			open = [];
		}
		open.push(word);
	}
	if (open.length > 0) cuts.push(open);
	return cuts;
}
