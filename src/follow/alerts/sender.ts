import type { AlertEntry } from "../../model/alert.ts";
import { originOf, requireAlerts } from "../../store/alerts/alerts.ts";
import { readOutputs } from "../../store/alerts/deliveries.ts";
import type { Database } from "../../store/database.ts";
import { FETCH_LIMITS } from "../fetch/network.ts";
import { nodeNetwork } from "../fetch/node-network.ts";
import { type PostResult, postAddress } from "../fetch/post.ts";
import { choosePolicy } from "../fetcher.ts";
import { type DeliverEffects, type Delivered, deliver } from "./deliver.ts";
import { idOfMessage, writeMessage } from "./message.ts";
import { readSecretFile } from "./secret-file.ts";
import { signMessage } from "./signature.ts";

/** Milliseconds that a receiver has to answer: of the 15 to 30 seconds that the specification names the longer. */
const PATIENCE = 30_000;

/** Milliseconds between two looks whether something is due. */
const LOOK_EVERY = 5000;

/** What of sending is not Node's. */
export type SenderEffects = Pick<DeliverEffects, "writeFile" | "note">;

/** Sends what alerts found, with Node's network. */
export interface Sender {
	/** All that is due now. */
	send(): Promise<Delivered>;
	/** The same as things come due, until it is to stop. Resolves to all that was done. Rejects for a bug. */
	keepSending(stop: AbortSignal): Promise<Delivered>;
	/**
	 * Sends a message that says that it is a test to the webhooks of an alert; what came of each. Rejects with a UserError
	 * for a name that there is none of, and a secret that cannot be read.
	 */
	sendTest(alert: string): Promise<readonly { readonly origin: string; readonly result: PostResult }[]>;
}

/** Throws UserError for an option that is none. */
export function openSender(
	database: Database,
	given: { readonly allowNet: readonly string[]; readonly userAgent: string | null },
	own: SenderEffects,
): Sender {
	const policy = { ...choosePolicy(given), limits: { ...FETCH_LIMITS, whole: PATIENCE } };
	const network = nodeNetwork();
	// A fault that stays is said once, and not every few seconds.
	const told = new Set<string>();
	const note = (message: string): void => {
		if (!told.has(message)) own.note?.(message);
		told.add(message);
	};
	const effects: DeliverEffects = {
		post: (address, headers, body) => postAddress(address, headers, body, policy, network),
		readSecrets: readSecretFile,
		now: () => Date.now(),
		random: () => Math.random(),
		writeFile: own.writeFile,
		note,
	};
	return {
		send: () => deliver(database, effects),
		keepSending: async (stop) => {
			let all: Delivered = { sent: 0, failed: 0, dead: 0, files: [], waiting: 0 };
			while (!stop.aborted) {
				try {
					all = sum(all, await deliver(database, effects, stop));
				} catch (error) {
					// The store may answer again: who works on it says so.
					note(error instanceof Error ? error.message : String(error));
				}
				await pause(LOOK_EVERY, stop);
			}
			return all;
		},
		sendTest: async (name) => {
			const [alert] = await requireAlerts(database, [name]);
			const outputs = (await readOutputs(database, "webhook")).filter((output) => output.alert === alert?.key);
			return Promise.all(
				outputs.map(async ({ target }) => {
					const entry = testEntry(name, effects.now());
					const body = writeMessage(entry, "alert.test");
					const signed = signMessage(idOfMessage(entry), effects.now(), body, effects.readSecrets(target.secret));
					const result = await effects.post(target.address, { "content-type": "application/json", ...signed }, body);
					return { origin: originOf(target.address), result };
				}),
			);
		},
	};
}

function testEntry(alert: string, now: number): AlertEntry {
	return {
		id: `test${now.toString(16)}`,
		alert,
		kind: "words",
		foundAt: new Date(now).toISOString(),
		title: `A test of the alert ${alert}`,
		summary: "Nothing was found; this says that messages arrive.",
		details: [],
		story: null,
		reports: [],
	};
}

function sum(a: Delivered, b: Delivered): Delivered {
	return {
		sent: a.sent + b.sent,
		failed: a.failed + b.failed,
		dead: a.dead + b.dead,
		files: [...new Set([...a.files, ...b.files])],
		waiting: b.waiting,
	};
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (stop.aborted) return resolve();
		const end = (): void => {
			clearTimeout(timer);
			stop.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		stop.addEventListener("abort", end);
	});
}
