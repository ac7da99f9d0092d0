// Written by scripts/fit-story-evidence.ts (npm run fit:stories); README.md beside it says from what. Do not edit.

/** What each piece of evidence adds to the logarithm of the odds, in the order of `EVIDENCE`. */
// biome-ignore format: one a line, as written
export const LOG_ODDS: readonly number[] = [
	/* always */ -6.98,
	/* words */ 9.1,
	/* unequal lengths */ -1.29,
	/* shortness */ 3.2,
	/* figures */ 3.48,
	/* persons */ 1.37,
	/* persons unknown */ 0.37,
	/* places */ 1.98,
	/* places unknown */ 1.67,
	/* phrases */ 2.67,
	/* a day stated in both */ 2.52,
	/* days stated in each, none in both */ 0.94,
	/* years named in each, none in both */ -1.19,
];

/** When reports tell one event: see `Thresholds` in clustering.ts. */
export const STORY_THRESHOLDS = { seed: 0.85, grow: 0.5, cohesion: 0.9, unshown: 8 } as const;
