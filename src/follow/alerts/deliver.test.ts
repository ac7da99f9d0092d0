import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDrivers } from "../../../test/contract/drivers.ts";
import { type Receiver, receiveWebhooks } from "../../../test/webhook-receiver.ts";
import type { AskedAlert } from "../../model/alert.ts";
import { type AlertTarget, readAlerts } from "../../store/alerts/alerts.ts";
import { keepFindings } from "../../store/alerts/entries.ts";
import type { Finding } from "../../store/alerts/finding.ts";
import { openStore, type Store } from "../../store/store.ts";
import { makeId } from "../../text/hash.ts";
import { parseOpenNets } from "../fetch/address-ranges.ts";
import { FETCH_LIMITS } from "../fetch/network.ts";
import { nodeNetwork } from "../fetch/node-network.ts";
import { postAddress } from "../fetch/post.ts";
import { type DeliverEffects, deliver } from "./deliver.ts";
import { provideSecretFile, readSecretFile } from "./secret-file.ts";
import { isSigned, type SignedHeaders } from "./signature.ts";

const WORDS: AskedAlert = { kind: "words", words: "ferry", speaker: null, about: null, lines: null, edits: [] };

/** A finding that stands on one place. */
function finding(title: string): Finding {
	const article = makeId("article", title);
	return {
		keys: [{ key: makeId("key", title), article, cited: true }],
		entry: {
			kind: "words",
			title,
			summary: "Harbour Post.",
			details: ["<b>63</b> people"],
			story: { id: makeId("story"), headline: "Ferry sinks", reports: 3, lines: 2 },
			reports: [
				{
					article,
					role: "report",
					place: "home/desk/a.txt",
					url: "https://harbour-post.example/a?x=1&y=2",
					outlet: "Harbour Post",
					headline: "Ferry\u0000 sinks",
					published: "14 May 2031",
					words: [{ start: 4, end: 9, exact: "ferry" }],
				},
			],
		},
	};
}

describe("delivering", () => {
	const [driver] = testDrivers();
	let root: string;
	let store: Store;
	let receiver: Receiver;
	let secret: string;
	let notes: string[];
	let effects: DeliverEffects;
	let count = 0;

	beforeAll(async () => {
		root = mkdtempSync(join(tmpdir(), "stemma-deliver-"));
		secret = join(root, "secret");
		if (!driver) throw new Error("there is no database");
		[store, receiver] = [await openStore(await driver.createPlace(), true), await receiveWebhooks()];
		expect(provideSecretFile(secret)).toBe(true);
	}, 60_000);
	beforeEach(() => {
		notes = [];
		receiver.received.length = 0;
		receiver.answer = { status: 204 };
		effects = makeEffects(["127.0.0.1"]);
	});
	afterAll(async () => {
		await store?.close();
		await receiver?.close();
		await driver?.dispose();
		rmSync(root, { recursive: true, force: true });
	});

	function makeEffects(open: readonly string[]): DeliverEffects {
		const policy = {
			userAgent: "Stemma/1",
			open: parseOpenNets(open),
			limits: { ...FETCH_LIMITS, whole: 400, idle: 300 },
		};
		return {
			post: (address, headers, body) => postAddress(address, headers, body, policy, nodeNetwork()),
			readSecrets: readSecretFile,
			writeFile: async (path, text) => writeFileSync(path, text),
			now: () => 1_936_000_000_000,
			random: () => 0.5,
			note: (message) => void notes.push(message),
		};
	}

	/** An alert that sends to the receiver, with what it found. */
	async function raise(targets: readonly AlertTarget[], ...titles: readonly string[]): Promise<string> {
		const name = `alert-${count++}`;
		await store.alerts.add({ name, asked: WORDS, isForAll: false, targets });
		const alert = (await readAlerts(store.database)).find((one) => one.name === name);
		if (!alert) throw new Error("the alert is not there");
		await store.database.tx((tx) => keepFindings(tx, [{ alert, findings: titles.map(finding) }]));
		return name;
	}

	const hook = (path = "/in?token=s3cret"): AlertTarget => ({
		kind: "webhook",
		address: `${receiver.origin}${path}`,
		secret,
	});
	/** As if all waits were over. */
	const hurry = async (): Promise<void> => {
		await store.database.query("UPDATE stemma.alert_output SET held_until = now()");
		await store.database.query("UPDATE stemma.alert_delivery SET due = now()");
	};
	const outputOf = async (name: string): Promise<unknown> =>
		(await store.alerts.list()).alerts.find((one) => one.name === name)?.outputs[0];

	it("sends each entry once, signed, with what the specification asks for", async () => {
		const name = await raise([hook()], "One", "Two");
		expect(await deliver(store.database, effects)).toMatchObject({ sent: 2, failed: 0, waiting: 0 });
		expect(await deliver(store.database, effects)).toMatchObject({ sent: 0, failed: 0 });
		expect(receiver.received).toHaveLength(2);
		const [key] = readSecretFile(secret);
		if (!key) throw new Error("there is no secret");
		for (const { headers, body } of receiver.received) {
			expect(isSigned(headers as unknown as SignedHeaders, body, key)).toBe(true);
			expect(headers).toMatchObject({ "content-type": "application/json", "webhook-timestamp": "1936000000" });
			const message = JSON.parse(body) as { data: { id: string } };
			expect(message).toMatchObject({
				type: "alert.found",
				timestamp: expect.stringMatching(/Z$/),
				data: { alert: name },
			});
			expect(headers["webhook-id"]).toBe(`stemma_${message.data.id}`);
			expect(body).not.toContain("home/desk");
		}
		expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
		expect(await outputOf(name)).toMatchObject({ sent: 2, waiting: 0, dead: 0, failure: null });
	});

	it("tries again with the same id and body, later each time, and gives up in the end", async () => {
		const name = await raise([hook()], "Three");
		receiver.answer = { status: 503 };
		const first = await deliver(store.database, effects);
		expect(first).toMatchObject({ sent: 0, failed: 1, dead: 0, waiting: 1 });
		expect(await deliver(store.database, effects)).toMatchObject({ failed: 0 });
		expect(notes).toEqual([`a message of ${name} did not arrive and is tried again in 6 seconds: it answered 503`]);
		for (let tries = 2; tries <= 10; tries++) {
			await hurry();
			await deliver(store.database, effects);
		}
		expect(notes.at(-1)).toContain("given up: it answered 503");
		expect(notes.at(-2)).toContain("tried again in 26 hours");
		expect(receiver.received).toHaveLength(10);
		expect(new Set(receiver.received.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
		await hurry();
		expect(await deliver(store.database, effects)).toMatchObject({ failed: 0, waiting: 0 });
		expect(await store.alerts.dead([name], 10)).toMatchObject([
			{ title: "Three", tries: 10, reason: "it answered 503" },
		]);
		receiver.answer = { status: 200 };
		expect(await store.alerts.retry([name])).toBe(1);
		expect(await deliver(store.database, effects)).toMatchObject({ sent: 1, waiting: 0 });
	});

	it("waits as long as it is asked to, gives up on who is slow, and follows no redirect", async () => {
		const name = await raise([hook()], "Four");
		receiver.answer = { status: 429, headers: { "retry-after": "7200" } };
		await deliver(store.database, effects);
		expect(notes.at(-1)).toContain("tried again in 2 hours: it answered 429");
		receiver.answer = { status: 302, headers: { location: "/elsewhere" } };
		await hurry();
		await deliver(store.database, effects);
		expect(notes.at(-1)).toContain("it answered with a redirect (302), which is not followed");
		receiver.answer = "silence";
		await hurry();
		await deliver(store.database, effects);
		expect(notes.at(-1)).toContain("nothing came for 0.3 seconds");
		expect(receiver.asked.some((path) => path === "/elsewhere")).toBe(false);
		expect(await outputOf(name)).toMatchObject({ waiting: 1, failure: expect.stringContaining("nothing came") });
		await store.alerts.remove([name]);
	});

	it("sends nothing more to who answers that it is gone, until it is asked to", async () => {
		const name = await raise([hook()], "Five", "Six");
		receiver.answer = { status: 410 };
		expect(await deliver(store.database, effects)).toMatchObject({ sent: 0, dead: 1, waiting: 0 });
		expect(receiver.received).toHaveLength(1);
		expect(await outputOf(name)).toMatchObject({ dead: 2, stopped: "it answered that it is gone (410)" });
		receiver.answer = { status: 204 };
		expect(await store.alerts.retry([name])).toBe(2);
		expect(await deliver(store.database, effects)).toMatchObject({ sent: 2 });
	});

	it("asks no inner address unless it is opened, and never tells what follows a host", async () => {
		const name = await raise([hook()], "Seven");
		await deliver(store.database, makeEffects([]));
		expect(receiver.received).toEqual([]);
		expect(notes).toMatchObject([expect.stringContaining("--allow-net 127.0.0.1 opens it")]);
		const told = JSON.stringify([notes, await store.alerts.list(), await store.alerts.dead([], 10)]);
		expect(told).not.toContain("s3cret");
		expect(told).not.toContain(readFileSync(secret, "utf8").trim());
		await store.alerts.remove([name]);
	});

	it("sends nothing and counts no try where the secret is missing or others may read it", async () => {
		const bare = join(root, "bare");
		const name = await raise([{ ...hook(), secret: bare } as AlertTarget], "Eight");
		expect(await deliver(store.database, effects)).toMatchObject({ sent: 0, failed: 0, waiting: 1 });
		expect(notes).toEqual([`nothing is sent for ${name} from here: the secret in ${bare} cannot be read (ENOENT)`]);
		provideSecretFile(bare);
		expect(statSync(bare).mode & 0o777).toBe(0o600);
		chmodSync(bare, 0o644);
		await deliver(store.database, effects);
		expect(notes.at(-1)).toContain(`others may read the secret in ${bare}`);
		chmodSync(bare, 0o600);
		writeFileSync(bare, "hello\n");
		expect(() => provideSecretFile(bare)).toThrow("is to hold whsec_");
		await store.alerts.remove([name]);
	});

	it("writes the files of feeds that are out of date, each where it was asked for", async () => {
		const [atom, json] = [join(root, "f.atom"), join(root, "f.json")];
		const here = (file: string): AlertTarget => ({ kind: "feed", file, host: hostname() });
		const name = await raise([here(atom), here(json), { ...here(join(root, "g")), host: "elsewhere" } as AlertTarget]);
		expect((await deliver(store.database, effects)).files).toEqual([atom, json]);
		expect((await deliver(store.database, effects)).files).toEqual([]);
		const alert = (await readAlerts(store.database)).find((one) => one.name === name);
		if (!alert) throw new Error("the alert is not there");
		await store.database.tx((tx) =>
			keepFindings(tx, [{ alert, findings: [finding("Ferry & quay"), finding("Nine")] }]),
		);
		expect((await deliver(store.database, effects)).files).toEqual([atom, json]);
		const feed = readFileSync(atom, "utf8");
		expect(feed.match(/<entry>/g)).toHaveLength(2);
		expect(feed).toContain("<title>Ferry &amp; quay</title>");
		const { items } = JSON.parse(readFileSync(json, "utf8")) as { items: { title: string }[] };
		expect(items.map(({ title }) => title)).toEqual(["Nine", "Ferry & quay"]);
	});
});
