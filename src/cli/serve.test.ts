import { describe, expect, it } from "vitest";
import { recordEffects } from "../../test/recording-effects.ts";
import type { Store } from "../store/store.ts";
import type { CommandEffects } from "./effects.ts";
import { runCommandLine } from "./run.ts";

/** A store that holds what `captures` says and works until it is told to stop, and what was done with it. */
function fakeStore(captures: number): { store: Store; done: string[] } {
	const done: string[] = [];
	const store = {
		name: "memory",
		database: { kind: "pglite" },
		queue: async () => ({ captures, known: 0, problems: [], given: [] }),
		work: async ({ once }: { once: boolean }) => void done.push(once ? "collated" : "worked on"),
		status: async () => ({ articles: captures, stories: 1, unread: 0 }),
		close: async () => void done.push("closed"),
	} as unknown as Store;
	return { store, done };
}

function withRoom(effects: CommandEffects, done: string[]): CommandEffects {
	return {
		...effects,
		serve: async (_, port) => ({
			url: `http://127.0.0.1:${port}/`,
			close: async () => void done.push("room closed"),
		}),
	};
}

describe("stemma serve", () => {
	it("reads what is named, says where the room is, works until it ends and closes everything", async () => {
		const { store, done } = fakeStore(3);
		const { effects, out, err } = recordEffects({ store });
		expect(await runCommandLine(["serve", "reports", "--port", "7400"], withRoom(effects, done))).toBe(0);
		expect(out()).toBe("The reading room is open at http://127.0.0.1:7400/ (Ctrl-C ends it)\n");
		expect(err()).toMatch(/3 reports, 1 story/);
		expect(done).toEqual(["collated", "worked on", "room closed", "closed"]);
	});

	it("opens no room where nothing could be read", async () => {
		const { store, done } = fakeStore(0);
		const { effects, out } = recordEffects({ store });
		expect(await runCommandLine(["serve", "gone"], withRoom(effects, done))).toBe(2);
		expect([out(), done]).toEqual(["", ["collated", "closed"]]);
	});

	it.each([
		[["serve", "reports", "--store", "kept"], /reports that are named, or --store kept, and not both/],
		[["serve", "--port", "70000"], /--port takes a number up to 65535/],
		[["serve"], /there is no store/],
	])("refuses %j", async (args, message) => {
		const { effects, err } = recordEffects();
		expect(await runCommandLine(args, effects)).toBe(2);
		expect(err()).toMatch(message);
	});
});
