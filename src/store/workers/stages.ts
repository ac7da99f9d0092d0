import { makeId } from "../../text/hash.ts";
import type { Claim } from "../jobs.ts";

/** The stages of the way from a capture to the record of a story and what alerts find in it, as kinds of jobs. */
export type Stage = "read" | "annotate" | "place" | "collate" | "alert";

/** In the order in which a worker looks for something to do: what is begun is finished before more is taken in. */
export const STAGES: readonly Stage[] = ["alert", "collate", "place", "annotate", "read"];

/** The one job of placing articles in stories: it looks at all that may change, so that there is never more than one. */
export const PLACE_ALL: string = makeId("place");

/** Jobs taken at once: so much is lost when the process is killed, and done again. */
const BATCHES: Readonly<Record<Stage, number>> = { read: 32, annotate: 32, place: 1, collate: 8, alert: 4 };

/** How often a job is begun before it is set aside. */
export const MOST_TRIES = 4;

/** Seconds for which a job is taken; a process that lives takes it for as long again, and one that died frees it. */
export const LEASE = 60;

/** Seconds in which changes gather before articles are placed, and before a changed story is collated. */
export const PLACE_PAUSE = 5;
export const COLLATE_PAUSE = 5;

export function claimOf(stage: Stage, lease: number): Claim {
	return { limit: BATCHES[stage], lease, attempts: MOST_TRIES };
}
