import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { collateInputs } from "../src/pipeline.ts";
import { nodeCollateEffects } from "../src/system/collate-effects.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const tour = readFileSync(join(root, "docs/tour.md"), "utf8");

describe("the tour of the code", () => {
	it("names files that are there", () => {
		const files = [...tour.matchAll(/`((?:src|test|examples)\/[\w./-]+)`/g)].map(([, file]) => file ?? "");
		expect(files.length).toBeGreaterThan(30);
		expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
	});

	it("names functions that their files export", () => {
		const named = [...tour.matchAll(/`(\w+)` \(`(src\/[\w./-]+)`\)/g)];
		expect(named.length).toBeGreaterThan(15);
		const missing = named.filter(
			([, name, file]) =>
				!new RegExp(`^export (?:async )?(?:function\\*?|class) ${name}\\b`, "m").test(
					readFileSync(join(root, file ?? ""), "utf8"),
				),
		);
		expect(missing.map(([all]) => all)).toEqual([]);
	});

	it("shows what is in the record of the examples", async () => {
		const record = await collateInputs(["examples"], nodeCollateEffects());
		const shown = [...tour.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json]) => JSON.parse(json ?? "") as object);
		expect(shown.length).toBeGreaterThan(5);
		for (const one of shown) {
			for (const [list, item] of Object.entries(one)) {
				const items = record[list as keyof typeof record] as readonly unknown[];
				expect(
					items.some((found) => isIn(item, found)),
					JSON.stringify(item),
				).toBe(true);
			}
		}
	});
});

/** Whether all that is shown is found; of a list that is shown in part, each item is among those found. */
function isIn(shown: unknown, found: unknown): boolean {
	if (Array.isArray(shown)) {
		return Array.isArray(found) && shown.every((one) => found.some((other) => isIn(one, other)));
	}
	if (typeof shown !== "object" || shown === null) return shown === found;
	if (typeof found !== "object" || found === null) return false;
	return Object.entries(shown).every(([key, value]) => isIn(value, (found as Record<string, unknown>)[key]));
}
