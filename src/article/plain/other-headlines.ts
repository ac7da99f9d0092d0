import type { Dropped } from "../../model/article.ts";
import { isResult } from "../lines/headline-list.ts";
import type { Line } from "../lines/lines.ts";
import { headsNeighbour, headsOtherStories } from "../lines/see-also.ts";

/**
 * Headlines of other stories: under a label that heads such a list, and below the end of a report.
 *
 * Catches: the lines under "Related stories"; after the last paragraph, three short lines that no full stop ends.
 * Leaves: the same three lines when the last paragraph ends with a colon, when a sentence of the
 * report follows them, when bullets lead them, or when each is "Half-time: 1-1" or "Lomar 2, Kelor 1".
 */
const HEADLINE_LIST_RULE = "article/headline-list";

const SENTENCE_END = /(?:[.。।!:：…,;](?:["'”’»)\]]){0,2}|['’]{2}|["”»])(?:\s?[<¶|=]){0,2}$/u;

/** Lines that a list below the report must have; under a label one is enough. */
const FEWEST = 3;

/** Words and lines that headlines may have. */
const MOST_WORDS = 25;
const MOST_UNDER_LABEL = 15;

const BULLET = /^(?:[-*•–—◦▪]|\d{1,2}[.)])\s/;

/**
 * The lines that are headlines of other stories.
 *
 * @param lines all lines, in order, those dropped already among them
 * @param gone what other rules dropped, by index
 */
export function findOtherHeadlines(lines: readonly Line[], gone: ReadonlySet<number>): Map<number, string> {
	const found = new Map<number, string>();
	for (const [i, label] of lines.entries()) {
		const most = headsOtherStories(label.text) ? MOST_UNDER_LABEL : headsNeighbour(label.text) ? 1 : 0;
		if (!gone.has(i) || most === 0) continue;
		for (let k = i + 1; k < lines.length && k <= i + most; k++) {
			const line = lines[k];
			if (!line || gone.has(k)) break;
			if (!isHeadlineLike(line, true) || (k > i + 1 && line.gap > (lines[i + 2]?.gap ?? 0))) break;
			found.set(k, "stands under a label that heads other stories");
		}
	}
	addListBelow(lines, gone, found);
	return found;
}

/** Short lines without a full stop after the report's last sentence. */
function addListBelow(lines: readonly Line[], gone: ReadonlySet<number>, found: Map<number, string>): void {
	let last = lines.length - 1;
	while (last >= 0 && (gone.has(last) || found.has(last) || !isSentence(lines[last]))) last--;
	if (last < 0 || /[:：]$/.test(lines[last]?.text.slice(-1) ?? "")) return;
	let run: number[] = [];
	const close = (): void => {
		if (run.length >= FEWEST) for (const i of run) found.set(i, "one of a list of headlines below the report");
		run = [];
	};
	for (let i = last + 1; i < lines.length; i++) {
		const line = lines[i];
		if (gone.has(i) || found.has(i)) continue;
		if (line && /[:：]$/.test(line.text)) break;
		if (line && isHeadlineLike(line, false) && !isResult(line.text)) run.push(i);
		else close();
	}
	close();
}

/** A line of the report: it ends as sentences do, or it is long. */
function isSentence(line: Line | undefined): boolean {
	return line !== undefined && (line.prose || (line.words >= 3 && SENTENCE_END.test(line.text)));
}

function isHeadlineLike(line: Line, labelled: boolean): boolean {
	if (line.words === 0 || line.words > MOST_WORDS || line.prose || SENTENCE_END.test(line.text)) return false;
	return labelled || (!line.ended && !BULLET.test(line.text));
}

export function toDropped(line: Line, reason: string): Dropped {
	return { start: line.start, end: line.end, rule: HEADLINE_LIST_RULE, reason };
}
