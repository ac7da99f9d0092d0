import type { LocalEntity } from "../../model/annotation.ts";

/** Union-find that refuses to join a "he" with a "she" and keeps the reason of every join. */
export class DisjointSets {
	readonly #parent: number[];
	readonly #pronoun: LocalEntity["pronoun"][];
	readonly #reasons = new Map<number, string[]>();

	constructor(pronouns: readonly LocalEntity["pronoun"][]) {
		this.#parent = pronouns.map((_, index) => index);
		this.#pronoun = [...pronouns];
	}

	find(index: number): number {
		let root = index;
		while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
		let at = index;
		while (at !== root) {
			const next = this.#parent[at] ?? root;
			this.#parent[at] = root;
			at = next;
		}
		return root;
	}

	/** Joins two, unless the articles call one "he" and the other "she". */
	join(x: number, y: number, reason: string): void {
		const a = this.find(x);
		const b = this.find(y);
		if (a === b) return;
		const [first, second] = [this.#pronoun[a], this.#pronoun[b]];
		if ((first === "he" && second === "she") || (first === "she" && second === "he")) return;
		const root = Math.min(a, b);
		const other = Math.max(a, b);
		this.#parent[other] = root;
		this.#pronoun[root] = first === "he" || first === "she" ? first : (second ?? first ?? null);
		this.#reasons.set(y, [...(this.#reasons.get(y) ?? []), reason]);
	}

	reasonsOf(index: number): readonly string[] {
		return this.#reasons.get(index) ?? [];
	}

	groups(): number[][] {
		const groups = new Map<number, number[]>();
		this.#parent.forEach((_, index) => {
			const root = this.find(index);
			const group = groups.get(root);
			if (group) group.push(index);
			else groups.set(root, [index]);
		});
		return [...groups.values()];
	}
}
