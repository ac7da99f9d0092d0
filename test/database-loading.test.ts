import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../src", import.meta.url));

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
	.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
	.map((name) => ({ name, text: readFileSync(join(source, name), "utf8") }));

/** What a file imports when it is loaded: neither types nor what a call loads. */
function loadedBy(text: string): string[] {
	return [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;]*?\sfrom\s+)?"([^"]+)";/gm)].map(
		([, target]) => target ?? "",
	);
}

describe("the database", () => {
	it("is loaded by nobody but who opens one", () => {
		const loading = files.filter(({ text }) =>
			loadedBy(text).some((target) => /^(?:@electric-sql\/|pg(?:\/|$))/.test(target)),
		);
		expect(loading.map(({ name }) => name)).toEqual([]);
	});

	it("is opened by no command that does not ask for a store", () => {
		const commands = files.filter(({ name }) => name.startsWith("cli"));
		expect(commands.length).toBeGreaterThan(20);
		const loading = commands.filter(({ text }) => loadedBy(text).some((target) => target.includes("/store/")));
		expect(loading.map(({ name }) => name)).toEqual([]);
	});
});
