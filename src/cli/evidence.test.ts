import { beforeAll, describe, expect, it } from "vitest";
import { gather } from "../../test/make-evidence.ts";
import { recordEffects } from "../../test/recording-effects.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { VERIFICATION_SCHEMA, type Verification } from "../model/evidence.ts";
import type { Store } from "../store/store.ts";
import { sha256Hex } from "../text/hash.ts";
import { runCommandLine } from "./run.ts";

describe("stemma evidence", () => {
	let evidence: Evidence;

	beforeAll(async () => {
		evidence = await gather();
	});

	it("writes the file, prints its hash as sha256sum does, and says what is in it", async () => {
		const world = recordEffects({ evidence });
		expect(await runCommandLine(["evidence", "reports", "--out", "e.wacz"], world.effects)).toBe(0);
		const bytes = world.binaries.get("e.wacz") ?? new Uint8Array();
		expect(world.out()).toBe(`${sha256Hex(bytes)}  e.wacz\n`);
		expect(world.err()).toMatch(/^stemma: wrote e\.wacz \(\d+ KB\): 3 captures and the record of them\n$/);
		expect(world.asked).toEqual([["reports"]]);
	});

	it("writes a WARC alone where its name says so, and the time that is given", async () => {
		const world = recordEffects({ evidence });
		const args = ["evidence", "a.txt", "-o", "out/e.warc.gz", "--date", "2031-05-20T00:00:00Z"];
		expect(await runCommandLine(args, world.effects)).toBe(0);
		expect([...(world.binaries.get("out/e.warc.gz") ?? []).slice(0, 2)]).toEqual([0x1f, 0x8b]);
	});

	it("takes one story out of a store, by its id at once or as a person calls it", async () => {
		const asked: unknown[] = [];
		const store: Pick<Store, "gatherEvidence" | "close"> = {
			gatherEvidence: async ({ story, choose }) => {
				asked.push(story ?? choose?.(evidence.record).size ?? "all");
				return evidence;
			},
			close: async () => {},
		};
		const id = "1122334455667788";
		const named = [[id], ["orchard", "--store", "kept"], ["--store", "kept", "--story", "1"], ["--store", "kept"]];
		for (const args of named) {
			const world = recordEffects({ store: store as Store });
			expect(await runCommandLine(["evidence", ...args, "--out", "e.wacz"], world.effects)).toBe(0);
		}
		expect(asked).toEqual([id, 1, 2, "all"]);
	});

	it.each([
		[["evidence", "a", "b", "--store", "kept", "--out", "e.wacz"], "evidence takes one story of a store"],
		[["evidence", "--primary", "p", "--store", "kept", "--out", "e.wacz"], "--primary goes with reports"],
		[["evidence", "a.txt"], "evidence needs --out FILE.wacz or --out FILE.warc.gz"],
		[["evidence", "a.txt", "--out", "e.zip"], "and got e.zip"],
		[["evidence", "--out", "e.wacz"], "evidence needs a file, a folder, a pattern"],
		[["evidence", "a.txt", "--out", "e.wacz", "--date", "today"], "--date takes a time in UTC"],
		[
			["evidence", "a.txt", "--out", "e.wacz", "--story", "no such story"],
			"no story is meant by --story no such story",
		],
	])("refuses %j, and writes nothing", async (args, message) => {
		const world = recordEffects({ evidence });
		expect(await runCommandLine(args, world.effects)).toBe(2);
		expect(world.err()).toContain(message);
		expect(world.binaries.size).toBe(0);
	});
});

describe("stemma verify", () => {
	const verification: Verification = {
		schema: VERIFICATION_SCHEMA,
		outcome: "verified",
		file: { path: "e.wacz", sha256: "0".repeat(64), bytes: 1 },
		container: { state: "matches", reason: null },
		files: [],
		captures: [],
		record: { state: "identical", generator: null, here: null, reason: null },
	};

	it.each([
		["verified", 0],
		["no-record", 0],
		["changed", 1],
		["other-generator", 3],
	] as const)("ends, when a file is %s, with %i", async (outcome, code) => {
		const world = recordEffects({ verification: { ...verification, outcome } });
		expect(await runCommandLine(["verify", "e.wacz"], world.effects)).toBe(code);
		expect(world.out()).toContain("e.wacz, 1 bytes");
	});

	it("prints JSON, and takes one file that can be verified", async () => {
		const world = recordEffects({ verification });
		await runCommandLine(["verify", "e.wacz", "--json"], world.effects);
		expect(JSON.parse(world.out())).toMatchObject({ outcome: "verified" });
		expect(await runCommandLine(["verify"], world.effects)).toBe(2);
		expect(await runCommandLine(["verify", "e.warc.gz"], world.effects)).toBe(2);
		expect(world.err()).toContain("e.warc.gz is a WARC, which lists no hashes");
	});
});
