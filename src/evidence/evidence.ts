import { deflateSync } from "fflate";
import type { Capture } from "../model/capture.ts";
import {
	EVIDENCE_SCHEMA,
	type EvidenceCapture,
	type EvidenceManifest,
	type GivenFile,
	MANIFEST_PATH,
} from "../model/evidence.ts";
import { type ListedProblem, UserError } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import { type CollateEffects, collateCaptures } from "../pipeline.ts";
import { formatRecord } from "../report/json.ts";
import { compareNullable, compareProblems, compareText } from "../text/compare.ts";
import { makeId, sha256Hex } from "../text/hash.ts";
import { writeWacz } from "./wacz.ts";
import { addressOf, NO_DATE, type Resource, resourceOf, writeWarc } from "./warc-writer.ts";
import { type ListedPage, writeIndex, writePages } from "./web-archive-lists.ts";
import type { ZipFile } from "./zip-writer.ts";

export const RECORD_PATH: string = "stemma/record.json";
const CAPTURES_NAME = "captures.warc.gz";
export const CAPTURES_PATH: string = `archive/${CAPTURES_NAME}`;

/** What goes into an evidence file. */
export interface Evidence {
	/** In the order in which they were collated. */
	readonly captures: readonly Capture[];
	/** What went wrong before there was a capture. */
	readonly problems: readonly ListedProblem[];
	readonly given: readonly GivenFile[];
	readonly record: CollationRecord;
}

/** Bytes that the captures of one file may have: all of them are held at once. */
const MOST_BYTES = 1_000_000_000;

/** Throws UserError `evidence/too-large` for so many bytes of captures. */
export function refuseTooLarge(bytes: number): void {
	if (bytes <= MOST_BYTES) return;
	const reason = `these captures have ${Math.round(bytes / 1_000_000)} MB, and one file takes ${MOST_BYTES / 1_000_000}`;
	throw new UserError("evidence/too-large", `${reason}; give fewer reports`);
}

/**
 * Captures → the record of them, in an order of their own, so that the record can be computed again from what the file
 * holds. With `choose`, of the captures only those that it names by their article, and the record of these alone: what
 * a record of more would say of them could not be checked without the rest.
 *
 * @param given the files that the data of `effects` was made with
 * @throws UserError `evidence/too-large` past a gigabyte of captures
 */
export async function gatherEvidence(
	captures: readonly Capture[],
	problems: readonly ListedProblem[],
	effects: Pick<CollateEffects, "data" | "readArticle" | "progress">,
	given: readonly GivenFile[],
	choose: ((record: CollationRecord) => ReadonlySet<string> | null) | null = null,
): Promise<Evidence> {
	refuseTooLarge(captures.reduce((sum, capture) => sum + capture.bytes.byteLength, 0));
	const sorted = [...captures].sort(
		(a, b) => compareText(a.place, b.place) || compareText(a.sha256, b.sha256) || compareNullable(a.at, b.at),
	);
	const listed = [...problems].sort(compareProblems);
	const record = await collateCaptures(sorted, effects, listed);
	const chosen = choose?.(record) ?? null;
	if (chosen === null) return { captures: sorted, problems: listed, given, record };
	const places = new Set(
		record.articles.filter(({ id }) => chosen.has(id)).map(({ capture }) => `${capture.sha256} ${capture.place}`),
	);
	const kept = sorted.filter(({ sha256, place }) => places.has(`${sha256} ${place}`));
	return { captures: kept, problems: [], given, record: await collateCaptures(kept, effects) };
}

/**
 * The evidence as one WACZ file: the captures as a WARC file with its index and the list of pages, the record, what it
 * was made with and from, and the hashes of all. The same evidence gives the same bytes.
 *
 * @param date when it was made (ISO 8601 in UTC), if that is to be said
 */
export function packEvidence(evidence: Evidence, date: string | null = null): Uint8Array {
	const { captures, record } = evidence;
	const resources = captures.map((capture) => resourceOf(capture, date));
	const created = date ?? lastDate(captures) ?? NO_DATE;
	const { bytes, written } = writeWarc(CAPTURES_NAME, resources, created);
	const manifest = describe(
		evidence,
		date,
		written.map(({ id }) => id),
	);
	const files: ZipFile[] = [
		{ path: CAPTURES_PATH, bytes },
		{ path: "indexes/index.cdx", bytes: utf8(writeIndex(CAPTURES_NAME, resources, written)) },
		{ path: "pages/pages.jsonl", bytes: utf8(writePages(listPages(captures, resources, record))) },
		pack(MANIFEST_PATH, utf8(formatManifest(manifest))),
		pack(RECORD_PATH, utf8(formatRecord(record))),
		...nameInputs(evidence.given).map(({ path, file }) => pack(path, file.bytes)),
	];
	const [first] = record.stories;
	const title = first?.headline?.text ?? record.articles[0]?.headline?.text ?? "Captures";
	const description = `${captures.length} captures, and the record that Stemma makes of them: ${RECORD_PATH}`;
	return writeWacz(files, { title, description, ...(date === null ? {} : { created: date }) });
}

/**
 * The evidence as a WARC file alone: the manifest and what the record was made with as records of their own, then the
 * captures, then the record. Who reads it from its beginning knows of each capture what it was.
 */
export function packWarc(evidence: Evidence, filename: string, date: string | null = null): Uint8Array {
	const { captures, record } = evidence;
	const created = date ?? lastDate(captures) ?? NO_DATE;
	const resources = captures.map((capture) => resourceOf(capture, date));
	const { written } = writeWarc(filename, resources, created);
	const manifest = describe(
		evidence,
		date,
		written.map(({ id }) => id),
	);
	const own = (path: string, bytes: Uint8Array, contentType: string): Resource => ({
		uri: `urn:stemma:${path.slice(path.indexOf("/") + 1)}`,
		date: created,
		contentType,
		bytes,
		name: path,
	});
	return writeWarc(
		filename,
		[
			own(MANIFEST_PATH, utf8(formatManifest(manifest)), "application/json"),
			...nameInputs(evidence.given).map(({ path, file }) => own(path, file.bytes, "application/x-ndjson")),
			...resources,
			own(RECORD_PATH, utf8(formatRecord(record)), "application/json"),
		],
		created,
	).bytes;
}

/** What Stemma adds is packed, as the format allows: a record packs to a tenth. */
function pack(path: string, bytes: Uint8Array): ZipFile {
	return { path, bytes, packed: deflateSync(bytes, { level: 6 }) };
}

function describe(
	{ captures, problems, given, record }: Evidence,
	date: string | null,
	ids: readonly string[],
): EvidenceManifest {
	const json = utf8(formatRecord(record));
	return {
		schema: EVIDENCE_SCHEMA,
		generator: record.generator,
		date,
		captures: captures.map(
			({ place, url, mediaType, sha256, at, charset, stated, bytes }, i): EvidenceCapture => ({
				place,
				url,
				mediaType,
				sha256,
				at,
				charset,
				stated: {
					outlet: stated.outlet,
					published: stated.published,
					title: stated.title,
					role: stated.role,
				},
				warcRecord: ids[i] ?? "",
				bytes: bytes.byteLength,
			}),
		),
		inputs: nameInputs(given).map(({ path, file: { kind, place, bytes } }) => ({
			kind,
			place,
			path,
			sha256: sha256Hex(bytes),
			bytes: bytes.byteLength,
		})),
		// In one order of fields, whoever made them, so that the same evidence is the same bytes.
		problems: problems.map(({ code, span, article, place, reason }) => ({ code, span, article, place, reason })),
		record: { path: RECORD_PATH, sha256: sha256Hex(json), bytes: json.byteLength },
	};
}

/** The paths at which the user's files are kept; their own names may be anything. */
function nameInputs(given: readonly GivenFile[]): { readonly path: string; readonly file: GivenFile }[] {
	return given.map((file, at) => ({ path: `stemma/${file.kind}-${at + 1}.jsonl`, file }));
}

function listPages(
	captures: readonly Capture[],
	resources: readonly Resource[],
	record: CollationRecord,
): ListedPage[] {
	const titles = new Map(
		record.articles.map(({ capture, headline }) => [`${capture.sha256} ${capture.place}`, headline?.text ?? null]),
	);
	return captures.map((capture, at) => ({
		id: makeId("page", capture.place, capture.sha256),
		url: addressOf(capture),
		ts: resources[at]?.date ?? NO_DATE,
		title: titles.get(`${capture.sha256} ${capture.place}`) ?? capture.place,
		size: capture.bytes.byteLength,
	}));
}

function lastDate(captures: readonly Capture[]): string | null {
	const dates = captures.map((capture) => resourceOf(capture, null).date).filter((date) => date !== NO_DATE);
	return dates.sort(compareText).at(-1) ?? null;
}

function formatManifest(manifest: EvidenceManifest): string {
	return `${JSON.stringify(manifest, null, 2)}\n`;
}

function utf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
