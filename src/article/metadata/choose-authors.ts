import { foldLetters } from "../../text/fold.ts";
import { type NamedAuthors, type OwnNames, readAuthors } from "./author-names.ts";
import type { SourceValue } from "./source-value.ts";

/** The sources of authors, the most trusted first; others come after in the order given. */
const TRUST: readonly RegExp[] = [
	/^json-ld$/,
	/^meta (?!twitter)/,
	/^meta twitter/,
	/^itemprop/,
	/^rel=author$/,
	/^byline element$/,
	/^json-ld/,
];

/** Sources that only their place on the page shows to be authors: buttons and networks stand there as well. */
const BY_LAYOUT = /^(?:byline element|rel=author)$/;

/** Whether a text has the letters of a name of two parts, or of one in a script without spaces. */
function isWholeName(text: string): boolean {
	return /\p{L}\S*\s+\S*\p{L}/u.test(text.trim()) || /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(text);
}

/** Whether at least half of the letters that a source shows are those of the names read from it. */
function isMostly(people: readonly string[], values: readonly SourceValue[], from: string): boolean {
	const letters = (texts: readonly string[]): number =>
		texts.reduce((sum, text) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
	return letters(people) * 2 >= letters(values.filter((value) => value.from === from).map(({ text }) => text));
}

type Chosen = NamedAuthors & { readonly from: string };

/**
 * The first source, in the order of trust, that names people, or one after it that names these and more; where none does, the first that names
 * an agency; null when none does either. Values that name only the outlet, a desk, an account or an
 * address are passed over.
 */
export function chooseStatedAuthors(
	values: readonly SourceValue[],
	own: OwnNames,
	sections: readonly SourceValue[],
): Chosen | null {
	const names = sections.map(({ text }) => text);
	let agencies: Chosen | null = null;
	let people: Chosen | null = null;
	for (const from of listSources(values)) {
		const read = readAuthors(
			values.filter((value) => value.from === from && (!BY_LAYOUT.test(from) || isWholeName(value.text))),
			own,
			names,
		);
		// A box about the author, or a row of buttons, holds much besides.
		const enough = !BY_LAYOUT.test(from) || isMostly(read.people, values, from);
		if (read.people.length > 0 && enough) {
			// A source that names the same people and others besides leaves out nobody.
			if (people === null || isMore(read.people, people.people)) people = { ...read, from };
		}
		if (read.agencies.length > 0) agencies ??= { ...read, from };
	}
	return people ?? agencies;
}

function isMore(names: readonly string[], others: readonly string[]): boolean {
	const known = new Set(names.map(foldLetters));
	return names.length > others.length && others.every((name) => known.has(foldLetters(name)));
}

/** The sources that the values come from, the most trusted first. */
function listSources(values: readonly SourceValue[]): string[] {
	const sources = [...new Set(values.map(({ from }) => from))];
	const rank = (from: string): number => {
		const found = TRUST.findIndex((pattern) => pattern.test(from));
		return found < 0 ? TRUST.length : found;
	};
	return sources
		.map((from, order) => ({ from, order }))
		.sort((a, b) => rank(a.from) - rank(b.from) || a.order - b.order)
		.map(({ from }) => from);
}
