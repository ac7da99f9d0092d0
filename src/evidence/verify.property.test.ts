import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { evidenceEffects, gather } from "../../test/make-evidence.ts";
import { UserError } from "../model/problem.ts";
import { packEvidence } from "./evidence.ts";
import { verifyEvidence } from "./verify.ts";

describe("an evidence file with one byte changed, anywhere", () => {
	let whole: Uint8Array;
	// Read once: it is the same for every file here.
	const data = evidenceEffects.loadData([]);
	const effects = { ...evidenceEffects, loadData: () => data };

	/** What verifying says: an outcome, or that the file cannot be opened. */
	async function outcomeOf(bytes: Uint8Array): Promise<string> {
		try {
			return (await verifyEvidence(bytes, "e.wacz", effects)).outcome;
		} catch (error) {
			if (error instanceof UserError) return error.code;
			throw error;
		}
	}

	beforeAll(async () => {
		whole = packEvidence(await gather());
	});

	const expectFound = async (bytes: Uint8Array): Promise<void> => {
		expect(["changed", "verify/unreadable"]).toContain(await outcomeOf(bytes));
	};

	it("is found to be changed", async () => {
		expect(await outcomeOf(whole)).toBe("verified");
		await fc.assert(
			fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
				const bytes = whole.slice();
				bytes[at] = (bytes[at] ?? 0) ^ mask;
				await expectFound(bytes);
			}),
			{ numRuns: 80 },
		);
	});

	it("is found so in what lies around its files too", async () => {
		// Headers of the first files, and the whole directory with the end record.
		const around = [...Array(120).keys(), ...Array(560).keys()].map((at, i) => (i < 120 ? at : whole.length - 1 - at));
		for (const at of around.filter((_, i) => i % 7 === 0)) {
			const bytes = whole.slice();
			bytes[at] = (bytes[at] ?? 0) ^ 0x20;
			await expectFound(bytes);
		}
	});

	it("is found so when bytes are put in, taken out or added at its end", async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ minLength: 1, maxLength: 4 }), async (at, more) => {
				await expectFound(Uint8Array.from([...whole.subarray(0, at), ...more, ...whole.subarray(at)]));
				await expectFound(
					Uint8Array.from([...whole.subarray(0, at), ...whole.subarray(at + more.length + 1)].slice(0, -1)),
				);
			}),
			{ numRuns: 20 },
		);
	});
});
