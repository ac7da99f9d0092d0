import type { FoundDate } from "../model/annotation.ts";
import type { Reading } from "./shapes.ts";

/** Finds dates. */
export function findDates(_reading: Reading): FoundDate[] {
	return [];
}
