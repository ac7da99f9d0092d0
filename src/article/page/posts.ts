import type { Span } from "../../model/span.ts";
import { type DraftDate, type DraftPost, noDate } from "../draft.ts";
import { readStatedDate } from "../metadata/stated.ts";
import type { PageClaims } from "./claims.ts";
import type { Placed } from "./layout.ts";
import type { Ancestor, Piece } from "./linearise.ts";

/**
 * The dated posts of a live blog or of a thread on one page.
 *
 * Catches: three `<div class="entry">`, each opening with "14:02" or `<time datetime="2031-05-14T14:02+02:00">`.
 * Leaves: a chronology whose blocks are headed by days; one time stamp below the headline; a programme whose
 * times stand in one line with what happens.
 */
export const POST_STAMP_RULE = "article/post-stamp";

/** Posts from which blocks that are made alike are a live blog; fewer do where the page says it is one. */
const FEWEST = 3;
const FEWEST_CLAIMED = 2;

/** Share of the article's characters that posts must have where the page does not say that it is a live blog. */
const MOST = 0.5;

/** Words and characters of a stamp. */
const LONGEST_STAMP = 60;

const CLOCK =
	/^(?:\D{0,20}\s)?(\d{1,2})\s?[:.h]\s?(\d{2})(?::\d{2})?\s?(?:uhr\b)?\s?([ap]\.?\s?m\.?)?(?:\s?\(?(?:[A-Z]{2,5}|GMT ?[+-]\d{1,2}|[+-]\d{2}:?\d{2})\)?)?(?!\d)/iu;

export interface Stream {
	/** Indices of the blocks that are posts' stamps. */
	readonly stamps: ReadonlySet<number>;
	/** From a stamp to the end of its post, in the order of the text. */
	readonly posts: readonly DraftPost[];
}

const NO_POSTS: Stream = { stamps: new Set(), posts: [] };

/**
 * @param kept whether each block is the article's and in no region that drops it
 * @param page the date of publication that the page states: a bare clock time takes its day
 */
export function findPosts(
	placed: readonly Placed[],
	kept: readonly boolean[],
	claims: PageClaims,
	page: DraftDate,
): Stream {
	const groups = new Map<string, number[]>();
	let all = 0;
	for (const [i, { piece }] of placed.entries()) {
		if (!kept[i]) continue;
		all += piece.text.length;
		if (!isStamp(piece)) continue;
		const make = makeOf(piece);
		const list = groups.get(make);
		if (list) list.push(i);
		else groups.set(make, [i]);
	}
	let stamps: readonly number[] = [];
	for (const list of groups.values()) if (list.length > stamps.length) stamps = list;
	if (stamps.length < (claims.liveBlog ? FEWEST_CLAIMED : FEWEST)) return NO_POSTS;
	const spans = readSpans(placed, kept, stamps);
	if (spans.length < stamps.length) return NO_POSTS;
	const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
	if (!claims.liveBlog && length < all * MOST) return NO_POSTS;
	const dates = readDates(placed, stamps, page);
	return {
		stamps: new Set(stamps),
		posts: spans.map((span, i) => ({ ...span, published: dates[i] ?? noDate("the post's stamp could not be read") })),
	};
}

/** A short block that is nothing but a time of day, with or without its day. */
function isStamp(piece: Piece): boolean {
	if (piece.text.length > LONGEST_STAMP || piece.kind === "row") return false;
	const [time] = piece.times;
	if (time) {
		const rest = piece.text.slice(0, time.start) + piece.text.slice(time.end);
		const dated = /T\d{2}/.test(time.datetime ?? "") || CLOCK.test(piece.text.slice(time.start, time.end));
		return dated && rest.replace(/[^\p{L}]/gu, "").length <= 20;
	}
	const clock = CLOCK.exec(piece.text);
	if (!clock) return false;
	return (
		piece.text.slice(clock[0].length).replace(/[^\p{L}]/gu, "").length <= 12 && !/[.!?]$/.test(piece.text.slice(-1))
	);
}

function makeOf(piece: Piece): string {
	return piece.around
		.slice(-2)
		.map(({ name, classes }) => `${name}.${classes}`)
		.join(">");
}

/** One span a stamp: its post's own element, or, where stamps stand among the posts, up to the next stamp. */
function readSpans(placed: readonly Placed[], kept: readonly boolean[], stamps: readonly number[]): Span[] {
	const around = stamps.map((i) => placed[i]?.piece.around ?? []);
	let common = 0;
	const first = around[0] ?? [];
	while (common < first.length && around.every((chain) => chain[common] === first[common])) common++;
	const hosts = around.map((chain) => chain[common] ?? null);
	const apart = new Set(hosts).size === hosts.length;
	const spans: Span[] = [];
	for (const [k, at] of stamps.entries()) {
		const next = stamps[k + 1] ?? placed.length;
		const host = hosts[k] ?? null;
		const own = host && apart ? lastInside(placed, host, at, next) : at;
		const last = own > at ? own : lastInside(placed, first[common - 1] ?? null, at, next);
		let end: number | undefined;
		for (let i = last; i > at && end === undefined; i--) if (kept[i]) end = placed[i]?.end;
		const start = placed[at]?.start;
		if (start !== undefined && end !== undefined) spans.push({ start, end });
	}
	return spans;
}

/** The last block inside an element, from a block on and before another. */
function lastInside(placed: readonly Placed[], host: Ancestor | null, from: number, to: number): number {
	let last = from;
	for (let i = from; i < to; i++) if (host === null || placed[i]?.piece.around.includes(host)) last = i;
	return last;
}

/** What each stamp says; bare clock times take the page's day while they run one way. */
function readDates(placed: readonly Placed[], stamps: readonly number[], page: DraftDate): DraftDate[] {
	const read = stamps.map((at) => readStamp(placed[at]));
	const clocks = read.map(({ clock }) => clock).filter((clock) => clock !== null);
	const falling = clocks.every((clock, i) => i === 0 || clock <= (clocks[i - 1] ?? clock));
	const rising = clocks.every((clock, i) => i === 0 || clock >= (clocks[i - 1] ?? clock));
	const day =
		page.precision !== null && page.earliest?.slice(0, 10) === page.latest?.slice(0, 10)
			? (page.earliest?.slice(0, 10) ?? null)
			: null;
	return read.map(({ date, clock, span }, i) => {
		if (date) return { ...date, span };
		const exact = placed[stamps[i] ?? -1]?.piece.text ?? null;
		if (clock === null) return { ...noDate("the post's stamp could not be read"), exact, span };
		if (day === null) return { ...noDate("the post's stamp gives a time and the page states no day"), exact, span };
		if (!falling && !rising) {
			const reason = "the post's stamp gives a time alone, and the posts' times run over more than one day";
			return { ...noDate(reason), exact, span };
		}
		const moment = `${day}T${clock}`;
		const reason = "the post's stamp gives a time; the day is the page's date of publication";
		return { earliest: moment, latest: moment, precision: "minute", zone: null, exact, reason, span };
	});
}

interface StampReading {
	readonly date: DraftDate | null;
	/** `14:02`, of a stamp that gives no day. */
	readonly clock: string | null;
	readonly span: Span | null;
}

function readStamp(at: Placed | undefined): StampReading {
	if (!at) return { date: null, clock: null, span: null };
	const { piece, start, end } = at;
	const span = { start, end };
	const datetime = piece.times[0]?.datetime ?? null;
	for (const written of [datetime, piece.text]) {
		if (written === null) continue;
		const date = readStatedDate(written, written === datetime ? "the post's <time>" : "the post's stamp");
		if (date.precision) return { date, clock: null, span };
	}
	const [, hour = "", minute = "", half] = CLOCK.exec(piece.text) ?? CLOCK.exec(datetime ?? "") ?? [];
	const noon =
		/^p/i.test(half ?? "") && Number(hour) < 12 ? 12 : /^a/i.test(half ?? "") && Number(hour) === 12 ? -12 : 0;
	const hours = Number(hour) + noon;
	if (hour === "" || hours > 23 || Number(minute) > 59) return { date: null, clock: null, span };
	return { date: null, clock: `${String(hours).padStart(2, "0")}:${minute}`, span };
}
