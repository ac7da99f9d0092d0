import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parseSync } from "oxc-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledForTests } from "./compiled-program.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGE = readFileSync(join(ROOT, "docs/library.md"), "utf8");

/** The examples of the page, and what it says that they print. */
const EXAMPLES = [
	...PAGE.matchAll(/^## ([^\n]+)\n(?:(?!^## )[\s\S])*?```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/gm),
].map(([, title = "", code = "", printed = ""]) => ({ title, code, printed }));

/** What looks at the process before and after the import. zod keeps a registry of its own under two names. */
const LOOK = `const look = () => [...Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith("__zod_")),
	...process.eventNames().map(String), ...Object.entries(process.env).flat()];`;

let folder: string;
let ran: { readonly out: readonly string[]; readonly err: string; readonly status: number | null };

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "stemma-library-"));
	const { nameModule } = compiledForTests();
	const [index, pure] = [nameModule("src/index"), nameModule("src/pure")];
	const files = EXAMPLES.map(({ code }, at) => {
		const file = join(folder, `${at}.mjs`);
		writeFileSync(file, code.replaceAll('"stemma"', index).replaceAll('"stemma/pure"', pure));
		return file;
	});
	const main = join(folder, "main.mjs");
	writeFileSync(
		main,
		[
			LOOK,
			"const before = look();",
			`await import(${index});`,
			'console.log("changed:", look().filter((one) => !before.includes(one)));',
			...files.map((file) => `console.log("-----"); await import(${JSON.stringify(file)});`),
		].join("\n"),
	);
	const { stdout, stderr, status } = spawnSync(process.execPath, [main], { cwd: ROOT, encoding: "utf8" });
	ran = { out: stdout.split("-----\n"), err: stderr, status };
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the library", () => {
	it("does nothing when it is imported", () => {
		expect(ran.out[0]).toBe("changed: []\n");
		expect([ran.err, ran.status]).toEqual(["", 0]);
	});

	it.each(EXAMPLES.map((example, at) => ({ ...example, at })))(
		"does what its page shows: $title",
		({ printed, at }) => {
			expect(ran.out[at + 1]).toBe(printed);
		},
	);

	it("has an example of each part of its page", () => {
		expect(EXAMPLES.length).toBeGreaterThanOrEqual(4);
	});

	it("names each export in its page, and describes it where it is declared", () => {
		const exported = [...listExports("pure.ts"), ...listExports("index.ts")];
		expect(exported.length).toBeGreaterThan(30);
		const unnamed = exported.filter(({ as }) => !new RegExp(`\`${as}[\`(]`).test(PAGE));
		expect(unnamed.map(({ as }) => as)).toEqual([]);
		const undescribed = exported.filter(({ name, file }) => {
			const text = readFileSync(file, "utf8");
			return !new RegExp(`\\*/\\nexport (?:async )?(?:function|const|class|interface|type) ${name}\\b`).test(text);
		});
		expect(undescribed.map(({ as }) => as)).toEqual([]);
	});

	it("asks for nothing of Node in its pure part, which can be bundled for browsers", async () => {
		const { outputFiles, metafile } = await build({
			stdin: { contents: 'export * from "./src/pure.ts";', resolveDir: ROOT, loader: "ts" },
			...{ bundle: true, write: false, metafile: true, minify: true, logLevel: "silent" },
			...{ platform: "browser", format: "esm", jsx: "automatic", jsxImportSource: "hono/jsx" },
		});
		const inputs = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
		expect(inputs.length).toBeGreaterThan(100);
		expect(inputs.filter(({ path }) => isBuiltin(path))).toEqual([]);
		// What a page would load: its growth is to be seen.
		expect(outputFiles[0]?.contents.byteLength).toBeLessThan(4e6);
	}, 60_000);
});

interface Exported {
	readonly as: string;
	readonly name: string;
	readonly file: string;
}

/** What a file of exports names, and where each is declared. */
function listExports(entry: string): Exported[] {
	const path = join(ROOT, "src", entry);
	const { module } = parseSync(path, readFileSync(path, "utf8"));
	return module.staticExports.flatMap(({ entries }) =>
		entries.flatMap(({ exportName, importName, moduleRequest }) =>
			exportName.name && importName.name && moduleRequest
				? [{ as: exportName.name, name: importName.name, file: resolve(dirname(path), moduleRequest.value) }]
				: [],
		),
	);
}
