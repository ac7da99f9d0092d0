import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const read = (name: string): string => readFileSync(fileURLToPath(new URL(join("..", name), import.meta.url)), "utf8");

interface Locked {
	readonly dev?: boolean;
	readonly devOptional?: boolean;
	readonly license?: string;
	readonly hasInstallScript?: boolean;
	readonly resolved?: string;
	readonly integrity?: string;
}

/** Licences under which what is installed may be used and passed on; a new one is looked at before it is added. */
const LICENCES = [
	"(MIT AND Zlib)",
	"(MIT OR GPL-3.0-or-later)",
	"Apache-2.0",
	"BSD",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"ISC",
	"MIT",
	"OFL-1.1",
];

describe("what is installed with the program", () => {
	const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> };
	const shipped = Object.entries(packages).filter(
		([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true,
	);
	const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };

	it("runs nothing of its own when it is installed", () => {
		expect(shipped.length).toBeGreaterThan(Object.keys(dependencies).length);
		expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
	});

	it("is held to its hash, and under a licence that was looked at", () => {
		expect(shipped.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
		const others = shipped.filter(([, { license }]) => !LICENCES.includes(license ?? ""));
		expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
	});

	it("is named exactly, and each with its reason", () => {
		const reasons = read("docs/decisions/dependencies.md");
		for (const [name, version] of Object.entries(dependencies)) {
			expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
			expect(reasons).toContain(`| ${name} | ${version} |`);
		}
	});
});
