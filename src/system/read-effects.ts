import type { Stats } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { glob, isDynamicPattern } from "tinyglobby";
import type { FileEntry, Listing, ReadEffects } from "../read/captures.ts";
import { joinBytes } from "../read/join-bytes.ts";
import { compareText } from "../text/compare.ts";
import { nodeArchiveEffects } from "./archive-effects.ts";

/** What reading needs, from Node: paths are taken from the working folder. */
export function nodeReadEffects(input: AsyncIterable<Uint8Array | string> = process.stdin): ReadEffects {
	return { list, read, stdin: (limit) => readStream(input, limit), archives: nodeArchiveEffects() };
}

async function list(input: string): Promise<Listing> {
	const path = withSlashes(input);
	const found = await statOrNull(path);
	if (found === "unreadable") return { kind: "unreadable", files: [] };
	// A name that exists is meant as it stands, whatever marks of a pattern it holds.
	if (found?.isDirectory()) {
		try {
			return { kind: "folder", files: sortFiles(await listFolder(path)) };
		} catch {
			return { kind: "unreadable", files: [] };
		}
	}
	if (found) return { kind: "file", files: [{ path, size: found.size }] };
	if (!isDynamicPattern(path)) return { kind: "missing", files: [] };
	const files: FileEntry[] = [];
	for (const match of await glob(path, {
		dot: false,
		onlyFiles: true,
		expandDirectories: false,
		absolute: path.startsWith("/"),
	})) {
		const file = withSlashes(match);
		const info = await statOrNull(file);
		if (info && info !== "unreadable") files.push({ path: file, size: info.size });
	}
	return { kind: "glob", files: sortFiles(files) };
}

/** All files below a folder. Links to folders are not followed, so that no ring is walked for ever. */
async function listFolder(folder: string): Promise<FileEntry[]> {
	const files: FileEntry[] = [];
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		if (entry.name.startsWith(".")) continue;
		const path = folder.endsWith("/") ? `${folder}${entry.name}` : `${folder}/${entry.name}`;
		if (entry.isDirectory()) files.push(...(await listFolder(path)));
		else {
			const info = await statOrNull(path);
			if (info && info !== "unreadable" && info.isFile()) files.push({ path, size: info.size });
		}
	}
	return files;
}

function sortFiles(files: readonly FileEntry[]): FileEntry[] {
	return [...files].sort((a, b) => compareText(a.path, b.path));
}

function withSlashes(path: string): string {
	return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

async function statOrNull(path: string): Promise<Stats | "unreadable" | null> {
	try {
		return await stat(path);
	} catch (cause) {
		const code = cause instanceof Error && "code" in cause ? cause.code : null;
		return code === "EACCES" || code === "EPERM" || code === "ELOOP" ? "unreadable" : null;
	}
}

async function read(path: string, limit: number): Promise<Uint8Array> {
	const handle = await open(path, "r");
	try {
		return await readStream(handle.createReadStream({ start: 0, end: limit, autoClose: false }), limit);
	} finally {
		await handle.close();
	}
}

async function readStream(stream: AsyncIterable<Uint8Array | string>, limit: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
		chunks.push(bytes);
		size += bytes.byteLength;
		if (size > limit) break;
	}
	return joinBytes(chunks);
}
