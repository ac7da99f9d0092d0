import { describe, expect, it } from "vitest";
import { recordEffects } from "../../test/recording-effects.ts";
import type { Following } from "../follow/following.ts";
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
		serve: async (_, port, __, activity, { host, names, signIn }) => {
			if (host !== null) done.push(`open at ${[host, ...names].join(" and ")}`);
			signIn("http://127.0.0.1/sign-in?key=once");
			if (activity !== null) done.push("room tells what goes on");
			return { url: `http://127.0.0.1:${port}/`, close: async () => void done.push("room closed") };
		},
	};
}

describe("stemma serve", () => {
	it("reads what is named, says where the room is, works until it ends and closes everything", async () => {
		const { store, done } = fakeStore(3);
		const { effects, out, err } = recordEffects({ store });
		expect(await runCommandLine(["serve", "reports", "--port", "7400"], withRoom(effects, done))).toBe(0);
		expect(out()).toBe(
			"The reading room is open at http://127.0.0.1:7400/ (Ctrl-C ends it)\n" +
				"To correct and add, sign in once at http://127.0.0.1/sign-in?key=once\n",
		);
		expect(err()).toMatch(/3 reports, 1 story/);
		expect(done).toEqual(["collated", "worked on", "room closed", "closed"]);
	});

	it("follows what is named and what others add, once the room is open", async () => {
		const { store, done } = fakeStore(2);
		const watched = { visits: 0, failed: 0, pages: 0, fresh: 0, kept: 0, worked: null, next: null };
		const following: Partial<Following> = {
			sort: async () => ({ reports: ["reports"], fetched: new Map(), sources: [], problems: [] }),
			add: async () => {
				done.push("followed");
				return [{ id: "1", kind: "folder", url: "file:///reports", title: null, from: "itself", isNew: true }];
			},
			watch: async (options) => {
				done.push(options.waits === true && !options.once && !options.queue ? "watched" : "watched otherwise");
				return watched;
			},
		};
		const { effects, err } = recordEffects({ store, following });
		expect(await runCommandLine(["serve", "reports", "--follow"], withRoom(effects, done))).toBe(0);
		expect(err()).toMatch(/2 reports, 1 story; following 1 source/);
		expect(done).toEqual(["collated", "followed", "room tells what goes on", "watched", "room closed", "closed"]);
	});

	it("says where the room of a store is that is open already", async () => {
		const { store, done } = fakeStore(1);
		const owner = { pid: 4711, room: "http://127.0.0.1:7357/" };
		const open = { ...store, name: "kept", database: { ...store.database, kind: "shared" as const, owner } };
		const { effects, err } = recordEffects({ store: open });
		expect(await runCommandLine(["serve", "--store", "kept"], withRoom(effects, done))).toBe(2);
		expect(err()).toMatch(/room of kept is open already, at http:\/\/127\.0\.0\.1:7357\/ \(process 4711\)/);
		expect(done).toEqual(["closed"]);
	});

	it("listens where it is told to", async () => {
		const { store, done } = fakeStore(3);
		const { effects } = recordEffects({ store });
		const args = ["serve", "reports", "--host", "0.0.0.0", "--name", "desk.example"];
		expect(await runCommandLine(args, withRoom(effects, done))).toBe(0);
		expect(done).toContain("open at 0.0.0.0 and desk.example");
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
