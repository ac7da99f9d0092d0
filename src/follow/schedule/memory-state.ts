import type { Capture } from "../../model/capture.ts";
import { compareText } from "../../text/compare.ts";
import {
	endMoved,
	type Finished,
	type FollowedSource,
	type FollowState,
	type HostState,
	hostOf,
	type Outcome,
	pageKeyOf,
	placeOf,
	type Task,
	type WantedPage,
} from "./state.ts";

/** All of a state but what was captured, as plain data. */
export interface FollowSnapshot {
	readonly sources: readonly FollowedSource[];
	readonly hosts: readonly HostState[];
	readonly pages: readonly WantedPage[];
	/** By source, the mark of each entry and how often it has changed. */
	readonly marks: readonly (readonly [source: string, marks: readonly (readonly [entry: string, mark: Mark])[]])[];
	/** By task, whose it is and until when. */
	readonly leases: readonly (readonly [task: string, lease: Lease])[];
	readonly claims: number;
}

interface Mark {
	readonly mark: string;
	readonly changes: number;
}

interface Lease {
	readonly token: string;
	readonly host: string;
	readonly until: number;
}

/** A following state in memory, which can be begun from a snapshot; `keep` is told of every capture, once. */
export interface MemoryState extends FollowState {
	snapshot(): FollowSnapshot;
}

export function openMemoryState(
	keep: (capture: Capture) => void,
	{ sources, hosts, pages, marks, leases, claims }: FollowSnapshot = EMPTY,
): MemoryState {
	const bySource = new Map<string, FollowedSource>();
	const byHost = new Map(hosts.map((one) => [one.host, one]));
	const wanted = new Map<string, WantedPage>();
	const known = new Map(marks.map(([source, all]) => [source, new Map(all)]));
	const held = new Map(leases);
	let count = claims;
	const hostAt = (host: string): HostState => byHost.get(host) ?? { host, free: 0, robots: null };

	/** What there is to do, by task. */
	const work = new Map<string, { readonly due: number; readonly host: string }>();
	const putSource = (source: FollowedSource): void => {
		const { id, due, status } = source;
		bySource.set(id, source);
		if (status === "active") work.set(`visit ${id}`, { due, host: hostOf(placeOf(source)) });
		else work.delete(`visit ${id}`);
	};
	const putPage = (page: WantedPage): void => {
		wanted.set(pageKeyOf(page), page);
		work.set(pageKeyOf(page), { due: page.due, host: hostOf(page.url) });
	};
	for (const source of sources) putSource(source);
	for (const page of pages) putPage(page);

	const toTask = (key: string, lease: string, host: HostState): Task => {
		const page = wanted.get(key);
		if (page) return { kind: "page", lease, host, page };
		const source = bySource.get(key.slice("visit ".length));
		if (!source) throw new Error(`there is no task ${key}`);
		return { kind: "visit", lease, host, source };
	};

	const keepSource = (source: FollowedSource, now: number): void => {
		const same = [...bySource.values()].some(
			({ id, url, status }) => id !== source.id && url === source.url && status !== "gone",
		);
		const { status } = bySource.get(source.id) ?? source;
		if (same) putSource(endMoved(source, now));
		else putSource(status === "paused" && source.status === "active" ? { ...source, status } : source);
	};
	const removeSource = (source: string): void => {
		bySource.delete(source);
		known.delete(source);
		work.delete(`visit ${source}`);
		for (const [key, page] of wanted) {
			if (page.source !== source) continue;
			wanted.delete(key);
			work.delete(key);
		}
	};

	return {
		async add(source, entries = []) {
			const taken = [...bySource.values()].some(
				({ id, url, status }) => id === source.id || (url === source.url && status !== "gone"),
			);
			if (taken) return false;
			putSource(source);
			known.set(source.id, new Map(entries.map(({ entry, mark }) => [entry.id, { mark, changes: 0 }])));
			return true;
		},
		async sources() {
			return [...bySource.values()].sort((a, b) => compareText(a.url, b.url) || compareText(a.id, b.id));
		},
		async countWanted() {
			const counts = new Map<string, number>();
			for (const { source } of wanted.values()) counts.set(source, (counts.get(source) ?? 0) + 1);
			return counts;
		},
		async countDue(now) {
			return [...work.values()].filter(({ due }) => due <= now).length;
		},
		async change(id, to) {
			const source = bySource.get(id);
			if (!source) return false;
			const changed = to(source);
			if (changed) putSource(changed);
			else removeSource(id);
			return true;
		},
		async claim(now, until, most) {
			const busy = new Set([...held.values()].filter((lease) => lease.until > now).map(({ host }) => host));
			const due: { readonly key: string; readonly due: number; readonly host: string }[] = [];
			for (const [key, one] of work) {
				if (one.due <= now && !busy.has(one.host) && hostAt(one.host).free <= now) due.push({ key, ...one });
			}
			due.sort((a, b) => a.due - b.due || compareText(a.key, b.key));
			const tasks: Task[] = [];
			for (const { key, host } of due) {
				if (tasks.length >= most) break;
				if (busy.has(host)) continue;
				busy.add(host);
				const token = String(++count);
				held.set(key, { token, host, until });
				tasks.push(toTask(key, token, hostAt(host)));
			}
			return tasks;
		},
		async finish(task, outcome, now): Promise<Finished> {
			const key = task.kind === "visit" ? `visit ${task.source.id}` : pageKeyOf(task.page);
			if (held.get(key)?.token !== task.lease) return NOTHING;
			held.delete(key);
			byHost.set(outcome.host.host, outcome.host);
			if (!bySource.has(task.kind === "visit" ? task.source.id : task.page.source)) return NOTHING;
			if (task.kind === "page") {
				// What a later version of the entry asked for meanwhile stays asked for.
				const latest = wanted.get(key)?.mark === task.page.mark;
				if (latest && outcome.page) putPage(outcome.page);
				else if (latest) {
					wanted.delete(key);
					work.delete(key);
				}
				if (outcome.capture) keep(outcome.capture);
			}
			const { fresh, captures } = keepEntries(outcome, known, putPage, keep);
			if (outcome.source) keepSource(outcome.source(fresh), now);
			return { kept: true, fresh, captures: captures + (outcome.capture ? 1 : 0) };
		},
		async release(task) {
			const key = task.kind === "visit" ? `visit ${task.source.id}` : pageKeyOf(task.page);
			if (held.get(key)?.token === task.lease) held.delete(key);
		},
		async next(now) {
			const busy = new Map(
				[...held.values()].filter(({ until }) => until > now).map(({ host, until }) => [host, until]),
			);
			let earliest: number | null = null;
			for (const { due, host } of work.values()) {
				const at = Math.max(due, hostAt(host).free, busy.get(host) ?? 0);
				if (earliest === null || at < earliest) earliest = at;
			}
			return earliest;
		},
		snapshot: () => ({
			sources: [...bySource.values()],
			hosts: [...byHost.values()],
			pages: [...wanted.values()],
			marks: [...known].map(([source, all]) => [source, [...all]] as const),
			leases: [...held],
			claims: count,
		}),
	};
}

const NOTHING: Finished = { kept: false, fresh: 0, captures: 0 };

const EMPTY: FollowSnapshot = { sources: [], hosts: [], pages: [], marks: [], leases: [], claims: 0 };

/** Keeps what is new or changed among the entries that a visit found, and says how many are. */
function keepEntries(
	{ entries, source }: Outcome,
	known: Map<string, Map<string, Mark>>,
	putPage: (page: WantedPage) => void,
	keep: (capture: Capture) => void,
): Pick<Finished, "fresh" | "captures"> {
	if (source === null) return { fresh: 0, captures: 0 };
	const { id } = source(0);
	const marks = known.get(id) ?? new Map<string, Mark>();
	known.set(id, marks);
	let [fresh, captures] = [0, 0];
	for (const { entry, mark, most, page, capture } of entries) {
		const before = marks.get(entry.id);
		const changes = before ? before.changes + 1 : 0;
		if (before?.mark === mark || changes > most) continue;
		marks.set(entry.id, { mark, changes });
		fresh++;
		if (page) putPage(page);
		if (!capture) continue;
		keep(capture);
		captures++;
	}
	return { fresh, captures };
}
