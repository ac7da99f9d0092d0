import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The program compiled as users run it, for who starts many processes of it: each begins in half the time. */
export interface CompiledProgram {
	/** The address of a module, without its ending, as it stands in code: `src/store/store`. */
	nameModule(path: string): string;
	/** A process that runs `code`. */
	start(code: string): ChildProcess;
	dispose(): void;
}

/** Compiles the program, with what is in `test` beside it and is named, into a temporary folder. */
export function compileProgram(...tests: readonly string[]): CompiledProgram {
	const folder = compile(tests);
	return openCompiled(folder, () => rmSync(folder, { recursive: true, force: true }));
}

/** What was compiled into `folder`. Whoever opens it leaves it there. */
function openCompiled(folder: string, dispose = (): void => {}): CompiledProgram {
	// Others may run what was compiled at the same time.
	const own = mkdtempSync(join(folder, "run-"));
	let count = 0;
	return {
		nameModule: (path) => JSON.stringify(pathToFileURL(join(folder, `${path}.js`)).href),
		start: (code) => {
			// A file, since threads cannot begin in a process whose code is among its arguments.
			const file = join(own, `${count++}.mjs`);
			writeFileSync(file, code);
			return spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"], cwd: own });
		},
		dispose,
	};
}

let forTests: CompiledProgram | null = null;

/** The program as it was compiled before the tests (compile-once.ts). */
export function compiledForTests(): CompiledProgram {
	if (forTests !== null) return forTests;
	const folder = process.env["STEMMA_COMPILED"];
	if (folder === undefined) throw new Error("the program was not compiled before the tests");
	forTests = openCompiled(fileURLToPath(folder));
	return forTests;
}

/** Gives the folder that the program was compiled into, laid out as the sources are. */
export function compile(tests: readonly string[]): string {
	const root = fileURLToPath(new URL("..", import.meta.url));
	const folder = mkdtempSync(join(tmpdir(), "stemma-compiled-"));
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
	cpSync(join(root, "package.json"), join(folder, "package.json"));
	const config = {
		extends: join(root, "tsconfig.json"),
		compilerOptions: { noEmit: false, declaration: false, isolatedDeclarations: false, rootDir: root, outDir: folder },
		include: [join(root, "src"), ...tests.map((name) => join(root, "test", name))],
		exclude: ["**/*.test.ts"].map((pattern) => join(root, "src", pattern)),
	};
	writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
	const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
	const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
	if (status !== 0) throw new Error(`the program was not compiled:\n${stdout}`);
	// What the code reads at run time lies beside it.
	cpSync(join(root, "src"), join(folder, "src"), { recursive: true, filter: (file) => !/\.tsx?$/.test(file) });
	return folder;
}
