import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

const FOLDER = join(import.meta.dirname, "golden");

/**
 * Holds text to `test/golden/NAME`. A missing golden fails, as does a mismatch; both write what came out
 * to `STEM-changed.EXT` beside it, to be looked at and, when it is right, renamed over the golden.
 */
export function expectGolden(name: string, actual: string): void {
	const golden = join(FOLDER, name);
	const dot = name.lastIndexOf(".");
	const changed = join(FOLDER, `${name.slice(0, dot)}-changed${name.slice(dot)}`);
	const expected = existsSync(golden) ? readFileSync(golden, "utf8") : null;
	if (expected === actual) {
		rmSync(changed, { force: true });
		return;
	}
	writeFileSync(changed, actual);
	expect(expected, `there is no golden ${name}; what came out is in ${changed}`).not.toBeNull();
	expect(actual, `${name} differs; what came out is in ${changed}`).toBe(expected);
}
