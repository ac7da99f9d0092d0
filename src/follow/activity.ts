import type { WatchEvent, WatchState } from "./watch.ts";

/** What a room that follows has been doing, for who reads it. */
export interface Activity {
	/** How far it is; null before it has counted. */
	readonly state: WatchState | null;
	/** What it did last, the latest first. */
	readonly recent: readonly WatchEvent[];
	/** What somebody should know, the latest first. */
	readonly notes: readonly string[];
}

/** Visits that are remembered, and notes. */
const RECENT = 12;
const NOTES = 5;

/** Remembers the last of what a watch tells. */
export class ActivityLog {
	#state: WatchState | null = null;
	#recent: readonly WatchEvent[] = [];
	#notes: readonly string[] = [];

	read(): Activity {
		return { state: this.#state, recent: this.#recent, notes: this.#notes };
	}

	progress(state: WatchState): void {
		this.#state = state;
	}

	/** What found nothing new is not worth a line. */
	event(event: WatchEvent): void {
		if (event.fresh === 0 && event.kept === 0 && event.failure === null) return;
		this.#recent = [event, ...this.#recent].slice(0, RECENT);
	}

	note(message: string): void {
		this.#notes = [message, ...this.#notes].slice(0, NOTES);
	}
}
