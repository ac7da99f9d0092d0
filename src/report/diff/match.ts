/** Two items of two records that are one, or an item that only one of them has. */
export interface Match<T> {
	readonly from: T | null;
	readonly to: T | null;
}

/**
 * Finds which items of two lists are one: those that share most of what they are made of, one to one. What is equal in
 * that is decided by the order of the lists. In the order of the later list, what is gone after it.
 *
 * @param keysOf what an item is made of, equal in both records where it is the same
 */
export function matchItems<T extends { readonly id: string }>(
	earlier: readonly T[],
	later: readonly T[],
	keysOf: (item: T) => readonly string[],
): Match<T>[] {
	const holders = new Map<string, number[]>();
	for (const [at, item] of earlier.entries())
		for (const key of new Set(keysOf(item))) {
			const list = holders.get(key);
			if (list) list.push(at);
			else holders.set(key, [at]);
		}
	const pairs: { readonly from: number; readonly to: number; readonly shared: number; readonly same: boolean }[] = [];
	for (const [to, item] of later.entries()) {
		const shared = new Map<number, number>();
		for (const key of new Set(keysOf(item)))
			for (const from of holders.get(key) ?? []) shared.set(from, (shared.get(from) ?? 0) + 1);
		for (const [from, count] of shared) pairs.push({ from, to, shared: count, same: earlier[from]?.id === item.id });
	}
	pairs.sort((a, b) => Number(b.same) - Number(a.same) || b.shared - a.shared || a.to - b.to || a.from - b.from);
	const partner = new Map<number, number>();
	const taken = new Set<number>();
	for (const { from, to } of pairs) {
		if (taken.has(from) || partner.has(to)) continue;
		partner.set(to, from);
		taken.add(from);
	}
	return [
		...later.map((to, at) => ({ to, from: earlier[partner.get(at) ?? -1] ?? null })),
		...earlier.filter((_, at) => !taken.has(at)).map((from) => ({ from, to: null })),
	];
}
