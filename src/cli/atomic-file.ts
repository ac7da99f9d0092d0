import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { UserError } from "../model/problem.ts";

/** Why a file could not be written, by the system's error code. */
const REASONS: Readonly<{ [code: string]: string }> = {
	ENOENT: "its folder does not exist",
	ENOTDIR: "a part of its path is not a folder",
	EISDIR: "it is a folder",
	EACCES: "you may not write there",
	EPERM: "you may not write there",
	EROFS: "the disk is read-only",
	ENOSPC: "the disk is full",
	ENAMETOOLONG: "its name is too long",
};

const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its name. A link is
 * followed, an existing file's permissions stay; what is no plain file (a pipe, a device) is written to
 * directly. Throws `UserError` (`cli/output`).
 */
export async function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
	try {
		const target = await realpath(path).catch(() => path);
		const existing = await stat(target).catch(() => null);
		if (existing?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
		if (existing !== null && !existing.isFile()) await writeInto(target, content);
		else await replaceFile(target, content, existing?.mode ?? 0o666);
	} catch (error) {
		throw new UserError("cli/output", `cannot write ${path}: ${explain(error)}`);
	}
}

async function replaceFile(target: string, content: string | Uint8Array, mode: number): Promise<void> {
	const draft = join(dirname(target), `.${basename(target).slice(0, 200)}.${process.pid}.tmp`);
	const abandon = (signal: NodeJS.Signals): void => {
		void rm(draft, { force: true }).finally(() => process.kill(process.pid, signal));
	};
	// Node handles each signal once, so that sending it again ends the process in the ordinary way.
	for (const signal of ENDINGS) process.once(signal, abandon);
	try {
		const file = await open(draft, "wx", mode & 0o777);
		try {
			await file.writeFile(content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(draft, target);
	} catch (error) {
		if (codeOf(error) !== "EEXIST") await rm(draft, { force: true });
		throw error;
	} finally {
		for (const signal of ENDINGS) process.off(signal, abandon);
	}
}

async function writeInto(target: string, content: string | Uint8Array): Promise<void> {
	const file = await open(target, "w");
	try {
		await file.writeFile(content);
	} finally {
		await file.close();
	}
}

function explain(error: unknown): string {
	const code = codeOf(error);
	return REASONS[code] ?? (error instanceof Error && error.message !== "" ? error.message : "it failed");
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
