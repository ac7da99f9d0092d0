import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { StoreLocation } from "../../src/store/location.ts";
import { type CompiledProgram, compileProgram } from "../../test/compiled-program.ts";
import { KilledWork, writeReports } from "../../test/killed-work.ts";
import { startPostgres, whyNoPostgres } from "../../test/postgres.ts";

/**
 * Kills a process that adds to a store and works on it with kill -9 in each round, at a moment that a seed chooses (on a
 * server others go on), then lets the rest be done and holds what the store has to the record of its files: nothing
 * lost, nothing twice. Ends with 1 where it does not.
 *
 *   npm run robustness:kills                                  100 rounds on each database
 *   npm run robustness:kills -- --driver pglite --rounds 20   fewer, on one
 *   npm run robustness:kills -- --from 41 --rounds 10         the store that was begun in round 41 again
 */

/** Rounds on one store before it is held to its files; then another one is begun. */
const ROUNDS_A_STORE = 10;

/** Reports that come with each round. */
const REPORTS = 6;

const { values } = parseArgs({
	options: {
		rounds: { type: "string", default: "100" },
		from: { type: "string", default: "1" },
		driver: { type: "string", default: "both" },
	},
});

async function play(
	program: CompiledProgram,
	driver: string,
	createPlace: (count: number) => Promise<StoreLocation>,
): Promise<number> {
	const [first, rounds] = [Number(values.from), Number(values.rounds)];
	let [killed, wrong] = [0, 0];
	for (let begin = 0; begin < rounds; begin += ROUNDS_A_STORE) {
		const place = await createPlace(begin);
		const folder = mkdtempSync(join(tmpdir(), "stemma-kills-"));
		const play = new KilledWork(program, place, folder);
		const end = Math.min(begin + ROUNDS_A_STORE, rounds);
		for (let round = begin; round < end; round++) {
			writeReports(folder, REPORTS * (round - begin), REPORTS);
			const lost = await play.round(first + round);
			killed++;
			if (lost === 0) continue;
			wrong++;
			process.stdout.write(`${driver}, round ${first + round}: ${lost} acknowledged captures are lost\n`);
		}
		const losses = await play.end();
		wrong += losses.length;
		for (const loss of losses) process.stdout.write(`${driver}, store of round ${first + begin}: ${loss}\n`);
		process.stdout.write(`${driver}: ${end} of ${rounds} rounds, ${killed} processes killed at work, ${wrong} wrong\n`);
		rmSync(folder, { recursive: true, force: true });
		if (place.kind === "folder") rmSync(place.folder, { recursive: true, force: true });
	}
	return wrong;
}

async function main(program: CompiledProgram): Promise<number> {
	let wrong = 0;
	if (values.driver !== "postgres") {
		wrong += await play(program, "pglite", async () => ({
			kind: "folder",
			folder: join(mkdtempSync(join(tmpdir(), "stemma-killed-")), "store"),
		}));
	}
	if (values.driver !== "pglite") {
		const missing = whyNoPostgres();
		if (missing !== null) process.stdout.write(`postgres: skipped: ${missing}\n`);
		else {
			const server = await startPostgres();
			try {
				wrong += await play(program, "postgres", async () => ({ kind: "server", url: await server.createDatabase() }));
			} finally {
				await server.stop();
			}
		}
	}
	return wrong > 0 ? 1 : 0;
}

const program = compileProgram("killed-work.ts");
try {
	process.exitCode = await main(program);
} finally {
	program.dispose();
}
