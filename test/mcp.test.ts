import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeToolPage } from "../scripts/write-tool-docs.ts";
import { UserError } from "../src/model/problem.ts";
import { tellCoverage, watchCoverage } from "../src/serve/coverage.ts";
import type { Cited } from "../src/serve/mcp/shapes.ts";
import type { ToolRoom } from "../src/serve/mcp/tool.ts";
import { TOOLS } from "../src/serve/mcp/tools.ts";
import { type Served, serve } from "../src/serve/serve.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { loadPageAssets } from "../src/system/page-assets.ts";
import { compiledForTests } from "./compiled-program.ts";
import { hostileReports } from "./fixtures/hostile-reports.ts";

const REPORTS = [
	"PORT AMITY, May 14, 2031 (Quay Wire) - The ferry Halda sank off Port Amity on Wednesday, the coast guard said.\n\nShips from Norrland lay off the port. “We counted 12 boats before noon,” harbour master Ada Vane said. “We support the Tarn Accord without any reserve,” she said. Nobody was hurt.",
	"CARDLE, May 14, 2031 (Tarn Post) - The ferry Halda sank off Port Amity on Wednesday and two people were hurt, the coast guard said.\n\n“We counted twelve boats before the storm,” said Ada Vane, the harbour master.",
	"ISLE, 20 mai 2031 (Feuille) - Le port de Port Amity restera fermé mercredi, a annoncé la mairie. « Nous attendons le remorqueur », a dit Paul Serin, maire adjoint, devant les pêcheurs de la ville.",
];

const failures: unknown[] = [];
let folder: string;
let store: Store;
let served: Served;
let room: ToolRoom;
const clients: Client[] = [];

/** Asked first, as the store has one owner; what it answered is looked at below. */
let overStdio: Answers;
let overHttp: Answers;

interface Answers {
	readonly version: string | undefined;
	readonly instructions: string | undefined;
	readonly tools: readonly { readonly name: string; readonly annotations?: object | undefined }[];
	readonly answers: ReadonlyMap<string, Answer>;
}

interface Answer {
	readonly isError: boolean;
	readonly text: string;
	readonly structured: Record<string, unknown>;
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "stemma-mcp-"));
	const location = { kind: "folder", folder: join(folder, "store") } as const;
	for (const [at, text] of REPORTS.entries()) writeFileSync(join(folder, `${at}.txt`), text);
	for (const [at, { text }] of hostileReports.entries()) writeFileSync(join(folder, `hostile-${at}.txt`), text);
	const made = await openStore(location, true);
	await made.queue([`${folder}/*.txt`], { primaries: [], names: [], corrections: [] }, {});
	await made.work({ once: true, threads: 1, retry: false }, { stop: new AbortController().signal });
	await made.close();

	const main = fileURLToPath(JSON.parse(compiledForTests().nameModule("src/cli/main")));
	const args = [main, "mcp", "--store", location.folder];
	const stdio = new Client({ name: "a test", version: "1" });
	clients.push(stdio);
	await stdio.connect(new StdioClientTransport({ command: process.execPath, args }));
	overStdio = await askAll(stdio);
	await stdio.close();

	store = await openStore(location, false);
	room = { store, coverage: watchCoverage(store, async () => []), ready: async () => {} };
	served = await serve(store, 0, loadPageAssets(), (error) => failures.push(error));
	const http = new Client({ name: "a test", version: "1" });
	clients.push(http);
	await http.connect(new StreamableHTTPClientTransport(new URL("mcp", served.url)));
	overHttp = await askAll(http);
}, 120_000);
afterAll(async () => {
	for (const client of clients) await client.close();
	await served?.close();
	await store?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Calls every tool as somebody would who has found the story of the ferry. */
async function askAll(client: Client): Promise<Answers> {
	const { tools } = await client.listTools();
	const answers = new Map<string, Answer>();
	const call = async (name: string, given: Record<string, unknown>): Promise<Answer> => {
		const result = await client.callTool({ name, arguments: given });
		const [first] = result.content;
		const answer = {
			isError: result.isError === true,
			text: first?.type === "text" ? first.text : "",
			structured: (result.structuredContent ?? {}) as Record<string, unknown>,
		};
		answers.set(name, answer);
		return answer;
	};
	const found = (await call("find_stories", { words: "ferry Halda" })).structured as unknown as {
		stories: { story: string; reports: number }[];
		reports: { article: string }[];
	};
	const story = found.stories.find(({ reports }) => reports === 2)?.story ?? "";
	await call("get_record", { story });
	await call("search_quotations", { speaker: "Ada Vane", about: "Tarn Accord" });
	await call("search_reports", { words: '"off Port Amity"' });
	await call("search_facts", { words: "hurt", story });
	await call("trace_text", { text: "We counted 12 boats before noon." });
	await call("list_positions", { speaker: "Ada Vane" });
	await call("compare_reports", { story, a: "A", b: "B" });
	await call("read_report", { article: found.reports[0]?.article, start: 10, length: 50 });
	return { version: client.getServerVersion()?.name, instructions: client.getInstructions(), tools, answers };
}

describe.each([
	["standard input and output", () => overStdio],
	["HTTP", () => overHttp],
])("a program of the Model Context Protocol, over %s,", (_, asked) => {
	it("is told of every tool, that each only reads, and how to read what they answer", () => {
		const { version, instructions, tools } = asked();
		expect(version).toBe("stemma");
		expect(instructions).toMatch(/notCovered/);
		expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
		for (const { annotations } of tools) expect(annotations).toMatchObject({ readOnlyHint: true });
	});

	it.each(TOOLS)(
		"is answered by $name in its shape, twice alike, and with what it does not cover",
		({ name, output }) => {
			const answer = asked().answers.get(name);
			expect(answer).toMatchObject({ isError: false });
			expect(output.parse(answer?.structured)).toEqual(answer?.structured);
			expect(JSON.parse(answer?.text ?? "")).toEqual(answer?.structured);
			const { notCovered, coverage } = (answer as Answer).structured as unknown as Cited;
			expect(coverage).toMatchObject({ reports: REPORTS.length + hostileReports.length, queued: 0 });
			expect(notCovered).toContain(
				"In 1 report in fr only names, dates, numbers and quotations in quotation marks are looked for.",
			);
		},
	);

	it.each(TOOLS)("finds the words of $name where it says, in reports that it names", async ({ name }) => {
		const { structured } = asked().answers.get(name) as Answer;
		const { reports } = structured as unknown as Cited;
		const texts = new Map<string, string>();
		const cited = [...listWords(structured)];
		expect(cited.length).toBeGreaterThan(0);
		for (const { siglum, article, start, end, exact } of cited) {
			if (!texts.has(article)) texts.set(article, await readText(article));
			expect(texts.get(article)?.slice(start, end)).toBe(exact);
			expect(reports).toContainEqual(expect.objectContaining({ siglum, article }));
		}
	});
});

interface Words {
	readonly siglum: string;
	readonly article: string;
	readonly start: number;
	readonly end: number;
	readonly exact: string;
}

function* listWords(value: unknown): Generator<Words> {
	if (typeof value !== "object" || value === null) return;
	if ("exact" in value && "siglum" in value && "start" in value) yield value as Words;
	for (const inner of Object.values(value)) yield* listWords(inner);
}

async function readText(article: string): Promise<string> {
	let text = "";
	for (let next: string | null = "0"; next !== null; ) {
		const page = (await ask("read_report", { article, start: Number(next), length: 20_000 })) as unknown as Cited & {
			words: Words;
		};
		text += page.words.exact;
		next = page.next;
	}
	return text;
}

/** Asks without a protocol between. */
async function ask(name: string, given: object): Promise<Record<string, unknown>> {
	const tool = TOOLS.find((one) => one.name === name);
	if (tool === undefined) throw new Error(`there is no tool ${name}`);
	return (await tool.answer(room, tool.input.parse(given))) as Record<string, unknown>;
}

async function call(name: string, given: Record<string, unknown>): Promise<string> {
	const result = await clients[1]?.callTool({ name, arguments: given });
	const [first] = result?.content ?? [];
	expect(result?.isError).toBe(true);
	return first?.type === "text" ? first.text : "";
}

describe("what tools find", () => {
	it("is who said what about whom", async () => {
		const { found } = (await ask("search_quotations", { speaker: "Vane", about: "Tarn Accord" })) as unknown as {
			found: { speaker: string; words: Words[]; about: Words }[];
		};
		expect(found.map(({ words, about }) => [words.at(-1)?.exact, about.exact])).toEqual([
			["We support the Tarn Accord without any reserve,", "Tarn Accord"],
		]);
		const { positions } = (await ask("list_positions", { speaker: "Vane", about: "Tarn Accord" })) as unknown as {
			positions: { speaker: string; about: string; stance: string }[];
		};
		expect(positions).toMatchObject([{ speaker: "Ada Vane", about: "Tarn Accord", stance: "supports" }]);
	});

	it("is where a sentence stands, and what differs", async () => {
		const { places } = (await ask("trace_text", { text: "We counted 12 boats before noon." })) as unknown as {
			places: { kind: string; differences: { found: Words[] }[] }[];
		};
		expect(places[0]).toMatchObject({ kind: "exact" });
	});

	it("is what two reports say alike, otherwise and alone", async () => {
		const { structured } = overHttp.answers.get("compare_reports") as Answer;
		expect(structured).toMatchObject({ a: "A", b: "B", standing: { line: { isOne: false } } });
		const { utterances } = structured as unknown as { utterances: { variants: { readings: { text: string }[] }[] }[] };
		const readings = utterances.flatMap(({ variants }) =>
			variants.flatMap((one) => one.readings.map(({ text }) => text)),
		);
		expect(readings).toEqual(
			expect.arrayContaining([expect.stringContaining("noon"), expect.stringContaining("storm")]),
		);
		const reports = (structured as unknown as Cited).reports.map(({ article }) => article);
		expect(await ask("compare_reports", { a: reports[0], b: reports[1] })).toMatchObject({
			counts: { sentences: expect.any(Number) },
		});
	});

	it("is the whole of a record, page by page, each row once", async () => {
		const { structured } = overHttp.answers.get("get_record") as Answer;
		const { story, counts } = structured as unknown as { story: { id: string }; counts: Record<string, number> };
		const parts = Object.keys(counts);
		const rows: string[] = [];
		let after: string | undefined;
		do {
			const page = (await ask("get_record", {
				story: story.id,
				parts,
				limit: 4,
				...(after ? { after } : {}),
			})) as never;
			const own = parts.flatMap((part) => (page[part] as object[]).map((row) => `${part} ${JSON.stringify(row)}`));
			expect(own.length).toBeLessThanOrEqual(4);
			rows.push(...own);
			after = (page as Cited).next ?? undefined;
		} while (after !== undefined);
		expect(rows).toHaveLength(Object.values(counts).reduce((sum, count) => sum + count, 0));
	});

	it("is not called none where the store says nothing of it", async () => {
		const early = await ask("search_reports", { words: "zeppelin", from: "2031-01-01", to: "2031-05-18" });
		expect(early).toMatchObject({ found: [] });
		expect(early["notCovered"]).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/no report published before 2031-05-03/),
				expect.stringMatching(/no report published on 2031-05-04 to 2031-05-13/),
			]),
		);
		const down = { url: "https://desk.example/feed", title: null, health: "failing", lastSuccess: null } as const;
		const coverage = await watchCoverage(store, async () => [{ ...down, lastError: null }])();
		expect(coverage).toMatchObject({ followed: 1, downCount: 1, down: [{ ...down, reason: null }] });
		expect(tellCoverage(coverage).at(-1)).toMatch(
			/do not answer or are not visited: https:\/\/desk\.example\/feed \(failing\)/,
		);
		expect(tellCoverage({ ...coverage, queued: 3 })[0]).toMatch(/3 pieces of work are still queued/);
		expect(tellCoverage({ ...coverage, reports: 0 })).toEqual([
			"The store holds no report: nothing can be found in it.",
		]);
	});
});

describe("a question that cannot be answered", () => {
	it.each<[string, Record<string, unknown>, RegExp]>([
		["find_stories", { wrods: "ferry" }, /Unrecognized key: "wrods"/],
		["find_stories", { limit: 1000 }, /limit/],
		["find_stories", { words: "ferry", from: "soon" }, /a day such as 2031-05-14/],
		["find_stories", { words: "?!" }, /no letter or digit/],
		["get_record", { story: "ferry" }, /an id of sixteen hexadecimal digits/],
		["get_record", { story: "0000000000000000" }, /no collated story 0000000000000000/],
		["search_reports", {}, /needs words/],
		["search_reports", { words: "ferry", after: "page two" }, /names no page/],
		["search_quotations", { about: "…" }, /no letter or digit/],
		["trace_text", { text: "…" }, /./],
		["list_positions", {}, /needs a speaker/],
		["compare_reports", { a: "A", b: "B" }, /give the story too/],
		["compare_reports", { a: "0000000000000000", b: "0000000000000001" }, /does not have both/],
		["read_report", { article: "0000000000000000" }, /no report 0000000000000000/],
	])("of %s, %j, is refused in words", async (name, given, reason) => {
		expect(await call(name, given)).toMatch(reason);
		expect(failures).toEqual([]);
	});

	it("whatever it holds is answered in bounds and in shape, or refused in words", async () => {
		const { structured } = overHttp.answers.get("find_stories") as Answer;
		const { stories, reports } = structured as unknown as Cited & { stories: { story: string }[] };
		const ids = reports.map(({ article }) => article);
		const text = fc.oneof(
			fc.constantFrom("ferry", "Vane", '"', "Port Amity", "Halda", "\u202e", "A", "B", "2031-05-14", "en", "conflict"),
			fc.string({ unit: "binary", maxLength: 40 }),
			fc.constantFrom(...ids, ...stories.map(({ story }) => story)),
		);
		const value = fc.oneof(text, fc.integer({ min: -2, max: 90 }), fc.constantFrom(null, true, [], ["facts"], {}));
		const fields = [...new Set(TOOLS.flatMap(({ input }) => Object.keys(input.shape)))];
		const asked = fc.record({
			tool: fc.constantFrom(...TOOLS),
			given: fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 5 }),
			usual: fc.record({
				story: fc.constantFrom(...stories.map(({ story }) => story)),
				text,
				words: text,
				speaker: text,
				a: text,
				b: text,
				article: fc.constantFrom(...ids),
			}),
		});
		let answered = 0;
		await fc.assert(
			fc.asyncProperty(asked, async ({ tool, given, usual }) => {
				const known = Object.entries({ ...usual, ...given }).filter(([name]) => name in tool.input.shape);
				const parsed = tool.input.safeParse(Object.fromEntries(known));
				if (!parsed.success) return;
				try {
					const answer = await tool.answer(room, parsed.data);
					answered++;
					expect(tool.output.parse(answer)).toEqual(answer);
					expect(JSON.stringify(answer).length).toBeLessThan(100_000);
				} catch (error) {
					if (!(error instanceof UserError)) throw error;
				}
			}),
			{ numRuns: 50 },
		);
		expect(answered).toBeGreaterThan(10);
	}, 60_000);
});

describe("/mcp", () => {
	const post = (headers: Record<string, string>, body: string): Promise<Response> =>
		fetch(new URL("mcp", served.url), {
			method: "POST",
			headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
			body,
		});
	const list = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });

	it("is closed to pages of other sites", async () => {
		expect((await post({ origin: "https://other.example" }, list)).status).toBe(403);
	});

	it("refuses what is too long, and what is no question", async () => {
		expect((await post({}, `"${"x".repeat(300_000)}"`)).status).toBe(413);
		expect((await post({}, "{")).status).toBe(400);
		expect((await fetch(new URL("mcp", served.url))).status).toBe(405);
		expect(failures).toEqual([]);
	});
});

describe("docs/mcp.md", () => {
	it("lists every tool as programs are told of it", () => {
		const { page, written } = writeToolPage();
		expect(page, "npx tsx scripts/write-tool-docs.ts writes it").toBe(written);
	});
});
