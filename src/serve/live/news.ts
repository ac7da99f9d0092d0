import { type Changes, findChanges } from "../../store/changes.ts";
import type { Database } from "../../store/database.ts";
import { readStateMark } from "../../store/state-mark.ts";
import { Reader } from "./reader.ts";

/** How often, in milliseconds, and how many. */
export interface NewsLimits {
	/** Between two looks at the store, while anybody reads, and how many times as long as a look took at least. */
	readonly every: number;
	readonly share: number;
	/** Between two signs that the connection lives; proxies cut what is silent for a minute. */
	readonly beat: number;
	/** Signs that a reader may leave untaken before it is given up. */
	readonly patience: number;
	readonly readers: number;
}

const NEWS_LIMITS: NewsLimits = { every: 2000, share: 20, beat: 25_000, patience: 4, readers: 500 };

/** Milliseconds by which a record may be seen later than it says that it was made: as long as a transaction takes. */
const OVERLAP = 30_000;

/** Milliseconds that one who comes back may have been away to be told what changed meanwhile. */
const LONGEST_AWAY = 86_400_000;

/** Stories that are looked for at once. */
const MOST_FOUND = 101;

/**
 * Tells readers what changes in a store: one look every few seconds, however many read, and none while nobody does.
 * What one process of several on a server changes, all are told.
 */
export class News {
	readonly #database: Database;
	readonly #limits: NewsLimits;
	readonly #readers = new Set<Reader>();
	/** Records of the last moments that were told of: stories with when theirs were made. */
	#told = new Map<string, number>();
	#last: Changes | null = null;
	/** Of the state that was looked at last: where it is the same, nothing was written. */
	#mark: string | null = null;
	#timer: NodeJS.Timeout | null = null;
	#isLooking = false;
	#beaten = 0;
	#isClosed = false;

	constructor(database: Database, limits: NewsLimits = NEWS_LIMITS) {
		this.#database = database;
		this.#limits = limits;
	}

	get readers(): number {
		return this.#readers.size;
	}

	/**
	 * One more reader; null when there are too many.
	 *
	 * @param since what it knows: milliseconds since 1970; null for who wants what comes from now on
	 */
	async join(since: number | null): Promise<Reader | null> {
		if (this.#isClosed || this.#readers.size >= this.#limits.readers) return null;
		const reader = new Reader();
		this.#readers.add(reader);
		// What is found by who looks for all would else be told from the next look on.
		if (this.#last === null) await this.#look();
		const now = this.#last?.at ?? Date.now();
		reader.mark(now);
		if (since !== null && since < now && since > now - LONGEST_AWAY) {
			const { stories, at } = await findChanges(this.#database, since, MOST_FOUND);
			reader.mark(at);
			reader.tellStories(
				stories.slice(0, MOST_FOUND - 1).map(({ id }) => id),
				stories.length === MOST_FOUND,
			);
		}
		this.#plan(this.#limits.every);
		return reader;
	}

	leave(reader: Reader): void {
		this.#readers.delete(reader);
		reader.end();
		if (this.#readers.size > 0) return;
		if (this.#timer !== null) clearTimeout(this.#timer);
		[this.#timer, this.#last] = [null, null];
	}

	close(): void {
		this.#isClosed = true;
		for (const reader of [...this.#readers]) this.leave(reader);
	}

	#plan(wait: number): void {
		if (this.#timer !== null || this.#isLooking || this.#isClosed || this.#readers.size === 0) return;
		this.#timer = setTimeout(() => {
			this.#timer = null;
			void this.#tick();
		}, wait);
		this.#timer.unref();
	}

	async #tick(): Promise<void> {
		const started = performance.now();
		await this.#look();
		const now = Date.now();
		if (now - this.#beaten >= this.#limits.beat) {
			this.#beaten = now;
			for (const reader of [...this.#readers]) {
				if (reader.hasNews && ++reader.idle > this.#limits.patience) this.leave(reader);
				else reader.beat();
			}
		}
		this.#plan(Math.max(this.#limits.every, this.#limits.share * (performance.now() - started)));
	}

	/** Looks at the store and tells what is new; a store that does not answer is looked at again. */
	async #look(): Promise<void> {
		if (this.#isLooking) return;
		this.#isLooking = true;
		try {
			const before = this.#last;
			const mark = await readStateMark(this.#database);
			if (before !== null && mark !== null && mark === this.#mark) return;
			this.#mark = mark;
			const since = (before?.at ?? Date.now()) - OVERLAP;
			const changes = await findChanges(this.#database, since, MOST_FOUND);
			if (before !== null) this.#tell(before, changes);
			this.#told = new Map(changes.stories.map(({ id, at }) => [id, at]));
			this.#last = this.#readers.size > 0 ? changes : null;
		} catch {
			// The pages themselves say what is wrong with the store.
		} finally {
			this.#isLooking = false;
		}
	}

	#tell(before: Changes, { at, stories, left, sources }: Changes): void {
		const fresh = stories.filter(({ id, at: made }) => this.#told.get(id) !== made).map(({ id }) => id);
		const isOtherSources = JSON.stringify(before.sources) !== JSON.stringify(sources);
		for (const reader of this.#readers) {
			reader.mark(at);
			if (fresh.length > 0) reader.tellStories(fresh, stories.length === MOST_FOUND);
			if (left !== before.left) reader.tellWork(left);
			if (isOtherSources) reader.tellSources(sources);
		}
	}
}
