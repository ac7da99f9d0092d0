import type { Span } from "../../../src/model/span.ts";
import { foldAccents } from "../../../src/text/fold.ts";

/** Quotation marks, brackets, stops and dashes: what one report of a text's ends may count in and another not. */
const ENDS = /^[\s"'“”‘’„«»‹›()[\],.;:!?…–—-]+|[\s"'“”‘’„«»‹›()[\],.;:!?…–—-]+$/gu;

/** White space runs as one space, none at the ends. */
export function collapse(text: string): string {
	return text.replace(/\s+/gu, " ").trim();
}

/** The form in which a found text and a gold text must be the same: collapsed, without marks at the ends. */
export function trimMarks(text: string): string {
	return collapse(text).replace(ENDS, "");
}

/** Names are the same in any case, with or without accents, marks at the ends, a leading "the" and curly apostrophes. */
export function foldName(name: string): string {
	return foldAccents(trimMarks(name)).replace(/^the /, "");
}

/** Whether the words of `part` stand in `whole`, in order and next to each other. */
export function holdsWords(whole: string, part: string): boolean {
	return ` ${toWords(whole)} `.includes(` ${toWords(part)} `);
}

function toWords(text: string): string {
	return foldAccents(text)
		.replace(/[^\p{L}\p{Nd}]+/gu, " ")
		.trim();
}

/** Finds gold texts in one text, white space apart. */
export class TextIndex {
	readonly #collapsed: string;
	/** Offset in the text of each unit of `#collapsed`. */
	readonly #offsets: Uint32Array;

	constructor(text: string) {
		const offsets: number[] = [];
		let collapsed = "";
		let spaced = true;
		for (let at = 0; at < text.length; at++) {
			const unit = text.charAt(at);
			const space = /\s/u.test(unit);
			if (space && spaced) continue;
			collapsed += space ? " " : unit;
			offsets.push(at);
			spaced = space;
		}
		this.#collapsed = collapsed;
		this.#offsets = Uint32Array.from(offsets);
	}

	/** Every place where `wanted` stands, in order. */
	findAll(wanted: string): Span[] {
		const needle = collapse(wanted);
		const found: Span[] = [];
		if (needle === "") return found;
		for (let at = this.#collapsed.indexOf(needle); at >= 0; at = this.#collapsed.indexOf(needle, at + 1)) {
			const last = this.#offsets[at + needle.length - 1] ?? 0;
			found.push({ start: this.#offsets[at] ?? 0, end: last + 1 });
		}
		return found;
	}

	/** The place of one occurrence, counted from 1; null when it is not there. */
	find(wanted: string, occurrence: number = 1): Span | null {
		return this.findAll(wanted)[occurrence - 1] ?? null;
	}
}

/** Whether two lists of spans share at least half of the shorter one. */
export function meets(a: readonly Span[], b: readonly Span[]): boolean {
	let shared = 0;
	for (const x of a) {
		for (const y of b) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
	}
	const shorter = Math.min(lengthOf(a), lengthOf(b));
	return shorter > 0 && shared * 2 >= shorter;
}

function lengthOf(spans: readonly Span[]): number {
	return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
