import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isStoreFolder } from "./store-folder.ts";

describe("a folder", () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "stemma-folder-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it("is no store yet where the making of one was cut short", () => {
		expect(isStoreFolder(join(folder, "missing"))).toBe(false);
		writeFileSync(join(folder, "lock.1"), "{}");
		mkdirSync(join(folder, "postgres.new"));
		expect(isStoreFolder(folder)).toBe(false);
	});

	it("is a store once it is marked as one, also before its data are in place", () => {
		writeFileSync(join(folder, "lock.1"), "{}");
		mkdirSync(join(folder, "postgres.new"));
		writeFileSync(join(folder, "stemma-store.json"), JSON.stringify({ store: "stemma", layout: 1 }));
		expect(isStoreFolder(folder)).toBe(true);
	});

	it("that holds anything else is refused", () => {
		mkdirSync(join(folder, "postgres"));
		expect(() => isStoreFolder(folder)).toThrow("it holds other files");
	});
});
