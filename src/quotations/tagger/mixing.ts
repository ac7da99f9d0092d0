/**
 * Mixes integers into the number of a weight row. Multiply-and-shift rounds with the constants of xxHash32
 * (Collet 2014): cheap, and every input bit reaches the bits that are kept.
 */

/** Keys have 24 bits: with some hundred thousand rows few share one. */
export const KEY_BITS = 24;

/** Who asks: keeps the keys of the stages apart. */
export const Stage = { cue: 1, boundary: 2, token: 3, whole: 4 } as const;

/**
 * Writes the two values that question \`n\` asks about and gives the next \`n\`. So small that the compiler puts it in
 * place: the keys are made where the rows are looked up.
 */
export function put(asked: Int32Array, n: number, a: number, b: number): number {
	asked[n + n] = a;
	asked[n + n + 1] = b;
	return n + 1;
}

/** The key of a question with its values. */
export function keyOf(stage: number, n: number, a: number, b: number): number {
	let h = Math.imul((Math.imul(n, 0x3c6ef372) + stage) ^ a, 0x9e3779b1);
	h = Math.imul((h ^ (h >>> 15)) + b, 0x85ebca77);
	h ^= h >>> 13;
	h = Math.imul(h, 0xc2b2ae3d);
	return (h ^ (h >>> 16)) >>> (32 - KEY_BITS);
}

/** The keys of all questions that were asked. */
export function keysOf(stage: number, asked: Int32Array, keys: Int32Array): void {
	for (let n = 0; n < keys.length; n++) keys[n] = keyOf(stage, n, asked[n * 2] ?? 0, asked[n * 2 + 1] ?? 0);
}

/** One value out of two, for features of three and more. */
export function pair(a: number, b: number): number {
	const h = Math.imul(a ^ 0x27d4eb2f, 0x85ebca77) + b;
	return Math.imul(h ^ (h >>> 15), 0x9e3779b1) | 0;
}

/** A count as one of ten classes: 0, 1, 2, 3, 4, 5–6, 7–9, 10–14, 15–24, 25 and more. */
export function distanceClass(n: number): number {
	if (n < 5) return n;
	if (n < 7) return 5;
	if (n < 10) return 6;
	if (n < 15) return 7;
	return n < 25 ? 8 : 9;
}
