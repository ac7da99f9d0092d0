import type { Delivered } from "../follow/alerts/deliver.ts";
import type { Store } from "../store/store.ts";
import type { CommandEffects, Given } from "./effects.ts";

/**
 * Works on a store and sends what its alerts find: while it works or, where it comes to an end by itself, at the end.
 * Resolves to what came of both; rejects with what the work rejects with.
 *
 * @param once whether the work ends by itself
 */
export async function whileSending<T>(
	effects: CommandEffects,
	store: Store,
	given: Given,
	{ once, note }: { readonly once: boolean; readonly note: (message: string) => void },
	work: () => Promise<T>,
): Promise<{ readonly result: T; readonly delivered: Delivered }> {
	const sender = await effects.openSending(store, given, note);
	if (once) return { result: await work(), delivered: await sender.send() };
	const end = new AbortController();
	const sending = sender.keepSending(end.signal);
	// Heard below; unheard until then, it would end the process.
	sending.catch(() => {});
	try {
		const result = await work();
		end.abort();
		return { result, delivered: await sending };
	} finally {
		end.abort();
		await sending.catch(() => {});
	}
}
