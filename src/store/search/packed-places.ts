/**
 * Numbers as bytes: seven bits a byte, the lowest first, the eighth says that more follow. What a word's places in an
 * article and an article's quotations are kept as.
 */

/** Packs whole numbers from 0 to 2^31 − 1. */
export function packNumbers(numbers: readonly number[]): Uint8Array {
	const bytes: number[] = [];
	for (const number of numbers) {
		let rest = number;
		while (rest > 0x7f) {
			bytes.push((rest & 0x7f) | 0x80);
			rest >>>= 7;
		}
		bytes.push(rest);
	}
	return Uint8Array.from(bytes);
}

export function unpackNumbers(bytes: Uint8Array): number[] {
	const numbers: number[] = [];
	let [number, shift] = [0, 0];
	for (const byte of bytes) {
		number |= (byte & 0x7f) << shift;
		shift += 7;
		if (byte > 0x7f) continue;
		numbers.push(number);
		[number, shift] = [0, 0];
	}
	return numbers;
}

/** Where a word stands: the place in the row of units (see `Unit`), and the form that it has there. */
export interface WordPlace {
	readonly at: number;
	readonly form: number;
}

/** Packs places that are sorted. */
export function packPlaces(places: readonly WordPlace[]): Uint8Array {
	let before = 0;
	return packNumbers(
		places.flatMap(({ at, form }) => {
			const step = at - before;
			before = at;
			return [step, form];
		}),
	);
}

export function unpackPlaces(bytes: Uint8Array): WordPlace[] {
	const numbers = unpackNumbers(bytes);
	const places: WordPlace[] = [];
	let at = 0;
	for (let i = 0; i + 1 < numbers.length; i += 2) {
		at += numbers[i] ?? 0;
		places.push({ at, form: numbers[i + 1] ?? 0 });
	}
	return places;
}

/** Stretches of units, half-open, of each of several things. */
export type UnitRanges = readonly (readonly [first: number, end: number])[];

export function packRanges(things: readonly UnitRanges[]): Uint8Array {
	return packNumbers(things.flatMap((ranges) => [ranges.length, ...ranges.flat()]));
}

export function unpackRanges(bytes: Uint8Array): readonly UnitRanges[] {
	const numbers = unpackNumbers(bytes);
	const things: UnitRanges[] = [];
	for (let i = 0; i < numbers.length; ) {
		const count = numbers[i++] ?? 0;
		const ranges: [number, number][] = [];
		for (let n = 0; n < count; n++, i += 2) ranges.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
		things.push(ranges);
	}
	return things;
}
