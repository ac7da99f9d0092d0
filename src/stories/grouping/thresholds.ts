import type { Thresholds } from "./clustering.ts";
import { STORY_THRESHOLDS } from "./data/story-evidence.ts";

/** When reports tell one event: one set of numbers for all sets of reports, chosen by scripts/fit-story-evidence.ts. */
export const STORY: Thresholds = STORY_THRESHOLDS;
