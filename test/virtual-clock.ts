/** A clock that goes on when nothing else is left to do: days pass in seconds, and always in the same order. */
export interface VirtualClock {
	now(): number;
	/** Resolves when so much time has passed, or as soon as the signal says so. */
	wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
	/** Lets time pass until a moment, or until nobody waits any more. */
	runTo(moment: number): Promise<void>;
}

/** @param isBusy whether something is under way that takes real time: the clock stands until it is done */
export function openVirtualClock(start: number, isBusy: () => boolean = () => false): VirtualClock {
	let now = start;
	let count = 0;
	const timers: { at: number; order: number; resolve: () => void }[] = [];
	const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
	const settle = async (): Promise<void> => {
		do {
			while (isBusy()) await turn();
			await turn();
		} while (isBusy());
	};
	return {
		now: () => now,
		wait: (milliseconds, signal) =>
			new Promise((resolve) => {
				if (signal?.aborted) return resolve();
				const timer = { at: now + Math.max(0, milliseconds), order: count++, resolve };
				const place = timers.findIndex(({ at, order }) => at > timer.at || (at === timer.at && order > timer.order));
				timers.splice(place < 0 ? timers.length : place, 0, timer);
				signal?.addEventListener("abort", () => {
					const found = timers.indexOf(timer);
					if (found >= 0) timers.splice(found, 1);
					resolve();
				});
			}),
		async runTo(moment) {
			for (;;) {
				await settle();
				const [timer] = timers;
				if (!timer || timer.at > moment) break;
				timers.shift();
				now = timer.at;
				timer.resolve();
			}
			now = Math.max(now, moment);
		},
	};
}
