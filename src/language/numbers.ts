import type { FoundNumber, LocalEntity } from "../model/annotation.ts";
import type { Reading } from "./shapes.ts";

/** Finds numbers. */
export function findNumbers(_reading: Reading, _entities: readonly LocalEntity[]): FoundNumber[] {
	return [];
}
