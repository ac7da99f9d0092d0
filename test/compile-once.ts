import { rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compile } from "./compiled-program.ts";

/**
 * Compiles the program before the tests: the threads and processes that they start run what was compiled, in a
 * quarter of the time that loading the sources takes (src/system/thread.ts, test/store-process.ts).
 */
export default function compileOnce(): () => void {
	const folder = compile(["killed-work.ts"]);
	process.env["STEMMA_COMPILED"] = pathToFileURL(`${folder}/`).href;
	return () => rmSync(folder, { recursive: true, force: true });
}
