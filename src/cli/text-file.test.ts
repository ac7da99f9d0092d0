import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readTextFile } from "./text-file.ts";

let folder = "";

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "stemma-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("reads a file whole, as UTF-8", async () => {
	const path = join(folder, "a.json");
	writeFileSync(path, '{"a":"日本"}\n');
	expect(await readTextFile(path)).toBe('{"a":"日本"}\n');
});

it("says why a file cannot be read", async () => {
	await expect(readTextFile(join(folder, "gone.json"))).rejects.toThrow(
		/^cannot read .*gone\.json: there is no such file$/,
	);
	await expect(readTextFile(folder)).rejects.toThrow(/: it is a folder$/);
});
