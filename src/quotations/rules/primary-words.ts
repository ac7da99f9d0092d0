import type { Words } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { overlaps, spanAt } from "../../text/spans.ts";
import type { Unit } from "../clauses/units.ts";
import type { Draft } from "../draft.ts";

/**
 * The words of a primary document are somebody's own, with or without marks: a speaker's in a
 * transcript, else the document's.
 *
 * Catches: `PIKE: The dam holds.` in a transcript as Pike's very words, the paragraph after it as
 * Pike's too; "The council finds that the dam holds." in a statement as words of the statement.
 * Leaves: a heading; a paragraph of a statement in which others are quoted in marks.
 *
 * So what reports quote meets what was said: without this a document that needs no marks would have
 * no words to hold against theirs.
 */
const RULE = "quotations/primary";

/** Adds the words of a primary document's paragraphs to the quotations found in it. */
export function addPrimaryWords(
	article: Article,
	words: Words,
	units: readonly Unit[],
	found: readonly Draft[],
): Draft[] {
	const headings = article.blocks.filter((block) => block.kind === "heading");
	const drafts = found.map((draft) =>
		draft.rule === "quotations/transcript" ? { ...draft, kind: "direct" as const, marked: draft.content } : draft,
	);
	const labels = new Map(
		drafts.flatMap((draft) => (draft.rule === "quotations/transcript" ? [[draft.paragraph, draft] as const] : [])),
	);
	// What somebody is merely said to have said is told in the document's own words too.
	const taken = new Set(drafts.flatMap((draft) => (draft.marked.length > 0 ? [draft.paragraph] : [])));
	let turn: Draft | null = null;
	for (const [index, unit] of units.entries()) {
		const { paragraph } = unit;
		turn = labels.get(paragraph) ?? turn;
		const span = words.paragraphs[paragraph];
		if (!span || taken.has(paragraph) || isHeading(article, headings, span)) continue;
		taken.add(paragraph);
		const content = [{ start: span.start, end: span.end }];
		drafts.push({
			content,
			marked: content,
			kind: "direct",
			source: turn?.source ?? null,
			cue: turn?.cue ?? [],
			addressee: null,
			polarity: "said",
			hedged: false,
			relays: [],
			carriers: [],
			rule: RULE,
			unit: index,
			paragraph,
			sound: true,
		});
	}
	return drafts;
}

function isHeading(article: Article, headings: readonly Span[], span: Span): boolean {
	if (article.headline?.span && overlaps(article.headline.span, span)) return true;
	return spanAt(headings, span.start) !== null;
}
