import type { ArticleRole } from "../model/article.ts";
import { type Capture, DOCX_TYPE, type MediaType } from "../model/capture.ts";
import type { GivenFile } from "../model/evidence.ts";
import { type ListedProblem, UserError } from "../model/problem.ts";
import { sha256Hex } from "../text/hash.ts";
import { type FetchedBytes, type FetchedInput, formatOfType, isAddress, sniffFeed } from "./addresses.ts";
import { type ArchiveEffects, type ByteSource, type OpenSource, sourceOf } from "./archives/byte-source.ts";
import { unpackMembers } from "./archives/gzip-members.ts";
import { readWaczCaptures } from "./archives/wacz-captures.ts";
import { readWarcCaptures } from "./archives/warc-captures.ts";
import { decode } from "./charset.ts";
import {
	BYTE_LIMITS,
	type FileFormat,
	formatOf,
	isGzip,
	NOTHING_STATED,
	READ_ENDINGS,
	sniffArchive,
	sniffDocument,
	sniffFormat,
} from "./formats.ts";
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
	/** What it takes to open web archives; where it is left out, they are not read. */
	readonly archives?: ArchiveEffects;
}

/** The place of what comes from standard input. */
const STANDARD_INPUT = "-";

/** A step of reading inputs: what one file, or one record of an archive, gave. */
export interface ReadStep {
	readonly captures: readonly Capture[];
	readonly problems: readonly ListedProblem[];
	/** Files of the user's own that came out of an evidence file; none where it is left out. */
	readonly given?: readonly GivenFile[];
	/** Files of the input at hand that are still to be read. */
	readonly ahead: number;
	/** The file or address that was read, `-` for standard input; null where there was nothing to read. */
	readonly input: string | null;
}

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
): Promise<{ captures: Capture[]; problems: ListedProblem[]; given: GivenFile[] }> {
	const captures: Capture[] = [];
	const problems: ListedProblem[] = [];
	const given: GivenFile[] = [];
	for await (const step of walkCaptures(inputs, effects, primaries)) {
		for (const capture of step.captures) captures.push(capture);
		for (const problem of step.problems) problems.push(problem);
		for (const file of step.given ?? []) given.push(file);
	}
	return { captures, problems, given };
}

/** As `readCaptures`, a step at a time, so that nobody has to hold all bytes of a large input. */
export async function* walkCaptures(
	inputs: readonly string[],
	effects: ReadEffects,
	primaries: readonly string[] = [],
): AsyncGenerator<ReadStep, void, void> {
	const seen = new Set<string>();
	const fetched = await fetchAll([...primaries, ...inputs], effects);
	const walkAll = async function* (names: readonly string[], role: ArticleRole | null): AsyncGenerator<ReadStep> {
		for (const input of names) {
			const steps = isAddress(input)
				? addSource(walkFetched(input, fetched, seen, effects), fetched.get(input)?.bytes ? input : null, 0)
				: input === STANDARD_INPUT
					? addSource(walkStandardInput(effects, seen), STANDARD_INPUT, 0)
					: walkInput(input, effects, seen);
			for await (const step of steps) {
				yield role === null
					? step
					: { ...step, captures: step.captures.map((one) => ({ ...one, stated: { ...one.stated, role } })) };
			}
		}
	};
	yield* walkAll(primaries, "primary");
	yield* walkAll(inputs, null);
}

/** What came of a piece of an input. */
export type Found = Omit<ReadStep, "ahead" | "input">;

async function* addSource(steps: AsyncGenerator<Found>, input: string | null, ahead: number): AsyncGenerator<ReadStep> {
	for await (const step of steps) yield { ...step, ahead, input };
}

/** What stands at each address among the inputs. */
async function fetchAll(inputs: readonly string[], effects: ReadEffects): Promise<ReadonlyMap<string, FetchedInput>> {
	const addresses = [...new Set(inputs)].filter(isAddress);
	const problem = { code: "read/no-network", reason: "addresses are not fetched here; give the page as a file" };
	const fetch = effects.fetch?.bind(effects) ?? (async () => ({ bytes: null, problem }) as const);
	return new Map(await Promise.all(addresses.map(async (address) => [address, await fetch(address)] as const)));
}

async function* walkFetched(
	place: string,
	all: ReadonlyMap<string, FetchedInput>,
	seen: Set<string>,
	effects: ReadEffects,
): AsyncGenerator<Found> {
	const fetched = all.get(place);
	if (!fetched || seen.has(place)) return;
	seen.add(place);
	if (fetched.bytes === null) {
		yield failed(fetched.problem.code, place, fetched.problem.reason);
		return;
	}
	yield* walkBytes(place, fetched.bytes, knownOf(fetched), effects);
}

/** A report that was fetched, as a capture; of a list of reports, one each. */
export function capturesOf(place: string, fetched: FetchedBytes): Promise<Found> {
	return readBytes(place, fetched.bytes, knownOf(fetched));
}

function knownOf({ bytes, url, at, mediaType, charset }: FetchedBytes): Known {
	// Servers misname documents; a document names itself.
	return { format: sniffDocument(bytes) ?? formatOfType(mediaType), url, at, charset };
}

async function* walkStandardInput(effects: ReadEffects, seen: Set<string>): AsyncGenerator<Found> {
	if (seen.has(STANDARD_INPUT)) return;
	seen.add(STANDARD_INPUT);
	const bytes = await effects.stdin(BYTE_LIMITS.lines);
	if (bytes.byteLength > BYTE_LIMITS.lines) yield tooLarge(STANDARD_INPUT, BYTE_LIMITS.lines);
	else yield* walkBytes(STANDARD_INPUT, bytes, UNKNOWN, effects);
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

async function* walkInput(input: string, effects: ReadEffects, seen: Set<string>): AsyncGenerator<ReadStep> {
	const listing = await effects.list(input);
	const failure =
		listing.kind === "missing"
			? failed("read/missing", input, `there is no file or folder \`${input}\`; check the path`)
			: listing.kind === "unreadable"
				? failed("read/unreadable", input, `\`${input}\` cannot be opened; check its permissions`)
				: null;
	const readable = listing.files.filter((file) => formatOf(file.path) !== null);
	if (failure !== null || readable.length === 0) {
		yield { ...(failure ?? nothingReadable(input, listing)), ahead: 0, input: null };
		return;
	}
	for (const [at, file] of readable.entries()) {
		const place = file.path.replace(/^(?:\.\/)+/, "");
		if (seen.has(place)) continue;
		seen.add(place);
		yield* addSource(walkFile(file, effects), place, readable.length - at - 1);
	}
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

async function* walkFile(file: FileEntry, effects: ReadEffects): AsyncGenerator<Found> {
	const format = formatOf(file.path) ?? "text";
	if (format === "warc" || format === "wacz") {
		yield* walkArchive(file.path, format, effects);
		return;
	}
	const limit = BYTE_LIMITS[format];
	if (file.size > limit) {
		yield tooLarge(file.path, limit);
		return;
	}
	let bytes: Uint8Array;
	try {
		bytes = await effects.read(file.path, limit);
	} catch (cause) {
		yield unreadable(file.path, cause);
		return;
	}
	if (bytes.byteLength > limit) yield tooLarge(file.path, limit);
	else yield* walkBytes(file.path, bytes, { ...UNKNOWN, format }, effects);
}

function unreadable(place: string, cause: unknown): Found {
	const why = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
	return failed("read/unreadable", place, `\`${place}\` cannot be read${why}; check its permissions`);
}

async function* walkArchive(path: string, format: "warc" | "wacz", effects: ReadEffects): AsyncGenerator<Found> {
	const { archives } = effects;
	if (!archives) {
		yield failed("read/unsupported", path, `\`${path}\` is a web archive, and none can be opened here`);
		return;
	}
	let source: OpenSource;
	try {
		source = await archives.open(path);
	} catch (cause) {
		yield unreadable(path, cause);
		return;
	}
	try {
		yield* readArchive(source, path, format, archives);
	} catch (cause) {
		// A disk that fails or a file that is taken away in the middle; a bug has no code.
		if (!(cause instanceof Error && "code" in cause && "syscall" in cause)) throw cause;
		yield unreadable(path, cause);
	} finally {
		await source.close();
	}
}

async function* readArchive(
	source: ByteSource,
	place: string,
	format: "warc" | "wacz",
	archives: ArchiveEffects,
): AsyncGenerator<Found> {
	const steps =
		format === "wacz" ? readWaczCaptures(source, place, archives) : readWarcCaptures(source, place, archives, null);
	for await (const found of steps) {
		if ("capture" in found) yield { captures: [found.capture], problems: [] };
		else if ("problem" in found) yield { captures: [], problems: [found.problem] };
		else yield { captures: [], problems: [], given: [found.given] };
	}
}

/** What is known of bytes besides. */
interface Known {
	/** The format that a name or a server states; null to tell it from the content. */
	readonly format: FileFormat | null;
	readonly url: string | null;
	readonly at: string | null;
	readonly charset: string | null;
}

/** Bytes at the start that say whether this is a feed. */
const HEAD = 8192;

const UNKNOWN: Known = { format: null, url: null, at: null, charset: null };

async function* walkBytes(place: string, raw: Uint8Array, known: Known, effects: ReadEffects): AsyncGenerator<Found> {
	const { archives } = effects;
	const archive = known.format === null && archives ? await sniffPacked(raw, archives) : null;
	if (archive !== null && archives) yield* readArchive(sourceOf(raw), place, archive, archives);
	else yield await readBytes(place, raw, known);
}

/** Which archive bytes are, packed or not. */
async function sniffPacked(bytes: Uint8Array, archives: ArchiveEffects): Promise<"warc" | "wacz" | null> {
	if (!isGzip(bytes)) return sniffArchive(bytes);
	for await (const step of unpackMembers(sourceOf(bytes), archives)) {
		if (step.kind === "bytes") return sniffArchive(step.bytes);
	}
	return null;
}

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

const MEDIA_TYPES: Readonly<Record<Exclude<FileFormat, "lines">, MediaType>> = {
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
