import { isLabel, toLabels } from "./labels.ts";
import type { LineRule } from "./lines.ts";
import { isTold } from "./told.ts";

/**
 * The heading and the notes of a place for readers' comments, and what follows the heading at the
 * end of a text.
 *
 * Catches: "COMMENTS", "12 Comments", "Kommentare (7)", "Please let us know if you're having issues with commenting."
 * Leaves: "Comments by the minister drew protests in the capital."
 */
const HEADING =
	/^(?:(?:\d{1,5}|no|view|show|all|read|see|load|hide|leave a|add a|post a|write a|your|reader|readers['’]|user)\s+)*comments?\s*(?:\(\d{0,5}\)|:|\d{1,5}|section|are closed\.?|below)?$|^(?:\d{1,4}|one) (?:thoughts?|responses?|replies) (?:on|to) ["“”‘'«„].{1,200}$|^\d{1,5} (?:kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|kommentarer|komentarzy|komentář[eů]?|комментари(?:й|я|ев)|коментар[іи]в?|yorum|تعليقات?|תגובות|komentar|条评论|件のコメント|개의 댓글)$/iu;
const HEADINGS = toLabels(
	"kommentare|leserkommentare|alle kommentare|kommentare anzeigen|diskutieren sie mit|commentaires|les commentaires|vos réactions|réactions|" +
		"comentarios|ver comentarios|comentários|ver comentários|commenti|i commenti|reacties|alle reacties|kommentarer|kommentit|komentarze|" +
		"diskuse|diskuze|komentáře|komentari|hozzászólások|comentarii|комментарии|все комментарии|обсуждение|коментарі|обговорення|коментари|" +
		"σχόλια|yorumlar|التعليقات|تعليقات|תגובות|टिप्पणियां|टिप्पणियाँ|komentar|bình luận|ความคิดเห็น|评论|网友评论|評論|コメント|댓글",
);
const NOTES = toLabels(
	"kommentera|kommentieren|kommentar schreiben|kommenter|laisser un commentaire|réagir|ajouter un commentaire|connectez-vous pour réagir|" +
		"dejar un comentario|deja un comentario|comentar|deixe um comentário|deixe seu comentário|lascia un commento|commenta|plaats een reactie|reageer|" +
		"dodaj komentarz|skomentuj|zaloguj się, aby dodać komentarz|přidat komentář|vložit komentář|комментировать|оставить комментарий|" +
		"добавить комментарий|прокоментувати|додати коментар|залишити коментар|yorum yap|ilk yorumu sen yap|yorum yaz|أضف تعليقا|اترك تعليقا|" +
		"הוסף תגובה|टिप्पणी करें|tulis komentar|beri komentar|发表评论|コメントする|コメントを書く|댓글 쓰기|sort by: newest|sort by newest|sort by oldest|sort by best",
);
const NOTE =
	/^(?:please (?:let us know if you|log ?in to (?:leave|post|comment)|sign in to (?:leave|post|comment)|keep (?:your )?comments)|(?:be the first|log ?in|sign in|register) to (?:leave a |post a |add a |write a )?comment|join the (?:conversation|discussion)|what do you think\?|have your say|leave a (?:reply|comment)|your email address will not be published|comments? (?:are|on this)\b.{0,60}(?:closed|moderated|disabled)|view (?:all )?\d{0,5} ?comments|notify me of|required fields are marked|\d{1,5} view comments)/i;

/** Words a note may have. */
const LONGEST_NOTE = 30;

/** Share of the text, by lines of prose, that must stand above a heading that ends the report. */
const ABOVE = 0.6;

export const commentBox: LineRule = {
	rule: "article/comment-box",
	find(line, around) {
		if (isHeading(line.text)) return "heads the readers' comments";
		if (line.words <= LONGEST_NOTE && (NOTE.test(line.text) || isLabel(line.text, NOTES)) && !isTold(line.text))
			return "asks readers for comments";
		return isBelowHeading(around.lines, around.index) ? "stands below the heading of the readers' comments" : null;
	},
};

function isHeading(text: string): boolean {
	return HEADING.test(text) || isLabel(text, HEADINGS);
}

function isBelowHeading(lines: readonly { readonly text: string; readonly prose: boolean }[], index: number): boolean {
	const heading = lastHeading(lines);
	return heading >= 0 && index > heading;
}

/** The headings of one list of lines, worked out once. */
const headings = new WeakMap<object, number>();

/** Index of the comments heading that ends the report, or -1. */
function lastHeading(lines: readonly { readonly text: string; readonly prose: boolean }[]): number {
	const known = headings.get(lines);
	if (known !== undefined) return known;
	const prose = lines.filter((line) => line.prose).length;
	let above = 0;
	let found = -1;
	for (const [i, line] of lines.entries()) {
		if (line.prose) above++;
		else if (prose > 0 && above >= prose * ABOVE && isHeading(line.text)) {
			found = i;
			break;
		}
	}
	headings.set(lines, found);
	return found;
}
