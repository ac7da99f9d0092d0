import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { threadRoot } from "../system/thread.ts";
import { compareText } from "../text/compare.ts";
import { VERSION } from "../version.ts";

/** What reads an article and finds what is in it. */
const FOLDERS = ["model", "text", "read", "article", "language", "quotations"];

let known: string | null = null;

/**
 * The version of what reads and annotates: that of the program, and a hash of the code itself, so that two states of
 * it under development are told apart. The same on every machine that runs the same files.
 */
export function describeProgram(): string {
	if (known !== null) return known;
	const root = fileURLToPath(threadRoot());
	const hash = createHash("sha256");
	for (const folder of FOLDERS) {
		const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !/\.test\.\w+$|\.map$|\.d\.ts$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			.sort((a, b) => compareText(a.split(sep).join("/"), b.split(sep).join("/")));
		for (const file of files) hash.update(readFileSync(file)).update("\0");
	}
	known = `${VERSION}+${hash.digest("hex").slice(0, 12)}`;
	return known;
}
