import type { ArticleRole } from "../model/article.ts";
import { type Capture, DOCX_TYPE, type MediaType, type StatedMetadata } from "../model/capture.ts";
import { type ListedProblem, UserError } from "../model/problem.ts";
import { sha256Hex } from "../text/hash.ts";
import { type FetchedInput, formatOfType, isAddress, sniffFeed } from "./addresses.ts";
import { decode } from "./charset.ts";
import { BYTE_LIMITS, type Format, formatOf, isGzip, READ_ENDINGS, sniffDocument, sniffFormat } from "./formats.ts";
import { gunzip } from "./gunzip.ts";
import { readReportLines } from "./report-lines.ts";

/** A file that an input names. */
export interface FileEntry {
	/** As the user would give it, with `/` between folders. */
	readonly path: string;
	/** Size in bytes. */
	readonly size: number;
}

/** What an input turned out to name. `files` is sorted by path, in code units. */
export interface Listing {
	readonly kind: "file" | "folder" | "glob" | "missing" | "unreadable";
	readonly files: readonly FileEntry[];
}

/** What reading needs of the world. */
export interface ReadEffects {
	/** The files that an input names: itself, all in a folder (hidden ones left out), or all a pattern matches. */
	list(input: string): Promise<Listing>;
	/** A file's bytes, at most `limit + 1` of them. Rejects when it cannot be read. */
	read(path: string, limit: number): Promise<Uint8Array>;
	/** Standard input, at most `limit + 1` bytes of it. */
	stdin(limit: number): Promise<Uint8Array>;
	/**
	 * What stands at an address on the web; all addresses are asked for at once, and how many are fetched at a time is
	 * up to the world. Where it is left out, addresses are refused.
	 */
	fetch?(address: string): Promise<FetchedInput>;
}

/** The place of what comes from standard input. */
const STANDARD_INPUT = "-";

const NOTHING_STATED: StatedMetadata = { outlet: null, published: null, title: null, role: "report" };

/**
 * Reads every input: files, folders, patterns, addresses on the web, and `-` for standard input. Captures and problems
 * come in the order of the inputs, those of `primaries` first; a place named twice is read once, so
 * that a primary in a folder of reports is no report. A bad input is a problem and the others go on.
 *
 * @param primaries inputs whose captures get the role `primary`, whatever they state
 */
export async function readCaptures(
	inputs: readonly string[],
	effects: ReadEffects,
	primaries: readonly string[] = [],
): Promise<{ captures: Capture[]; problems: ListedProblem[] }> {
	const captures: Capture[] = [];
	const problems: ListedProblem[] = [];
	const seen = new Set<string>();
	const fetched = await fetchAll([...primaries, ...inputs], effects);
	const readAll = async (names: readonly string[], role: ArticleRole | null): Promise<void> => {
		for (const input of names) {
			const found = isAddress(input)
				? await readFetched(input, fetched, seen)
				: input === STANDARD_INPUT
					? await readStandardInput(effects, seen)
					: await readInput(input, effects, seen);
			for (const capture of found.captures) {
				captures.push(role === null ? capture : { ...capture, stated: { ...capture.stated, role } });
			}
			for (const problem of found.problems) problems.push(problem);
		}
	};
	await readAll(primaries, "primary");
	await readAll(inputs, null);
	return { captures, problems };
}

interface Found {
	readonly captures: readonly Capture[];
	readonly problems: readonly ListedProblem[];
}

const NOTHING: Found = { captures: [], problems: [] };

/** What stands at each address among the inputs. */
async function fetchAll(inputs: readonly string[], effects: ReadEffects): Promise<ReadonlyMap<string, FetchedInput>> {
	const addresses = [...new Set(inputs)].filter(isAddress);
	const problem = { code: "read/no-network", reason: "addresses are not fetched here; give the page as a file" };
	const fetch = effects.fetch?.bind(effects) ?? (async () => ({ bytes: null, problem }) as const);
	return new Map(await Promise.all(addresses.map(async (address) => [address, await fetch(address)] as const)));
}

async function readFetched(place: string, all: ReadonlyMap<string, FetchedInput>, seen: Set<string>): Promise<Found> {
	const fetched = all.get(place);
	if (!fetched || seen.has(place)) return NOTHING;
	seen.add(place);
	if (fetched.bytes === null) return failed(fetched.problem.code, place, fetched.problem.reason);
	const { bytes, url, at, mediaType, charset } = fetched;
	// Servers misname documents; a document names itself.
	const format = sniffDocument(bytes) ?? formatOfType(mediaType);
	return readBytes(place, bytes, { format, url, at, charset });
}

async function readStandardInput(effects: ReadEffects, seen: Set<string>): Promise<Found> {
	if (seen.has(STANDARD_INPUT)) return NOTHING;
	seen.add(STANDARD_INPUT);
	const bytes = await effects.stdin(BYTE_LIMITS.lines);
	if (bytes.byteLength > BYTE_LIMITS.lines) return tooLarge(STANDARD_INPUT, BYTE_LIMITS.lines);
	return readBytes(STANDARD_INPUT, bytes, UNKNOWN);
}

/** Most bytes of a text that is given on standard input in the place of an operand. */
const PLAIN_LIMIT = 1_000_000;

/**
 * Standard input as plain text, for a command that takes a text and not a report.
 *
 * @throws UserError `read/binary` when it is none; `read/too-large` past a megabyte
 */
export async function readPlainInput(effects: Pick<ReadEffects, "stdin">): Promise<string> {
	const bytes = await effects.stdin(PLAIN_LIMIT);
	if (bytes.byteLength > PLAIN_LIMIT) {
		throw new UserError("read/too-large", "standard input holds more than a megabyte: give a sentence or a quotation");
	}
	const { text, problems } = decode(bytes, null, "text/plain");
	const [problem] = problems;
	if (problem?.code === "read/binary") throw new UserError(problem.code, problem.reason);
	return text;
}

async function readInput(input: string, effects: ReadEffects, seen: Set<string>): Promise<Found> {
	const listing = await effects.list(input);
	if (listing.kind === "missing")
		return failed("read/missing", input, `there is no file or folder \`${input}\`; check the path`);
	if (listing.kind === "unreadable") {
		return failed("read/unreadable", input, `\`${input}\` cannot be opened; check its permissions`);
	}
	const readable = listing.files.filter((file) => formatOf(file.path) !== null);
	if (readable.length === 0) return nothingReadable(input, listing);
	const captures: Capture[] = [];
	const problems: ListedProblem[] = [];
	for (const file of readable) {
		const place = file.path.replace(/^(?:\.\/)+/, "");
		if (seen.has(place)) continue;
		seen.add(place);
		const found = await readFile(file, effects);
		for (const capture of found.captures) captures.push(capture);
		for (const problem of found.problems) problems.push(problem);
	}
	return { captures, problems };
}

function nothingReadable(input: string, listing: Listing): Found {
	const endings = READ_ENDINGS.join(", ");
	switch (listing.kind) {
		case "file":
			return failed("read/unsupported", input, `\`${input}\` is no kind of file that is read; give ${endings}`);
		case "folder":
			return failed(
				"read/nothing-readable",
				input,
				`the folder \`${input}\` holds nothing to read; put ${endings} into it`,
			);
		default:
			return failed(
				"read/nothing-readable",
				input,
				`no readable file matches \`${input}\`; these are read: ${endings}`,
			);
	}
}

async function readFile(file: FileEntry, effects: ReadEffects): Promise<Found> {
	const format = formatOf(file.path) ?? "text";
	const limit = BYTE_LIMITS[format];
	if (file.size > limit) return tooLarge(file.path, limit);
	let bytes: Uint8Array;
	try {
		bytes = await effects.read(file.path, limit);
	} catch (cause) {
		const why = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
		return failed("read/unreadable", file.path, `\`${file.path}\` cannot be read${why}; check its permissions`);
	}
	if (bytes.byteLength > limit) return tooLarge(file.path, limit);
	return readBytes(file.path, bytes, { ...UNKNOWN, format });
}

/** What is known of bytes besides. */
interface Known {
	/** The format that a name or a server states; null to tell it from the content. */
	readonly format: Format | null;
	readonly url: string | null;
	readonly at: string | null;
	readonly charset: string | null;
}

/** Bytes at the start that say whether this is a feed. */
const HEAD = 8192;

const UNKNOWN: Known = { format: null, url: null, at: null, charset: null };

async function readBytes(place: string, raw: Uint8Array, known: Known): Promise<Found> {
	let bytes = raw;
	if (isGzip(raw)) {
		const limit = BYTE_LIMITS[known.format ?? "page"];
		const unpacked = await gunzip(raw, limit);
		if (unpacked.failure === "too-large") return tooLarge(place, limit);
		if (unpacked.failure === "damaged") {
			return failed("read/damaged", place, `\`${place}\` is a damaged gzip file; fetch or pack it again`);
		}
		bytes = unpacked.bytes;
	}
	const feed = known.url === null ? null : sniffFeed(decode(bytes.subarray(0, HEAD), null, "text/plain").text);
	if (feed !== null) {
		return failed("read/feed", place, `\`${place}\` is ${feed}, a list of reports; give the address of a report`);
	}
	const format = known.format ?? sniffDocument(bytes) ?? sniffFormat(decode(bytes, null, "text/plain").text);
	if (bytes.byteLength > BYTE_LIMITS[format]) return tooLarge(place, BYTE_LIMITS[format]);
	if (format === "lines") {
		const decoded = decode(bytes, null, "text/plain");
		const { captures, problems } = readReportLines(decoded.text, place);
		if (decoded.problems.length === 0) return { captures, problems };
		const listed = decoded.problems.map((problem) => ({ ...problem, article: null, place }));
		const binary = decoded.problems.some((problem) => problem.code === "read/binary");
		return { captures, problems: binary ? listed : [...listed, ...problems] };
	}
	const { url, at, charset } = known;
	const capture: Capture = {
		place,
		url,
		mediaType: MEDIA_TYPES[format],
		sha256: sha256Hex(bytes),
		at,
		bytes,
		charset,
		stated: NOTHING_STATED,
	};
	return { captures: [capture], problems: [] };
}

const MEDIA_TYPES: Readonly<Record<Exclude<Format, "lines">, MediaType>> = {
	text: "text/plain",
	markdown: "text/markdown",
	page: "text/html",
	pdf: "application/pdf",
	docx: DOCX_TYPE,
};

function tooLarge(place: string, limit: number): Found {
	const megabytes = limit / 1_000_000;
	return failed(
		"read/too-large",
		place,
		`\`${place}\` is larger than the ${megabytes} MB that are read; split it or give a part`,
	);
}

function failed(code: string, place: string, reason: string): Found {
	return { captures: [], problems: [{ code, span: null, article: null, place, reason }] };
}
