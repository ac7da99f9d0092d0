import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../model/problem.ts";

/**
 * Bytes that must be free where a store lies. The database in a folder writes its log in files of 16 MB and copies
 * pages beside it; where the disk is full it does not fail but tries for ever, so that it must not come to that.
 */
export const LEAST_FREE = 64_000_000;

/** Milliseconds for which what was found free counts. */
const FRESH = 250;

/** Bytes that may still be written where a folder lies, or is to be made in one; null where the system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
	for (const place of [folder, dirname(folder)]) {
		const found = await statfs(place).catch(() => null);
		if (found !== null) return found.bavail * found.bsize;
	}
	return null;
}

/**
 * What is called before anything is written to a folder.
 *
 * @throws UserError `store/full` when called while too little is free
 */
export function guardSpace(folder: string, free: typeof freeBytes = freeBytes): () => Promise<void> {
	let looked = Number.NEGATIVE_INFINITY;
	return async () => {
		if (performance.now() - looked < FRESH) return;
		const bytes = await free(folder);
		if (bytes !== null && bytes < LEAST_FREE) {
			const left = Math.floor(bytes / 1_000_000);
			throw new UserError(
				"store/full",
				`the disk that holds the store ${folder} has ${left} MB left, and the store needs ${LEAST_FREE / 1_000_000}: ` +
					"make room; what it kept is safe",
			);
		}
		looked = performance.now();
	};
}
