import type { Dropped, SourceLine, Truncated } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { foldCase } from "../../text/fold.ts";
import { overlaps, subtractSpans, trimSpan } from "../../text/spans.ts";
import { readDatedLine } from "../lines/date-line.ts";
import { FORUM_STAMP_RULE, findForumStamp } from "../lines/forum-stamp.ts";
import { explainAlone } from "../lines/line-rules.ts";
import { type Line, survey, toLine } from "../lines/lines.ts";
import { asksToPay } from "../lines/log-in-prompt.ts";
import { mailChatter } from "../lines/mail-chatter.ts";
import { headerEnd, mailHeader } from "../lines/mail-header.ts";
import { readPostTime, socialStamp } from "../lines/social-stamp.ts";
import { findSourceLine, SOURCE_LINE_RULE } from "../lines/source-line.ts";
import type { SourceValue } from "../metadata/source-value.ts";
import { findForwarded, readSubject } from "./forwarded-mail.ts";
import { findSignature, SIGNATURE_RULE } from "./mail-signature.ts";
import { findOtherHeadlines, toDropped } from "./other-headlines.ts";
import { type PostStamp, readPostStamp } from "./posts.ts";

/** Drops the lines that say who posted the text and when, and keeps what they say as stamps. */
export function dropForumStamps(text: string, lines: readonly Line[], dropped: Dropped[], stamps: PostStamp[]): Line[] {
	return lines.flatMap((line) => {
		const stamp = findForumStamp(text, line);
		if (!stamp) return [line];
		dropped.push({
			...stamp,
			rule: FORUM_STAMP_RULE,
			reason: "says who posted the text and when, which is not when it was published",
		});
		const post = readPostStamp(text, stamp);
		if (post) stamps.push(post);
		const rest = trimSpan(text, { start: stamp.end, end: line.end });
		return rest.start < rest.end ? [toLine(text, rest, line.gap)] : [];
	});
}

/** The lines without the given spans; what is left of a line that was cut is a line of its own. */
export function withoutSpans(text: string, lines: readonly Line[], spans: readonly Span[]): Line[] {
	if (spans.length === 0) return [...lines];
	return lines.flatMap((line) => {
		if (!spans.some((span) => overlaps(span, line))) return [line];
		const rest = subtractSpans([line], spans).map((part) => trimSpan(text, part));
		return rest.filter((part) => part.start < part.end).map((part) => toLine(text, part, line.gap));
	});
}

/** What is left of a text, and what the dropped lines said. */
export interface Remaining {
	readonly kept: Line[];
	readonly sourceLines: SourceLine[];
	readonly truncated: Truncated | null;
	/** Whether the text is a post under its author's name and handle. */
	readonly posted: boolean;
	/** The headline that the subject of a mail gives. */
	readonly subject: SourceValue | null;
}

/** Drops what single lines say that they are, then rows of other stories' headlines around what is left. */
export function dropLines(text: string, lines: readonly Line[], dropped: Dropped[], stamps: PostStamp[]): Remaining {
	const sourceLines: SourceLine[] = [];
	const reasons = new Map<number, Dropped>();
	const places = survey(lines);
	const posted = isPosterName(lines, 0);
	const forwarded = findForwarded(lines);
	const header = { from: forwarded?.from ?? 0, to: forwarded?.to ?? headerEnd(lines) };
	const signature = findSignature(lines, header.to > 0);
	for (const [index, line] of lines.entries()) {
		const { start, end } = line;
		const found = findSourceLine(line, text);
		// "Sources: minister to quit" opens many a headline.
		const opens = found && index === 0 && found.url === null && /^sources\b/i.test(line.text);
		// "First published: 12 March 2031" tells when, not where.
		const dated = found && found.url === null && index < places.firstProse && readDatedLine(line) !== null;
		const source = opens || dated ? null : found;
		if (isPosterName(lines, index)) {
			reasons.set(index, { start, end, rule: socialStamp.rule, reason: "says who posted the text" });
		} else if (posted && line.words <= MOST_STAMP_WORDS && readPostTime(line.text) !== null) {
			reasons.set(index, { start, end, rule: socialStamp.rule, reason: "says when the text was posted" });
			const stamp = readPostStamp(text, line);
			if (stamp) stamps.push(stamp);
		} else if (index < header.to && forwarded) {
			const reason =
				index < header.from
					? "written above the mail that was forwarded"
					: "a header of the mail that the text came in";
			reasons.set(index, { start, end, rule: index < header.from ? mailChatter.rule : mailHeader.rule, reason });
		} else if (signature >= 0 && index >= signature) {
			reasons.set(index, { start, end, rule: SIGNATURE_RULE, reason: "the signature below a mail" });
		} else if (source) {
			sourceLines.push(source);
			reasons.set(index, { start, end, rule: SOURCE_LINE_RULE, reason: "says where the text was taken from" });
		} else {
			const explained = explainAlone(line, { lines, index, ...places });
			if (!explained) continue;
			reasons.set(index, { start, end, ...explained });
			if (explained.rule !== socialStamp.rule) continue;
			const stamp = readPostStamp(text, line);
			if (stamp) stamps.push(stamp);
		}
	}
	for (const [index, reason] of findOtherHeadlines(lines, new Set(reasons.keys()))) {
		const line = lines[index];
		if (line) reasons.set(index, toDropped(line, reason));
	}
	dropped.push(...reasons.values());
	return {
		kept: lines.filter((_, index) => !reasons.has(index)),
		sourceLines,
		truncated: findCut(lines, reasons),
		posted,
		subject: readSubject(lines.slice(header.from, header.to)),
	};
}

/** Words that the line may have which says when a post was made. */
const MOST_STAMP_WORDS = 10;

/** "Harbour Post ✔" above "@harbourpost": a mark of a known account, or a name that the handle spells. */
function isPosterName(lines: readonly Line[], index: number): boolean {
	const handle = /^@([\p{L}\p{N}_.]{2,40})$/u.exec(lines[index + 1]?.text ?? "")?.[1];
	const line = lines[index];
	if (handle === undefined || !line || index > 1 || line.ended || line.words > 6) return false;
	const letters = (written: string): string => foldCase(written).replace(/[^\p{L}\p{N}]/gu, "");
	return /[✓✔☑✅]\ufe0f?$/u.test(line.text) || letters(line.text) === letters(handle);
}

/** What stands in the way of the rest: a request to pay or to log in, below which nothing of the report follows. */
function findCut(lines: readonly Line[], reasons: ReadonlyMap<number, Dropped>): Truncated | null {
	for (let i = lines.length - 1; i >= 0; i--) {
		const line = lines[i];
		if (!line) continue;
		if (!reasons.has(i)) {
			if (line.prose) return null;
			continue;
		}
		const kind = asksToPay(line.text);
		if (kind === null) continue;
		const span = { start: line.start, end: line.end };
		const what = kind === "paywall" ? "to pay" : "to log in";
		return { kind, reason: `the text ends where the site asks the reader ${what}`, span };
	}
	return null;
}
