import type { ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collateInputs } from "../src/pipeline.ts";
import { formatRecord } from "../src/report/json.ts";
import { askLooks } from "../src/store/alerts/alerts.ts";
import type { StoreLocation } from "../src/store/location.ts";
import { openStore } from "../src/store/store.ts";
import { findStoryRecord } from "../src/store/stories.ts";
import { nodeCollateEffects } from "../src/system/collate-effects.ts";
import { hash32 } from "../src/text/hash.ts";
import type { CompiledProgram } from "./compiled-program.ts";
import { ended } from "./store-process.ts";

/** Seconds for which jobs are taken while workers are killed: who comes next does not wait long. */
const LEASE = 1;

/** Milliseconds after its cue within which a process is killed. */
const WITHIN = 600;

const PLACES = ["Port Amity", "Vell", "Cardle Bay", "Ostra", "Tarn Cross"];
const LOSSES = ["a crane", "two boats", "its roof", "the north pier", "a barge"];

/** Writes reports that were not there: of each event three, one of them a copy of another. */
export function writeReports(folder: string, from: number, count: number): void {
	mkdirSync(folder, { recursive: true });
	for (let number = from; number < from + count; number++) {
		const event = Math.floor(number / 3);
		const [place, loss] = [PLACES[event % PLACES.length], LOSSES[Math.floor(event / 5) % LOSSES.length]];
		const lead = `A storm took ${loss} from the harbour of ${place} on ${1 + (event % 28)} May 2031, the coast guard said.`;
		const told = `“We counted ${event + 3} broken masts before noon,” harbour master Ada Vane told the Quay Letter ${event}.`;
		const text = number % 3 === 1 ? `${told}\n\n${lead} Nobody was hurt.` : `${lead}\n\n${told}`;
		writeFileSync(join(folder, `${String(number).padStart(4, "0")}.txt`), `${text}\n`);
	}
}

export const NOTHING_GIVEN = "{ primaries: [], names: [], corrections: [] }";

/** Processes that are at work at once: a folder is one's own, a server everybody's. */
const AT_WORK: Readonly<Record<StoreLocation["kind"], number>> = { folder: 1, memory: 1, server: 2 };

/** Milliseconds to wait for what a process is killed after; then it is killed all the same. */
const PATIENCE = 10_000;

/** Lines after one of which a process is killed: it has the store open, it has queued all, it has done a job. */
const CUES = ["holds", "queued", "at"] as const;

/** A process that adds a folder and works on it, and what it has said. */
interface Actor {
	readonly child: ChildProcess;
	readonly ended: Promise<string>;
	readonly said: Set<string>;
}

/**
 * Processes that each add a folder to a store and work on it at once, of which one is killed in each round. The next
 * round begins with another in its place.
 */
export class KilledWork {
	/** Reports that somebody said were queued. */
	acknowledged = 0;
	readonly #program: CompiledProgram;
	readonly #place: StoreLocation;
	readonly #folder: string;
	readonly #actors: Actor[] = [];
	#lost = 0;

	constructor(program: CompiledProgram, place: StoreLocation, folder: string) {
		this.#program = program;
		this.#place = place;
		this.#folder = folder;
	}

	/** Kills one at a moment that the seed chooses; how many acknowledged captures are lost. */
	async round(seed: number): Promise<number> {
		while (this.#actors.length < AT_WORK[this.#place.kind]) this.#actors.push(this.#start());
		const [victim] = this.#actors.splice(hash32(`who ${seed}`) % this.#actors.length, 1);
		if (!victim) throw new Error("nobody is at work");
		const cue = CUES[hash32(`when ${seed}`) % CUES.length] ?? "holds";
		for (let waited = 0; !victim.said.has(cue) && waited < PATIENCE && victim.child.exitCode === null; waited += LOOK) {
			await pause(LOOK);
		}
		await pause(hash32(`moment ${seed}`) % WITHIN);
		await kill(victim);
		const lost = this.#lost;
		this.#lost = 0;
		return lost;
	}

	/** Kills who is left, then lets the rest be done; what is wrong with what the store holds. Empty when all is well. */
	async end(): Promise<readonly string[]> {
		await Promise.all(this.#actors.splice(0).map(kill));
		const code = `
			const { findLosses } = await import(${this.#program.nameModule("test/killed-work")});
			console.log(JSON.stringify(await findLosses(${JSON.stringify(this.#place)}, ${JSON.stringify(this.#folder)}, ${this.acknowledged})));
			process.exit(0);`;
		return JSON.parse((await ended(this.#program.start(code))).trim().split("\n").at(-1) ?? "") as string[];
	}

	#start(): Actor {
		const expected = this.acknowledged;
		const child = this.#program.start(`
			const { readdirSync } = await import("node:fs");
			const { openStore } = await import(${this.#program.nameModule("src/store/store")});
			const folder = ${JSON.stringify(this.#folder)};
			const store = await openStore(${JSON.stringify(this.#place)}, true);
			console.log("holds", (await store.status()).captures);
			const files = readdirSync(folder).length;
			let count = 0;
			const options = { once: false, threads: 1, retry: false, lease: ${LEASE} };
			const effects = { stop: new AbortController().signal, progress: () => console.log("at", ++count) };
			const working = store.work(options, effects);
			await store.queue([folder], ${NOTHING_GIVEN}, {});
			console.log("queued", files);
			await working;`);
		const said = new Set<string>();
		const over = ended(child, (line) => {
			const [word = "", number] = line.split(" ");
			said.add(word);
			if (word === "holds") this.#lost += Math.max(0, expected - Number(number));
			if (word === "queued") this.acknowledged = Math.max(this.acknowledged, Number(number));
		});
		return { child, ended: over, said };
	}
}

/** Milliseconds between two looks at what a process has said. */
const LOOK = 20;

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function kill({ child, ended: over }: Actor): Promise<void> {
	child.kill("SIGKILL");
	await over;
	if (child.signalCode !== "SIGKILL") throw new Error(`a process ended with ${child.exitCode} before it was killed`);
}

/**
 * Adds and works until nothing is left; what is wrong then with what the store holds. Empty when all is well.
 *
 * @public called in a process of its own (`KilledWork.end`)
 * @param acknowledged captures that the store was said to hold
 */
export async function findLosses(
	place: StoreLocation,
	folder: string,
	acknowledged: number,
): Promise<readonly string[]> {
	const store = await openStore(place, true);
	try {
		const losses: string[] = [];
		const held = (await store.status()).captures;
		if (held < acknowledged) losses.push(`${acknowledged - held} acknowledged captures are lost`);
		await store.queue([folder], { primaries: [], names: [], corrections: [] }, {});
		const stop = new AbortController().signal;
		// A job under which workers were killed time and again is set aside, which loses nothing: it is tried once more.
		await store.work({ once: true, threads: 1, retry: true, lease: LEASE }, { stop });
		const record = await store.collate({ names: [], corrections: [] }, () => {});
		if (formatRecord(record) !== formatRecord(await collateInputs([folder], nodeCollateEffects()))) {
			losses.push("the record of the store is not that of its files");
		}
		const { articles, annotated, captures, stories, jobs, aside } = await store.status();
		if (jobs.length > 0) losses.push(`jobs are left: ${JSON.stringify(jobs)}, ${JSON.stringify(aside[0])}`);
		if (articles !== record.articles.length || annotated !== articles || captures < articles) {
			losses.push(`${articles} articles, ${annotated} annotated, ${captures} captures`);
		}
		if (stories !== record.stories.length) losses.push(`${stories} stories and not ${record.stories.length}`);
		for (const { id, articles: members } of record.stories) {
			const kept = await findStoryRecord(store.database, id);
			const places = kept?.record.articles.map((article) => article.id).sort();
			if (!kept?.isCurrent) losses.push(`the story ${id} has no record of its state`);
			if (JSON.stringify(places) !== JSON.stringify([...members].sort())) losses.push(`the story ${id} lost reports`);
		}
		const doubled = await store.database.query<{ article_id: bigint }>(
			"SELECT article_id FROM stemma.story_member GROUP BY article_id HAVING count(*) > 1",
		);
		if (doubled.length > 0) losses.push(`${doubled.length} articles are in two stories`);
		// What two stories say was found once if they were one at some time between: fewer than stand there now may be
		// right, more are not. What a look was lost of is found by another look.
		const { alerts } = await store.alerts.list();
		for (const { name, entries } of alerts) {
			const { total } = await store.alerts.test(name, 1);
			if (entries > total || entries === 0) losses.push(`the alert ${name} found ${entries} of ${total}`);
		}
		await store.database.tx((tx) =>
			askLooks(
				tx,
				record.stories.map(({ id }) => id),
			),
		);
		await store.work({ once: true, threads: 1, retry: true, lease: LEASE }, { stop });
		for (const [at, { name, entries }] of (await store.alerts.list()).alerts.entries()) {
			const missed = entries - (alerts[at]?.entries ?? 0);
			if (missed > 0) losses.push(`the alert ${name} missed ${missed}`);
		}
		return losses;
	} finally {
		await store.close();
	}
}
