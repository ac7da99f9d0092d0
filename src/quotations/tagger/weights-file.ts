import { BOUNDARY_TEMPLATES } from "./boundary-features.ts";
import { CUE_TEMPLATES } from "./cue-features.ts";
import { JUDGE_FEATURES } from "./judge.ts";
import { EVENTS } from "./relation-lattice.ts";
import { TOKEN_TEMPLATES } from "./token-features.ts";
import { makeTable, readRows, type Table, type TaggerWeights } from "./weights.ts";
import { WHOLE_TEMPLATES } from "./whole-features.ts";
import { type ClassedWord, listClasses, makeClasses } from "./word-classes.ts";

/**
 * The tagger's weights as bytes, little-endian: a signature, the numbers of templates and of the judge's features
 * (weights are of no use to others), nine moves and the judge's weights as 32-bit fractions, then four tables: stride, scale, number of rows, the sorted keys as
 * differences in seven-bit groups, the values as signed bytes. Last come the word classes: number of words, the sorted
 * hashes as such differences, two bytes of classes a word.
 */
const SIGNATURE = 0x33515453;
const SHAPE: readonly number[] = [CUE_TEMPLATES, BOUNDARY_TEMPLATES, TOKEN_TEMPLATES, WHOLE_TEMPLATES, JUDGE_FEATURES];
const STRIDES: readonly number[] = [2, EVENTS, 2, 2];
const MOVES_AT = 4 + SHAPE.length;
const JUDGE_AT = MOVES_AT + 9 * 4;
const HEADER = JUDGE_AT + JUDGE_FEATURES * 4;

/** @throws Error when the bytes are no weights, or weights of another version of the features */
export function readTaggerWeights(bytes: Uint8Array): TaggerWeights {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < HEADER || view.getUint32(0, true) !== SIGNATURE)
		throw new Error("these bytes are no quotation tagger's weights");
	if (SHAPE.some((templates, i) => bytes[4 + i] !== templates))
		throw new Error("these weights were trained with other features: run `npm run train:quotations`");
	const fractions = (from: number, count: number): Float64Array =>
		Float64Array.from({ length: count }, (_, i) => view.getFloat32(from + i * 4, true));
	let at = HEADER;
	const readSorted = (count: number): Float64Array => {
		if (count > bytes.length) throw new Error("the quotation tagger's weights are damaged");
		const numbers = new Float64Array(count);
		let number = 0;
		for (let i = 0; i < count; i++) {
			let bits = 0;
			let byte = 0x80;
			for (let difference = 0; byte & 0x80; bits += 7) {
				byte = bytes[at++] ?? 0;
				difference |= (byte & 0x7f) << bits;
				if (!(byte & 0x80)) number += difference >>> 0;
			}
			numbers[i] = number;
		}
		return numbers;
	};
	const tables = STRIDES.map((stride): Table => {
		if (bytes[at] !== stride) throw new Error("the quotation tagger's weights are damaged");
		const scale = view.getFloat32(at + 1, true);
		const count = view.getUint32(at + 5, true);
		at += 9;
		const keys = Int32Array.from(readSorted(count));
		const size = count * stride;
		if (at + size > bytes.length) throw new Error("the quotation tagger's weights are cut off");
		const values = new Int8Array(bytes.buffer, bytes.byteOffset + at, size);
		at += size;
		return makeTable(keys, values, stride, scale);
	});
	const [cue, boundary, token, whole] = tables;
	if (!cue || !boundary || !token || !whole) throw new Error("the quotation tagger's weights are cut off");
	if (at + 4 > bytes.length) throw new Error("the quotation tagger's weights are cut off");
	const known = view.getUint32(at, true);
	at += 4;
	const hashes = readSorted(known);
	if (at + known * 2 > bytes.length) throw new Error("the quotation tagger's weights are cut off");
	const words = Array.from(hashes, (hash, i): ClassedWord => {
		const [coarse = 0, fine = 0] = bytes.subarray(at + i * 2, at + i * 2 + 2);
		return { hash, coarse, fine };
	});
	return {
		classes: makeClasses(words),
		cue: { table: cue, moves: fractions(MOVES_AT, 9) },
		relation: { boundary, token, whole },
		judge: { weights: fractions(JUDGE_AT, JUDGE_FEATURES) },
	};
}

export function writeTaggerWeights(weights: TaggerWeights): Uint8Array {
	const { cue, relation, judge } = weights;
	const out: number[] = [];
	const number = (write: (view: DataView) => void): void => {
		const bytes = new Uint8Array(4);
		write(new DataView(bytes.buffer));
		out.push(...bytes);
	};
	number((view) => view.setUint32(0, SIGNATURE, true));
	out.push(...SHAPE);
	for (const fraction of [...cue.moves, ...judge.weights]) number((view) => view.setFloat32(0, fraction, true));
	const sorted = (numbers: Iterable<number>): void => {
		let before = 0;
		for (const one of numbers) {
			let difference = one - before;
			for (; difference > 0x7f; difference >>>= 7) out.push((difference & 0x7f) | 0x80);
			out.push(difference);
			before = one;
		}
	};
	for (const table of [cue.table, relation.boundary, relation.token, relation.whole]) {
		const { keys, rows } = readRows(table);
		out.push(table.stride);
		number((view) => view.setFloat32(0, table.scale, true));
		number((view) => view.setUint32(0, keys.length, true));
		sorted(keys);
		for (const weight of rows) out.push(weight & 0xff);
	}
	const words = listClasses(weights.classes);
	number((view) => view.setUint32(0, words.length, true));
	sorted(words.map(({ hash }) => hash));
	for (const { coarse, fine } of words) out.push(coarse, fine);
	return Uint8Array.from(out);
}
