import type { Words } from "../../model/annotated.ts";
import { TokenKind } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { firstEndingAfter, spanAt } from "../../text/spans.ts";
import { tokenRange } from "../../text/tokens.ts";
import type { MarkedStretch } from "../marks/marks.ts";
import { cueVerb } from "./cues.ts";

/**
 * A sentence as the attribution rules see it: words and punctuation outside of quotation marks, and one
 * item for each marked stretch. Sentences that a stretch ties together are one unit, so that
 * `“We stay. We must,” she said.` is `[marked] she said .`.
 */
export interface Item extends Span {
	readonly kind: "word" | "number" | "mark" | "marked";
	/** Lower-case form; the text of a mark; "" for a marked stretch. */
	readonly norm: string;
	/** Whether the word begins with a capital letter. */
	readonly capital: boolean;
	/** Index of the stretch, -1 for other items. */
	readonly stretch: number;
}

export interface Unit {
	readonly items: readonly Item[];
	/** Index of the paragraph it begins in, and of the one it ends in. */
	readonly paragraph: number;
	readonly lastParagraph: number;
}

/**
 * No sentence of prose has more items than this outside of marks: longer ones are tables or noise. Rules that
 * look through a whole unit skip them, so that time stays linear on hostile input.
 */
export const LONGEST_SENTENCE = 400;

export function findUnits(text: string, words: Words, marked: readonly MarkedStretch[]): Unit[] {
	const units: Unit[] = [];
	const outers = marked.map(({ outer }) => outer);
	const { sentences } = words;
	for (let i = 0; i < sentences.length; ) {
		const first = sentences[i];
		if (!first) break;
		let end = first.end;
		i++;
		for (let next = sentences[i]; next; next = sentences[i]) {
			const across = spanAt(outers, next.start);
			if (!across || across.start >= next.start) break;
			end = next.end;
			i++;
		}
		const unit = buildUnit(text, words, outers, { start: first.start, end });
		const before = units[units.length - 1];
		// `“Will it hold?” Orla Pike asked.`: the question ends a sentence for the splitter, not for the report.
		if (before && before.lastParagraph === unit.paragraph && asksOnward(text, before, unit)) {
			units[units.length - 1] = { ...unit, items: [...before.items, ...unit.items], paragraph: before.paragraph };
		} else units.push(unit);
	}
	return units;
}

function buildUnit(text: string, words: Words, outers: readonly Span[], span: Span): Unit {
	const { tokens } = words;
	const items: Item[] = [];
	let stretch = firstEndingAfter(outers, span.start);
	const range = tokenRange(tokens, span);
	for (let t = range.first; t < range.end; t++) {
		const start = tokens.starts[t] ?? 0;
		const end = tokens.ends[t] ?? 0;
		let outer = outers[stretch];
		while (outer && outer.end <= start) outer = outers[++stretch];
		if (outer && end > outer.start) {
			const last = items[items.length - 1];
			if (last?.stretch !== stretch) items.push({ ...outer, kind: "marked", norm: "", capital: false, stretch });
			continue;
		}
		const kind = tokens.kinds[t];
		items.push({
			start,
			end,
			kind: kind === TokenKind.word ? "word" : kind === TokenKind.number ? "number" : "mark",
			norm: tokens.norms[t] ?? "",
			capital: kind === TokenKind.word && /^\p{Lu}/u.test(text.slice(start, start + 2)),
			stretch: -1,
		});
	}
	const { paragraphs } = words;
	return {
		items,
		paragraph: firstEndingAfter(paragraphs, span.start),
		lastParagraph: firstEndingAfter(paragraphs, Math.max(span.start, span.end - 1)),
	};
}

function asksOnward(text: string, before: Unit, unit: Unit): boolean {
	const last = before.items[before.items.length - 1];
	if (last?.kind !== "marked" || !opensWithAttribution(unit)) return false;
	// After a full stop only the barest clause is an attribution.
	const stop = /\.["'\u201d\u2019\u00bb\u201c]*$/.test(text.slice(last.end - 4, last.end));
	if (stop) return unit.items.length <= 6 && unit.items.every((item) => item.norm !== "," && item.kind !== "marked");
	return endsAsking(text, last);
}

function endsAsking(text: string, last: Item): boolean {
	return /[?!\u2026\u2014\u2013-]["'\u201d\u2019\u00bb\u201c]*$/.test(text.slice(last.end - 4, last.end));
}

/** Whether a sentence is no more than "Pike asked", "asked Orla Pike, the mayor". */
function opensWithAttribution(unit: Unit): boolean {
	const { items } = unit;
	// "“The lake is empty.” Nobody clapped.": a deed that nobody did.
	if (/^(?:nobody|none)$/.test(items[0]?.norm ?? "")) return false;
	for (let i = 0; i < Math.min(items.length, 14); i++) {
		const item = items[i];
		if (!item || item.kind === "marked") return false;
		if (item.kind === "mark" && !/^[,.&()-]$/.test(item.norm)) return false;
		// `“Will it hold?” Pike pressed.`: in so short a sentence any past form will do.
		const pressed =
			items.length <= 5 && i > 0 && items[0]?.kind === "word" && items[i + 1]?.norm === "." && /ed$/.test(item.norm);
		if (pressed && (items[0]?.capital ?? false)) return true;
		const verb = cueVerb(item.norm);
		if (!verb || verb.form === "ing" || verb.form === "base" || item.capital) continue;
		const next = items[i + 1];
		if (!next || i === 0) return i > 0;
		return (
			(next.kind === "mark" && /^[.,]$/.test(next.norm)) ||
			/^(?:in|on|at|during|after|before|when|as|via|through)$/.test(next.norm) ||
			(verb.hearer && !items.some((other) => other.norm === "that" || other.norm === ":"))
		);
	}
	return false;
}
