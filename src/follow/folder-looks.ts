import { stat } from "node:fs/promises";
import type { ReadEffects } from "../read/captures.ts";
import { folderPath } from "./folder-source.ts";
import { type FollowedSource, type FollowState, hostOf } from "./schedule/state.ts";

/**
 * A folder on this machine costs nobody anything to look at: what comes into it is seen within seconds, where a feed is
 * asked every few minutes. Seen is that something changed; what it is, the visit finds out.
 */

/** What looking at folders needs of the world. */
export interface LookingEffects {
	readonly state: FollowState;
	/** This machine, as folders name it. */
	readonly machine: string;
	readonly list: ReadEffects["list"];
	/** Milliseconds since 1970. */
	now(): number;
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
	readonly stop: AbortSignal;
}

/** Milliseconds between two looks, and how many times as long as a look took at least. */
const LOOK_EVERY = 3000;
const SHARE = 20;

/**
 * Brings the next visit of each followed folder forward when its files change, and at first, for what came while nobody
 * looked, until it is told to stop. Never rejects.
 */
export async function keepLooking(effects: LookingEffects): Promise<void> {
	const { state, machine, list, now, wait, stop } = effects;
	const own = hostOf(`file://${machine}/`);
	const seen = new Map<string, string>();
	while (!stop.aborted) {
		const started = now();
		try {
			for (const source of await state.sources()) {
				if (source.kind !== "folder" || source.status !== "active" || hostOf(source.url) !== own) continue;
				const found = await describeFolder(list, source);
				const before = seen.get(source.id);
				seen.set(source.id, found);
				if (before !== found) await state.change(source.id, (there) => hasten(there, now()));
			}
		} catch {
			// A store that does not answer, or a folder that is gone: the visits say so.
		}
		await wait(Math.max(LOOK_EVERY, SHARE * (now() - started)), stop);
	}
}

function hasten(source: FollowedSource, now: number): FollowedSource {
	return source.status === "active" ? { ...source, due: Math.min(source.due, now) } : source;
}

/** Changes when a file comes, goes, or is written to. */
async function describeFolder(list: ReadEffects["list"], source: FollowedSource): Promise<string> {
	const { files } = await list(folderPath(source));
	const lines: string[] = [];
	for (const { path, size } of files) {
		const changed = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
		lines.push(`${path}\0${size}\0${changed}`);
	}
	return lines.join("\n");
}
