import type { Words } from "../../model/annotated.ts";
import type { Article, Block } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { contains, trimSpan } from "../../text/spans.ts";

/** A post of a social network that a report shows whole. */
export interface EmbeddedPost {
	/** Indices of the paragraphs that hold its words and its signature. */
	readonly paragraphs: readonly number[];
	readonly content: readonly Span[];
	/** The name that signs it. */
	readonly source: Span;
}

/**
 * The posts among an article's block quotations, in the order of the text. The signature names the
 * author, so that no cue is needed.
 *
 * Catches: a block quotation "The dam holds." that ends in "— Ada Quill (@quill) May 14, 2031" as Quill's.
 * Leaves: a block quotation from a letter, whoever signs it; the same words in a paragraph.
 */
export function findEmbeddedPosts(article: Article, words: Words): EmbeddedPost[] {
	const posts: EmbeddedPost[] = [];
	let run: Block[] = [];
	for (const block of article.blocks) {
		if (block.kind !== "quote") {
			run = [];
			continue;
		}
		run.push(block);
		const signature = findSignature(article.text, block);
		if (!signature) continue;
		const spoken = run.map((own) => (own === block ? { start: own.start, end: signature.start } : own));
		const content = spoken
			.map((span) => withoutLinks(article.text, trimSpan(article.text, span)))
			.filter(({ start, end }) => start < end);
		const from = run[0]?.start ?? block.start;
		const paragraphs = words.paragraphs.flatMap((span, at) =>
			contains({ start: from, end: block.end }, span) ? [at] : [],
		);
		if (content.length > 0) posts.push({ paragraphs, content, source: signature.name });
		run = [];
	}
	return posts;
}

const SIGNATURE = /(?:^|\s)[—–-]\s?(?=([^\n—–]{1,80}?) \(@[\w.]{1,40}\))\1 \(@[\w.]{1,40}\)[,·\s]{0,3}[^\n]{0,60}$/u;

/** UTF-16 units at a block's end in which a signature stands. */
const LONGEST = 260;

/** Where the signature begins, and the name in it. */
function findSignature(text: string, block: Span): { readonly start: number; readonly name: Span } | null {
	const from = Math.max(block.start, block.end - LONGEST);
	const tail = text.slice(from, block.end);
	const match = SIGNATURE.exec(tail);
	const name = match?.[1];
	if (!match || name === undefined) return null;
	const at = from + match.index + match[0].indexOf(name);
	return { start: from + match.index, name: { start: at, end: at + name.length } };
}

const LINK = /\s*(?:https?:\/\/\S{1,200}|(?:pic\.)?(?:twitter|x|t)\.co(?:m)?\/\S{1,100})$/;

/** UTF-16 units at the content's end in which an address is looked for. */
const LONGEST_LINK = 240;

/** Content without the addresses that a post ends in. */
function withoutLinks(text: string, { start, end }: Span): Span {
	let to = end;
	for (;;) {
		const match = LINK.exec(text.slice(Math.max(start, to - LONGEST_LINK), to));
		if (!match) return trimSpan(text, { start, end: to });
		to -= match[0].length;
	}
}
