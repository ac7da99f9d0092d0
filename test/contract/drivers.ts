import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/store/database.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { openFolder } from "../../src/store/store-folder.ts";
import { startPostgres, type TestServer, whyNoPostgres } from "../postgres.ts";

/** A kind of database that the contract is held on. */
export interface TestDriver {
	readonly kind: "pglite" | "shared" | "postgres";
	/** Why it cannot be tested here; null when it can. */
	readonly missing: string | null;
	/** A place for a store, with none there yet. */
	createPlace(): Promise<StoreLocation>;
	/** Takes away all that it made. */
	dispose(): Promise<void>;
}

/** The drivers, each with nothing started until it is asked for a place. One set for each test file. */
export function testDrivers(): readonly TestDriver[] {
	return [pglite(), postgres()];
}

/** The same, and a folder that is asked through who owns it: for what a driver itself may get wrong. */
export function allDrivers(): readonly TestDriver[] {
	const folders = pglite();
	// The last takes away what both have made.
	return [{ ...folders, dispose: async () => {} }, postgres(), shared(folders)];
}

/** Names a block of tests, and says why it is skipped where it is. */
export function nameBlock(what: string, driver: TestDriver): string {
	return driver.missing === null
		? `${what} on ${driver.kind}`
		: `${what} on ${driver.kind} (skipped: ${driver.missing})`;
}

/** A new database takes seconds to make and a moment to copy. */
function pglite(): TestDriver {
	let root: string | null = null;
	let count = 0;
	return {
		kind: "pglite",
		missing: null,
		createPlace: async () => {
			if (root === null) {
				root = mkdtempSync(join(tmpdir(), "stemma-pglite-"));
				await (await openFolder(join(root, "template"), true)).close();
			}
			const folder = join(root, `store-${count++}`);
			cpSync(join(root, "template"), folder, { recursive: true });
			return { kind: "folder", folder };
		},
		dispose: async () => {
			if (root !== null) rmSync(root, { recursive: true, force: true });
		},
	};
}

/** Each place is owned, by this process, until the next is asked for. */
function shared(folders: TestDriver): TestDriver {
	let owner: Database | null = null;
	return {
		kind: "shared",
		missing: null,
		createPlace: async () => {
			await owner?.close();
			const place = await folders.createPlace();
			if (place.kind !== "folder") throw new Error("this is no folder");
			owner = await openFolder(place.folder, false);
			await owner.share?.(() => null);
			return place;
		},
		dispose: async () => {
			await owner?.close();
			await folders.dispose();
		},
	};
}

function postgres(): TestDriver {
	let server: Promise<TestServer> | null = null;
	return {
		kind: "postgres",
		missing: whyNoPostgres(),
		createPlace: async () => {
			server ??= startPostgres();
			return { kind: "server", url: await (await server).createDatabase() };
		},
		dispose: async () => {
			await (await server)?.stop();
		},
	};
}
