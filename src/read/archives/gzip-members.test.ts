import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { nodeArchiveEffects } from "../../system/archive-effects.ts";
import { joinBytes } from "../join-bytes.ts";
import { sourceOf } from "./byte-source.ts";
import { unpackMembers } from "./gzip-members.ts";

const member = (text: string): Uint8Array => new Uint8Array(gzipSync(text));

/** What came out, a line a step: members by their offset, text, damage. */
async function unpack(...parts: readonly Uint8Array[]): Promise<string[]> {
	const steps: string[] = [];
	for await (const step of unpackMembers(sourceOf(joinBytes(parts)), nodeArchiveEffects())) {
		steps.push(
			step.kind === "bytes"
				? new TextDecoder().decode(step.bytes)
				: step.kind === "member"
					? `@${step.at}`
					: `damage: ${step.reason}`,
		);
	}
	return steps;
}

describe("gzip", () => {
	const one = member("the first");
	const two = member("the second");

	it("is unpacked member by member, with where each begins", async () => {
		expect(await unpack(one, two)).toEqual(["@0", "the first", `@${one.length}`, "the second"]);
	});

	it("may end in zero bytes", async () => {
		expect(await unpack(one, new Uint8Array(100))).toEqual(["@0", "the first"]);
	});

	it("is read on behind a damaged member", async () => {
		const bad = member("nobody reads this text, ".repeat(40)).slice();
		bad[14] = (bad[14] ?? 0) ^ 0xff;
		const steps = await unpack(one, bad, two);
		expect(steps.slice(-2)).toEqual([`@${one.length + bad.length}`, "the second"]);
		expect(steps.filter((step) => step.startsWith("damage"))).toHaveLength(1);
	});

	it("says when a checksum does not match, behind the bytes that it is of", async () => {
		const bad = one.slice();
		bad[bad.length - 8] = (bad.at(-8) ?? 0) ^ 1;
		expect(await unpack(bad, two)).toEqual([
			"@0",
			"the first",
			"damage: the checksum does not match",
			`@${one.length}`,
			"the second",
		]);
	});

	it("says when it is cut off, and when something else stands between members", async () => {
		expect((await unpack(one.subarray(0, 15))).at(-1)).toBe("damage: the packed bytes are damaged or cut off");
		expect((await unpack(one.subarray(0, -3))).at(-1)).toBe("damage: the last bytes are missing");
		expect(await unpack(one, new TextEncoder().encode("oops"), two)).toContain("damage: stand bytes that are no gzip");
	});
});
