import { readFile } from "node:fs/promises";
import process from "node:process";
import { text } from "node:stream/consumers";
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
export async function readTextFile(path: string): Promise<string> {
	try {
		return path === "-" ? await text(process.stdin) : await readFile(path, "utf8");
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		const reason = REASONS[code] ?? (error instanceof Error && error.message !== "" ? error.message : "it failed");
		throw new UserError("cli/input", `cannot read ${path === "-" ? "standard input" : path}: ${reason}`);
	}
}
