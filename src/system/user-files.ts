import { readFileSync } from "node:fs";
import { UserError } from "../model/problem.ts";
import { sha256Hex } from "../text/hash.ts";

/** A file of names or of corrections is written by hand: one that is larger is something else. */
const MOST_BYTES = 8_000_000;

/** A file that the user wrote, with its text. */
export interface UserFile {
	readonly place: string;
	/** SHA-256 of its bytes, in lower-case hexadecimal. */
	readonly sha256: string;
	readonly text: string;
}

/**
 * Reads files that the user wrote, each once.
 *
 * @param what `names` or `corrections`
 * @throws UserError `names/unreadable` or `corrections/unreadable` when one cannot be read as UTF-8 text
 */
export function readUserFiles(what: "names" | "corrections", places: readonly string[]): UserFile[] {
	return [...new Set(places)].map((place) => {
		const fail = (why: string): UserError => new UserError(`${what}/unreadable`, `${what} file ${place}: ${why}`);
		let bytes: Uint8Array;
		try {
			bytes = readFileSync(place);
		} catch (cause) {
			const gone = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
			throw fail(gone ? "there is no such file" : "it cannot be read");
		}
		if (bytes.length > MOST_BYTES) throw fail(`larger than ${MOST_BYTES} bytes`);
		try {
			return { place, sha256: sha256Hex(bytes), text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
		} catch {
			throw fail("it is not text in UTF-8");
		}
	});
}
