import { createConnection } from "node:net";
import { UserError } from "../../model/problem.ts";
import type { Database, Queryable, SqlValue } from "../database.ts";
import { TransactionGuard } from "../transaction-guard.ts";
import { type Answer, type Failure, Frames, type Request } from "./frames.ts";
import { askIn, type OwnerHello, readOwner } from "./greeting.ts";
import { locateSocket } from "./store-server.ts";

/** Connections of one program at most. */
const MOST_CONNECTIONS = 8;

/** Milliseconds in which an owner answers to a greeting: it may be at a long statement. */
const GREETING_DEADLINE = 60_000;

/**
 * A database in a folder that another process owns, asked through that process.
 *
 * @param address the socket that its lock names; @param token what the lock says that one has to know
 * @returns null when nobody answers there
 * @throws UserError `store/other-version`, `store/busy`
 */
export async function openShared(folder: string, address: string, token: string): Promise<Database | null> {
	const connect = () => connectTo(locateSocket(folder, address), token, folder);
	const first = await connect();
	if (first === null) return null;
	const { pid, room } = first.owner;
	const gone = (): UserError =>
		new UserError(
			"store/room-gone",
			`process ${pid}, through which the store ${folder} was asked, has ended; what was not finished is not kept: run it again`,
		);
	const pool = new Pool(first.frames, async () => (await connect())?.frames ?? Promise.reject(gone()));
	const guard = new TransactionGuard();

	const exchange = async (frames: Frames, request: Request): Promise<readonly object[]> => {
		await frames.write(request);
		const answer = (await frames.read()) as Answer | null;
		if (answer === null) throw gone();
		if ("failure" in answer) throw rebuild(answer.failure);
		return answer.rows;
	};
	const run = async <Row>(frames: Frames, sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> =>
		(await exchange(frames, { kind: "query", sql, values })) as readonly Row[];

	return {
		kind: "shared",
		owner: { pid, room },
		query: async (sql, values) => {
			guard.refuseInside();
			return pool.use((frames) => run(frames, sql, values));
		},
		tx: async (work) => {
			guard.refuseInside();
			return pool.use(async (frames) => {
				await exchange(frames, { kind: "begin" });
				const handle: Queryable = { query: (sql, values) => run(frames, sql, values) };
				let result: Awaited<ReturnType<typeof work>>;
				try {
					result = await guard.run(() => work(handle));
				} catch (error) {
					await exchange(frames, { kind: "rollback" }).catch(() => {});
					throw error;
				}
				await exchange(frames, { kind: "commit" });
				return result;
			});
		},
		close: async () => pool.close(),
	};
}

async function connectTo(
	path: string,
	token: string,
	folder: string,
): Promise<{ frames: Frames; owner: OwnerHello } | null> {
	const socket = createConnection(path);
	const frames = new Frames(socket);
	const isThere = await new Promise<boolean>((resolve) => {
		socket.once("connect", () => resolve(true)).once("close", () => resolve(false));
	});
	if (!isThere) return null;
	frames.sayHello(askIn(token));
	socket.setTimeout(GREETING_DEADLINE, () => socket.destroy());
	let owner: OwnerHello | null = null;
	try {
		owner = readOwner(await frames.readHello(), folder);
	} finally {
		if (owner === null) socket.destroy();
	}
	socket.setTimeout(0);
	return owner === null ? null : { frames, owner };
}

function rebuild({ message, code, isUsers }: Failure): Error {
	if (isUsers) return new UserError(code, message);
	return code === "" ? new Error(message) : Object.assign(new Error(message), { code });
}

/** Connections, made as they are needed, each for one thing at a time. */
class Pool {
	readonly #idle: Frames[];
	readonly #all: Set<Frames>;
	readonly #connect: () => Promise<Frames>;
	readonly #waiting: (() => void)[] = [];
	#busy = 0;
	#isClosed = false;

	constructor(first: Frames, connect: () => Promise<Frames>) {
		this.#idle = [first];
		this.#all = new Set([first]);
		this.#connect = connect;
	}

	async use<T>(work: (frames: Frames) => Promise<T>): Promise<T> {
		while (this.#busy >= MOST_CONNECTIONS) {
			await new Promise<void>((resolve) => {
				this.#waiting.push(resolve);
			});
		}
		if (this.#isClosed) throw new Error("the store is closed");
		this.#busy++;
		try {
			const frames = this.#idle.pop() ?? (await this.#open());
			try {
				return await work(frames);
			} finally {
				if (!frames.isOver) this.#idle.push(frames);
				else this.#all.delete(frames);
			}
		} finally {
			this.#busy--;
			this.#waiting.shift()?.();
		}
	}

	close(): void {
		this.#isClosed = true;
		for (const frames of this.#all) frames.destroy();
		for (const go of this.#waiting.splice(0)) go();
	}

	async #open(): Promise<Frames> {
		const frames = await this.#connect();
		this.#all.add(frames);
		return frames;
	}
}
