import { z } from "zod";
import type { ContainerCheck, FileCheck } from "../model/evidence.ts";
import { UserError } from "../model/problem.ts";
import { type ArchiveEffects, sourceOf } from "../read/archives/byte-source.ts";
import { isSafeName, openStored, readEntry, readZipDirectory } from "../read/archives/zip-directory.ts";
import { compareText } from "../text/compare.ts";
import { DATA_PACKAGE, hashOf, PACKAGE_DIGEST, writeDigest } from "./wacz.ts";
import { writeZip, type ZipFile } from "./zip-writer.ts";

/** A WACZ file that was opened, and how its files stand to the hashes that it states of them. */
export interface OpenedContainer {
	readonly files: ReadonlyMap<string, Uint8Array>;
	/** The bytes of those that are packed in the archive, as they lie there. */
	readonly packed: ReadonlyMap<string, Uint8Array>;
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
	const packed = new Map<string, Uint8Array>();
	const broken = new Map<string, string>();
	for (const entry of directory) {
		const twice = files.has(entry.name) || broken.has(entry.name);
		const read =
			twice || !isSafeName(entry.name)
				? "its name is not one that can be"
				: await readEntry(source, entry, bytes.length * MOST_RATIO, effects);
		if (typeof read === "string") {
			broken.set(entry.name, twice ? "there are two files of this name" : read);
			files.delete(entry.name);
			continue;
		}
		files.set(entry.name, read);
		const lying = entry.method === 0 ? null : await openStored(source, entry);
		if (lying) packed.set(entry.name, await lying.read(0, lying.size));
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
	return { files, packed, checks: checkFiles(files, packed, broken, dataPackage) };
}

/** JSON packs to a twentieth of its size; what unpacks to far more is not what this is for. */
const MOST_RATIO = 200;

function checkFiles(
	files: ReadonlyMap<string, Uint8Array>,
	packed: ReadonlyMap<string, Uint8Array>,
	broken: ReadonlyMap<string, string>,
	dataPackage: Uint8Array,
): FileCheck[] {
	const listed = readResources(dataPackage);
	const digest = files.get(PACKAGE_DIGEST);
	const stated = new Map((listed ?? []).map(({ path, hash }) => [path, hash]));
	const packedHashes = new Map((listed ?? []).map((one) => [one.path, one.packed ?? null]));
	const digestHash = digest === undefined ? null : readDigestHash(digest);
	if (digest !== undefined) stated.set(DATA_PACKAGE, digestHash ?? "nothing that can be read");
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
		if (hash === found) {
			const lying = packed.get(path);
			const packedHash = packedHashes.get(path) ?? null;
			const isPackedAnew = packedHash !== null && lying !== undefined && hashOf(lying) !== packedHash;
			if (isPackedAnew) return { ...base, state: "changed", reason: "it is the same, and packed in other bytes" };
			return { ...base, state: "matches", reason: null };
		}
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
	return parsed.success ? parsed.data.hash.toLowerCase() : null;
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder("utf-8").decode(bytes));
	} catch {
		return null;
	}
}

/**
 * Holds what lies around the files to how Stemma writes it: the archive made again from its files must be the same, so
 * that no byte anywhere goes unseen.
 */
export function checkContainer(
	bytes: Uint8Array,
	{ files, packed }: Pick<OpenedContainer, "files" | "packed">,
): ContainerCheck {
	const kept: ZipFile[] = [...files].map(([path, content]) => {
		const lying = packed.get(path);
		return { path, bytes: content, ...(lying ? { packed: lying } : {}) };
	});
	const again = writeZip(kept);
	const at = firstDifference(bytes, again);
	if (at !== null) {
		const reason = `byte ${at} and what follows is not as Stemma writes it: a file was taken out, put in or packed anew, or what lies around the files was changed`;
		return { state: "changed", reason };
	}
	const digest = files.get(PACKAGE_DIGEST);
	const dataPackage = files.get(DATA_PACKAGE);
	const expected = dataPackage && writeDigest(dataPackage);
	if (!digest || !expected || firstDifference(digest, expected) !== null) {
		return { state: "changed", reason: `${PACKAGE_DIGEST} is not as Stemma writes it` };
	}
	return { state: "matches", reason: null };
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | null {
	const length = Math.min(a.length, b.length);
	for (let at = 0; at < length; at++) if (a[at] !== b[at]) return at;
	return a.length === b.length ? null : length;
}
