import type { TaggerOptions } from "./train-tagger.ts";

/** Chosen on articles held out of the train part (`--hold 8`); the dev part was never used to choose. */
export const OPTIONS: TaggerOptions = {
	folds: 5,
	runs: 2,
	cue: { epochs: 8, least: 5, rates: { rate: 0.05, l1: 3, l2: 1 }, dropout: 0.2 },
	relation: {
		epochs: 8,
		least: 5,
		boundary: { rate: 0.1, l1: 2, l2: 1 },
		token: { rate: 0.1, l1: 2, l2: 1 },
		whole: { rate: 0.1, l1: 2, l2: 1 },
		dropout: 0.2,
	},
	judgePull: 10,
};
