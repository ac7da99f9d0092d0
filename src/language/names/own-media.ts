import { TokenKind } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { foldAccents } from "../../text/fold.ts";
import { findTokens } from "../../text/tokens.ts";
import { has, normAt, type Reading, Shape, written } from "../shapes.ts";
import { OUTLET_HEADS } from "./data/name-words.ts";
import type { KnownName } from "./gazetteer.ts";
import type { Group } from "./groups.ts";
import { type Naming, naming } from "./naming.ts";

/**
 * Namings of whoever publishes the report: its outlet and the agency of its dateline or byline, whose names need be on
 * no list. Caught: "Vane told Quayline" under "(Quayline) –", "told the Courier" in the Tarn Courier. Not caught: "the
 * courier", "the Quay Courier" in the Tarn Courier, "Tarn" for Tarn News outside of "told Tarn".
 */
export function placeOwnMedia(reading: Reading, found: readonly Naming[]): Naming[] {
	const names = [...listOwnNames(reading.article), ...listMastheads(reading.article)];
	if (names.length === 0) return [...found];
	const placed: Naming[] = [];
	const known = new Map(found.map((name) => [name.first, name] as const));
	for (let at = 0; at < reading.count; at++) {
		if (reading.kinds[at] === TokenKind.mark) continue;
		const own = names.find((name) => stands(reading, at, name));
		if (!own) continue;
		const stop = at + own.norms.length;
		// A longer name that is on the lists, or has a title, is another's.
		const other = known.get(at);
		if (other && (other.stop > stop || other.known !== null || other.title !== null)) continue;
		placed.push(
			naming(
				at,
				stop,
				reading.starts[at] ?? 0,
				written(reading, at, stop),
				own.known,
				null,
				has(reading, at, Shape.titled),
			),
		);
		at = stop - 1;
	}
	if (placed.length === 0) return [...found];
	const taken = new Set<number>();
	for (const { first, stop } of placed) for (let at = first; at < stop; at++) taken.add(at);
	const kept = found.filter(({ first, stop }) => {
		for (let at = first; at < stop; at++) if (taken.has(at)) return false;
		return true;
	});
	const used = new Map(placed.flatMap(({ known }) => (known ? [[known.usual, known] as const] : [])));
	return [...kept.map((name) => atHead(name, used)), ...placed].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The masthead itself, as the name of what the text calls by its last word. */
function atHead(name: Naming, used: ReadonlyMap<string, KnownName>): Naming {
	const known = name.start < MASTHEAD_REACH && name.known === null ? used.get(name.exact) : undefined;
	return known ? { ...name, known } : name;
}

/** Says of what the text calls its outlet by a part of the name why it is that outlet. */
export function explainOwnMedia(groups: readonly Group[]): void {
	for (const { known, namings, reasons } of groups) {
		if (known?.own !== true) continue;
		for (const { exact } of namings)
			if (exact !== known.usual && !reasons.has(exact))
				reasons.set(exact, `“${exact}” is what the report calls its own ${known.type}, ${known.usual}`);
	}
}

interface OwnName {
	readonly norms: readonly string[];
	readonly known: KnownName;
	/** Where it may stand: anywhere, behind "the", or where somebody is told something. */
	readonly where: "anywhere" | "article" | "heard";
}

/** What outlets leave off their names when they speak of themselves. */
const LEFT_OFF = new Set("news online tv radio television media digital website".split(" "));
const SMALL = new Set("the of and for a an".split(" "));

/** The names by which the report may call its publishers, those with more words first. */
function listOwnNames({ outlet, dateline, byline }: Article): OwnName[] {
	const names: OwnName[] = [];
	const push = (norms: readonly string[], known: KnownName, where: OwnName["where"]): void => {
		if (norms.length > 0 && norms.every((norm) => /[\p{L}\p{N}&]/u.test(norm)) && norms.join("").length > 2)
			names.push({ norms, known, where });
	};
	const wires = [dateline?.agency ?? null, ...(byline?.agencies ?? [])].filter((name) => name !== null);
	for (const wire of wires) {
		const norms = normsOf(wire);
		push(norms, { type: "agency", usual: wire, demonym: false, own: true }, "anywhere");
	}
	if (outlet !== null && !wires.some((wire) => wire.toLowerCase() === outlet.text.toLowerCase())) {
		const known: KnownName = { type: "outlet", usual: outlet.text, demonym: false, own: true };
		const all = normsOf(outlet.text);
		const whole = SMALL.has(all[0] ?? "") ? all.slice(1) : all;
		push(whole, known, whole.length > 1 ? "anywhere" : "heard");
		const last = whole.at(-1) ?? "";
		const bare = LEFT_OFF.has(last) ? whole.slice(0, -1) : whole;
		if (bare.length < whole.length) push(bare, known, bare.length > 1 ? "anywhere" : "heard");
		if (whole.length > 1 && !LEFT_OFF.has(last)) push([last], known, OUTLET_HEADS.has(last) ? "article" : "heard");
	}
	return names.sort((a, b) => b.norms.length - a.norms.length);
}

/** How far from the top of a text a masthead may stand (UTF-16 units). */
const MASTHEAD_REACH = 400;
const LONGEST_LINE = 120;
const MOST_WORDS = 6;

/**
 * Pieces of the lines above the body that have the look of a name, for a report whose outlet nothing gives: one of them
 * is the outlet's where somebody in the text tells it something.
 */
function listMastheads({ text, headline, byline, outlet }: Article): OwnName[] {
	if (outlet !== null) return [];
	const names: OwnName[] = [];
	const head = text.slice(0, MASTHEAD_REACH);
	for (const line of head.matchAll(/[^\n]+/g)) {
		if (line[0].length > LONGEST_LINE || /[.!?]$/.test(line[0].trimEnd())) continue;
		const within = (span: Span | null | undefined): boolean =>
			span !== null && span !== undefined && span.start < line.index + line[0].length && line.index < span.end;
		const pieces = line[0].split(/\s[|·•–—]\s|,\s/u);
		if (within(byline?.span) || (within(headline?.span) && pieces.length < 2)) continue;
		for (const piece of pieces) names.push(...readMasthead(piece.trim()));
	}
	return names;
}

function readMasthead(piece: string): OwnName[] {
	const words = piece.split(/\s+/);
	if (words.length > MOST_WORDS || !words.every((word) => /^[\p{Lu}&]/u.test(word) || SMALL.has(word))) return [];
	const norms = normsOf(piece);
	const whole = SMALL.has(norms[0] ?? "") ? norms.slice(1) : norms;
	if (whole.length < 2 || !whole.every((norm) => /[\p{L}&]/u.test(norm))) return [];
	const known: KnownName = { type: "outlet", usual: piece, demonym: false, own: true };
	return [whole, whole.slice(-1)].map((words) => ({ norms: words, known, where: "heard" }));
}

function normsOf(name: string): string[] {
	return findTokens(name, [{ start: 0, end: name.length }]).norms.map(foldAccents);
}

const HEARING = /^(?:told|tells|telling|tell)$/;

function stands(reading: Reading, at: number, { norms, where }: OwnName): boolean {
	if (!has(reading, at, Shape.capital)) return false;
	const sentence = reading.sentenceOf[at];
	for (const [offset, norm] of norms.entries()) {
		if (foldAccents(reading.norms[at + offset] ?? "") !== norm || reading.sentenceOf[at + offset] !== sentence)
			return false;
	}
	const before = at > 0 && reading.sentenceOf[at - 1] === sentence ? normAt(reading, at - 1) : "";
	const heard = HEARING.test(before === "the" ? normAt(reading, at - 2) : before);
	if (norms.length > 1) return where !== "heard" || heard;
	// One word says little by its capital where every word, or the first of a sentence, has one.
	if (has(reading, at, Shape.titled) || has(reading, at, Shape.opening)) return false;
	const next = at + 1 < reading.count && reading.sentenceOf[at + 1] === sentence;
	if (next && reading.kinds[at + 1] !== TokenKind.mark && has(reading, at + 1, Shape.capital)) return false;
	if (where === "article") return before === "the";
	if (where === "anywhere") return before !== "the" && before !== "a" && before !== "an";
	return heard;
}
