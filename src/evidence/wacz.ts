import { sha256Hex } from "../text/hash.ts";
import { VERSION } from "../version.ts";
import { writeZip, type ZipFile } from "./zip-writer.ts";

/** The version of WACZ that is written. */
const WACZ_VERSION = "1.1.1";

export const DATA_PACKAGE = "datapackage.json";
export const PACKAGE_DIGEST = "datapackage-digest.json";

/** What a WACZ says of itself. */
export interface WaczAbout {
	readonly title: string;
	readonly description: string;
	/** When the file was made (ISO 8601 in UTC), where that is to be said. */
	readonly created?: string;
}

/** A WACZ file of these files, with the list of their hashes (a Frictionless Data Package) and that list's own hash. */
export function writeWacz(files: readonly ZipFile[], about: WaczAbout): Uint8Array {
	const listed = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
	const dataPackage = {
		profile: "data-package",
		wacz_version: WACZ_VERSION,
		software: `stemma ${VERSION}`,
		...about,
		resources: listed.map(({ path, bytes, packed }) => ({
			name: path.slice(path.lastIndexOf("/") + 1),
			path,
			hash: hashOf(bytes),
			bytes: bytes.byteLength,
			// Different packed bytes may unpack to the same: these are held to a hash of their own.
			...(packed ? { packed: hashOf(packed) } : {}),
		})),
	};
	const manifest = utf8(`${JSON.stringify(dataPackage, null, 2)}\n`);
	return writeZip([
		{ path: DATA_PACKAGE, bytes: manifest },
		{ path: PACKAGE_DIGEST, bytes: writeDigest(hashOf(manifest)) },
		...listed,
	]);
}

/** The file that states the hash of the data package. */
export function writeDigest(hash: string): Uint8Array {
	return utf8(`${JSON.stringify({ path: DATA_PACKAGE, hash }, null, 2)}\n`);
}

export function hashOf(bytes: Uint8Array): string {
	return `sha256:${sha256Hex(bytes)}`;
}

function utf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
