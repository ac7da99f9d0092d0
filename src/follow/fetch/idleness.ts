import { FetchRefusal } from "./refusal.ts";

export interface Idleness {
	readonly signal: AbortSignal;
	touch(): void;
	touching(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
	stop(): void;
}

/** Gives up when nothing arrives for `most` milliseconds. */
export function watchIdle(most: number): Idleness {
	const abort = new AbortController();
	const giveUp = (): void =>
		abort.abort(new FetchRefusal("fetch/idle", `nothing came for ${most / 1000} seconds; it was given up`));
	let timer = setTimeout(giveUp, most);
	const touch = (): void => {
		clearTimeout(timer);
		timer = setTimeout(giveUp, most);
	};
	return {
		signal: abort.signal,
		touch,
		async *touching(body) {
			for await (const chunk of body) {
				touch();
				yield chunk;
			}
		},
		stop: () => clearTimeout(timer),
	};
}

/** A promise's result, or the signal's reason where that comes first. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const onAbort = (): void => reject(signal.reason);
		if (signal.aborted) onAbort();
		signal.addEventListener("abort", onAbort, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
	});
}
