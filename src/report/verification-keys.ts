import type { HashedFile, Verification } from "../model/evidence.ts";
import { GENERATOR, type Keys } from "./key-order.ts";

const FILE: Keys<HashedFile> = { path: null, sha256: null, bytes: null };

/** The keys of a verification in the order in which they are written. */
export const VERIFICATION_KEYS: Keys<Verification> = {
	schema: null,
	outcome: null,
	file: FILE,
	container: { state: null, reason: null },
	files: { path: null, state: null, stated: null, found: null, reason: null },
	captures: { place: null, url: null, state: null, stated: null, found: null, reason: null },
	record: { state: null, generator: GENERATOR, here: GENERATOR, reason: null },
};
