import { randomUUID } from "node:crypto";
import {
	closeSync,
	linkSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from "node:fs";
import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { UserError } from "../model/problem.ts";
import { errorCode } from "./database.ts";

/**
 * One process owns a folder. Node has no lock that the system lets go of when a process dies, so that a lock is a file
 * `lock.N` naming its owner. Who finds the highest one's owner gone makes `lock.N+1`, which only one can; none is ever
 * taken away but by the owner of a higher one. So two who both find an owner gone cannot both come in.
 */

/** Who holds a folder, as its lock file says. */
interface Owner {
	readonly pid: number;
	readonly host: string;
	/** ISO 8601. */
	readonly since: string;
	/** When the process began, by the system's own count; null where the system does not say. Numbers come again. */
	readonly start: string | null;
	readonly token: string;
	/** False once it has let go. */
	readonly held: boolean;
	/** The socket on which it lets others ask; absent where it does not. */
	readonly socket?: string;
}

/** Somebody else has the folder. */
export class FolderInUse extends UserError {
	/** Where its owner lets others ask, and what one has to know there; null where it does not. */
	readonly asking: { readonly socket: string; readonly token: string } | null;

	constructor(message: string, asking: FolderInUse["asking"]) {
		super("store/in-use", message);
		this.asking = asking;
	}
}

/** Milliseconds in which a process that has made its lock file has surely written it. */
const WRITING = 10_000;

/** Milliseconds by which the clock and the count of time since the system started may differ. */
const CLOCK = 5000;

/** So many others may come first before something is wrong. */
const MOST_TRIES = 100;

/** The locks of this process, by their tokens: its number alone could be that of a process before it. */
const own = new Set<string>();

export interface FolderLock {
	/** What nobody knows who cannot read the folder. */
	readonly token: string;
	/** Says in the lock where its owner lets others ask. */
	nameSocket(socket: string): void;
	release(): void;
}

/**
 * Takes the lock of a folder.
 *
 * @throws UserError `store/in-use` naming who has it, `store/forbidden` when the folder cannot be written to
 */
export function lockFolder(folder: string): FolderLock {
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const highest = findHighest(folder);
		if (highest > 0) {
			const owner = readOwner(folder, highest);
			if (owner === "gone") continue;
			if (owner === "unread" || isAlive(owner)) throw inUse(folder, highest, owner === "unread" ? null : owner);
		}
		const number = highest + 1;
		const token = randomUUID();
		const claim: Owner = {
			pid: process.pid,
			host: hostname(),
			since: new Date().toISOString(),
			start: startOf(process.pid),
			token,
			held: true,
		};
		if (!create(folder, number, claim)) continue;
		// Between the look and the making, others may have come and gone: the highest is the owner.
		if (findHighest(folder) > number) {
			rmSync(nameOf(folder, number), { force: true });
			continue;
		}
		own.add(token);
		const rewrite = (changed: Owner): void => {
			const draft = join(folder, `lock.${token}`);
			write(draft, changed);
			renameSync(draft, nameOf(folder, number));
		};
		for (const lower of listLocks(folder)) if (lower < number) rmSync(nameOf(folder, lower), { force: true });
		return {
			token,
			nameSocket: (socket) => rewrite({ ...claim, socket }),
			release: () => {
				if (!own.delete(token)) return;
				// The file stays, for its number must not come again. A folder that is gone needs no letting go.
				try {
					rewrite({ ...claim, held: false });
				} catch {}
			},
		};
	}
	throw new Error(`the lock of ${folder} could not be taken in ${MOST_TRIES} tries`);
}

function describeOwner({ pid, host, since }: Owner): string {
	const where = host === hostname() ? "" : ` on ${host}`;
	return `process ${pid}${where}, since ${since.replace("T", " ").replace(/\.\d+Z$/, " UTC")}`;
}

function inUse(folder: string, number: number, owner: Owner | null): FolderInUse {
	const who = owner === null ? "a process that is just starting" : describeOwner(owner);
	const elsewhere = owner !== null && owner.host !== hostname();
	const advice = elsewhere
		? `; if that machine has stopped, delete ${nameOf(folder, number)}`
		: "; wait until it is done, or use a store on a PostgreSQL server, which many processes share";
	const asking = owner?.socket === undefined || elsewhere ? null : { socket: owner.socket, token: owner.token };
	return new FolderInUse(`the store ${folder} is in use by ${who}${advice}`, asking);
}

function nameOf(folder: string, number: number): string {
	return join(folder, `lock.${number}`);
}

function listLocks(folder: string): number[] {
	return readdirSync(folder).flatMap((name) => {
		const digits = /^lock\.(\d{1,15})$/.exec(name)?.[1];
		return digits === undefined ? [] : [Number(digits)];
	});
}

function findHighest(folder: string): number {
	return Math.max(0, ...listLocks(folder));
}

/** False when somebody else has made it. */
function create(folder: string, number: number, claim: Owner): boolean {
	const draft = join(folder, `lock.${claim.token}`);
	try {
		write(draft, claim);
		if (!linkFile(draft, nameOf(folder, number))) write(nameOf(folder, number), claim);
		return true;
	} catch (error) {
		const code = errorCode(error);
		if (code === "EEXIST") return false;
		if (["EACCES", "EPERM", "EROFS"].includes(code)) {
			throw new UserError("store/forbidden", `the store ${folder} cannot be written to; check its permissions`);
		}
		if (code === "ENOSPC") throw new UserError("store/full", `the disk that holds the store ${folder} is full`);
		throw error;
	} finally {
		rmSync(draft, { force: true });
	}
}

/**
 * Gives a written file a name that nobody has, whole in one step: who finds it can read who made it. False on a file
 * system without hard links.
 */
function linkFile(from: string, to: string): boolean {
	try {
		linkSync(from, to);
		return true;
	} catch (error) {
		if (errorCode(error) === "EEXIST") throw error;
		return false;
	}
}

function write(path: string, claim: Owner): void {
	const file = openSync(path, "wx");
	try {
		writeSync(file, `${JSON.stringify(claim)}\n`);
	} finally {
		closeSync(file);
	}
}

/** `gone` when it is no longer there, `unread` while its maker, without hard links, may still be writing it. */
function readOwner(folder: string, number: number): Owner | "gone" | "unread" {
	const path = nameOf(folder, number);
	try {
		const value: unknown = JSON.parse(readFileSync(path, "utf8"));
		if (isOwner(value)) return value;
	} catch (error) {
		if (errorCode(error) === "ENOENT") return "gone";
	}
	const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
	if (age < WRITING) return "unread";
	// Its maker died before it had written: nobody has it.
	return { pid: 0, host: hostname(), since: new Date(0).toISOString(), start: null, token: "", held: false };
}

function isOwner(value: unknown): value is Owner {
	if (typeof value !== "object" || value === null) return false;
	const fields = value as Partial<Record<keyof Owner, unknown>>;
	const isText = (field: unknown): boolean => typeof field === "string";
	return (
		typeof fields.pid === "number" &&
		typeof fields.held === "boolean" &&
		[fields.host, fields.since, fields.token].every(isText) &&
		(fields.start === null || isText(fields.start)) &&
		(fields.socket === undefined || isText(fields.socket))
	);
}

/** Whether its owner may still be at work. Of another machine nothing can be known: then yes. */
function isAlive({ pid, host, since, start, token, held }: Owner): boolean {
	if (!held) return false;
	if (host !== hostname()) return true;
	if (pid === process.pid) return own.has(token);
	if (Date.parse(since) < Date.now() - uptime() * 1000 - CLOCK) return false;
	try {
		process.kill(pid, 0);
	} catch (error) {
		// EPERM: it is there and another user's.
		if (errorCode(error) !== "EPERM") return false;
	}
	// A process of the same number that began at another time is another.
	return start === null || startOf(pid) === start;
}

/** When a process began: on Linux field 22 of its `stat`, in ticks since the system started (proc(5)); else null. */
function startOf(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		// The second field is the program's name, in brackets, and may hold anything.
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
	} catch {
		return null;
	}
}
