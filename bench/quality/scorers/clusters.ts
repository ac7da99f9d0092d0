/** B-cubed (Bagga and Baldwin 1998) and pairwise precision, recall and F1 of a grouping, 0–1. */
export interface ClusterFigures {
	readonly [name: string]: number;
}

/**
 * @param found group of each item
 * @param gold true group of each item, in the same order
 */
export function scoreClusters(found: readonly string[], gold: readonly string[]): ClusterFigures {
	const [foundSizes, goldSizes, cells] = [
		new Map<string, number>(),
		new Map<string, number>(),
		new Map<string, number>(),
	];
	const add = (counts: Map<string, number>, key: string): void => {
		counts.set(key, (counts.get(key) ?? 0) + 1);
	};
	found.forEach((group, i) => {
		add(foundSizes, group);
		add(goldSizes, gold[i] ?? "");
		add(cells, `${group}\t${gold[i] ?? ""}`);
	});
	let precision = 0;
	let recall = 0;
	found.forEach((group, i) => {
		const common = cells.get(`${group}\t${gold[i] ?? ""}`) ?? 0;
		precision += common / (foundSizes.get(group) ?? 1) / found.length;
		recall += common / (goldSizes.get(gold[i] ?? "") ?? 1) / found.length;
	});
	const pairsIn = (counts: Map<string, number>): number => {
		let pairs = 0;
		for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
		return pairs;
	};
	const [together, foundPairs, goldPairs] = [pairsIn(cells), pairsIn(foundSizes), pairsIn(goldSizes)];
	const pairPrecision = foundPairs === 0 ? 1 : together / foundPairs;
	const pairRecall = goldPairs === 0 ? 1 : together / goldPairs;
	return {
		"B3 precision": precision,
		"B3 recall": recall,
		"B3 F1": meanOf(precision, recall),
		"pairwise precision": pairPrecision,
		"pairwise recall": pairRecall,
		"pairwise F1": meanOf(pairPrecision, pairRecall),
	};
}

/** Harmonic mean of precision and recall, 0 when both are. */
export function meanOf(precision: number, recall: number): number {
	return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
