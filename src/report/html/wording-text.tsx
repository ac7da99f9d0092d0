import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import type { Wording } from "../view/wordings.ts";
import type { Html } from "./parts.tsx";

/** Words that an entry of the apparatus is about, underlined in the text it stands under. */
export interface Underline {
	readonly spans: readonly Span[];
	readonly notable: boolean;
}

/**
 * The words of a rendition as its report has them, with what others read otherwise underlined. Where words are left out
 * between two parts stands the sign of a cut, as in `readWording`, whose text this gives.
 */
export function WordingText({
	wording,
	underlines,
}: {
	readonly wording: Wording;
	readonly underlines: readonly Underline[];
}): Html {
	return (
		<>
			{cutWording(wording, underlines).map(({ text, notable }) =>
				notable === null ? text : <u class={notable ? "n" : undefined}>{text}</u>,
			)}
		</>
	);
}

interface Stretch {
	readonly text: string;
	/** Null where nobody reads otherwise. */
	readonly notable: boolean | null;
}

function cutWording({ text, pieces }: Wording, underlines: readonly Underline[]): Stretch[] {
	const marks = underlines.flatMap(({ spans, notable }) =>
		joinWords(
			text,
			pieces.flatMap((piece) => {
				const shift = piece.start - piece.from;
				return spans
					.map(({ start, end }) => ({
						start: Math.max(start + shift, piece.start),
						end: Math.min(end + shift, piece.end),
					}))
					.filter(({ start, end }) => end > start);
			}),
		).map((span) => ({ ...span, notable })),
	);
	const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
	return cuts.slice(0, -1).map((start, at) => {
		const end = cuts[at + 1] ?? start;
		const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
		return {
			text: text.slice(start, end),
			notable: over.length === 0 ? null : over.some(({ notable }) => notable),
		};
	});
}

/** Words of one entry that follow each other, as one stretch with what stands between them. */
function joinWords(text: string, spans: readonly Span[]): Span[] {
	const joined: Span[] = [];
	for (const span of [...spans].sort(compareSpans)) {
		const before = joined.at(-1);
		if (before && !/[\p{L}\p{N}]/u.test(text.slice(before.end, span.start)))
			joined[joined.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
		else joined.push(span);
	}
	return joined;
}
