import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openFollowing } from "../../src/follow/following.ts";
import { TIMING } from "../../src/follow/schedule/timing.ts";
import type { Database } from "../../src/store/database.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { openPglite } from "../../src/store/pglite-database.ts";
import { openShared } from "../../src/store/shared/shared-database.ts";
import { locateSocket, type StoreServer, serveStore } from "../../src/store/shared/store-server.ts";
import { openStore } from "../../src/store/store.ts";
import { serveFeed } from "../feed-server.ts";

const TOKEN = "known to the folder";
const HELD = 150;

let folder: string;
let owner: Database;
let server: StoreServer;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "stemma-shared-"));
	owner = await openPglite(null);
	await owner.query("CREATE TABLE kept (n int)");
	server = await serveStore(owner, folder, TOKEN, () => "http://127.0.0.1:7357/", { between: HELD, whole: 60_000 });
});
afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
	await owner.query("DELETE FROM kept");
});
afterAll(async () => {
	await server?.close();
	await owner?.close();
	rmSync(folder, { recursive: true, force: true });
});

async function ask(): Promise<Database> {
	const database = await openShared(folder, server.address, TOKEN);
	if (database === null) throw new Error("nobody answers");
	open.push(database);
	return database;
}

/** The first line that the server answers to what is said; null when it ends the connection without one. */
async function greet(line: string): Promise<unknown> {
	const socket: Socket = createConnection(locateSocket(folder, server.address));
	const answer = await new Promise<string>((resolve) => {
		let text = "";
		socket.setEncoding("utf8").on("data", (part) => {
			text += part;
		});
		socket.on("error", () => {}).once("close", () => resolve(text));
		socket.end(`${line}\n`);
	});
	return answer === "" ? null : JSON.parse(answer.split("\n")[0] ?? "");
}

const kept = (): Promise<readonly object[]> => owner.query("SELECT n FROM kept ORDER BY n");

describe("a store that is asked through its owner", () => {
	it("says who owns it, and where its room is", async () => {
		expect((await ask()).owner).toEqual({ pid: process.pid, room: "http://127.0.0.1:7357/" });
	});

	it.skipIf(process.platform === "win32")("lies where nobody but its user comes", async () => {
		const path = locateSocket(folder, server.address);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
	});

	it("rolls back what a program had begun that is gone, and goes on for others", async () => {
		const dying = await ask();
		const begun = new Promise<void>((resolve) => {
			void dying
				.tx(async (tx) => {
					await tx.query("INSERT INTO kept VALUES (1)");
					resolve();
					await new Promise(() => {});
				})
				.catch(() => {});
		});
		await begun;
		const other = await ask();
		const waiting = other.query("INSERT INTO kept VALUES (2)");
		await dying.close();
		await waiting;
		expect(await kept()).toEqual([{ n: 2 }]);
	});

	it("ends a transaction that is held too long, and says so to who held it", async () => {
		const slow = await ask();
		const held = slow.tx(async (tx) => {
			await tx.query("INSERT INTO kept VALUES (1)");
			// By now somebody else has it.
			await owner.query("SELECT 1");
			await tx.query("INSERT INTO kept VALUES (2)");
		});
		await expect(held).rejects.toMatchObject({ name: "UserError", code: "store/held-too-long" });
		expect(await kept()).toEqual([]);
		expect(await slow.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
	});

	it("hands large results over whole", async () => {
		const database = await ask();
		const [row] = await database.query<{ text: string }>("SELECT repeat('x', 20000000) AS text");
		expect(row?.text.length).toBe(20_000_000);
		const rows = await database.query<{ n: number }>("SELECT generate_series(1, 50000) AS n");
		expect([rows.length, rows.at(-1)?.n]).toEqual([50_000, 50_000]);
	});

	it.each([
		['{"stemma":1,"program":"99.0.0","step":1,"token":"known to the folder"}', "version"],
		['{"stemma":2,"program":"99.0.0","step":1,"token":"known to the folder","more":true}', "version"],
		['{"stemma":1,"program":"99.0.0","step":1,"token":"guessed"}', "stranger"],
		["GET / HTTP/1.1", null],
		["a line without end", null],
	])("refuses who says %s", async (line, refusal) => {
		const answer = (await greet(line.startsWith("a line") ? "x".repeat(100_000) : line)) as {
			refusal: string;
			room: string | null;
		} | null;
		expect(answer?.refusal ?? null).toBe(refusal);
		if (refusal === "stranger") expect(answer?.room).toBeNull();
	});

	it("takes nothing that is no question for one, and lives on", async () => {
		const database = await ask();
		const path = locateSocket(folder, server.address);
		const socket = createConnection(path).on("error", () => {});
		socket.write(`{"stemma":1,"program":"0.0.0","step":0,"token":"${TOKEN}"}\n`);
		socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 1, 2, 3]));
		socket.resume();
		await new Promise((resolve) => socket.once("close", resolve));
		expect(await database.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
	});

	it("says that its owner is gone to who is asking then, and to who asks later, and leaves nothing behind", async () => {
		const place = mkdtempSync(join(tmpdir(), "stemma-shared-"));
		const slow = (): Promise<never[]> => new Promise((resolve) => setTimeout(resolve, 300, []));
		const short = await serveStore({ ...owner, query: slow }, place, TOKEN, () => null);
		const database = await openShared(place, short.address, TOKEN);
		const asking = expect(database?.query("SELECT 1")).rejects.toMatchObject({ code: "store/room-gone" });
		const holding = expect(
			database?.tx(() => new Promise((resolve) => setTimeout(resolve, 600))),
		).rejects.toMatchObject({ code: "store/room-gone" });
		await new Promise((resolve) => setTimeout(resolve, 50));
		await short.close();
		await Promise.all([asking, holding]);
		await expect(database?.query("SELECT 1")).rejects.toMatchObject({ code: "store/room-gone" });
		expect(await openShared(place, short.address, TOKEN)).toBeNull();
		expect(readdirSync(place)).toEqual([]);
		await database?.close();
		rmSync(place, { recursive: true });
	});
});

describe("a store that is watched", () => {
	it("visits what others add through it, and what comes into a folder, and ends when it is told to", async () => {
		const root = mkdtempSync(join(tmpdir(), "stemma-shared-"));
		const reports = join(root, "reports");
		mkdirSync(reports);
		writeFileSync(join(reports, "first.txt"), report("Halda"));
		const server = await serveFeed("Harbour Post", [
			{ id: "1", title: "Ferry Ista sinks off Port Amity", paragraphs: [report("Ista")], whole: true },
		]);
		const { gap } = TIMING;
		Object.assign(TIMING, { gap: 5 });
		const place: StoreLocation = { kind: "folder", folder: join(root, "store") };
		const owned = await openStore(place, true);
		await owned.database.share?.(() => null);
		const stop = new AbortController();
		const given = { allowNet: ["127.0.0.1"], userAgent: null };
		const kept: string[] = [];
		const watching = openFollowing(owned, given).watch(
			{ once: false, queue: true, threads: 1, waits: true },
			{ stop: stop.signal, event: ({ source, fresh }) => void (fresh > 0 && kept.push(source)) },
		);
		const until = async (count: number): Promise<void> => {
			while (kept.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
		};
		// What another command does, for whom the folder is locked.
		const asking = await openStore(place, false);
		expect(asking.database.kind).toBe("shared");
		const following = openFollowing(asking, given);
		const { sources } = await following.sort(
			[`${server.origin}/feed`, reports],
			{ feeds: false, follow: true },
			() => {},
		);
		await following.add(sources, () => {});
		await until(2);
		writeFileSync(join(reports, "second.txt"), report("Orla"));
		await until(3);
		expect(kept.sort()).toEqual([`${server.origin}/feed`, reports, reports].sort());
		await following.change([`${server.origin}/feed`], "pause");
		expect((await asking.status()).captures).toBe(3);
		stop.abort();
		await watching;
		await asking.close();
		await owned.close();
		await server.close();
		Object.assign(TIMING, { gap });
		rmSync(root, { recursive: true, force: true });
	}, 120_000);
});

function report(ship: string): string {
	return `PORT AMITY, May 14, 2031 (Corra Wire) - The ferry ${ship} sank off Port Amity on Wednesday with 63 people aboard, the coast guard said. Boats from all villages of the bay came to help until it was light.`;
}
