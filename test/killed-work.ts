import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collateInputs } from "../src/pipeline.ts";
import { formatRecord } from "../src/report/json.ts";
import type { StoreLocation } from "../src/store/location.ts";
import { openStore } from "../src/store/store.ts";
import { findStoryRecord } from "../src/store/stories.ts";
import { nodeCollateEffects } from "../src/system/collate-effects.ts";
import { hash32 } from "../src/text/hash.ts";
import { ended, startWithStore } from "./store-process.ts";

/** Seconds for which jobs are taken while workers are killed: who comes next does not wait long. */
const LEASE = 2;

/** Milliseconds after a process has begun to work within which it is killed. */
const WITHIN = 1500;

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

function queueing(folder: string): string {
	return `await store.queue([${JSON.stringify(folder)}], ${NOTHING_GIVEN}, {});`;
}

const WORKING = `
	const stop = new AbortController();
	process.once("SIGTERM", () => stop.abort());
	let count = 0;
	await store.work({ once: true, threads: 1, retry: false, lease: ${LEASE} }, {
		stop: stop.signal,
		note: (message) => console.error(message),
		progress: () => console.log("at " + ++count),
	});`;

export interface Round {
	readonly killed: number;
	/** Processes that ended before they were to be killed. */
	readonly finished: number;
	/** Captures that were said to be queued and are not there. */
	readonly lost: number;
}

/**
 * Adds the folder and works on it in processes of their own, each killed at a moment that the seed chooses: on a
 * server one that adds and two that work at once, in a folder one after another.
 */
export async function killRound(place: StoreLocation, folder: string, seed: number): Promise<Round> {
	const codes = [queueing(folder), WORKING, WORKING];
	let [killed, finished, isQueued] = [0, 0, false];
	const play = async (code: string, actor: number): Promise<void> => {
		const child = startWithStore(place, code);
		const moment = hash32(`${seed} ${actor}`) % WITHIN;
		// What adds is done in a moment; of three one is let finish, so that there is something to work on.
		const spared = actor === 0 && seed % 3 === 0;
		await ended(child, (line) => {
			const cue = actor > 0 && seed % 2 === 0 ? "at 1" : "begun";
			if (line === cue && !spared) setTimeout(() => child.kill("SIGKILL"), actor === 0 ? moment / 5 : moment);
		});
		if (actor === 0 && child.exitCode === 0) isQueued = true;
		if (child.signalCode === "SIGKILL") killed++;
		else if (child.exitCode === 0) finished++;
		else throw new Error(`a process ended with ${child.exitCode}`);
	};
	if (place.kind === "server") await Promise.all(codes.map(play));
	else for (const [actor, code] of codes.entries()) await play(code, actor);
	return { killed, finished, lost: isQueued ? readdirSync(folder).length - (await countCaptures(place)) : 0 };
}

async function countCaptures(place: StoreLocation): Promise<number> {
	const store = await openStore(place, false);
	try {
		return (await store.status()).captures;
	} finally {
		await store.close();
	}
}

/** Adds and works until nothing is left; what is wrong then with what the store holds. Empty when all is well. */
export async function findLosses(place: StoreLocation, folder: string): Promise<readonly string[]> {
	const store = await openStore(place, true);
	try {
		await store.queue([folder], { primaries: [], names: [], corrections: [] }, {});
		const stop = new AbortController().signal;
		// A job under which workers were killed time and again is set aside, which loses nothing: it is tried once more.
		await store.work({ once: true, threads: 1, retry: true, lease: LEASE }, { stop });
		const losses: string[] = [];
		const record = await store.collate({ names: [], corrections: [] }, () => {});
		if (formatRecord(record) !== formatRecord(await collateInputs([folder], nodeCollateEffects()))) {
			losses.push("the record of the store is not that of its files");
		}
		const { articles, annotated, captures, stories, jobs } = await store.status();
		if (jobs.length > 0) losses.push(`jobs are left: ${JSON.stringify(jobs)}`);
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
		for (const { name, entries } of (await store.alerts.list()).alerts) {
			const { total } = await store.alerts.test(name, 1);
			if (entries !== total) losses.push(`the alert ${name} found ${entries} and not ${total}`);
		}
		return losses;
	} finally {
		await store.close();
	}
}
