/**
 * What `find` resolves to, asked for again once it is older than so long. While it is asked for, all who ask wait for
 * the same; what failed is not kept.
 *
 * @param milliseconds how old an answer may be
 */
export function keepFor<T>(milliseconds: number, find: () => Promise<T>): () => Promise<T> {
	let kept: { readonly at: number; readonly found: Promise<T> } | null = null;
	return () => {
		const now = performance.now();
		if (kept !== null && now - kept.at < milliseconds) return kept.found;
		const asked = { at: now, found: find() };
		kept = asked;
		asked.found.catch(() => {
			if (kept === asked) kept = null;
		});
		return asked.found;
	};
}
