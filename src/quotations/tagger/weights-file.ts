import { CUE_TEMPLATES } from "./cue-features.ts";
import { BOUNDARY_TEMPLATES, TOKEN_TEMPLATES, WHOLE_TEMPLATES } from "./relation-features.ts";
import { EVENTS } from "./relation-lattice.ts";
import { makeTable, readRows, type Table, type TaggerWeights } from "./weights.ts";

/**
 * The tagger's weights as bytes, little-endian: a signature, the numbers of templates (weights are of no use to other
 * features), nine moves as 32-bit fractions, then four tables: stride, scale, number of rows, the sorted keys as
 * differences in seven-bit groups, the values as signed bytes.
 */
const SIGNATURE = 0x31515453;
const SHAPE: readonly number[] = [CUE_TEMPLATES, BOUNDARY_TEMPLATES, TOKEN_TEMPLATES, WHOLE_TEMPLATES];
const STRIDES: readonly number[] = [2, EVENTS, 2, 2];
const HEADER = 4 + 4 + 9 * 4;

/** @throws Error when the bytes are no weights, or weights of another version of the features */
export function readTaggerWeights(bytes: Uint8Array): TaggerWeights {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < HEADER || view.getUint32(0, true) !== SIGNATURE)
		throw new Error("these bytes are no quotation tagger's weights");
	if (SHAPE.some((templates, i) => bytes[4 + i] !== templates))
		throw new Error("these weights were trained with other features: run `npm run train:quotations`");
	const moves = new Float64Array(9);
	for (let i = 0; i < 9; i++) moves[i] = view.getFloat32(8 + i * 4, true);
	let at = HEADER;
	const tables = STRIDES.map((stride): Table => {
		if (bytes[at] !== stride) throw new Error("the quotation tagger's weights are damaged");
		const scale = view.getFloat32(at + 1, true);
		const count = view.getUint32(at + 5, true);
		at += 9;
		const keys = new Int32Array(count);
		let key = 0;
		for (let i = 0; i < count; i++) {
			let bits = 0;
			let byte = 0x80;
			for (let difference = 0; byte & 0x80; bits += 7) {
				byte = bytes[at++] ?? 0;
				difference |= (byte & 0x7f) << bits;
				if (!(byte & 0x80)) key += difference;
			}
			keys[i] = key;
		}
		const size = count * stride;
		if (at + size > bytes.length) throw new Error("the quotation tagger's weights are cut off");
		const values = new Int8Array(bytes.buffer, bytes.byteOffset + at, size);
		at += size;
		return makeTable(keys, values, stride, scale);
	});
	const [cue, boundary, token, whole] = tables;
	if (!cue || !boundary || !token || !whole) throw new Error("the quotation tagger's weights are cut off");
	return { cue: { table: cue, moves }, relation: { boundary, token, whole } };
}

export function writeTaggerWeights(weights: TaggerWeights): Uint8Array {
	const { cue, relation } = weights;
	const out: number[] = [];
	const number = (write: (view: DataView) => void): void => {
		const bytes = new Uint8Array(4);
		write(new DataView(bytes.buffer));
		out.push(...bytes);
	};
	number((view) => view.setUint32(0, SIGNATURE, true));
	out.push(...SHAPE);
	for (const move of cue.moves) number((view) => view.setFloat32(0, move, true));
	for (const table of [cue.table, relation.boundary, relation.token, relation.whole]) {
		const { keys, rows } = readRows(table);
		out.push(table.stride);
		number((view) => view.setFloat32(0, table.scale, true));
		number((view) => view.setUint32(0, keys.length, true));
		let before = 0;
		for (const key of keys) {
			let difference = key - before;
			for (; difference > 0x7f; difference >>>= 7) out.push((difference & 0x7f) | 0x80);
			out.push(difference);
			before = key;
		}
		for (const weight of rows) out.push(weight & 0xff);
	}
	return Uint8Array.from(out);
}
