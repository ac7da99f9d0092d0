import type { Dropped } from "../../model/article.ts";
import { type Line, toLine } from "../lines/lines.ts";

/**
 * The marks by which wires open and end paragraphs: a control character before, "<" after.
 *
 * Catches: "\u0019By Ada Quill, AGN<", where lines of the text end so throughout.
 * Leaves: "a < b", and one line that ends with "<".
 */
const OPENING = /^[\u0001-\u0008\u000e-\u001f]+\s*/;
const CLOSING = /\s*<$/;

/** Paragraphs that must carry a mark before it is taken for a wire's. */
const FEWEST = 3;

/** Takes wires' marks off the lines of a text that carries them; each is dropped with its place. */
export function trimWireControls(text: string, lines: readonly Line[], dropped: Dropped[]): Line[] {
	const tail = (line: Line): string => text.slice(Math.max(line.start, line.end - 4), line.end);
	const closed = lines.filter((line) => CLOSING.test(tail(line))).length >= FEWEST;
	const opened = lines.filter((line) => OPENING.test(line.text)).length >= FEWEST;
	if (!closed && !opened) return [...lines];
	const drop = (start: number, end: number): void => {
		dropped.push({ start, end, rule: "article/wire-mark", reason: "a wire's mark at the start or end of a paragraph" });
	};
	return lines.flatMap((line) => {
		const lead = OPENING.exec(line.text)?.[0].length ?? 0;
		const mark = closed && CLOSING.test(tail(line)) ? (CLOSING.exec(tail(line))?.[0].length ?? 0) : 0;
		if (lead === 0 && mark === 0) return [line];
		if (lead + mark >= line.end - line.start) {
			drop(line.start, line.end);
			return [];
		}
		if (lead > 0) drop(line.start, line.start + line.text.slice(0, lead).trimEnd().length);
		if (mark > 0) drop(line.end - 1, line.end);
		return [toLine(text, { start: line.start + lead, end: line.end - mark }, line.gap)];
	});
}
