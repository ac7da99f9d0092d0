import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCommandPage, writeCommandPage } from "../scripts/write-command-docs.ts";
import { COMMANDS } from "../src/cli/commands.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const pages = [
	...readdirSync(root).filter((name) => name.endsWith(".md")),
	...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".md"))
		.map((name) => join("docs", name)),
].sort();

describe("the documents", () => {
	it.each(pages)("%s leads to what is there", (page) => {
		const links = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map(([, link]) => link ?? "");
		expect(links.filter((link) => !existsSync(normalize(join(root, dirname(page), link))))).toEqual([]);
	});

	it.each(pages)("%s names scripts, folders of code and commands that are there", (page) => {
		const text = read(page);
		const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
		const named = [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name]) => name ?? "");
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
		const files = [...text.matchAll(/`((?:src|test|bench|scripts|docs|examples)\/[\w./-]*\w)`/g)].map(
			([, f]) => f ?? "",
		);
		expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
		const commands = [...text.matchAll(/(?:^|`)(?:npx )?stemma ([a-z]+)\b/gm)].map(([, name]) => name ?? "");
		expect(commands.filter((name) => !COMMANDS.some((command) => command.name === name))).toEqual([]);
	});

	it("say of every command what it says of itself", async () => {
		expect(readCommandPage(), "npx tsx scripts/write-command-docs.ts writes it").toBe(await writeCommandPage());
	});
});

describe("what SECURITY.md says", () => {
	it("is held by tests that are there", () => {
		const rows = [...read("SECURITY.md").matchAll(/\| `([\w./-]+\.test\.ts)`: ([^|]+) \|$/gm)];
		expect(rows.length).toBeGreaterThan(15);
		const missing = rows.filter(
			([, file = "", name = ""]) => !existsSync(join(root, file)) || !read(file).includes(name),
		);
		expect(missing.map(([row]) => row)).toEqual([]);
	});
});
