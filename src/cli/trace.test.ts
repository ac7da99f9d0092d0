import { describe, expect, it } from "vitest";
import { type Recording, type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import { traceIn } from "../../test/trace-texts.ts";
import { formatTrace } from "../report/json.ts";
import { printTrace } from "../report/trace-page.ts";
import type { Store } from "../store/store.ts";
import { runCommandLine } from "./run.ts";

const listing = traceIn("It stays shut", [{ name: "a.txt", text: "“It stays shut,” Ada Vane said." }]);
const missing = { code: "read/missing", article: null, place: "gone.txt", span: null, reason: "there is no such file" };

async function trace(
	args: readonly string[],
	options: RecordingOptions = {},
): Promise<Recording & { readonly code: number }> {
	const world = recordEffects({ trace: listing, ...options });
	const code = await runCommandLine(["trace", ...args], world.effects);
	return { ...world, code };
}

describe("stemma trace", () => {
	it("prints where the text stands, in colour and to its width on a terminal", async () => {
		const { code, out, err, asked } = await trace(["It stays shut", "a.txt", "b.txt"]);
		expect([code, out(), err()]).toEqual([0, printTrace(listing, { width: 80, color: false, unicode: true }), ""]);
		expect(asked).toEqual([["It stays shut", "a.txt", "b.txt"]]);
		const terminal = await trace(["It stays shut", "a.txt"], { isTTY: true, columns: 60 });
		expect(terminal.out()).toBe(printTrace(listing, { width: 60, color: true, unicode: true }));
		expect(terminal.out()).toContain("\u001b[");
	});

	it("reads the text from standard input for -", async () => {
		expect((await trace(["-", "a.txt"])).asked).toEqual([["from standard input", "a.txt"]]);
	});

	it("prints data for --json, also to a file", async () => {
		expect((await trace(["It stays shut", "a.txt", "--json"])).out()).toBe(formatTrace(listing));
		const { files, out } = await trace(["It stays shut", "a.txt", "--json", "-o", "t.json"]);
		expect([files.get("t.json"), out()]).toEqual([formatTrace(listing), ""]);
		expect(formatTrace(listing)).toMatch(/^\{\n {2}"schema": "stemma\.trace\/1",\n {2}"generator"/);
	});

	it.each([
		[[], 'trace needs a text, or - for standard input ("stemma trace --help")'],
		[[" ", "a.txt"], 'trace needs a text, or - for standard input ("stemma trace --help")'],
		[["It stays"], 'trace needs a file, a folder, a pattern or a URL behind the text ("stemma trace --help")'],
		[["-", "-"], "standard input is the text to trace or a report, and not both"],
		[["It stays", "a.txt", "--jsn"], "unknown option --jsn; did you mean --json?"],
	])("answers %j in one clear line and reads nothing", async (args, message) => {
		const { code, out, err, asked } = await trace(args);
		expect([code, out(), err(), asked]).toEqual([2, "", `stemma: ${message}\n`, []]);
	});

	it("looks in a store where no report is named, and not in both", async () => {
		const did: unknown[] = [];
		const store: Pick<Store, "trace" | "close"> = {
			trace: async (text, names) => {
				did.push([text, names]);
				return listing;
			},
			close: async () => void did.push("closed"),
		};
		const kept = { store: store as Store };
		const { code, out } = await trace(["It stays shut", "--store", "kept", "--names", "n.jsonl"], kept);
		expect([code, out()]).toEqual([0, printTrace(listing, { width: 80, color: false, unicode: true })]);
		await trace(["-"], { ...kept, texts: { "-": "It stays shut" } });
		expect(did).toEqual([["It stays shut", ["n.jsonl"]], "closed", ["It stays shut", []], "closed"]);
		const both = await trace(["It stays shut", "a.txt", "--store", "kept"], kept);
		expect([both.code, both.err()]).toEqual([
			2,
			"stemma: trace reads the reports that are named, or --store kept, and not both\n",
		]);
	});

	it("names what could not be read, and ends with 1 beside others and 2 alone", async () => {
		const some = await trace(["It", "a.txt"], { trace: { ...listing, problems: [missing] } });
		expect([some.code, some.err()]).toEqual([1, "stemma: gone.txt: there is no such file\n"]);
		const none = await trace(["It", "gone.txt"], { trace: { ...listing, articles: [], problems: [missing] } });
		expect([none.code, none.out()]).toEqual([2, ""]);
	});
});
