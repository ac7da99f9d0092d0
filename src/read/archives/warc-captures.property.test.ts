import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { httpResponse, warcFile, warcRecord } from "../../../test/make-warc.ts";
import { nodeArchiveEffects } from "../../system/archive-effects.ts";
import { sourceOf } from "./byte-source.ts";
import { readWarcCaptures } from "./warc-captures.ts";

const pages = ["one", "two", "three", "four"].map((name) =>
	warcRecord({
		uri: `https://harbour.example/${name}`,
		block: httpResponse(`<!doctype html><p>The ${name} page says that the harbour stays closed.`),
	}),
);

/** What is read, as texts that two readings can be compared by. */
async function read(bytes: Uint8Array): Promise<{ captures: string[]; problems: number }> {
	const captures: string[] = [];
	let problems = 0;
	for await (const found of readWarcCaptures(sourceOf(bytes), "a", nodeArchiveEffects(), null)) {
		if ("problem" in found) problems++;
		else if ("capture" in found) captures.push([found.capture.url, found.capture.at, found.capture.sha256].join(" "));
	}
	return { captures, problems };
}

describe("a damaged archive whose records are packed one by one", () => {
	const whole = warcFile(pages, "each");

	it("gives nothing that it did not hold, and says that something is wrong", async () => {
		const all = (await read(whole)).captures;
		expect(all).toHaveLength(4);
		const damage = fc.record({ at: fc.nat(whole.length - 1), mask: fc.integer({ min: 1, max: 255 }) });
		// A bit that makes the packed bytes of the first end inside those of the third.
		const past = { at: 55, mask: 5 };
		await fc.assert(
			fc.asyncProperty(damage, async ({ at, mask }) => {
				const bytes = whole.slice();
				bytes[at] = (bytes[at] ?? 0) ^ mask;
				const { captures, problems } = await read(bytes);
				for (const capture of captures) expect(all).toContain(capture);
				// What a member's header says beside its packed bytes (when, on which system) touches no record.
				if (captures.length < all.length) expect(problems).toBeGreaterThan(0);
				expect(captures.length).toBeGreaterThanOrEqual(all.length - 2);
			}),
			{ numRuns: 200, examples: [[past]] },
		);
	});

	it("gives what lies whole before it is cut off", async () => {
		const all = (await read(whole)).captures;
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (length) => {
				const { captures } = await read(whole.subarray(0, length));
				expect(captures).toEqual(all.slice(0, captures.length));
			}),
			{ numRuns: 60 },
		);
	});
});

describe("an archive of any bytes", () => {
	it("is read to its end without a failure", async () => {
		const piece = fc.oneof(
			fc.uint8Array({ maxLength: 60 }),
			fc.constantFrom(...pages, ...pages.map((page) => warcFile([page], "each"))),
			fc
				.constantFrom("WARC/1.0\r\n", "\r\n\r\n", "Content-Length: 99999999999\r\n\r\n", "HTTP/1.1 200\r\n")
				.map((text) => new TextEncoder().encode(text)),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
				const bytes = Uint8Array.from(pieces.flatMap((part) => [...part]));
				const { captures, problems } = await read(bytes);
				expect(captures.length + problems).toBeGreaterThan(0);
			}),
			{ numRuns: 150 },
		);
	});
});
