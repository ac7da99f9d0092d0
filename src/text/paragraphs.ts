import type { Span } from "../model/span.ts";
import { trimSpan } from "./spans.ts";

/**
 * The lines of each stretch that hold anything but white space, trimmed. In pasted news text and in
 * linearised pages a paragraph is a line; hard-wrapped text is joined before this by its own rule.
 */
export function findLines(text: string, stretches: readonly Span[]): Span[] {
	const lines: Span[] = [];
	for (const stretch of stretches) {
		let start = stretch.start;
		while (start < stretch.end) {
			let end = start;
			while (end < stretch.end && !isLineEnd(text.charCodeAt(end))) end++;
			const line = trimSpan(text, { start, end });
			if (line.end > line.start) lines.push(line);
			start = end + 1;
		}
	}
	return lines;
}

function isLineEnd(code: number): boolean {
	return code === 0x0a || code === 0x0d || code === 0x0c || code === 0x2028 || code === 0x2029 || code === 0x85;
}
