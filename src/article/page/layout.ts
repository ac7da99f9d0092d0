import type { Block, Link } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { contains, overlaps, subtractSpans, trimSpan } from "../../text/spans.ts";
import type { Line } from "../lines/lines.ts";
import { normaliseAddress } from "../metadata/source-id.ts";
import type { Piece } from "./linearise.ts";

/** UTF-16 units of text outside the article that are kept: enough to check what was left out. */
export const MOST_OUTSIDE = 200_000;

/** A piece and where it stands in the article's text. */
export interface Placed extends Span {
	readonly piece: Piece;
	readonly taken: boolean;
}

/** Writes the headline, then the blocks in the page's order, parted by blank lines. */
export function layOut(
	pieces: readonly Piece[],
	taken: readonly boolean[],
	headlinePiece: Piece | null,
	headline: string | null,
): { readonly text: string; readonly placed: Placed[]; readonly cut: number } {
	const parts: string[] = headline === null ? [] : [headline];
	let length = headline?.length ?? 0;
	let outside = 0;
	let cut = 0;
	const placed: Placed[] = [];
	for (const [i, piece] of pieces.entries()) {
		if (piece === headlinePiece) continue;
		const own = taken[i] ?? false;
		if (!own) {
			if (outside + piece.text.length > MOST_OUTSIDE) {
				cut += piece.text.length;
				continue;
			}
			outside += piece.text.length;
		}
		const start = length === 0 ? 0 : length + 2;
		parts.push(piece.text);
		length = start + piece.text.length;
		placed.push({ start, end: length, piece, taken: own });
	}
	return { text: parts.join("\n\n"), placed, cut };
}

/** The body's blocks, without what repeats others. */
export function toBlocks(
	text: string,
	lines: readonly Line[],
	seconds: readonly Span[],
	placed: readonly Placed[],
): Block[] {
	const blocks: Block[] = [];
	let at = 0;
	for (const line of lines) {
		while (at < placed.length && (placed[at]?.end ?? 0) <= line.start) at++;
		const piece = placed[at]?.piece;
		const spans = seconds.some((span) => overlaps(span, line)) ? subtractSpans([line], seconds) : [line];
		for (const span of spans) {
			const { start, end } = trimSpan(text, span);
			if (start < end) blocks.push({ start, end, kind: piece?.kind ?? "paragraph", path: piece?.path ?? null });
		}
	}
	return blocks;
}

/** The links inside the body's blocks. */
export function findLinks(placed: readonly Placed[], body: readonly Block[], base: string | null): Link[] {
	const links: Link[] = [];
	let at = 0;
	for (const { start, piece } of placed) {
		for (const link of piece.links) {
			const span = { start: start + link.start, end: start + link.end };
			while (at < body.length && (body[at]?.end ?? 0) <= span.start) at++;
			const block = body[at];
			const url = normaliseAddress(link.href, base);
			if (block && url !== null && contains(block, span)) links.push({ ...span, url });
		}
	}
	return links;
}
