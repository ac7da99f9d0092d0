import { hash32, mix32 } from "../../../src/text/hash.ts";

/** Numbers drawn one after another, the same for the same seed. */
export interface Draw {
	/** 0 to `count` − 1. */
	below(count: number): number;
	chance(share: number): boolean;
	pick<T>(list: readonly T[]): T | undefined;
	shuffle<T>(list: readonly T[]): T[];
}

export function makeDraw(seed: string): Draw {
	let state = hash32(seed);
	let count = 0;
	const below = (limit: number): number => {
		state = mix32(state, ++count);
		return limit < 1 ? 0 : state % limit;
	};
	return {
		below,
		chance: (share) => below(10_000) < share * 10_000,
		pick: (list) => list[below(list.length)],
		shuffle: (list) => {
			const left = [...list];
			return list.flatMap(() => left.splice(below(left.length), 1));
		},
	};
}
