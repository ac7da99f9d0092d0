import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../model/problem.ts";
import { type Database, errorCode } from "./database.ts";
import { FolderInUse, type FolderLock, lockFolder } from "./folder-lock.ts";
import { openPglite } from "./pglite-database.ts";
import type { StoreServer } from "./shared/store-server.ts";

/** Says that a folder is a store, to people and to the program. */
const MARK = "stemma-store.json";
const MARK_TEXT = `${JSON.stringify({ store: "stemma", layout: 1, note: "Kept by stemma; change nothing in here by hand." }, null, "\t")}\n`;

/** The database's own files; and where a new one is made, so that half of one is never taken for one. */
const DATA = "postgres";
const NEW_DATA = "postgres.new";

/** Whether the folder is a store; UserError `store/not-a-store` when it holds something else. */
export function isStoreFolder(folder: string): boolean {
	let names: readonly string[];
	try {
		names = readdirSync(folder);
	} catch (error) {
		const code = errorCode(error);
		if (code === "ENOENT") return false;
		if (code === "ENOTDIR") throw notAStore(folder, "it is a file");
		throw new UserError("store/forbidden", `the store ${folder} cannot be opened (${code}); check its permissions`);
	}
	if (names.includes(MARK)) {
		checkMark(folder);
		return true;
	}
	// A lock and a draft of the data are a store whose making was cut short.
	if (names.every((name) => /^lock\./.test(name) || name === NEW_DATA)) return false;
	throw notAStore(folder, "it holds other files");
}

function checkMark(folder: string): void {
	let value: unknown;
	try {
		value = JSON.parse(readFileSync(join(folder, MARK), "utf8"));
	} catch (error) {
		const code = errorCode(error);
		if (code === "") throw notAStore(folder, `its ${MARK} is damaged`);
		throw new UserError("store/forbidden", `the store ${folder} cannot be read (${code}); check its permissions`);
	}
	const layout = typeof value === "object" && value !== null && "layout" in value ? value.layout : null;
	if (layout === 1) return;
	throw new UserError("store/newer", `the store ${folder} was made by a later stemma, which this one cannot read`);
}

function notAStore(folder: string, why: string): UserError {
	return new UserError("store/not-a-store", `${folder} is no store of stemma: ${why}; name another folder`);
}

/** Milliseconds between two looks at a folder whose owner named a socket and does not answer, and how often. */
const LOOK_AGAIN = 200;
const MOST_LOOKS = 10;

/**
 * The database in a folder, made when `create` says so. The folder's lock is held until it is closed; where another
 * process has it and lets others ask, it is asked through that one.
 *
 * @throws UserError `store/missing`, `store/not-a-store`, `store/in-use`, `store/forbidden`, `store/newer`, and as `openShared`
 */
export async function openFolder(folder: string, create: boolean): Promise<Database> {
	const isStore = isStoreFolder(folder);
	if (!isStore && !create) {
		throw new UserError("store/missing", `there is no store at ${folder}; "stemma init" makes one`);
	}
	if (!isStore) makeFolder(folder);
	for (let looks = 1; ; looks++) {
		try {
			return await openOwn(folder, lockFolder(folder));
		} catch (error) {
			if (!(error instanceof FolderInUse) || error.asking === null) throw error;
			const { openShared } = await import("./shared/shared-database.ts");
			const shared = await openShared(folder, error.asking.socket, error.asking.token);
			if (shared !== null) return shared;
			// Its owner is just ending.
			if (looks === MOST_LOOKS) throw error;
			await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
		}
	}
}

async function openOwn(folder: string, lock: FolderLock): Promise<Database> {
	try {
		const data = join(folder, DATA);
		if (!existsSync(data)) await makeData(folder);
		const database = await openPglite(data);
		let server: StoreServer | null = null;
		let closed: Promise<void> | null = null;
		const close = async (): Promise<void> => {
			try {
				await server?.close();
				await database.close();
			} finally {
				lock.release();
			}
		};
		return {
			...database,
			share: async (room) => {
				const { removeStaleSockets, serveStore } = await import("./shared/store-server.ts");
				removeStaleSockets(folder);
				server ??= await serveStore(database, folder, lock.token, room);
				lock.nameSocket(server.address);
			},
			close: () => {
				closed ??= close();
				return closed;
			},
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

async function makeData(folder: string): Promise<void> {
	const draft = join(folder, NEW_DATA);
	rmSync(draft, { recursive: true, force: true });
	const database = await openPglite(draft);
	await database.close();
	// First, so that nobody who is killed leaves data behind that nothing says are a store's.
	writeFileSync(join(folder, MARK), MARK_TEXT);
	renameSync(draft, join(folder, DATA));
}

function makeFolder(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		throw new UserError(
			"store/forbidden",
			`the store ${folder} cannot be made (${errorCode(error)}); check its permissions`,
		);
	}
}
