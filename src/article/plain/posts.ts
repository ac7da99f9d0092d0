import type { Span } from "../../model/span.ts";
import { firstEndingAfter } from "../../text/spans.ts";
import type { DraftDate, DraftPost } from "../draft.ts";
import type { Line } from "../lines/lines.ts";
import { readPostTime } from "../lines/social-stamp.ts";
import { readExplicitDate } from "../metadata/explicit-date.ts";

/**
 * The posts of a thread that was pasted as one text.
 *
 * Catches: three posts, each under a name, a handle and "Aug 19, 2031 · 11:48 AM".
 * Leaves: one post; posts of which one has no stamp; clock times in a live blog, which give no day.
 */

/** What says when a post was made, and where it stands. */
export interface PostStamp extends Span {
	readonly published: DraftDate;
}

/** The stamp in a dropped stretch, or null when it gives no date. */
export function readPostStamp(text: string, span: Span): PostStamp | null {
	const written = text.slice(span.start, Math.min(span.end, span.start + 200));
	const whole = readPostTime(written);
	if (whole) return toStamp(text, span, span, whole.date);
	for (const match of written.matchAll(/(?:^|[\s,|·•»@-])(?=[\p{L}\p{N}])/gu)) {
		const at = match.index + match[0].length;
		const read = readExplicitDate(written.slice(at));
		if (read) return toStamp(text, span, { start: span.start + at, end: span.start + at + read.length }, read.date);
	}
	return null;
}

function toStamp(
	text: string,
	stamp: Span,
	span: Span,
	{ earliest, latest, precision, zone }: Pick<DraftDate, "earliest" | "latest" | "precision" | "zone">,
): PostStamp {
	const at = { start: span.start, end: span.end };
	const exact = text.slice(at.start, at.end);
	const published = { earliest, latest, precision, zone, exact, reason: "the stamp of the post", span: at };
	return { start: stamp.start, end: stamp.end, published };
}

/** The posts between stamps, in the order of the text; none when a part of the body has no stamp above it. */
export function findPosts(body: readonly Line[] | readonly Span[], stamps: readonly PostStamp[]): DraftPost[] {
	const sorted = [...stamps].sort((a, b) => a.start - b.start);
	const first = sorted[0];
	const opening = body[0];
	if (sorted.length < 2 || !first || !opening || opening.start < first.start) return [];
	const posts: DraftPost[] = [];
	for (const [i, stamp] of sorted.entries()) {
		const limit = sorted[i + 1]?.start ?? Number.POSITIVE_INFINITY;
		const first = firstEndingAfter(body, stamp.end);
		const last = firstEndingAfter(body, limit) - 1;
		const from = body[first];
		const to = body[last];
		if (from && to && last >= first) posts.push({ start: from.start, end: to.end, published: stamp.published });
	}
	return posts.length < 2 ? [] : posts;
}
