/** Items by a key, keys and items in the order in which they first come. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T, index: number) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	let index = 0;
	for (const item of items) {
		const key = keyOf(item, index++);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
