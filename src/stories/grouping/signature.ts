/**
 * What the weight of two articles is computed from: about 1.5 KB an article, so that a window of a
 * million fits one machine. One array of unsigned 32-bit integers: eight words of head, then the
 * sections, each in ascending order of its first word. Shares and weights are parts of 65,535.
 *
 * | section | words each | |
 * |---|---|---|
 * | terms | 2 | hash; weight × 2, plus 1 when the term tells what happened |
 * | phrases | 1 | hash of two neighbouring terms |
 * | figures | 2 | hash of a number with what it counts; how much it says |
 * | persons | 3 | hash of a surname; share of all naming; initials of given names, a bit for each letter |
 * | places | 2 | hash of a name; share |
 * | days | 1 | a calendar day that the text states, in days since 1970 plus `DAY_ZERO` |
 * | years | 1 | a year that the text names |
 */
export type Signature = Uint32Array;

/** Words in the head: six counts of sections (persons and places share one), the length, and the days of publication. */
export const HEAD = 10;
export const At = {
	terms: 0,
	phrases: 1,
	figures: 2,
	persons: 3,
	places: 4,
	days: 5,
	years: 6,
	/** Length of the vector of terms before it was scaled, in thousandths. */
	length: 7,
	/** Publication bounds plus `DAY_ZERO`; 0 when unknown. */
	earliest: 8,
	latest: 9,
} as const;

/** Keeps days before 1970 positive: the array has no sign. */
export const DAY_ZERO = 1_000_000;
export const UNIT = 65_535;

/** Terms and phrases beyond these add little: of longer texts the heaviest are kept. */
const MOST_TERMS = 96;
const MOST_PHRASES = 64;

export interface SignatureParts {
	readonly terms: readonly { readonly hash: number; readonly weight: number; readonly telling: boolean }[];
	readonly length: number;
	/** The rarest first. */
	readonly phrases: readonly number[];
	readonly figures: ReadonlyMap<number, number>;
	readonly persons: ReadonlyMap<number, { readonly share: number; readonly initials: number }>;
	readonly places: ReadonlyMap<number, number>;
	readonly days: ReadonlySet<number>;
	readonly years: ReadonlySet<number>;
	readonly published: { readonly earliest: number; readonly latest: number } | null;
}

/** Terms of one hash count as the heavier one. */
export function packSignature(parts: SignatureParts): Signature {
	const byHash = new Map<number, { readonly hash: number; readonly weight: number; readonly telling: boolean }>();
	for (const term of parts.terms) {
		const known = byHash.get(term.hash);
		if (!known || term.weight > known.weight) byHash.set(term.hash, term);
	}
	const terms = [...byHash.values()].sort((a, b) => b.weight - a.weight || a.hash - b.hash).slice(0, MOST_TERMS);
	let squares = 0;
	for (const { weight } of terms) squares += weight * weight;
	const scale = UNIT / (Math.sqrt(squares) || 1);
	terms.sort((a, b) => a.hash - b.hash);
	const phrases = [...new Set(parts.phrases)].slice(0, MOST_PHRASES).sort((a, b) => a - b);
	const byKey = (a: readonly [number, unknown], b: readonly [number, unknown]): number => a[0] - b[0];
	const figures = [...parts.figures].sort(byKey);
	const persons = [...parts.persons].sort(byKey);
	const places = [...parts.places].sort(byKey);
	const days = [...parts.days].sort((a, b) => a - b);
	const years = [...parts.years].sort((a, b) => a - b);
	const part = (value: number): number => Math.min(UNIT, Math.max(0, Math.round(value * UNIT)));
	const { published } = parts;
	return Uint32Array.from([
		terms.length,
		phrases.length,
		figures.length,
		persons.length,
		places.length,
		days.length,
		years.length,
		Math.round(parts.length * 1000),
		published ? published.earliest + DAY_ZERO : 0,
		published ? published.latest + DAY_ZERO : 0,
		...terms.flatMap(({ hash, weight, telling }) => [hash, Math.round(weight * scale) * 2 + (telling ? 1 : 0)]),
		...phrases,
		...figures.flatMap(([hash, weight]) => [hash, part(weight)]),
		...persons.flatMap(([hash, { share, initials }]) => [hash, part(share), initials]),
		...places.flatMap(([hash, share]) => [hash, part(share)]),
		...days.map((day) => day + DAY_ZERO),
		...years,
	]);
}
