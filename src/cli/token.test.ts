import { describe, expect, it } from "vitest";
import { recordEffects } from "../../test/recording-effects.ts";
import type { ListedToken } from "../model/token.ts";
import type { Store } from "../store/store.ts";
import { runCommandLine } from "./run.ts";

const TOKEN: ListedToken = {
	...{ id: "0a1b2c3d", name: "desk", scopes: ["read", "correct"], addedAt: "2031-05-14T08:00:00Z" },
	...{ expiresAt: "2031-08-12T08:00:00Z", revokedAt: null, usedAt: null },
};

function withTokens(asked: unknown[], listed: readonly ListedToken[] = [TOKEN]) {
	const tokens = {
		add: async (...given: unknown[]) => {
			asked.push(given);
			return "stemma_0a1b2c3d_secret";
		},
		list: async () => listed,
		revoke: async (names: readonly string[]) => void asked.push(names),
	};
	return recordEffects({ store: { name: "kept", tokens, close: async () => {} } as unknown as Store });
}

describe("stemma token", () => {
	it("prints a token alone, so that it can be piped, and says what it is good for", async () => {
		const asked: unknown[] = [];
		const { effects, out, err } = withTokens(asked);
		const args = ["token", "add", "desk", "--scope", "correct", "--scope", "read,correct", "--expires", "90"];
		expect(await runCommandLine(args, effects)).toBe(0);
		expect([out(), asked]).toEqual(["stemma_0a1b2c3d_secret\n", [["desk", ["read", "correct"], 90]]]);
		expect(err()).toMatch(/may read, correct, for 90 days; it is shown here once/);
	});

	it("lists tokens, revokes them, and reads alone unless it is told otherwise", async () => {
		const asked: unknown[] = [];
		const { effects, out } = withTokens(asked);
		await runCommandLine(["token"], effects);
		await runCommandLine(["token", "revoke", "desk", "other"], effects);
		await runCommandLine(["token", "add", "third"], effects);
		expect(out()).toMatch(/^desk: read, correct \(until 2031-08-12; never used\)\nRevoked 2 tokens of kept\.\n/);
		expect(asked).toEqual([
			["desk", "other"],
			["third", ["read"], null],
		]);
		const json = withTokens([]);
		await runCommandLine(["token", "list", "--json"], json.effects);
		expect(JSON.parse(json.out())).toMatchObject({ schema: "stemma.tokens/1", tokens: [{ name: "desk" }] });
	});

	it.each([
		[["token", "ad"], /did you mean add\?/],
		[["token", "add"], /token add needs a name/],
		[["token", "add", "a", "b"], /takes one name/],
		[["token", "revoke"], /token revoke needs a name/],
		[["token", "list", "desk"], /token list takes no name/],
		[["token", "add", "a", "--scope", "all"], /--scope takes read, write, correct, and got all/],
		[["token", "add", "a", "--expires", "0"], /--expires takes days from 1 to 3650/],
		[["token", "revoke", "a", "--scope", "read"], /--scope goes with token add/],
	])("refuses %j", async (args, message) => {
		const { effects, err } = withTokens([]);
		expect(await runCommandLine(args, effects)).toBe(2);
		expect(err()).toMatch(message);
	});
});
