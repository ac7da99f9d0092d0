import type { Socket } from "node:net";
import { deserialize, serialize } from "node:v8";
import type { SqlValue } from "../database.ts";

/**
 * What two programs of one version say to each other over a local socket. First a line of JSON each way, so that any
 * version can be told from any other; then frames: four bytes of length, the highest first, and so many bytes in the
 * form in which Node hands values to its threads. It keeps what the port gives: 64-bit integers, bytes, dates.
 */

/** Grows when another program could not follow any more. */
export const PROTOCOL = 1;

/** What is asked: one thing at a time on each connection, answered before the next. */
export type Request =
	| { readonly kind: "query"; readonly sql: string; readonly values: readonly SqlValue[] }
	| { readonly kind: "begin" | "commit" | "rollback" };

export type Answer = { readonly rows: readonly object[] } | { readonly failure: Failure };

/** An error as it crosses from one process to the other. */
export interface Failure {
	readonly message: string;
	/** An SQLSTATE or the code of a UserError; "" where there is none. */
	readonly code: string;
	/** Whether somebody can do something about it. */
	readonly isUsers: boolean;
}

/** Bytes of a first line at most. */
const MOST_HELLO = 4096;

/** Bytes of a frame at most: a capture may have 100 MB, and a result that is larger does not fit a store in a folder. */
const MOST_FRAME = 0x3fff_ffff;

const LENGTH = 4;

/** A connection that reads a line and then frames, none before it is asked for: what comes meanwhile waits in the socket. */
export class Frames {
	readonly #socket: Socket;
	#chunks: Buffer[] = [];
	#held = 0;
	#isOver = false;
	#wake: () => void = () => {};

	constructor(socket: Socket) {
		this.#socket = socket;
		socket.on("readable", () => this.#wake());
		const end = (): void => {
			this.#isOver = true;
			this.#wake();
		};
		socket.on("end", end).on("close", end);
		// What went wrong is told by what is missing then.
		socket.on("error", end);
	}

	/** The next line, read as JSON; null when the other side is gone, or has said something else. */
	async readHello(): Promise<unknown> {
		for (;;) {
			const held = Buffer.concat(this.#chunks);
			const end = held.indexOf(10);
			if (end >= 0) {
				this.#keep(held.subarray(end + 1));
				try {
					return JSON.parse(held.subarray(0, end).toString("utf8"));
				} catch {
					return null;
				}
			}
			if (held.length > MOST_HELLO || !(await this.#take())) return null;
		}
	}

	sayHello(hello: object): void {
		this.#socket.write(`${JSON.stringify(hello)}\n`);
	}

	/** The next frame; null when the other side is gone, or has sent what is none. */
	async read(): Promise<unknown> {
		while (this.#held < LENGTH) if (!(await this.#take())) return null;
		const head = Buffer.concat(this.#chunks);
		const length = head.readUInt32BE(0);
		this.#keep(head.subarray(LENGTH));
		if (length > MOST_FRAME) return null;
		while (this.#held < length) if (!(await this.#take())) return null;
		const all = Buffer.concat(this.#chunks);
		this.#keep(all.subarray(length));
		try {
			return deserialize(all.subarray(0, length));
		} catch {
			return null;
		}
	}

	/** Resolves when it is handed on, also when nobody takes it any more. Rejects for what is too large. */
	async write(value: Request | Answer): Promise<void> {
		const body = serialize(value);
		if (body.length > MOST_FRAME) throw new Error("this is too much for one answer");
		const head = Buffer.alloc(LENGTH);
		head.writeUInt32BE(body.length);
		this.#socket.cork();
		this.#socket.write(head);
		const written = new Promise<void>((resolve) => {
			this.#socket.once("close", resolve);
			this.#socket.write(body, () => {
				this.#socket.off("close", resolve);
				resolve();
			});
		});
		this.#socket.uncork();
		await written;
	}

	/** Whether the other side is gone. */
	get isOver(): boolean {
		return this.#isOver;
	}

	/** Ends the connection at once. */
	destroy(): void {
		this.#socket.destroy();
	}

	/** Takes what has come, or waits for it; false at the end. */
	async #take(): Promise<boolean> {
		for (;;) {
			const chunk: Buffer | null = this.#socket.read();
			if (chunk !== null) {
				this.#chunks.push(chunk);
				this.#held += chunk.length;
				return true;
			}
			if (this.#isOver) return false;
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
	}

	#keep(rest: Buffer): void {
		this.#chunks = rest.length > 0 ? [rest] : [];
		this.#held = rest.length;
	}
}
