import { describe, expect, it } from "vitest";
import { DOCX_TYPE } from "../model/capture.ts";
import { type Listing, type ReadEffects, readCaptures } from "./captures.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function gzip(text: Uint8Array): Promise<Uint8Array> {
	const stream = new Blob([new Uint8Array(text)]).stream().pipeThrough(new CompressionStream("gzip"));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Files in memory; a folder is a prefix, and reading is counted. */
function effectsOn(
	files: { readonly [path: string]: Uint8Array },
	stdin: string = "",
): ReadEffects & { readonly reads: string[] } {
	const reads: string[] = [];
	const entry = (path: string): { path: string; size: number } => ({ path, size: files[path]?.byteLength ?? 0 });
	return {
		reads,
		list: (input): Promise<Listing> => {
			if (files[input]) return Promise.resolve({ kind: "file", files: [entry(input)] });
			const inside = Object.keys(files).filter((path) => path.startsWith(`${input}/`));
			return Promise.resolve(
				inside.length > 0 ? { kind: "folder", files: inside.sort().map(entry) } : { kind: "missing", files: [] },
			);
		},
		read: (path) => {
			reads.push(path);
			const bytes = files[path];
			return bytes ? Promise.resolve(bytes) : Promise.reject(new Error("gone"));
		},
		stdin: () => Promise.resolve(utf8(stdin)),
	};
}

async function read(
	files: { readonly [path: string]: Uint8Array },
	inputs: readonly string[],
	stdin: string = "",
): Promise<{ places: string[]; types: string[]; codes: string[]; reasons: string[] }> {
	const { captures, problems } = await readCaptures(inputs, effectsOn(files, stdin));
	return {
		places: captures.map(({ place }) => place),
		types: captures.map(({ mediaType }) => mediaType),
		codes: problems.map(({ code, place }) => `${code} ${place}`),
		reasons: problems.map(({ reason }) => reason),
	};
}

describe("reading inputs", () => {
	it("takes every kind it reads from a folder, skips others without a word, and reads a place once", async () => {
		const files = {
			"r/a.txt": utf8("a"),
			"r/b.md": utf8("b"),
			"r/c.html": utf8("<p>c"),
			"r/d.html.gz": await gzip(utf8("<p>d")),
			"r/e.png": utf8("e"),
		};
		const { places, types, codes } = await read(files, ["r", "r/a.txt"]);
		expect(places).toEqual(["r/a.txt", "r/b.md", "r/c.html", "r/d.html.gz"]);
		expect(types).toEqual(["text/plain", "text/markdown", "text/html", "text/html"]);
		expect(codes).toEqual([]);
	});

	it("lists what is missing, not readable, unsupported or empty of reports, and reads the rest", async () => {
		const files = { "a.txt": utf8("a"), "b.png": utf8("b"), "r/c.png": utf8("c"), "d.jsonl": utf8("\n") };
		const { places, codes, reasons } = await read(files, ["nope.txt", "b.png", "r", "d.jsonl", "a.txt"]);
		expect(places).toEqual(["a.txt"]);
		expect(codes).toEqual([
			"read/missing nope.txt",
			"read/unsupported b.png",
			"read/nothing-readable r",
			"read/empty d.jsonl",
		]);
		expect(reasons[0]).toContain("`nope.txt`");
	});

	it("reads reports given one a line, and lists a bad line by its number", async () => {
		const lines = [
			'{"text":"A report.","url":"https://harbour.example/1","outlet":"Harbour Post","role":"primary"}',
			"{oops",
			'{"title":"x"}',
			'{"html":"<p>x</p>"}',
			'{"text":3}',
		];
		const effects = effectsOn({ "a.jsonl": utf8(lines.join("\n")) });
		const { captures, problems } = await readCaptures(["a.jsonl"], effects);
		expect(captures).toMatchObject([
			{ place: "a.jsonl#1", url: "https://harbour.example/1", stated: { outlet: "Harbour Post", role: "primary" } },
			{ place: "a.jsonl#4", mediaType: "text/html" },
		]);
		expect(problems.map(({ place, code }) => `${place} ${code}`)).toEqual([
			"a.jsonl#2 read/bad-line",
			"a.jsonl#3 read/bad-line",
			"a.jsonl#5 read/bad-line",
		]);
	});

	it("reports a lone surrogate in a line and reads the line", async () => {
		const { places, codes } = await read({ "a.jsonl": utf8('{"text":"a \\ud83d b"}') }, ["a.jsonl"]);
		expect([places, codes]).toEqual([["a.jsonl#1"], ["read/lone-surrogate a.jsonl#1"]]);
	});

	it("tells from its content what comes from standard input", async () => {
		expect((await read({}, ["-"], '{"text":"a"}\n{"text":"b"}\n')).places).toEqual(["-#1", "-#2"]);
		expect((await read({}, ["-"], "<!DOCTYPE html><p>a")).types).toEqual(["text/html"]);
		expect((await read({}, ["-"], "{braces} open this text")).types).toEqual(["text/plain"]);
	});

	it("refuses a file by its size without reading it", async () => {
		const effects = effectsOn({ "a.txt": new Uint8Array(50_000_000) });
		const { captures, problems } = await readCaptures(["a.txt"], effects);
		expect(captures).toEqual([]);
		expect(problems).toMatchObject([{ code: "read/too-large", place: "a.txt" }]);
		expect(effects.reads).toEqual([]);
	});

	it("stops unpacking a small file that unpacks to too much, and lists a damaged one", async () => {
		const bomb = await gzip(new Uint8Array(30_000_000));
		const whole = await gzip(utf8("<p>a</p>".repeat(50)));
		const { codes } = await read({ "a.html.gz": bomb, "b.html.gz": whole.subarray(0, 20) }, ["a.html.gz", "b.html.gz"]);
		expect(codes).toEqual(["read/too-large a.html.gz", "read/damaged b.html.gz"]);
	});

	it("tells documents by their name, and on standard input by their first bytes", async () => {
		const files = { "r/a.pdf": utf8("%PDF-1.7"), "r/b.docx": utf8("PK"), "r/c.txt": utf8("c") };
		const { types } = await read(files, ["r"]);
		expect(types).toEqual(["application/pdf", DOCX_TYPE, "text/plain"]);
		expect((await read({}, ["-"], "junk before %PDF-1.7 \u0000")).types).toEqual(["application/pdf"]);
		expect((await read({}, ["-"], "PK\u0003\u0004 … word/document.xml …")).types).toEqual([DOCX_TYPE]);
		expect((await read({}, ["-"], "PK\u0003\u0004 … pictures/a.png …")).types).toEqual(["text/plain"]);
	});

	it("gives what is named as primary that role, and does not read it again among the reports", async () => {
		const files = { "r/a.txt": utf8("a"), "r/b.txt": utf8("b") };
		const { captures } = await readCaptures(["r"], effectsOn(files), ["r/b.txt"]);
		expect(captures.map(({ place, stated }) => [place, stated.role])).toEqual([
			["r/b.txt", "primary"],
			["r/a.txt", "report"],
		]);
	});
});
