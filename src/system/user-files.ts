import { readFileSync } from "node:fs";
import { UserError } from "../model/problem.ts";
import { sha256Hex } from "../text/hash.ts";

/** A file of names or of corrections is written by hand: one that is larger is something else. */
const MOST_BYTES = 8_000_000;

/** What the files that a user writes hold. */
type UserFileKind = "names" | "corrections";

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
 * @throws UserError `names/unreadable` or `corrections/unreadable` when one cannot be read as UTF-8 text
 */
export function readUserFiles(kind: UserFileKind, places: readonly string[]): UserFile[] {
	return readUserBytes(kind, places).map(({ place, bytes }) => toUserFile(kind, place, bytes));
}

/** The bytes of files that the user wrote, each once. Throws UserError as `readUserFiles` does. */
export function readUserBytes(
	kind: UserFileKind,
	places: readonly string[],
): { readonly place: string; readonly bytes: Uint8Array }[] {
	return [...new Set(places)].map((place) => {
		try {
			return { place, bytes: new Uint8Array(readFileSync(place)) };
		} catch (cause) {
			const gone = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
			throw unreadable(kind, place, gone ? "there is no such file" : "it cannot be read");
		}
	});
}

/** The text of bytes that the user wrote. Throws UserError as `readUserFiles` does. */
export function toUserFile(kind: UserFileKind, place: string, bytes: Uint8Array): UserFile {
	if (bytes.length > MOST_BYTES) throw unreadable(kind, place, `larger than ${MOST_BYTES} bytes`);
	try {
		return { place, sha256: sha256Hex(bytes), text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch {
		throw unreadable(kind, place, "it is not text in UTF-8");
	}
}

function unreadable(kind: UserFileKind, place: string, why: string): UserError {
	return new UserError(`${kind}/unreadable`, `${kind} file ${place}: ${why}`);
}
