import { z } from "zod";
import type { ContainerCheck, FileCheck } from "../model/evidence.ts";
import { UserError } from "../model/problem.ts";
import { type ArchiveEffects, sourceOf } from "../read/archives/byte-source.ts";
import { isSafeName, openStored, readEntry, readZipDirectory } from "../read/archives/zip-directory.ts";
import { compareText } from "../text/compare.ts";
import { crc32 } from "../text/crc32.ts";
import { DATA_PACKAGE, hashOf, PACKAGE_DIGEST, writeDigest } from "./wacz.ts";
import { writeZipParts, type ZipPart } from "./zip-writer.ts";

/** A WACZ file that was opened, and how its files stand to the hashes that it states of them. */
export interface OpenedContainer {
	/** Those that can be read, whether or not they match. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	/** All of them in the archive's order, as they lie there. */
	readonly parts: readonly ZipPart[];
	readonly checks: readonly FileCheck[];
}

const RESOURCES = z.object({
	resources: z.array(z.object({ path: z.string(), hash: z.string(), packed: z.string().optional() })),
});

/**
 * Opens a WACZ file and holds each of its files to the hash that its data package states, and the data package to its
 * own. A file whose checksum in the archive fails counts as changed.
 *
 * @throws UserError `verify/unreadable` when it is no ZIP archive that can be opened or has no data package
 */
export async function openContainer(
	bytes: Uint8Array,
	name: string,
	effects: Pick<ArchiveEffects, "inflate">,
): Promise<OpenedContainer> {
	const source = sourceOf(bytes);
	const directory = await readZipDirectory(source);
	if (typeof directory === "string") throw new UserError("verify/unreadable", `${name} cannot be opened: ${directory}`);
	const files = new Map<string, Uint8Array>();
	const broken = new Map<string, string>();
	const parts: ZipPart[] = [];
	for (const entry of directory) {
		const { name: path, method, size, crc } = entry;
		const lying = await openStored(source, entry);
		const kept = (await lying?.read(0, lying.size)) ?? new Uint8Array();
		parts.push({ path, kept, method, size, crc });
		// A folder is no file.
		if (path.endsWith("/") && size === 0) continue;
		if (files.has(path) || broken.has(path)) {
			broken.set(path, "there are two files of this name");
			files.delete(path);
			continue;
		}
		// What is stored as it is can be looked into, also when it was changed: its hash tells that.
		const isPlain = lying !== null && method === 0 && !entry.encrypted && isSafeName(path);
		const read = isPlain
			? kept
			: isSafeName(path)
				? await readEntry(source, entry, bytes.length * MOST_RATIO, effects)
				: "its name leaves the archive";
		if (typeof read === "string") broken.set(path, read);
		else files.set(path, read);
	}
	const dataPackage = files.get(DATA_PACKAGE);
	if (!dataPackage) {
		const why = broken.get(DATA_PACKAGE);
		throw new UserError(
			"verify/unreadable",
			why === undefined
				? `${name} has no ${DATA_PACKAGE}, which lists the hashes of a WACZ file: it is none`
				: `${name} cannot be verified: ${DATA_PACKAGE} cannot be read (${why})`,
		);
	}
	return { files, parts, checks: checkFiles(files, broken, dataPackage) };
}

/** JSON packs to a twentieth of its size; what unpacks to far more is not what this is for. */
const MOST_RATIO = 200;

function checkFiles(
	files: ReadonlyMap<string, Uint8Array>,
	broken: ReadonlyMap<string, string>,
	dataPackage: Uint8Array,
): FileCheck[] {
	const listed = readResources(dataPackage);
	const digest = files.get(PACKAGE_DIGEST);
	const stated = new Map((listed ?? []).map(({ path, hash }) => [path, hash]));
	const digestHash = digest === undefined ? null : readDigestHash(digest);
	if (digest !== undefined) stated.set(DATA_PACKAGE, digestHash?.toLowerCase() ?? "nothing that can be read");
	const paths = new Set([...files.keys(), ...broken.keys(), ...stated.keys()]);
	return [...paths].sort(compareText).map((path) => {
		const hash = stated.get(path) ?? null;
		const bytes = files.get(path);
		const found = bytes === undefined ? null : hashOf(bytes);
		const base = { path, stated: hash, found };
		const why = broken.get(path);
		if (why !== undefined) return { ...base, state: "changed", reason: `it cannot be read: ${why}` };
		if (bytes === undefined) return { ...base, state: "missing", reason: "it is listed and not there" };
		if (path === DATA_PACKAGE && listed === null)
			return { ...base, state: "changed", reason: "it lists no files that can be read" };
		if (path === PACKAGE_DIGEST) {
			// It states the hash of the list and is itself held to how it is written.
			return digestHash === null
				? { ...base, state: "changed", reason: "it states no hash that can be read" }
				: { ...base, state: "matches", reason: null };
		}
		if (hash === null) {
			return path === DATA_PACKAGE
				? { ...base, state: "unlisted", reason: `there is no ${PACKAGE_DIGEST} that states its hash` }
				: { ...base, state: "unlisted", reason: "it is there and not listed" };
		}
		if (hash === found) return { ...base, state: "matches", reason: null };
		const known = /^sha256:/i.test(hash);
		return {
			...base,
			state: "changed",
			reason: known ? "its hash is another" : "its hash is stated in a way that is not read",
		};
	});
}

interface ListedResource {
	readonly path: string;
	readonly hash: string;
	readonly packed?: string | undefined;
}

function readResources(dataPackage: Uint8Array): ListedResource[] | null {
	const parsed = RESOURCES.safeParse(parseJson(dataPackage));
	return parsed.success ? parsed.data.resources.map((one) => ({ ...one, hash: one.hash.toLowerCase() })) : null;
}

function readDigestHash(digest: Uint8Array): string | null {
	const parsed = z.object({ path: z.literal(DATA_PACKAGE), hash: z.string() }).safeParse(parseJson(digest));
	return parsed.success ? parsed.data.hash : null;
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder("utf-8").decode(bytes));
	} catch {
		return null;
	}
}

/**
 * Holds what lies around the files to how Stemma writes it: the archive made again around its files must be the same,
 * and those that are packed must lie in the very bytes that were hashed, so that no byte anywhere goes unseen.
 */
export function checkContainer(bytes: Uint8Array, { files, parts, checks }: OpenedContainer): ContainerCheck {
	const at = firstDifference(bytes, writeZipParts(parts));
	if (at !== null) {
		const reason = `it was packed anew, or what lies around its files was changed (from byte ${at} on)`;
		return { state: "changed", reason };
	}
	const dataPackage = files.get(DATA_PACKAGE) ?? new Uint8Array();
	for (const { path, packed } of readResources(dataPackage) ?? []) {
		const part = parts.find((one) => one.path === path);
		if (part && (part.method === 0 ? undefined : hashOf(part.kept)) !== packed) {
			return { state: "changed", reason: `${path} lies in it packed in other bytes` };
		}
	}
	const matching = new Set(checks.filter(({ state }) => state === "matches").map(({ path }) => path));
	const wrong = parts.find(({ path, method, kept, crc }) => method === 0 && matching.has(path) && crc32(kept) !== crc);
	if (wrong)
		return { state: "changed", reason: `its checksum of ${wrong.path} is another, though the file matches its hash` };
	const digest = files.get(PACKAGE_DIGEST);
	const digestHash = digest === undefined ? null : readDigestHash(digest);
	if (digest && (digestHash === null || firstDifference(digest, writeDigest(digestHash)) !== null)) {
		return { state: "changed", reason: `${PACKAGE_DIGEST} is not as Stemma writes it` };
	}
	return { state: "matches", reason: null };
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | null {
	const length = Math.min(a.length, b.length);
	for (let at = 0; at < length; at++) if (a[at] !== b[at]) return at;
	return a.length === b.length ? null : length;
}
