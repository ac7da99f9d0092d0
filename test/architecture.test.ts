import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

/**
 * The folders of src/ in the order of the flow; a folder imports only from itself and from those
 * above it. `pipeline.ts` and `index.ts` count as their place in the list.
 */
const ORDER = [
	"model",
	"text",
	"read",
	"article",
	"language",
	"quotations",
	"stories",
	"collation",
	"version.ts",
	"pipeline.ts",
	"system",
	"report",
	"evidence",
	"pure.ts",
	"store",
	"follow",
	"serve",
	"cli",
	"index.ts",
];

/** These take their effects as parameters and run in a browser too. */
const PURE = [
	"model",
	"text",
	"read",
	"article",
	"language",
	"quotations",
	"stories",
	"collation",
	"version.ts",
	"pipeline.ts",
	"report",
	"evidence",
	"pure.ts",
];
/** What only Node has, by name. */
const NODE_GLOBALS = /\b(?:process|Buffer|__dirname|__filename|setImmediate|require)\b/;
/** What would let the clock, chance or a locale into the analysis. */
const NONDETERMINISM = /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|localeCompare|toLocale\w*|Intl)\b/;

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "src");

function listSources(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return listSources(path);
		return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
	});
}

interface Source {
	readonly path: string;
	readonly place: string;
	readonly imports: readonly string[];
	/** The program without comments, strings and regular expressions. */
	readonly code: string;
}

function readSource(path: string): Source {
	const text = readFileSync(path, "utf8");
	const { module, comments, program } = parseSync(path, text);
	const imports = [
		...module.staticImports.map((one) => one.moduleRequest.value),
		...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
		...module.dynamicImports.map((one) =>
			text.slice(one.moduleRequest.start, one.moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
		),
	];
	const holes = [...comments.map(({ start, end }) => ({ start, end })), ...literalsOf(program)];
	let code = text;
	for (const hole of holes.sort((a, b) => b.start - a.start))
		code = `${code.slice(0, hole.start)} ${code.slice(hole.end)}`;
	return { path: relative(source, path), place: relative(source, path).split("/")[0] ?? "", imports, code };
}

function literalsOf(node: unknown): { start: number; end: number }[] {
	if (typeof node !== "object" || node === null) return [];
	if (Array.isArray(node)) return node.flatMap(literalsOf);
	const { type, start, end } = node as { type?: unknown; start?: unknown; end?: unknown };
	if ((type === "Literal" || type === "TemplateElement") && typeof start === "number" && typeof end === "number") {
		return [{ start, end }];
	}
	return Object.values(node).flatMap(literalsOf);
}

const sources = listSources(source).map(readSource);

describe("the folders of src/", () => {
	it("are all in the stated order", () => {
		expect([...new Set(sources.map((one) => one.place))].filter((place) => !ORDER.includes(place))).toEqual([]);
	});

	it("import only from those above them", () => {
		const wrong = sources.flatMap(({ path, place, imports }) =>
			imports
				.filter((target) => target.startsWith("."))
				.map((target) => relative(source, resolve(source, dirname(path), target)).split("/")[0] ?? "")
				.filter((target) => ORDER.indexOf(target) > ORDER.indexOf(place))
				.map((target) => `${path} imports from ${target}`),
		);
		expect(wrong).toEqual([]);
	});

	it("that are pure import nothing of Node and use none of its globals", () => {
		const pure = sources.filter((one) => PURE.includes(one.place));
		const imports = pure.flatMap(({ path, imports }) =>
			imports.filter((target) => target.startsWith("node:")).map((target) => `${path} imports ${target}`),
		);
		const globals = pure
			.filter((one) => NODE_GLOBALS.test(one.code))
			.map((one) => `${one.path} uses ${NODE_GLOBALS.exec(one.code)?.[0]}`);
		expect([...imports, ...globals]).toEqual([]);
	});

	it("that are pure ask neither clock, chance nor locale", () => {
		const asking = sources
			.filter((one) => PURE.includes(one.place) && NONDETERMINISM.test(one.code))
			.map((one) => `${one.path}: ${NONDETERMINISM.exec(one.code)?.[0]}`);
		expect(asking).toEqual([]);
	});

	it("name modules of the repository with their ending, and reach outside src/ for nothing", () => {
		const wrong = sources.flatMap(({ path, imports }) =>
			imports
				.filter((target) => target.startsWith("."))
				.filter(
					(target) =>
						!/\.tsx?$|\.json$/.test(target) ||
						relative(source, resolve(source, dirname(path), target)).startsWith(".."),
				)
				.map((target) => `${path} imports ${target}`),
		);
		expect(wrong).toEqual([]);
	});
});
