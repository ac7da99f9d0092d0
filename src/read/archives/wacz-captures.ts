import { MANIFEST_PATH } from "../../model/evidence.ts";
import type { ListedProblem } from "../../model/problem.ts";
import { compareText } from "../../text/compare.ts";
import { sha256Hex } from "../../text/hash.ts";
import { readTarget } from "./archived-page.ts";
import { type ArchiveEffects, type ByteSource, sourceOf } from "./byte-source.ts";
import { type KeptManifest, readKeptManifest } from "./kept-captures.ts";
import { type Archived, type PageList, readWarcCaptures } from "./warc-captures.ts";
import { isSafeName, openStored, readEntry, readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** Bytes of a list of pages, of an archive that is packed once more and so held whole, and pages listed. */
const LARGEST_LIST = 100_000_000;
const LARGEST_PACKED = 500_000_000;
const MOST_PAGES = 1_000_000;

/** Listed pages that a problem names. */
const NAMED = 3;

/**
 * The captures of a WACZ file (Web Archive Collection Zipped 1.1.1): the pages, texts and documents of the WARC files
 * in its `archive` folder. Where it lists its pages, and the frames and parts of pages that it also holds are told
 * apart by that, only pages are taken; a listed page may lead to another by redirection. The place of each is
 * `file/archive/name.warc.gz#record`; in an evidence file, what it was when it was kept.
 */
export async function* readWaczCaptures(
	source: ByteSource,
	place: string,
	effects: ArchiveEffects,
): AsyncGenerator<Archived, void, void> {
	const directory = await readZipDirectory(source);
	if (typeof directory === "string") {
		yield problem("read/damaged", place, `\`${place}\` cannot be opened: ${directory}`);
		return;
	}
	for (const { name } of directory.filter(({ name }) => !isSafeName(name))) {
		yield problem(
			"read/bad-record",
			place,
			`the file ${JSON.stringify(name.slice(0, 200))} has a name that leaves the archive; it is not read`,
		);
	}
	const entries = directory.filter(({ name }) => isSafeName(name)).sort((a, b) => compareText(a.name, b.name));
	const archives = entries.filter(({ name }) => /^archive\/[^/]+\.warc(?:\.gz)?$/i.test(name));
	if (archives.length === 0) {
		yield problem(
			"read/empty",
			place,
			`\`${place}\` holds no WARC file in its archive folder: it is no WACZ that can be read`,
		);
		return;
	}
	const lists = entries.filter(({ name }) => /^pages\/[^/]+\.jsonl$/.test(name));
	const pages = new ListedPages();
	for (const list of lists) {
		const bytes = await readEntry(source, list, LARGEST_LIST, effects);
		if (typeof bytes === "string")
			yield problem("read/damaged", `${place}/${list.name}`, `the list of pages cannot be read: ${bytes}`);
		else pages.add(new TextDecoder("utf-8").decode(bytes));
	}
	const kept = yield* readEvidence(source, entries, place, effects);
	for (const entry of archives) {
		const inside = `${place}/${entry.name}`;
		const opened = await openEntry(source, entry, effects);
		if (typeof opened === "string") yield problem("read/damaged", inside, `\`${inside}\` cannot be read: ${opened}`);
		else yield* readWarcCaptures(opened, inside, effects, pages.empty ? null : pages, kept);
	}
	const missing = pages.missing();
	const [first] = missing;
	if (first !== undefined) {
		const shown = missing.slice(0, NAMED).join(", ");
		const others = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : "";
		yield problem("read/no-page", place, `pages are listed that this archive does not hold: ${shown}${others}`);
	}
}

/** The manifest of an evidence file, after what else it says: problems of inputs, and the user's files. Null for any other WACZ. */
async function* readEvidence(
	source: ByteSource,
	entries: readonly ZipEntry[],
	place: string,
	effects: ArchiveEffects,
): AsyncGenerator<Archived, KeptManifest | null, void> {
	const entry = entries.find(({ name }) => name === MANIFEST_PATH);
	if (!entry) return null;
	const bytes = await readEntry(source, entry, LARGEST_LIST, effects);
	const kept = typeof bytes === "string" ? bytes : readKeptManifest(new TextDecoder("utf-8").decode(bytes));
	if (typeof kept === "string") {
		yield problem("read/damaged", `${place}/${MANIFEST_PATH}`, `the manifest of the evidence cannot be used: ${kept}`);
		return null;
	}
	for (const listed of kept.problems) yield { problem: listed };
	for (const [path, input] of kept.inputs) {
		const file = entries.find(({ name }) => name === path);
		const content = file ? await readEntry(source, file, LARGEST_LIST, effects) : "it is not there";
		const wrong =
			typeof content === "string" ? content : sha256Hex(content) === input.sha256 ? null : "its hash is another";
		if (typeof content !== "string" && wrong === null) {
			yield { given: { kind: input.kind, place: input.place, bytes: content } };
		} else yield problem("read/damaged", `${place}/${path}`, `\`${place}/${path}\` cannot be used: ${wrong}`);
	}
	return kept;
}

/** The WARC file in an entry: in its place where it is stored as it is, as the format asks. */
async function openEntry(source: ByteSource, entry: ZipEntry, effects: ArchiveEffects): Promise<ByteSource | string> {
	if (entry.encrypted) return "it is encrypted";
	if (entry.method === 0) return (await openStored(source, entry)) ?? "it is damaged";
	const bytes = await readEntry(source, entry, LARGEST_PACKED, effects);
	return typeof bytes === "string" ? bytes : sourceOf(bytes);
}

/** The pages that the lists name, and those that they lead to. */
class ListedPages implements PageList {
	/** Whether each was met. */
	readonly #pages = new Map<string, boolean>();

	get empty(): boolean {
		return this.#pages.size === 0;
	}

	/** Adds a list: a JSON object a line, the first of which describes the list. */
	add(lines: string): void {
		for (const line of lines.split("\n")) {
			if (this.#pages.size >= MOST_PAGES) return;
			const url = readPage(line);
			if (url !== null) this.#pages.set(url, false);
		}
	}

	takes(url: string): boolean {
		const name = nameOf(url);
		if (!this.#pages.has(name)) return false;
		this.#pages.set(name, true);
		return true;
	}

	leads(from: string, to: string): void {
		if (this.takes(from)) this.#pages.set(nameOf(to), this.#pages.get(nameOf(to)) ?? false);
	}

	missing(): string[] {
		return [...this.#pages].filter(([, met]) => !met).map(([url]) => url);
	}
}

function readPage(line: string): string | null {
	if (line.trim() === "") return null;
	try {
		const page: unknown = JSON.parse(line);
		if (typeof page !== "object" || page === null || !("url" in page) || typeof page.url !== "string") return null;
		const url = readTarget(page.url);
		return url === null ? null : nameOf(url);
	} catch {
		return null;
	}
}

/** An address as servers get it: in one spelling, without the part behind `#`. */
function nameOf(url: string): string {
	const address = new URL(url);
	address.hash = "";
	return address.href;
}

function problem(code: string, place: string, reason: string): { readonly problem: ListedProblem } {
	return { problem: { code, span: null, article: null, place, reason } };
}
