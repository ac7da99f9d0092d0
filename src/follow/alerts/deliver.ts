import { hostname } from "node:os";
import { UserError } from "../../model/problem.ts";
import { writeAlertFeed } from "../../report/alert-feed.ts";
import { readAlerts } from "../../store/alerts/alerts.ts";
import {
	claimDelivery,
	countWaiting,
	type Delivery,
	findUnwritten,
	readOutputs,
	type StoredOutput,
	settleFailed,
	settleSent,
	settleWritten,
	stopOutput,
} from "../../store/alerts/deliveries.ts";
import { FEED_ENTRIES, readEntries } from "../../store/alerts/entries.ts";
import type { Database } from "../../store/database.ts";
import type { PostResult } from "../fetch/post.ts";
import { idOfMessage, writeMessage } from "./message.ts";
import { type Secret, signMessage } from "./signature.ts";

/** What delivering needs of the world. */
export interface DeliverEffects {
	post(address: string, headers: Readonly<{ [name: string]: string }>, body: string): Promise<PostResult>;
	/** Throws UserError when the secrets cannot be read. */
	readSecrets(path: string): readonly Secret[];
	/** Writes a file whole. Rejects with a UserError. */
	writeFile(path: string, text: string): Promise<void>;
	/** Milliseconds since 1970. */
	now(): number;
	/** From 0 up to 1. */
	random(): number;
	/** Something that the person should know. */
	note?(message: string): void;
}

/** What delivering came to. */
export interface Delivered {
	readonly sent: number;
	readonly failed: number;
	/** Given up, of those that failed. */
	readonly dead: number;
	/** Files of feeds that were written. */
	readonly files: readonly string[];
	/** Messages that wait: for their next try, or for a machine that has their secret. */
	readonly waiting: number;
}

/**
 * Seconds before a message is tried again, by how often it was: the schedule that the Standard Webhooks specification
 * gives as an example. So a message is given up after ten tries in four days.
 */
const PAUSES: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** What a pause is spread by, so that what failed together does not come back together. */
const SPREAD = 0.2;

/** Seconds for which a message is taken: longer than one try may take. */
const LEASE = 120;

/** Webhooks that are sent to at once. */
const AT_ONCE = 4;

/** Sends what is due to webhooks and writes the files of feeds that are out of date, until there is none, or it is to stop. */
export async function deliver(
	database: Database,
	effects: DeliverEffects,
	stop: AbortSignal = new AbortController().signal,
): Promise<Delivered> {
	const counts = { sent: 0, failed: 0, dead: 0 };
	const queue = [...(await readOutputs(database, "webhook"))];
	const send = async (): Promise<void> => {
		for (let output = queue.shift(); output && !stop.aborted; output = queue.shift()) {
			await sendAll(database, output, effects, stop, counts);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, send));
	const files = await writeFeeds(database, effects);
	return { ...counts, files, waiting: await countWaiting(database) };
}

async function sendAll(
	database: Database,
	output: StoredOutput<"webhook">,
	effects: DeliverEffects,
	stop: AbortSignal,
	counts: { sent: number; failed: number; dead: number },
): Promise<void> {
	let secrets: readonly Secret[];
	try {
		secrets = effects.readSecrets(output.target.secret);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		// Another machine may have it: no try is counted.
		effects.note?.(`nothing is sent for ${output.name} from here: ${error.message}`);
		return;
	}
	while (!stop.aborted) {
		const delivery = await claimDelivery(database, output.key, LEASE);
		if (delivery === null) return;
		const failure = await sendOne(database, output, delivery, secrets, effects);
		if (failure === null) counts.sent++;
		else {
			counts.failed++;
			if (failure === "dead") counts.dead++;
		}
	}
}

async function sendOne(
	database: Database,
	output: StoredOutput<"webhook">,
	delivery: Delivery,
	secrets: readonly Secret[],
	effects: DeliverEffects,
): Promise<"again" | "dead" | null> {
	const body = writeMessage(delivery.entry);
	const headers = signMessage(idOfMessage(delivery.entry), effects.now(), body, secrets);
	const answer = await effects.post(output.target.address, { "content-type": "application/json", ...headers }, body);
	if (answer.kind === "answered" && answer.status >= 200 && answer.status < 300) {
		await settleSent(database, delivery);
		return null;
	}
	const reason = answer.kind === "refused" ? answer.reason : describeStatus(answer.status);
	if (answer.kind === "answered" && answer.status === 410) {
		// So a receiver says that it wants no more.
		await stopOutput(database, output.key, reason);
		effects.note?.(`nothing is sent for ${output.name} to its webhook any more: ${reason}`);
		return "dead";
	}
	const wait = PAUSES[delivery.attempts - 1];
	const asked = answer.kind === "answered" ? (answer.retryAfter ?? 0) / 1000 : 0;
	const pause = wait === undefined ? null : Math.max(asked, wait * (1 + SPREAD * effects.random()));
	await settleFailed(database, delivery, reason, pause);
	const what = pause === null ? "given up" : `tried again in ${describeSeconds(pause)}`;
	effects.note?.(`a message of ${output.name} did not arrive and is ${what}: ${reason}`);
	return pause === null ? "dead" : "again";
}

function describeStatus(status: number): string {
	if (status >= 300 && status < 400) return `it answered with a redirect (${status}), which is not followed`;
	if (status === 410) return "it answered that it is gone (410)";
	return `it answered ${status}`;
}

function describeSeconds(seconds: number): string {
	if (seconds < 90) return `${Math.round(seconds)} seconds`;
	return seconds < 5400 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
}

/** Writes the files of this machine that do not hold all. One that cannot be written is tried again next time. */
async function writeFeeds(database: Database, effects: DeliverEffects): Promise<readonly string[]> {
	const files: string[] = [];
	const host = hostname();
	const feeds = (await readOutputs(database, "feed")).filter(({ target }) => target.host === host);
	const alerts = feeds.length > 0 ? await readAlerts(database) : [];
	for (const feed of feeds) {
		const last = await findUnwritten(database, feed);
		if (last === null) continue;
		const own = alerts.filter(({ key }) => key === feed.alert);
		const { entries } = await readEntries(database, own, FEED_ENTRIES);
		try {
			await effects.writeFile(feed.target.file, writeAlertFeed(feed.target.file, [feed.name], entries));
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			effects.note?.(error.message);
			continue;
		}
		await settleWritten(database, feed.key, last);
		files.push(feed.target.file);
	}
	return files;
}
