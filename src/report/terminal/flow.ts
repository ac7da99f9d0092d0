import { displayWidth, findClusters } from "./display-width.ts";
import { blank, type Line, type Run } from "./runs.ts";

export interface FlowOptions {
	/** Columns a line may take, indents included. */
	readonly width: number;
	/** What stands before the first line. */
	readonly first?: Line;
	/** Columns left free before the other lines; the width of `first` when absent. */
	readonly hanging?: number;
	/** Set against the right edge of the last line where there is room, else on a line of its own. */
	readonly aside?: Line;
}

/** What stays together on a line, and whether a space parts it from what comes before. */
interface Word {
	readonly runs: Run[];
	columns: number;
	readonly spaced: boolean;
}

/** Columns between the text and what stands beside it. */
export const ASIDE_GAP = 3;

/** Breaks runs into lines of at most `width` columns: at spaces, between wide characters, else wherever it must. */
export function flow(runs: readonly Run[], options: FlowOptions): Line[] {
	const first = options.first ?? [];
	const hanging = options.hanging ?? lineWidth(first);
	const lines: Line[] = [];
	let line: Run[] = [...first];
	let used = lineWidth(first);
	let empty = true;
	const breakLine = (): void => {
		lines.push(line);
		line = hanging > 0 ? [blank(hanging)] : [];
		used = hanging;
		empty = true;
	};
	if (used > options.width - MINIMUM && used > hanging) breakLine();
	for (const word of findWords(runs)) {
		const gap = !empty && word.spaced ? 1 : 0;
		if (!empty && used + gap + word.columns > options.width) breakLine();
		else if (gap > 0) {
			line.push({ text: " ", tone: joinTone(line, word) });
			used += gap;
		}
		empty = false;
		if (used + word.columns <= options.width) {
			line.push(...word.runs);
			used += word.columns;
			continue;
		}
		for (const { text, tone } of word.runs) {
			let part = "";
			for (const cluster of findClusters(text)) {
				if (used + cluster.columns > options.width) {
					line.push({ text: part, tone });
					part = "";
					breakLine();
				}
				part += cluster.text;
				used += cluster.columns;
			}
			line.push({ text: part, tone });
		}
		empty = false;
	}
	if (options.aside && options.aside.length > 0) {
		const columns = lineWidth(options.aside);
		if (used + ASIDE_GAP + columns <= options.width) {
			line.push(blank(options.width - used - columns), ...options.aside);
		} else {
			lines.push(line);
			if (hanging + columns <= options.width) lines.push([blank(options.width - columns), ...options.aside]);
			else lines.push(...flow(options.aside, { width: options.width, first: [blank(hanging)] }));
			return lines;
		}
	}
	lines.push(line);
	return lines;
}

/** Columns of text below which a line is not worth starting. */
const MINIMUM = 8;

export function lineWidth(line: Line): number {
	let columns = 0;
	for (const { text } of line) columns += displayWidth(text);
	return columns;
}

/** A space between two words of one tone keeps it, so that underlining runs through. */
function joinTone(line: readonly Run[], word: Word): Run["tone"] {
	const before = line[line.length - 1]?.tone ?? "plain";
	return before === word.runs[0]?.tone ? before : "plain";
}

function findWords(runs: readonly Run[]): Word[] {
	const words: Word[] = [];
	let spaced = false;
	let word: Word | null = null;
	for (const { text, tone } of runs) {
		for (const [index, part] of text.split(" ").entries()) {
			if (index > 0) {
				word = null;
				spaced = true;
			}
			if (part === "") continue;
			for (const piece of splitWide(part)) {
				if (word === null || piece.breaks) {
					word = { runs: [], columns: 0, spaced };
					spaced = false;
					words.push(word);
				}
				word.runs.push({ text: piece.text, tone });
				word.columns += displayWidth(piece.text);
			}
		}
	}
	return words;
}

const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const OPENS = /^[\p{Ps}\p{Pi}]/u;
const NARROW_SCRIPT = /^[\u0020-\u10ff]*$/;

/** Scripts of wide characters are written without spaces: a line may end between any two of their letters. */
function splitWide(part: string): { readonly text: string; readonly breaks: boolean }[] {
	if (NARROW_SCRIPT.test(part)) return [{ text: part, breaks: false }];
	const pieces: { text: string; breaks: boolean }[] = [];
	let wide = false;
	let opens = false;
	for (const cluster of findClusters(part)) {
		const isWide = cluster.columns === 2;
		const last = pieces[pieces.length - 1];
		const breaks = last !== undefined && (wide || isWide) && !opens && !CLOSES.test(cluster.text);
		if (last && !breaks) last.text += cluster.text;
		else pieces.push({ text: cluster.text, breaks });
		wide = isWide;
		opens = OPENS.test(cluster.text);
	}
	return pieces;
}
