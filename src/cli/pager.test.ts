import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { choosePager, showInPager } from "./pager.ts";

describe.skipIf(process.platform === "win32")("a pager", () => {
	it("gets the whole text", async () => {
		const folder = mkdtempSync(join(tmpdir(), "stemma-pager-"));
		const text = "line\n".repeat(50_000);
		const kept = join(folder, "kept");
		expect(await showInPager(text, `cat > ${kept}`, process.env)).toBe(true);
		expect(readFileSync(kept, "utf8")).toBe(text);
		rmSync(folder, { recursive: true });
	});

	it("may be closed before it has all", async () => {
		expect(await showInPager("line\n".repeat(200_000), "head -n 1 > /dev/null", process.env)).toBe(true);
	});

	it("that is not there says so", async () => {
		expect(await showInPager("text", "no-such-pager-of-anybody 2> /dev/null", process.env)).toBe(false);
	});
});

it("is what somebody has chosen, less where nobody has, none where it cannot or shall not be", () => {
	expect(choosePager({ STEMMA_PAGER: "bat", PAGER: "more" }, "linux")).toBe("bat");
	expect(choosePager({ PAGER: "more" }, "win32")).toBe("more");
	expect(choosePager({}, "linux")).toBe("less");
	for (const env of [{ PAGER: "" }, { PAGER: "cat" }, { TERM: "dumb" }]) expect(choosePager(env, "linux")).toBeNull();
	expect(choosePager({}, "win32")).toBeNull();
});
