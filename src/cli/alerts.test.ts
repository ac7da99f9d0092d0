import { describe, expect, it } from "vitest";
import { type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import {
	ALERTS_SCHEMA,
	type AlertEntry,
	type AlertListing,
	ENTRIES_SCHEMA,
	type EntryListing,
} from "../model/alert.ts";
import { printAlerts, printDead, printEntries } from "../report/alerts-page.ts";
import type { StoreAlerts } from "../store/alerts/store-alerts.ts";
import type { Store } from "../store/store.ts";
import { runCommandLine } from "./run.ts";

const ASKED = { kind: "words", words: "ferry", speaker: null, about: null, lines: null, edits: [] } as const;

const LISTING: AlertListing = {
	schema: ALERTS_SCHEMA,
	store: "kept",
	alerts: [
		{
			name: "ferry",
			asked: ASKED,
			since: "2031-05-14T08:00:00.000Z",
			entries: 3,
			last: "2031-05-14T09:30:00.000Z",
			outputs: [
				{ kind: "feed", output: "0000000000000001", file: "/srv/ferry.atom", host: "desk" },
				{
					kind: "webhook",
					output: "0000000000000002",
					origin: "https://desk.example",
					secret: "/home/desk/hook",
					sent: 1,
					waiting: 1,
					dead: 1,
					next: "2031-05-14T09:35:00.000Z",
					failure: "it answered 503",
					stopped: null,
				},
			],
		},
	],
};

const ENTRY: AlertEntry = {
	id: "1122334455667788",
	alert: "ferry",
	kind: "words",
	foundAt: "2031-05-14T09:30:00.000Z",
	title: "Ferry sinks\u001b[31m",
	summary: "With 1 copy of its text.",
	details: ["63 people (Harbour Post)"],
	story: { id: "1122334455667799", headline: "Ferry lost", reports: 3, lines: 2 },
	reports: [
		{
			article: "00112233445566aa",
			role: "report",
			place: "saved/a.txt",
			url: null,
			outlet: "Harbour Post",
			headline: "Ferry sinks",
			published: "14 May 2031",
			words: [{ start: 4, end: 18, exact: "The ferry sank" }],
		},
	],
};

async function alerts(
	args: readonly string[],
	options: RecordingOptions = {},
): Promise<{ code: number; out: string; err: string; asked: unknown[]; files: Map<string, string> }> {
	const asked: unknown[] = [];
	const listing = (names: readonly string[], looked: number | null): EntryListing => ({
		schema: ENTRIES_SCHEMA,
		store: "kept",
		alerts: names,
		looked,
		total: 2,
		entries: [ENTRY],
	});
	const own: StoreAlerts = {
		add: async (alert) => void asked.push(alert),
		remove: async (names) => void asked.push(names),
		list: async () => LISTING,
		show: async (names, limit) => {
			asked.push([names, limit]);
			return listing(names, null);
		},
		test: async (wanted, limit) => {
			asked.push([wanted, limit]);
			return listing([], 4);
		},
		dead: async () => [
			{
				alert: "ferry",
				entry: ENTRY.id,
				title: "Ferry sinks",
				origin: "https://desk.example",
				tries: 10,
				reason: "it answered 404",
				at: "2031-05-18T09:30:00.000Z",
			},
		],
		retry: async () => 2,
	};
	const store: Pick<Store, "name" | "alerts" | "close"> = { name: "kept", alerts: own, close: async () => {} };
	const world = recordEffects({ store: store as Store, ...options });
	const code = await runCommandLine(["alerts", ...args], world.effects);
	return { code, out: world.out(), err: world.err(), asked, files: world.files };
}

const STYLE = { unicode: true, color: false, width: 80 };

describe("stemma alerts", () => {
	it("lists what is saved with what it came to, and tells no secret", async () => {
		for (const args of [[], ["list"]]) {
			const { code, out } = await alerts(args);
			expect([code, out]).toEqual([0, printAlerts(LISTING, { ...STYLE, unicode: false })]);
		}
		const page = printAlerts(LISTING, STYLE);
		expect(page).toContain("ferry: new reports with: ferry\n");
		expect(page).toContain("3 found, the last on 2031-05-14 09:30 UTC; of what came since 2031-05-14 08:00");
		expect(page).toContain("https://desk.example: 1 sent, 1 waiting, 1 given up\n");
		expect(page).toContain("it answered 503; next try after 2031-05-14 09:35 UTC");
		expect(JSON.parse((await alerts(["--json"])).out)).toMatchObject({ schema: ALERTS_SCHEMA });
	});

	it.each([
		[["ferry", '"port amity"'], { words: 'ferry "port amity"' }],
		[
			["--speaker", "Ada Vane", "--about", "Norrland"],
			{ kind: "statement", words: "", speaker: "Ada Vane", about: "Norrland" },
		],
		[["--conflict", "ferry"], { kind: "conflict" }],
		[["--lines", "5"], { kind: "lines", words: "", lines: 5 }],
		[["--edited", "number,name"], { kind: "edit", words: "", edits: ["name", "number"] }],
	] as const)("saves a search of %j", async (args, asked) => {
		const saved = await alerts(["add", "own", ...args]);
		expect(saved.code).toBe(0);
		expect(saved.asked).toEqual([{ name: "own", asked: { ...ASKED, ...asked }, isForAll: false, targets: [] }]);
		expect(saved.out).toMatch(/^Saved own in kept: .+\.\n$/);
	});

	it("saves where entries go, and says where the secret is and not what", async () => {
		const hook = ["--webhook", "https://desk.example/in", "--secret", "hook", "--feed", "f.atom", "--all"];
		const { asked, err } = await alerts(["add", "own", "ferry", ...hook]);
		expect(asked).toMatchObject([{ isForAll: true, targets: [{ kind: "feed" }, { kind: "webhook", secret: "hook" }] }]);
		expect(err).toContain("hook is new and holds the secret");
	});

	it("prints entries with their words and places, and what was only tried as such", async () => {
		const shown = await alerts(["show", "ferry", "--limit", "5"]);
		expect([shown.code, shown.asked]).toEqual([0, [[["ferry"], 5]]]);
		expect(shown.out).toContain("the last 1 of 2 entries of ferry in kept");
		expect(shown.out).not.toContain("\u001b");
		const page = printEntries(
			{ schema: ENTRIES_SCHEMA, store: "kept", alerts: [], looked: null, total: 1, entries: [ENTRY] },
			STYLE,
		);
		expect(page).toContain("2031-05-14 09:30 UTC, ferry\n");
		expect(page).toContain(
			"With 1 copy of its text. In “Ferry lost”: 3 reports, 2 independent lines as\n  far as found.",
		);
		expect(page).toContain("“The ferry sank” 00112233445566aa:4–18\n");
		const tried = await alerts(["test", "--conflict", "ferry"]);
		expect(tried.asked).toEqual([[{ ...ASKED, kind: "conflict" }, 20]]);
		expect(tried.out).toContain("2 entries if all of kept were new: 4 stories looked through");
		expect((await alerts(["test", "ferry"])).asked).toEqual([["ferry", 20]]);
		const sent = await alerts(["test", "ferry", "--send"]);
		expect([sent.code, sent.out]).toEqual([0, "https://desk.example: answered 204\n"]);
	});

	it("writes feeds, Atom or JSON by their names", async () => {
		const { files, err } = await alerts(["feed", "--feed", "a.atom", "--feed", "a.json"]);
		expect(files.get("a.atom")).toMatch(/^<\?xml[^>]*>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
		expect(JSON.parse(files.get("a.json") ?? "")).toMatchObject({
			version: "https://jsonfeed.org/version/1.1",
			items: [{}],
		});
		expect(err).toContain("wrote a.atom (1 entry)");
	});

	it("sends, lists what was given up, and gives it new tries", async () => {
		const sent = await alerts(["send"], { delivered: { sent: 2, failed: 1, waiting: 1, files: ["f.atom"] } });
		expect([sent.code, sent.out]).toEqual([
			1,
			"2 messages sent; 1 message failed; 1 message waits to be sent; wrote f.atom.\n",
		]);
		expect((await alerts(["send"])).out).toBe("Nothing was due.\n");
		const dead = await alerts(["dead"]);
		expect(dead.code).toBe(1);
		expect(dead.out).toContain("it answered 404 (10 tries)");
		expect(printDead([], STYLE)).toBe("no message was given up\n");
		expect((await alerts(["retry", "ferry"])).out).toBe("2 messages will be tried again.\n");
		expect((await alerts(["remove", "ferry"])).asked).toEqual([["ferry"]]);
	});

	it.each([
		[["lsit"], 'alerts has no action "lsit"; did you mean list?'],
		[["add"], "alerts add needs the name of an alert"],
		[["add", "own"], "alerts add needs words, or what is waited for"],
		[["add", "two words", "ferry"], "an alert's name is up to 60 letters"],
		[["add", "own", "--conflict", "--lines", "3"], "an alert waits for one kind of thing"],
		[["add", "own", "--edited", "marks"], "--edited takes added, name, number, quotation, removed, wording"],
		[["add", "own", "--lines", "0"], "--lines takes a number from 1"],
		[["show", "--speaker", "Vane"], "--speaker goes with alerts add or test, not show"],
		[["list", "--all"], "--all goes with alerts add, not list"],
		[["feed"], "alerts feed needs --feed FILE"],
		[["remove"], "alerts remove needs the name of an alert"],
	])("refuses %j", async (args, message) => {
		const { code, err, asked } = await alerts(args);
		expect([code, asked]).toEqual([2, []]);
		expect(err).toContain(message);
	});
});
