import { readFile } from "node:fs/promises";
import process from "node:process";
import { buffer, text } from "node:stream/consumers";
import { UserError } from "../model/problem.ts";

/** Why a file could not be read, by the system's error code. */
const REASONS: Readonly<{ [code: string]: string }> = {
	ENOENT: "there is no such file",
	ENOTDIR: "there is no such file",
	EISDIR: "it is a folder",
	EACCES: "you may not read it",
	EPERM: "you may not read it",
	ERR_STRING_TOO_LONG: "it is too large",
	ERR_FS_FILE_TOO_LARGE: "it is too large",
};

/** The text of a UTF-8 file, or of standard input (`-`). Throws `UserError` (`cli/input`). */
export function readTextFile(path: string): Promise<string> {
	return explained(path, () => (path === "-" ? text(process.stdin) : readFile(path, "utf8")));
}

/** The bytes of a file, or of standard input (`-`). Throws `UserError` (`cli/input`). */
export async function readByteFile(path: string): Promise<Uint8Array> {
	return new Uint8Array(await explained(path, () => (path === "-" ? buffer(process.stdin) : readFile(path))));
}

async function explained<T>(path: string, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		const reason = REASONS[code] ?? (error instanceof Error && error.message !== "" ? error.message : "it failed");
		throw new UserError("cli/input", `cannot read ${path === "-" ? "standard input" : path}: ${reason}`);
	}
}
