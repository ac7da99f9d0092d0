import { homedir } from "node:os";
import { join } from "node:path";

/** A store on a server, by its address; one in a folder; or one in memory, which is gone with its process. */
export type StoreLocation =
	| { readonly kind: "server"; readonly url: string }
	| { readonly kind: "folder"; readonly folder: string }
	| { readonly kind: "memory" };

/** What `--store` or STEMMA_STORE says, or the user's own store where neither does. */
export function locateStore(
	given: string | undefined,
	env: Readonly<{ [name: string]: string | undefined }>,
	platform: string,
	home: string = homedir(),
): StoreLocation {
	const where = given ?? (env["STEMMA_STORE"] || undefined);
	if (where === undefined)
		return { kind: "folder", folder: join(findDataFolder(env, platform, home), "stemma", "store") };
	if (/^postgres(?:ql)?:\/\//i.test(where)) return { kind: "server", url: where };
	return { kind: "folder", folder: where };
}

/** Where a system keeps what its users' programs keep: the XDG base directories, Application Support, AppData. */
function findDataFolder(env: Readonly<{ [name: string]: string | undefined }>, platform: string, home: string): string {
	if (platform === "win32") return env["LOCALAPPDATA"] || join(home, "AppData", "Local");
	if (platform === "darwin") return join(home, "Library", "Application Support");
	// A relative one is to be ignored, says the specification.
	const stated = env["XDG_DATA_HOME"];
	return stated?.startsWith("/") ? stated : join(home, ".local", "share");
}
