import type { Thresholds } from "./clustering.ts";

/**
 * When reports tell one event: one set of numbers for all sets of reports. Chosen on halves of ECB+ and
 * on reports that hardly have a partner; what they were measured on, and what else was tried, is in
 * docs/decisions/story-similarity.md.
 */
export const STORY: Thresholds = { seed: 0.88, grow: 0.485, cohesion: 0.95, unshown: 12 };
