/** Articles by number and the weights that tie them, each a whole number above 0. */
export class TieGraph {
	/** Of each article the other's number and the weight, one after the other. */
	readonly #ties: number[][] = [];
	/** The search in which an article was last met. */
	readonly #met: number[] = [];
	#search = 0;

	/** Bytes of the ties, without what the engine adds to each list. */
	get bytes(): number {
		let bytes = 0;
		for (const ties of this.#ties) bytes += 8 * ties.length;
		return bytes;
	}

	open(slot: number): void {
		this.#ties[slot] = [];
		this.#met[slot] = 0;
	}

	/** Takes an article out, with all that ties it. */
	close(slot: number): void {
		for (const other of this.tiedTo(slot, 0)) this.#drop(other, slot);
		this.#ties[slot] = [];
	}

	/** 0 when nothing ties the two. */
	weightOf(x: number, y: number): number {
		const ties = this.#ties[x] ?? [];
		for (let i = 0; i < ties.length; i += 2) if (ties[i] === y) return ties[i + 1] as number;
		return 0;
	}

	/** Ties two articles that nothing ties yet. */
	add(x: number, y: number, weight: number): void {
		this.#ties[x]?.push(y, weight);
		this.#ties[y]?.push(x, weight);
	}

	drop(x: number, y: number): void {
		this.#drop(x, y);
		this.#drop(y, x);
	}

	tiedTo(slot: number, least: number): number[] {
		const ties = this.#ties[slot] ?? [];
		const tied: number[] = [];
		for (let i = 0; i < ties.length; i += 2) if ((ties[i + 1] as number) >= least) tied.push(ties[i] as number);
		return tied;
	}

	/** All that ties of at least this weight connect with an article, itself first; null when there are more than `most`. */
	connected(slot: number, least: number, most: number): number[] | null {
		const search = ++this.#search;
		const members = [slot];
		this.#met[slot] = search;
		for (const member of members) {
			const ties = this.#ties[member] ?? [];
			for (let i = 0; i < ties.length; i += 2) {
				const other = ties[i] as number;
				if ((ties[i + 1] as number) < least || this.#met[other] === search) continue;
				this.#met[other] = search;
				if (members.push(other) > most) return null;
			}
		}
		return members;
	}

	#drop(from: number, to: number): void {
		const ties = this.#ties[from] ?? [];
		for (let i = 0; i < ties.length; i += 2) {
			if (ties[i] !== to) continue;
			ties.splice(i, 2);
			return;
		}
	}
}
