import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import { compareText } from "../../src/text/compare.ts";

/** A reader by the ending of the files it reads, and the files that its cases are made from. */
export interface Seeds {
	/** `page`, `text`, `markdown`, `lines`, `pdf`, `docx`, `gzip`. */
	readonly reader: string;
	/** What the mutated file is called. */
	readonly place: string;
	readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
	/**
	 * For files in a container: changes what is inside and packs it again, so that a case gets past the
	 * container's own checks.
	 */
	readonly inside?: (bytes: Uint8Array, change: (part: Uint8Array) => Uint8Array, choose: Chooser) => Uint8Array;
}

/** One of a list that is not empty. */
type Chooser = (list: readonly string[]) => string;

/** Files past this size make no more of a case and cost more. */
const LARGEST = 400_000;

/**
 * The files that cases are made from: real pages and texts where the corpora are, the project's own
 * examples and fixtures everywhere. Sorted by name.
 */
export function gatherSeeds(root: string, corpora: string): Seeds[] {
	const pages = [
		...readFiles(join(corpora, "pages"), [".html.gz"]),
		...readFiles(join(root, "test", "fixtures"), [".html"]),
	];
	const texts = [
		...readFiles(join(corpora, "reports"), [".txt"]),
		...readFiles(join(corpora, "polnear", "dev", "text"), [".txt"]),
		...readFiles(join(root, "examples"), [".txt"]),
		...readFiles(join(root, "bench", "quality", "plain-text", "cases"), [".txt"]),
	];
	const lines = texts
		.slice(0, 40)
		.map(({ name, bytes }) => ({ name: `${name} as lines`, bytes: asLines(bytes, texts) }));
	const documents = join(root, "test", "fixtures", "documents");
	const all: Seeds[] = [
		{ reader: "page", place: "case.html", files: pages.map(unpack) },
		{
			reader: "gzip",
			place: "case.html.gz",
			files: pages.filter(({ name }) => name.endsWith(".gz")),
			inside: (bytes, change) => new Uint8Array(gzipSync(change(new Uint8Array(gunzipSync(bytes))))),
		},
		{ reader: "text", place: "case.txt", files: texts },
		{ reader: "markdown", place: "case.md", files: texts },
		{ reader: "lines", place: "case.jsonl", files: lines },
		{ reader: "pdf", place: "case.pdf", files: readFiles(documents, [".pdf"]) },
		{ reader: "docx", place: "case.docx", files: readFiles(documents, [".docx"]), inside: changePart },
	];
	return all
		.map((seeds) => ({ ...seeds, files: seeds.files.filter(({ bytes }) => bytes.length <= LARGEST) }))
		.filter(({ files }) => files.length > 0);
}

/** A zip archive of which one part is changed. */
function changePart(bytes: Uint8Array, change: (part: Uint8Array) => Uint8Array, choose: Chooser): Uint8Array {
	const parts = unzipSync(bytes);
	const name = choose(Object.keys(parts).sort(compareText));
	const part = parts[name];
	return zipSync(part ? { ...parts, [name]: change(part) } : parts, { level: 1, mtime: new Date(1980, 0, 2) });
}

function readFiles(folder: string, endings: readonly string[]): { name: string; bytes: Uint8Array }[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => endings.some((ending) => name.endsWith(ending)))
		.sort(compareText)
		.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

function unpack({ name, bytes }: { name: string; bytes: Uint8Array }): { name: string; bytes: Uint8Array } {
	return { name, bytes: name.endsWith(".gz") ? new Uint8Array(gunzipSync(bytes)) : bytes };
}

/** A text and two others as reports, one a line. */
function asLines(bytes: Uint8Array, others: readonly { readonly bytes: Uint8Array }[]): Uint8Array {
	const texts = [bytes, ...others.slice(0, 2).map((other) => other.bytes)].map((one) => new TextDecoder().decode(one));
	const lines = texts.map((text, at) =>
		JSON.stringify({ text, outlet: "Quay", published: "2031-05-14", url: `https://quay.example/${at}` }),
	);
	return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
