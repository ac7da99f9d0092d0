/**
 * Columns of a multiple alignment as a graph that never turns back on itself: every word starts in a
 * column of its own, words of different witnesses are merged into one column only while all
 * witnesses can still be read in one order.
 */
export class ColumnGraph {
	/** Column of each node; nodes are numbered witness by witness. */
	readonly #parent: Int32Array;
	readonly #offset: readonly number[];
	readonly #lengths: readonly number[];
	/** Position in each witness by column root, -1 where the column has none. */
	readonly #members: Map<number, Int32Array>;
	/** A reading order of the columns: earlier means smaller. */
	#order: Float64Array;

	/** @param lengths number of words of each witness */
	constructor(lengths: readonly number[]) {
		this.#lengths = lengths;
		const offset: number[] = [];
		let total = 0;
		for (const length of lengths) {
			offset.push(total);
			total += length;
		}
		this.#offset = offset;
		this.#parent = Int32Array.from({ length: total }, (_, index) => index);
		this.#members = new Map();
		lengths.forEach((length, witness) => {
			for (let i = 0; i < length; i++) {
				const members = new Int32Array(lengths.length).fill(-1);
				members[witness] = i;
				this.#members.set((offset[witness] ?? 0) + i, members);
			}
		});
		this.#order = new Float64Array(total);
		this.#sort();
	}

	/** Puts word `i` of witness `s` and word `j` of witness `t` into one column; false when no order allows it. */
	merge(s: number, i: number, t: number, j: number): boolean {
		const a = this.#root((this.#offset[s] ?? 0) + i);
		const b = this.#root((this.#offset[t] ?? 0) + j);
		if (a === b) return true;
		const left = this.#members.get(a);
		const right = this.#members.get(b);
		if (!left || !right) return false;
		for (let w = 0; w < left.length; w++) if ((left[w] ?? -1) >= 0 && (right[w] ?? -1) >= 0) return false;
		const [early, late] = (this.#order[a] ?? 0) < (this.#order[b] ?? 0) ? [a, b] : [b, a];
		if (this.#reaches(early, late)) return false;
		for (let w = 0; w < left.length; w++) if ((right[w] ?? -1) >= 0) left[w] = right[w] ?? -1;
		this.#parent[b] = a;
		this.#members.delete(b);
		this.#sort();
		return true;
	}

	/** The columns in reading order: position of the word in each witness, or -1. */
	columns(): Int32Array[] {
		return [...this.#members.entries()]
			.sort((a, b) => (this.#order[a[0]] ?? 0) - (this.#order[b[0]] ?? 0))
			.map(([, members]) => members);
	}

	#root(node: number): number {
		let root = node;
		while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
		this.#parent[node] = root;
		return root;
	}

	/** Columns that follow a column directly in some witness. */
	#after(column: number): number[] {
		const next: number[] = [];
		const members = this.#members.get(column);
		members?.forEach((position, witness) => {
			if (position < 0 || position + 1 >= (this.#lengths[witness] ?? 0)) return;
			next.push(this.#root((this.#offset[witness] ?? 0) + position + 1));
		});
		return next;
	}

	#reaches(from: number, to: number): boolean {
		const limit = this.#order[to] ?? 0;
		const seen = new Set<number>([from]);
		const stack = [from];
		while (stack.length > 0) {
			for (const next of this.#after(stack.pop() ?? -1)) {
				if (next === to) return true;
				if ((this.#order[next] ?? 0) >= limit || seen.has(next)) continue;
				seen.add(next);
				stack.push(next);
			}
		}
		return false;
	}

	/**
	 * Orders the columns topologically (Kahn 1962). Of the columns that may come next, one goes on with
	 * the witness just read where possible, so that an added phrase stays together; then the smallest
	 * witness goes first.
	 */
	#sort(): void {
		const waiting = new Map<number, number>();
		for (const column of this.#members.keys()) waiting.set(column, 0);
		for (const column of this.#members.keys()) {
			for (const next of this.#after(column)) waiting.set(next, (waiting.get(next) ?? 0) + 1);
		}
		const ready = [...waiting].filter(([, count]) => count === 0).map(([column]) => column);
		ready.sort((a, b) => b - a);
		let at = 0;
		while (ready.length > 0) {
			const column = ready.pop() ?? -1;
			this.#order[column] = at++;
			const freed: number[] = [];
			for (const next of this.#after(column)) {
				const left = (waiting.get(next) ?? 0) - 1;
				waiting.set(next, left);
				if (left === 0) freed.push(next);
			}
			freed.sort((a, b) => b - a);
			ready.push(...freed);
		}
	}
}
