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
	let count = 0;
	return {
		nameModule: (path) => JSON.stringify(pathToFileURL(join(folder, `${path}.js`)).href),
		start: (code) => {
			// A file, since threads cannot begin in a process whose code is among its arguments.
			const file = join(folder, `run-${count++}.mjs`);
			writeFileSync(file, code);
			return spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"], cwd: folder });
		},
		dispose: () => rmSync(folder, { recursive: true, force: true }),
	};
}
