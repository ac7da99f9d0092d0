import fc from "fast-check";

/**
 * Properties are tried on the same cases in every run, so that a change passes or fails for what it changes.
 * `STEMMA_TEST_SEED` tries others: a whole number, or `random`.
 */
const DEFAULT_SEED = 20_310_514;

const asked = process.env["STEMMA_TEST_SEED"] ?? String(DEFAULT_SEED);
if (asked !== "random") {
	if (!/^-?\d{1,10}$/.test(asked))
		throw new Error(`STEMMA_TEST_SEED is to be a whole number or "random", not "${asked}"`);
	fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
}
