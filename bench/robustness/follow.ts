import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { StoreLocation } from "../../src/store/location.ts";
import { checkItems, checkPoliteness, followFor, HOUR } from "../../test/followed-days.ts";
import { startPostgres, whyNoPostgres } from "../../test/postgres.ts";
import { keepDayInStore } from "../../test/stored-day.ts";

/**
 * Follows simulated feeds through days on a clock of their own, with a store in the place of memory, and two processes
 * on one state that are both killed seven times, between and within requests. Fails where a host or a feed was asked
 * too often, or an item is lost or doubled.
 *
 *   npm run robustness:follow                                    500 feeds for a day, in a folder: an hour or so
 *   npm run robustness:follow -- --driver postgres --feeds 100   fewer, on a server
 */

const { values } = parseArgs({
	options: {
		feeds: { type: "string", default: "500" },
		hours: { type: "string", default: "24" },
		driver: { type: "string", default: "pglite" },
	},
});

async function follow(place: StoreLocation): Promise<void> {
	const [feeds, hours] = [Number(values.feeds), Number(values.hours)];
	const kills = [0.001, 0.02, 1, 5.003, 5.01, 11.7, 18].map((hour) => Math.round(hour * HOUR));
	const keeper = await keepDayInStore(place);
	const started = performance.now();
	const day = await followFor(
		hours,
		feeds,
		keeper,
		kills.filter((kill) => kill < hours * HOUR),
	);
	const seconds = (performance.now() - started) / 1000;
	checkPoliteness(day);
	await checkItems(day, hours);
	const requests = day.news.requests.length;
	const captures = (await keeper.captured()).length;
	await keeper.close();
	process.stdout.write(
		`${values.driver}: ${feeds} feeds for ${hours} hours, ${requests} requests, ${captures} captures, none too early, lost or doubled; ` +
			`${Math.round(seconds)} s, ${((1000 * seconds) / requests).toFixed(1)} ms a request\n`,
	);
}

const root = mkdtempSync(join(tmpdir(), "stemma-follow-"));
try {
	if (values.driver === "postgres") {
		const missing = whyNoPostgres();
		if (missing !== null) throw new Error(missing);
		const server = await startPostgres();
		try {
			await follow({ kind: "server", url: await server.createDatabase() });
		} finally {
			await server.stop();
		}
	} else await follow({ kind: "folder", folder: join(root, "store") });
} finally {
	rmSync(root, { recursive: true, force: true });
}
