import { TokenKind } from "../../model/annotated.ts";
import { foldAccents } from "../../text/fold.ts";
import { findTokens } from "../../text/tokens.ts";
import { has, type Reading, Shape, written } from "../shapes.ts";
import type { KnownName } from "./gazetteer.ts";
import { type Naming, naming } from "./naming.ts";
import { entryOf, type UserName, type UserNames } from "./user-names.ts";

/**
 * Namings by the user's names, wherever they stand, in place of what was found there. Caught: "the Quay
 * Street Five", "Kestrel" at the start of a sentence, in capitals in a headline. Not caught: "kestrel" in
 * small letters, unless the file writes it so; "Kestrels".
 */
export function placeUserNames(reading: Reading, found: readonly Naming[], names: UserNames): Naming[] {
	if (names.entries.length === 0) return [...found];
	const byFirst = indexNames(names);
	const placed: Naming[] = [];
	const titles = new Map(found.map((name) => [name.first, name.title] as const));
	for (let at = 0; at < reading.count; at++) {
		if (reading.kinds[at] === TokenKind.mark) continue;
		const words = byFirst.get(foldAccents(reading.norms[at] ?? ""));
		const match = words?.find(({ norms, small }) => stands(reading, at, norms, small));
		if (!match) continue;
		const stop = at + match.norms.length;
		const exact = written(reading, at, stop);
		if (entryOf(names, exact) !== match.entry) continue;
		const title = match.entry.type === "person" ? (titles.get(at) ?? null) : null;
		const start = reading.starts[at] ?? 0;
		placed.push(naming(at, stop, start, exact, knownOf(match.entry), title, has(reading, at, Shape.titled)));
		at = stop - 1;
	}
	const taken = new Set<number>();
	for (const { first, stop } of placed) for (let at = first; at < stop; at++) taken.add(at);
	const kept = found.filter(({ first, stop }) => {
		for (let at = first; at < stop; at++) if (taken.has(at)) return false;
		return true;
	});
	return [...kept, ...placed].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What the lists would say of an entry; null for what they hold none of. */
function knownOf({ name, type }: UserName): KnownName | null {
	if (type === "person" || type === "document" || type === "event" || type === "unknown") return null;
	return { type, usual: name, demonym: false };
}

interface Words {
	readonly entry: UserName;
	readonly norms: readonly string[];
	/** The file writes the name without a capital. */
	readonly small: boolean;
}

/** Every name as its tokens, by the first of them, those with more tokens first. */
function indexNames(names: UserNames): ReadonlyMap<string, readonly Words[]> {
	const byFirst = new Map<string, Words[]>();
	for (const entry of names.entries) {
		for (const name of [entry.name, ...entry.aliases]) {
			const { norms } = findTokens(name, [{ start: 0, end: name.length }]);
			const words = { entry, norms: norms.map(foldAccents), small: !/\p{Lu}/u.test(name) && /\p{Ll}/u.test(name) };
			const first = words.norms[0] ?? "";
			const list = byFirst.get(first) ?? [];
			list.push(words);
			byFirst.set(first, list);
		}
	}
	for (const list of byFirst.values()) list.sort((a, b) => b.norms.length - a.norms.length);
	return byFirst;
}

function stands(reading: Reading, at: number, norms: readonly string[], small: boolean): boolean {
	const sentence = reading.sentenceOf[at];
	let capital = small;
	for (const [offset, norm] of norms.entries()) {
		if (foldAccents(reading.norms[at + offset] ?? "") !== norm || reading.sentenceOf[at + offset] !== sentence)
			return false;
		capital ||= has(reading, at + offset, Shape.capital);
	}
	return capital;
}
