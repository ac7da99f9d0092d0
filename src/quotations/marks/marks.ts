import type { Span } from "../../model/span.ts";
import { isSpace, trimSpan } from "../../text/spans.ts";
import { findSingleClose, opensSingle } from "./single-marks.ts";

/**
 * Which stretches of each paragraph stand in quotation marks.
 *
 * Catches: `“We stay,” she said, “for now.”` (two stretches), `„Wir bleiben.“`, and a second paragraph that
 * reopens with `“` what the first left open (one stretch in two parts).
 * Must not: the `"` of a height (`a 6'2" guard`), the apostrophes of `the workers’ pay`.
 *
 * One pass over the marks of a paragraph with a single open stretch: marks met inside it are nested and
 * only counted, so that time is linear in the number of marks.
 */

/** How the end of a stretch was found. */
export type MarkRule = "paired" | "reopened" | "mismatched" | "unclosed";

/** A stretch in quotation marks; `parts` lie inside the marks, trimmed, one a paragraph, none empty. */
export interface MarkedStretch {
	/** From the opening mark to the end of the closing one. */
	readonly outer: Span;
	readonly parts: readonly Span[];
	readonly rule: MarkRule;
	/** Indices of the first and the last paragraph it touches. */
	readonly paragraph: number;
	readonly lastParagraph: number;
}

/** One mark that may open or close. `opens` and `closes` say what its neighbours allow. */
export interface Mark {
	readonly at: number;
	readonly end: number;
	readonly kind: MarkKind;
	readonly opens: boolean;
	readonly closes: boolean;
}

export type MarkKind =
	| "curly-open"
	| "curly-close"
	| "straight"
	| "low"
	| "guillemet-left"
	| "guillemet-right"
	| "single-open"
	| "single-close"
	| "single-straight"
	| "single-low"
	| "corner-open"
	| "corner-close";

const KINDS: ReadonlyMap<string, MarkKind> = new Map([
	["\u201c", "curly-open"],
	["\u201f", "curly-open"],
	["\u201d", "curly-close"],
	['"', "straight"],
	["\uff02", "straight"],
	["\u201e", "low"],
	["\u00ab", "guillemet-left"],
	["\u00bb", "guillemet-right"],
	["\u2039", "guillemet-left"],
	["\u203a", "guillemet-right"],
	["\u2018", "single-open"],
	["\u2019", "single-close"],
	["'", "single-straight"],
	["\u201a", "single-low"],
	["\u300c", "corner-open"],
	["\u300e", "corner-open"],
	["\u300d", "corner-close"],
	["\u300f", "corner-close"],
]);

/** What closes a stretch opened by a kind: the right marks, then those that only a slip explains. */
const CLOSED_BY: Readonly<{ [kind in MarkKind]?: readonly [right: readonly MarkKind[], slip: readonly MarkKind[]] }> = {
	"curly-open": [["curly-close"], ["straight", "curly-open"]],
	"curly-close": [["curly-close"], ["straight"]],
	straight: [["straight"], ["curly-close"]],
	low: [["curly-open", "curly-close"], ["straight"]],
	"guillemet-left": [["guillemet-right"], []],
	"guillemet-right": [["guillemet-left"], []],
	"single-low": [["single-open", "single-close"], ["single-straight"]],
	"corner-open": [["corner-close"], []],
};

interface Open {
	readonly mark: Mark;
	/** Marks opened inside and not yet closed there. */
	nested: number;
	/** Parts closed by a paragraph's end, when later paragraphs reopen. */
	readonly parts: Span[];
	readonly paragraph: number;
}

/** The stretches in marks of the paragraphs, sorted, not overlapping. */
export function findMarked(text: string, paragraphs: readonly Span[]): MarkedStretch[] {
	const found: MarkedStretch[] = [];
	let open: Open | null = null;
	for (const [index, paragraph] of paragraphs.entries()) {
		const marks = readMarks(text, paragraph);
		const lastCloser = lastOfKind(marks, "curly-close");
		let from = 0;
		if (open) {
			const first = marks[0];
			if (first && first.at === paragraph.start && sameOpening(first.kind, open.mark.kind)) {
				open = {
					mark: { ...first, kind: openingKind(open.mark.kind, first) },
					nested: 0,
					parts: open.parts,
					paragraph: open.paragraph,
				};
				from = 1;
				if (isSingle(first.kind)) {
					const close = findSingleClose(text, marks, 0);
					const closing = marks[close];
					const goesOn = !closing && goesOnAfter(text, paragraphs, index, first);
					open.parts.push(...partsOf(text, first.end, closing?.at ?? paragraph.end));
					if (goesOn) continue;
					found.push(finish(open, closing?.end ?? endOf(open), closing ? "reopened" : "unclosed", index));
					open = null;
					if (!closing) continue;
					from = close + 1;
				}
			} else {
				found.push(finish(open, endOf(open), "unclosed", index - 1));
				open = null;
			}
		}
		for (let i = from; i < marks.length; i++) {
			const mark = marks[i];
			if (!mark) continue;
			if (!open) {
				if (isSingle(mark.kind)) {
					const close = findSingleClose(text, marks, i);
					const closing = marks[close];
					if (closing) {
						const parts = partsOf(text, mark.end, closing.at);
						if (parts.length > 0)
							found.push({
								outer: { start: mark.at, end: closing.end },
								parts,
								rule: "paired",
								paragraph: index,
								lastParagraph: index,
							});
						i = close;
					} else if (mark.opens && mark.kind !== "single-close" && goesOnAfter(text, paragraphs, index, mark)) {
						open = { mark, nested: 0, parts: [], paragraph: index };
						break;
					}
				} else if (opensStretch(text, mark)) open = { mark, nested: 0, parts: [], paragraph: index };
				continue;
			}
			const move = judge(open, mark, i, marks, lastCloser);
			if (move === "nest") open.nested++;
			else if (move === "unnest") open.nested--;
			else if (move === "close" || move === "slip") {
				open.parts.push(...partsOf(text, open.mark.end, mark.at));
				const rule = move === "slip" ? "mismatched" : open.paragraph < index ? "reopened" : "paired";
				found.push(finish(open, mark.end, rule, index));
				open = null;
			} else if (move === "restart") {
				open.parts.push(...partsOf(text, open.mark.end, mark.at));
				found.push(finish(open, endOf(open), "unclosed", index));
				open = { mark, nested: 0, parts: [], paragraph: index };
			}
		}
		if (open) {
			const end = spokenEnd(text, open.mark.end, paragraph.end);
			open.parts.push(...partsOf(text, open.mark.end, end ?? paragraph.end));
			if (end === null) continue;
			found.push(finish(open, endOf(open), "unclosed", index));
			open = null;
		}
	}
	if (open) found.push(finish(open, endOf(open), "unclosed", paragraphs.length - 1));
	return found.filter((stretch) => stretch.parts.length > 0);
}

/** A paragraph's end is read no further back than this for an attribution (UTF-16 units). */
const LONGEST_TAIL = 120;

/**
 * `“The ferry left late, Viktor Orel said.`: a mark that nothing closes, and an attribution by name that cannot be
 * inside the marks. Where the comma before it ends, or null.
 */
function spokenEnd(text: string, start: number, end: number): number | null {
	const from = Math.max(start, end - LONGEST_TAIL);
	const tail =
		/,(?=\s(?:(?:\p{Lu}[\p{L}.'\u2019-]*\s){1,3}(?:said|says|added|(?:told|tells)\s(?:\p{L}+\s?){1,4})|said\s(?:\p{Lu}[\p{L}'\u2019-]*\s?){1,3})(?:\s(?:on|at|in)\s[^,.!?]*)?\.$)/u.exec(
			text.slice(from, end),
		);
	return tail ? from + tail.index + 1 : null;
}

/** Whether the next paragraph begins with a single mark as this one does, so that what it opens goes on there. */
function goesOnAfter(text: string, paragraphs: readonly Span[], index: number, mark: Mark): boolean {
	const next = paragraphs[index + 1];
	if (!next || text.charAt(next.start) !== text.charAt(mark.at) || mark.end - mark.at > 1) return false;
	// A letter under the mark, and before it what a quotation follows on: the paragraph's start, a colon, a comma.
	const before = text.slice(Math.max(paragraphs[index]?.start ?? 0, mark.at - 2), mark.at);
	return (
		/^(?:[:,.!?\u2014\u2013]\s|)$/.test(before) && opensSingle(text, mark.end) && opensSingle(text, next.start + 1)
	);
}

/** French sets a closing mark before each paragraph that goes on. */
function openingKind(open: MarkKind, first: Mark): MarkKind {
	return open.startsWith("guillemet") ? open : first.kind;
}

function endOf(open: Open): number {
	return open.parts[open.parts.length - 1]?.end ?? open.mark.end;
}

function finish(open: Open, end: number, rule: MarkRule, lastParagraph: number): MarkedStretch {
	const start = Math.min(open.mark.at, (open.parts[0]?.start ?? open.mark.end) - (open.mark.end - open.mark.at));
	return { outer: { start, end }, parts: open.parts, rule, paragraph: open.paragraph, lastParagraph };
}

function partsOf(text: string, start: number, end: number): Span[] {
	const part = trimSpan(text, { start, end });
	return part.end > part.start ? [part] : [];
}

type Move = "nest" | "unnest" | "close" | "slip" | "restart" | "pass";

function judge(open: Open, mark: Mark, index: number, marks: readonly Mark[], lastCloser: number): Move {
	const [right, slips] = CLOSED_BY[open.mark.kind] ?? [[], []];
	const kind = mark.kind;
	if (kind === "single-open" || kind === "single-close" || kind === "single-straight") {
		if (open.mark.kind !== "single-low") return "pass";
	}
	const opener = mark.opens && !mark.closes;
	if (right.includes(kind)) {
		// `"He shouted "run" and we ran,"`: two that close come before another opens.
		if (kind === "straight" && opener) return straightClosers(marks, index) > 1 ? "nest" : "restart";
		if (kind === "straight" && open.nested > 0 && straightClosers(marks, index) > 0) return "unnest";
		if (open.mark.kind === "low" && kind === "curly-open" && opener) return "nest";
		return open.nested > 0 && kind !== "straight" ? "unnest" : "close";
	}
	if (kind === open.mark.kind || (kind === "curly-open" && open.mark.kind === "straight")) {
		if (kind === "curly-open" && !opener && mark.closes) return open.nested > 0 ? "unnest" : "slip";
		// A second opening mark is nested when closing ones are left for both, a missing close otherwise.
		if (kind.startsWith("guillemet")) return closersAfter(marks, index, open.nested + 2, kind) ? "nest" : "restart";
		if (kind !== "curly-open") return kind === "low" || kind.startsWith("corner") ? "nest" : "restart";
		if (open.mark.kind === "straight") return lastCloser > index ? "nest" : "pass";
		return closersAfter(marks, index, open.nested + 2) ? "nest" : "restart";
	}
	if (slips.includes(kind)) {
		if (opener) return kind === "straight" ? "nest" : "pass";
		if (open.nested > 0) return "unnest";
		if (!mark.closes) return "pass";
		return kind === "straight" && closesLater(marks, index, right) ? "pass" : "slip";
	}
	return "pass";
}

/** No more marks than this are read ahead to settle one: keeps hostile input linear. */
const READ_AHEAD = 24;

/** Whether `count` closing marks come before the openings outnumber them. */
function closersAfter(marks: readonly Mark[], index: number, count: number, opening: MarkKind = "curly-open"): boolean {
	const closing = CLOSED_BY[opening]?.[0][0];
	let need = count;
	for (let i = index + 1; i < Math.min(marks.length, index + READ_AHEAD); i++) {
		const kind = marks[i]?.kind;
		if (kind === closing && --need === 0) return true;
		if (kind === opening) need++;
	}
	return false;
}

/** How many straight marks only close before another opens. */
function straightClosers(marks: readonly Mark[], index: number): number {
	let count = 0;
	for (let i = index + 1; i < Math.min(marks.length, index + READ_AHEAD); i++) {
		const mark = marks[i];
		if (mark?.kind !== "straight") continue;
		if (mark.opens || !mark.closes) break;
		count++;
	}
	return count;
}

/** Whether the right closing mark comes before another opening. */
function closesLater(marks: readonly Mark[], index: number, right: readonly MarkKind[]): boolean {
	for (let i = index + 1; i < Math.min(marks.length, index + READ_AHEAD); i++) {
		const mark = marks[i];
		if (!mark) return false;
		if (right.includes(mark.kind)) return true;
		if (mark.kind === "curly-open" || mark.kind === "low") return false;
		if (mark.kind === "straight" && mark.opens && !mark.closes) return false;
	}
	return false;
}

function lastOfKind(marks: readonly Mark[], kind: MarkKind): number {
	for (let i = marks.length - 1; i >= 0; i--) if (marks[i]?.kind === kind) return i;
	return -1;
}

function isSingle(kind: MarkKind): boolean {
	return kind === "single-open" || kind === "single-straight" || kind === "single-close";
}

function sameOpening(a: MarkKind, b: MarkKind): boolean {
	// A reopened paragraph may mix curly and straight marks as carelessly as a pair does.
	const family = (kind: MarkKind): string =>
		kind === "curly-open" || kind === "curly-close" ? "straight" : kind.startsWith("guillemet") ? "guillemet" : kind;
	return family(a) === family(b);
}

function opensStretch(text: string, mark: Mark): boolean {
	switch (mark.kind) {
		case "curly-open":
			return mark.opens || !mark.closes;
		case "low":
		case "single-low":
		case "corner-open":
			return true;
		case "straight":
			return mark.opens && !isDigit(text.charCodeAt(mark.at - 1));
		case "curly-close":
			return mark.opens && !mark.closes;
		case "guillemet-left":
			return mark.opens || !mark.closes;
		case "guillemet-right":
			return mark.opens && !mark.closes;
		default:
			return false;
	}
}

function readMarks(text: string, paragraph: Span): Mark[] {
	const marks: Mark[] = [];
	for (let at = paragraph.start; at < paragraph.end; at++) {
		const code = text.charCodeAt(at);
		if (code > 0x27 && code < 0xab && code !== 0x60) continue;
		const char = text.charAt(at);
		let kind = KINDS.get(char);
		let end = at + 1;
		// Two apostrophes, or two grave accents, are a double mark typed on an old keyboard.
		if ((char === "'" || char === "`") && text.charAt(end) === char && end < paragraph.end) {
			// Three apostrophes that close are a single mark, then a double one.
			const third = text.charAt(end + 1) === char && end + 1 < paragraph.end;
			const closing = at > paragraph.start && !isSpace(text.charCodeAt(at - 1));
			if (!(third && closing)) {
				end++;
				kind = "straight";
			}
		}
		if (!kind || (char === '"' && isGershayim(text, at))) continue;
		const before = at > paragraph.start ? text.charAt(at - 1) : " ";
		const after = end < paragraph.end ? text.charAt(end) : " ";
		const spaceBefore = isSpace(before.charCodeAt(0));
		const spaceAfter = isSpace(after.charCodeAt(0));
		const wide = kind === "guillemet-left" || kind === "guillemet-right";
		// French guillemets stand a space away from their words: only the outer side tells.
		const opens = (spaceBefore || OPENS_AFTER.test(before)) && (!spaceAfter || (wide && kind === "guillemet-left"));
		const closes = (!spaceBefore || (wide && kind === "guillemet-right")) && (spaceAfter || CLOSES_BEFORE.test(after));
		marks.push({ at, end, kind, opens, closes });
		at = end - 1;
	}
	return byTurns(text, marks);
}

/** In Hebrew a straight mark before a word's last letter makes an abbreviation. */
function isGershayim(text: string, at: number): boolean {
	return /^[\u05d0-\u05ea]"[\u05d0-\u05ea](?![\u05d0-\u05ea])/.test(text.slice(at - 1, at + 3));
}

/**
 * Straight marks whose neighbours do not tell (`said"we stay"and left`, `" We stay, " she said`): the first opens,
 * the second closes and so on, where their number is even and those that do tell agree.
 */
function byTurns(text: string, marks: Mark[]): Mark[] {
	if (!marks.some(({ kind, opens, closes }) => kind === "straight" && !opens && !closes)) return marks;
	const straight = marks.filter(({ kind, at }) => kind === "straight" && !/\d\s?$/.test(text.slice(at - 2, at)));
	const agree = straight.every(({ opens, closes }, i) => (opens === closes ? true : opens === (i % 2 === 0)));
	if (straight.length % 2 === 1 || !agree) return marks;
	const turns = new Map(straight.map((mark, i) => [mark, i % 2 === 0]));
	return marks.map((mark) => {
		const turn = turns.get(mark);
		return turn === undefined || mark.opens || mark.closes ? mark : { ...mark, opens: turn, closes: !turn };
	});
}

const OPENS_AFTER = /[([{/\u2013\u2014\-"'\u2018\u201c\u201e\u201a\u00ab\u2039=>*_:]/;
const CLOSES_BEFORE = /[)\]}.,;:!?\u2026\u2013\u2014\-/"'\u2019\u201d\u201c\u00bb\u203a<*_]/;

function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}
