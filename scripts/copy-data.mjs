/** Copies the data files that the code reads at run time (src/**\/data/*, src/**\/sql/*) beside the emitted code: in dist, or where it is told. */
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDERS = ["data", "sql"];
const from = fileURLToPath(new URL("../src", import.meta.url));
const to = fileURLToPath(new URL(`../${process.argv[2] ?? "dist"}`, import.meta.url));

for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
	if (!entry.isDirectory() || !FOLDERS.includes(entry.name)) continue;
	const folder = join(entry.parentPath, entry.name);
	const target = join(to, folder.slice(from.length));
	// TypeScript files in a data folder are code: the compiler emits them.
	cpSync(folder, target, { recursive: true, filter: (file) => !file.endsWith(".ts") });
}
