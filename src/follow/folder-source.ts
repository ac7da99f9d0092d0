import type { FetchedInput } from "../read/addresses.ts";
import type { Listing, ReadEffects } from "../read/captures.ts";
import type { FollowedSource } from "./schedule/state.ts";

/** The name of a machine as the host of an address. */
export function machineName(hostname: string): string {
	return (
		hostname
			.toLowerCase()
			.replace(/[^a-z0-9.-]/g, "-")
			.replace(/^[.-]+|[.-]+$/g, "") || "here"
	);
}

/** The address of a folder: its machine and its whole path, with `/` between folders. */
export function folderUrl(machine: string, path: string): string {
	const parts = path.split("/").filter((part) => part !== "");
	return `file://${machine}/${parts.map(encodeURIComponent).join("/")}`;
}

/** The whole path that `folderUrl` was made of; of Windows with its drive. */
export function folderPath({ url }: Pick<FollowedSource, "url">): string {
	const path = decodeURIComponent(new URL(url).pathname);
	return /^\/[a-z]:(?:\/|$)/i.test(path) ? path.slice(1) : path;
}

/**
 * Reads a folder wherever the program runs, and calls its files what they were called when it was added, from the
 * folder of that time: so that a file is the same report whoever reads it.
 *
 * @param given the folder as it was written
 * @param path its whole path
 */
export function readElsewhere(effects: ReadEffects, given: string, path: string): ReadEffects {
	const there = (place: string): string => (place.startsWith(given) ? `${path}${place.slice(given.length)}` : place);
	const called = (place: string): string => (place.startsWith(path) ? `${given}${place.slice(path.length)}` : place);
	const { archives } = effects;
	return {
		...effects,
		async list(input): Promise<Listing> {
			const { kind, files } = await effects.list(there(input));
			return { kind, files: files.map((file) => ({ ...file, path: called(file.path) })) };
		},
		read: (file, limit) => effects.read(there(file), limit),
		...(archives ? { archives: { ...archives, open: (file: string) => archives.open(there(file)) } } : {}),
		fetch: async (): Promise<FetchedInput> => ({
			bytes: null,
			problem: { code: "read/no-network", reason: "a folder holds no addresses" },
		}),
	};
}
