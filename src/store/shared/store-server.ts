import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { UserError } from "../../model/problem.ts";
import { type Database, errorCode, type Queryable } from "../database.ts";
import { type Answer, type Failure, Frames, type Request } from "./frames.ts";
import { answerHello } from "./greeting.ts";

/** Connections at once, of all programs together; each has eight at most. */
const MOST_CONNECTIONS = 64;

/** Milliseconds in which a connection has to say what it is. */
const HELLO_DEADLINE = 5000;

export interface HoldLimits {
	/** Milliseconds between two statements of a transaction: the whole store waits for them. */
	readonly between: number;
	/** Milliseconds of a transaction in all; a backup of a store as large as one in a folder may be takes minutes. */
	readonly whole: number;
}

const HOLD_LIMITS: HoldLimits = { between: 15_000, whole: 900_000 };

/** Bytes that the name of a socket may have on every system (`sun_path` has 104 on macOS, 108 on Linux). */
const LONGEST_PATH = 103;

const DIRECTORY = "room-";
const SOCKET = "ask";

/** Where a store that is open is asked by other programs. */
export interface StoreServer {
	/** The socket: below the store's folder by its name there, else whole; on Windows a named pipe. */
	readonly address: string;
	/** Ends at once what is being asked; resolves when nothing of it is left. */
	close(): Promise<void>;
}

/**
 * Lets other programs of the same user ask a database that this process owns. The socket lies in a folder that nobody
 * else may enter, from its first moment on.
 *
 * @param token what they have to know
 * @param room where the reading room is, when that is asked; null where there is none
 */
export async function serveStore(
	database: Database,
	folder: string,
	token: string,
	room: () => string | null,
	limits: HoldLimits = HOLD_LIMITS,
): Promise<StoreServer> {
	const open = new Set<Socket>();
	const served = new Set<Promise<void>>();
	const server = createServer((socket) => {
		open.add(socket);
		socket.on("close", () => open.delete(socket));
		const isFull = open.size > MOST_CONNECTIONS;
		const done = answerAll(socket, database, (hello) => answerHello(hello, token, isFull, room()), limits)
			.catch(() => {})
			.finally(() => {
				socket.destroy();
				served.delete(done);
			});
		served.add(done);
	});
	const { path, address, remove } = chooseSocket(folder);
	try {
		await listen(server, path);
	} catch (error) {
		remove();
		throw error;
	}
	if (process.platform !== "win32") chmodSync(path, 0o600);
	// Nothing that is accepted badly ends the process.
	server.on("error", () => {});
	return {
		address,
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of open) socket.destroy();
			await Promise.all(served);
			await closed;
			remove();
		},
	};
}

/** Takes away the sockets of owners that are gone; only who has the folder's lock may do so. */
export function removeStaleSockets(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (name.startsWith(DIRECTORY)) rmSync(join(folder, name), { recursive: true, force: true });
	}
}

/** Where a socket that a lock names is reached. */
export function locateSocket(folder: string, address: string): string {
	return address.startsWith(DIRECTORY) ? join(folder, address) : address;
}

function chooseSocket(folder: string): { path: string; address: string; remove(): void } {
	if (process.platform === "win32") {
		const path = `\\\\.\\pipe\\stemma-${crypto.randomUUID()}`;
		return { path, address: path, remove: () => {} };
	}
	const isShort = Buffer.byteLength(join(folder, `${DIRECTORY}XXXXXX`, SOCKET)) <= LONGEST_PATH;
	const directory = mkdtempSync(isShort ? join(folder, DIRECTORY) : join(tmpdir(), "stemma-"));
	const path = join(directory, SOCKET);
	return {
		path,
		address: isShort ? join(basename(directory), SOCKET) : path,
		remove: () => rmSync(directory, { recursive: true, force: true }),
	};
}

function listen(server: Server, path: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(path, () => {
			server.off("error", reject);
			resolve();
		});
	});
}

/** Answers a connection until its other end is gone. */
async function answerAll(
	socket: Socket,
	database: Database,
	greet: (hello: unknown) => { readonly refusal: string | null },
	limits: HoldLimits,
): Promise<void> {
	const frames = new Frames(socket);
	const hello = await within(frames.readHello(), HELLO_DEADLINE);
	if (hello === LATE || hello === null) return;
	const greeting = greet(hello);
	frames.sayHello(greeting);
	if (greeting.refusal !== null) return endAfter(socket);
	for (;;) {
		const request = readRequest(await frames.read());
		if (request === null) return;
		if (request.kind === "query") await frames.write(await ask(database, request));
		else if (request.kind === "begin") await transact(frames, database, limits);
		// A transaction that was ended here is over for who only now gives it up.
		else if (request.kind === "rollback") await frames.write(NOTHING);
		else await frames.write({ failure: describe(new Error("there is no transaction to commit")) });
	}
}

const NOTHING: Answer = { rows: [] };

/** Why a transaction that was begun is not kept. */
class NotKept extends Error {
	readonly why: "asked" | "gone" | "held";
	/** What was being waited for when it was held too long. */
	readonly pending: Promise<unknown> | null;

	constructor(why: NotKept["why"], pending: Promise<unknown> | null = null) {
		super(why);
		this.why = why;
		this.pending = pending;
	}
}

/** One transaction of who asks, from its beginning to its end: who is gone, or holds it too long, has it rolled back. */
async function transact(frames: Frames, database: Database, limits: HoldLimits): Promise<void> {
	try {
		await database.tx((tx) => follow(frames, tx, limits));
		await frames.write(NOTHING);
	} catch (error) {
		if (!(error instanceof NotKept)) return frames.write({ failure: describe(error) });
		if (error.why === "asked") return frames.write(NOTHING);
		if (error.why === "gone") return;
		// Whatever it asks for next, it is told what has become of its transaction.
		if ((await error.pending) !== null) await frames.write({ failure: describe(heldTooLong(limits)) });
	}
}

async function follow(frames: Frames, tx: Queryable, limits: HoldLimits): Promise<void> {
	const end = Date.now() + limits.whole;
	const limited = async <T>(step: Promise<T>): Promise<T> => {
		const done = await within(step, Math.max(0, Math.min(limits.between, end - Date.now())));
		if (done === LATE) throw new NotKept("held", step);
		return done;
	};
	await limited(frames.write(NOTHING));
	for (;;) {
		const request = readRequest(await limited(frames.read()));
		if (request === null) throw new NotKept("gone");
		if (request.kind === "commit") return;
		if (request.kind !== "query") throw new NotKept("asked");
		await limited(frames.write(await ask(tx, request)));
	}
}

function heldTooLong({ between, whole }: HoldLimits): UserError {
	return new UserError(
		"store/held-too-long",
		`the store was held for more than ${between / 1000} seconds between two steps, or ${whole / 60_000} minutes in all, ` +
			"while others wait for it; nothing of it is kept: run it again",
	);
}

async function ask(database: Queryable, { sql, values }: Extract<Request, { kind: "query" }>): Promise<Answer> {
	try {
		return { rows: await database.query(sql, values) };
	} catch (error) {
		return { failure: describe(error) };
	}
}

function describe(error: unknown): Failure {
	const message = error instanceof Error ? error.message : String(error);
	return { message, code: errorCode(error), isUsers: error instanceof UserError };
}

function readRequest(value: unknown): Request | null {
	if (typeof value !== "object" || value === null || !("kind" in value)) return null;
	if (value.kind === "begin" || value.kind === "commit" || value.kind === "rollback") return { kind: value.kind };
	const { sql, values } = value as { readonly sql?: unknown; readonly values?: unknown };
	if (value.kind !== "query" || typeof sql !== "string" || !Array.isArray(values)) return null;
	return { kind: "query", sql, values };
}

const LATE = Symbol("late");

async function within<T>(step: Promise<T>, milliseconds: number): Promise<T | typeof LATE> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<typeof LATE>((resolve) => {
		timer = setTimeout(() => resolve(LATE), milliseconds);
	});
	try {
		return await Promise.race([step, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** Ends a connection once what was said is handed on. */
function endAfter(socket: Socket): Promise<void> {
	return new Promise((resolve) => socket.end(() => resolve()));
}
