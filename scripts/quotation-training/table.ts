import { KEY_BITS } from "../../src/quotations/tagger/mixing.ts";
import { makeTable, type Table } from "../../src/quotations/tagger/weights.ts";

/**
 * Weight rows while they are trained: FTRL-Proximal (McMahan et al. 2013), which is AdaGrad with a pull towards
 * nought that leaves most weights at nought exactly. Rows that fewer than `least` places of the training part have
 * are never learned; the others are numbered, so that an epoch works in little memory.
 */
export interface Rates {
	readonly rate: number;
	readonly l1: number;
	readonly l2: number;
}

/** Collects the keys of every place first, then numbers those that come often enough. */
export class Rows {
	readonly templates: number;
	readonly seen: Uint8Array = new Uint8Array(1 << KEY_BITS);
	private keys: Int32Array;
	private used = 0;

	constructor(templates: number) {
		this.templates = templates;
		this.keys = new Int32Array(1 << 20);
	}

	/** Adds one place's keys; places are numbered from 0 in the order they are added. */
	add(keys: Int32Array): void {
		if (this.used + this.templates > this.keys.length) {
			const wider = new Int32Array(this.keys.length * 2);
			wider.set(this.keys);
			this.keys = wider;
		}
		for (let k = 0; k < this.templates; k++) {
			const key = keys[k] ?? 0;
			this.keys[this.used + k] = key;
			if ((this.seen[key] ?? 0) < 255) this.seen[key] = (this.seen[key] ?? 0) + 1;
		}
		this.used += this.templates;
	}

	/** The places with their rows' numbers in place of keys, rare ones left out. */
	number(least: number): Places {
		const numbers = new Int32Array(1 << KEY_BITS).fill(-1);
		const keyOf: number[] = [];
		const count = this.used / this.templates;
		const offsets = new Int32Array(count + 1);
		let at = 0;
		for (let place = 0; place < count; place++) {
			offsets[place] = at;
			for (let k = 0; k < this.templates; k++) {
				const key = this.keys[place * this.templates + k] ?? 0;
				if ((this.seen[key] ?? 0) < least) continue;
				let number = numbers[key] ?? -1;
				if (number < 0) {
					number = keyOf.length;
					keyOf.push(key);
					numbers[key] = number;
				}
				this.keys[at++] = number;
			}
		}
		offsets[count] = at;
		const rows = this.keys.slice(0, at);
		this.keys = new Int32Array(0);
		return { rows, offsets, keyOf: Int32Array.from(keyOf) };
	}
}

/** Rows of every place, one after the other: place `i` has `rows[offsets[i]]` to `rows[offsets[i + 1]]`. */
export interface Places {
	readonly rows: Int32Array;
	readonly offsets: Int32Array;
	readonly keyOf: Int32Array;
}

/** Three numbers a weight, side by side: the weight, FTRL's sum, the sum of squared gradients. */
export class Learner {
	readonly places: Places;
	readonly stride: number;
	readonly data: Float32Array;
	private readonly rates: Rates;
	private readonly dropout: number;
	private salt = 0;
	/** The weights of the runs that are done, added up. */
	private readonly total: Float32Array;
	private runs = 0;

	/** @param dropout share of each place's rows that an epoch leaves out, 0–1 */
	constructor(places: Places, stride: number, rates: Rates, dropout: number) {
		this.places = places;
		this.stride = stride;
		this.rates = rates;
		this.dropout = dropout;
		this.data = new Float32Array(places.keyOf.length * stride * 3);
		this.total = new Float32Array(places.keyOf.length * stride);
	}

	/** Ends a run: its weights count towards the mean, and the next run begins from nought. */
	endRun(): void {
		for (let i = 0; i < this.total.length; i++) this.total[i] = (this.total[i] ?? 0) + (this.data[i * 3] ?? 0);
		this.data.fill(0);
		this.runs++;
	}

	/** The mean of the runs' weights, `stride` a row. */
	mean(): Float32Array {
		return this.total.map((sum) => sum / this.runs);
	}

	/**
	 * Leaves other rows out from here on, chosen by the epoch's number and the row's place alone (Srivastava et al.
	 * 2014): no weight can then rely on the others that always stand beside it.
	 */
	beginEpoch(epoch: number): void {
		this.salt = Math.imul(epoch + 1, 0x27d4eb2f);
	}

	private isLeftOut(i: number): boolean {
		let x = Math.imul(i ^ this.salt, 0x9e3779b1);
		x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
		return (x ^ (x >>> 13)) >>> 0 < this.dropout * 0x100000000;
	}

	/** Adds up the scores of a place into `into` from `at`, as if no row were left out. */
	score(place: number, into: Float64Array, at: number): void {
		const { rows, offsets } = this.places;
		const { data, stride, dropout } = this;
		const end = offsets[place + 1] ?? 0;
		for (let e = 0; e < stride; e++) into[at + e] = 0;
		for (let i = offsets[place] ?? 0; i < end; i++) {
			if (dropout > 0 && this.isLeftOut(i)) continue;
			const row = (rows[i] ?? 0) * stride * 3;
			for (let e = 0; e < stride; e++) into[at + e] = (into[at + e] ?? 0) + (data[row + e * 3] ?? 0);
		}
		for (let e = 0; e < stride; e++) into[at + e] = (into[at + e] ?? 0) / (1 - dropout);
	}

	/** One step of a place's rows along its gradients. */
	learn(place: number, gradients: Float64Array, at: number): void {
		const { rows, offsets } = this.places;
		const { data, stride, dropout } = this;
		const { rate, l1, l2 } = this.rates;
		const end = offsets[place + 1] ?? 0;
		for (let e = 0; e < stride; e++) {
			const gradient = gradients[at + e] ?? 0;
			if (Math.abs(gradient) < LEAST_GRADIENT) continue;
			const square = gradient * gradient;
			for (let i = offsets[place] ?? 0; i < end; i++) {
				if (dropout > 0 && this.isLeftOut(i)) continue;
				const w = ((rows[i] ?? 0) * stride + e) * 3;
				const before = data[w + 2] ?? 0;
				const after = before + square;
				const root = Math.sqrt(after);
				const z = (data[w + 1] ?? 0) + gradient + ((root - Math.sqrt(before)) / rate) * (data[w] ?? 0);
				data[w + 1] = z;
				data[w + 2] = after;
				data[w] = z > l1 ? (z - l1) / ((1 + root) / rate + l2) : z < -l1 ? (z + l1) / ((1 + root) / rate + l2) : 0;
			}
		}
	}
}

/**
 * What the runs learned on the mean, each weight rounded to one of 255 steps. Rows without a weight of `LEAST_STEPS`
 * are left out: they are a third of all, say nothing that shows on articles held out, and cost memory and time.
 */
export function toTable(learner: Learner): Table {
	const { stride } = learner;
	const { keyOf } = learner.places;
	const mean = learner.mean();
	let most = 0;
	for (const weight of mean) most = Math.max(most, Math.abs(weight));
	const scale = Math.fround(Math.min(most, MOST) / 127 || 1);
	const weight = (row: number, e: number): number =>
		Math.max(-127, Math.min(127, Math.round((mean[row * stride + e] ?? 0) / scale)));
	const rows = [...keyOf.keys()].filter((row) => {
		for (let e = 0; e < stride; e++) if (Math.abs(weight(row, e)) >= LEAST_STEPS) return keyOf[row] !== LAST_KEY;
		return false;
	});
	rows.sort((a, b) => (keyOf[a] ?? 0) - (keyOf[b] ?? 0));
	const values = new Int8Array(rows.length * stride);
	for (const [i, row] of rows.entries()) for (let e = 0; e < stride; e++) values[i * stride + e] = weight(row, e);
	return makeTable(
		Int32Array.from(rows, (row) => keyOf[row] ?? 0),
		values,
		stride,
		scale,
	);
}

const LEAST_STEPS = 3;
/** Larger weights are cut to this: a few of them would cost all others their precision. */
const MOST = 2.54;
/** Tables cannot hold it (see weights.ts). */
const LAST_KEY = 2 ** KEY_BITS - 1;

/** Smaller gradients change nothing that shows and cost most of the time. */
const LEAST_GRADIENT = 0.003;
