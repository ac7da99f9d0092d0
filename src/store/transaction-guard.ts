import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Tells whether the code that runs stands inside a transaction of one database. Asked through the database itself, a
 * statement in there would wait for its own transaction for ever (PGlite) or see another's view of the rows (a server).
 */
export class TransactionGuard {
	readonly #inside = new AsyncLocalStorage<boolean>();

	run<T>(work: () => Promise<T>): Promise<T> {
		return this.#inside.run(true, work);
	}

	/** Throws an Error, for it is a bug. */
	refuseInside(): void {
		if (this.#inside.getStore()) throw new Error("inside a transaction only its own handle may be used");
	}
}
