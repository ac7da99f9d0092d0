import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks of Linux in a second, as /proc counts a process's time. */
const TICKS = 100;

interface ProcessTime {
	readonly parent: number;
	/** Seconds of its own. */
	readonly own: number;
	/** Of its children that have ended. */
	readonly ended: number;
}

/**
 * Seconds of the processor that the processes below this one have taken and those below these, ended ones included.
 * Null where the system does not say.
 */
export function timeOfChildren(): number | null {
	const times = new Map<number, ProcessTime>();
	try {
		for (const name of readdirSync("/proc")) {
			if (!/^\d+$/.test(name)) continue;
			const time = readTime(name);
			if (time) times.set(Number(name), time);
		}
	} catch {
		return null;
	}
	const isBelow = (id: number): boolean => {
		for (let at = times.get(id)?.parent; at !== undefined && at > 0; at = times.get(at)?.parent) {
			if (at === process.pid) return true;
		}
		return false;
	};
	const below = [...times].reduce((sum, [id, { own, ended }]) => sum + (isBelow(id) ? own + ended : 0), 0);
	return below + (times.get(process.pid)?.ended ?? 0);
}

/** Null for a process that has ended meanwhile. */
function readTime(id: string): ProcessTime | null {
	try {
		const text = readFileSync(`/proc/${id}/stat`, "utf8");
		// The name, in parentheses, may hold anything.
		const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
		const [own, ended] = [11, 13].map((at) => (Number(fields[at] ?? 0) + Number(fields[at + 1] ?? 0)) / TICKS);
		return { parent: Number(fields[1]), own: own ?? 0, ended: ended ?? 0 };
	} catch {
		return null;
	}
}
