import type { Capture } from "../../model/capture.ts";
import { type GivenFile, MANIFEST_ADDRESS } from "../../model/evidence.ts";
import type { ListedProblem } from "../../model/problem.ts";
import { sha256Hex } from "../../text/hash.ts";
import { BYTE_LIMITS, BYTES_OF_TYPE, NOTHING_STATED } from "../formats.ts";
import { isForPrograms, readContentType, readDate, readTarget, sniffPage } from "./archived-page.ts";
import type { ArchiveEffects, ByteSource } from "./byte-source.ts";
import { hasDigest } from "./digest.ts";
import { parseResponse, readPayload } from "./http-response.ts";
import { type KeptCapture, type KeptManifest, readKeptManifest } from "./kept-captures.ts";
import type { WarcHeader } from "./warc-header.ts";
import { readWarc, type WarcRecord } from "./warc-records.ts";

/** One step of reading an archive: a capture, or what went wrong. */
export type Archived =
	| { readonly capture: Capture }
	| { readonly problem: ListedProblem }
	/** A file of the user's own that an evidence file holds. */
	| { readonly given: GivenFile };

/** The pages that somebody lists of an archive, by their address; reading marks those that are met. */
export interface PageList {
	/** Whether a page of this address is listed; `to` is where the archive says that it leads. */
	takes(url: string): boolean;
	leads(from: string, to: string): void;
}

/** Bytes of a record that are kept: the largest document, and its fields. */
const MOST_KEPT = BYTE_LIMITS.pdf + 300_000;

/** Problems with single records that are listed; what an archive has beyond them is counted. */
const MOST_LISTED = 100;

/**
 * The pages, texts and documents of a WARC file as captures: what `response` and `resource` records hold whole, at the
 * address and time that they state. The place of each is `file#record`, counted from 1. Pictures, scripts, requests and
 * redirections are passed over as files of other kinds are in a folder; whatever else cannot be read is a problem.
 * Nothing is held but the record at hand.
 *
 * Where a manifest of Stemma's lists what was kept, its captures are what they were then: at their own places, with all
 * that was known of them. It is handed in or stands in the archive before them.
 *
 * @param pages when given, only these pages are taken
 * @param kept of the evidence file that the archive lies in
 */
export async function* readWarcCaptures(
	source: ByteSource,
	place: string,
	effects: ArchiveEffects,
	pages: PageList | null,
	kept: KeptManifest | null = null,
): AsyncGenerator<Archived, void, void> {
	const told = new Told(place);
	let manifest = kept;
	const met = new Set<string>();
	const taken = new Set<string>();
	const revisited: Revisit[] = [];
	let taking = 0;
	for await (const item of readWarc(source, effects, keptOf)) {
		if (item.kind === "fault") {
			const url = readTarget(item.uri);
			const which =
				item.number === null ? "" : `record ${item.number}${url === null ? "" : ` (${url})`} cannot be read: `;
			yield* told.list("read/bad-record", item.number, `${which}${item.reason}`);
			continue;
		}
		const url = readTarget(item.header.field("warc-target-uri"));
		if (item.header.type === "revisit") {
			if (url !== null && (pages?.takes(url) ?? true)) revisited.push(readRevisit(item, url));
			continue;
		}
		const own = item.header.type === "resource" ? ownName(item.header) : null;
		if (own !== null) {
			const read = own === MANIFEST_ADDRESS && manifest === null ? readOwnManifest(item) : null;
			if (typeof read === "string") yield* told.list("read/bad-record", item.number, read);
			else if (read !== null) {
				manifest = read;
				for (const problem of read.problems) yield { problem };
			}
			const given = manifest && readGiven(item, own, manifest);
			if (given !== null) yield given;
			continue;
		}
		const id = item.header.field("warc-record-id") ?? "";
		const known = item.whole ? manifest?.captures.get(id) : undefined;
		if (known) {
			met.add(id);
			if (url !== null) pages?.takes(url);
			const capture: Capture = { ...known, sha256: sha256Hex(item.content), bytes: item.content.slice() };
			if (capture.sha256 !== known.sha256) yield told.changed(known);
			taking++;
			yield { capture };
			continue;
		}
		const found = await readRecord(item, url, place, effects, pages);
		if (found === null) continue;
		if ("status" in found) told.count(found.status, found.url);
		else if ("reason" in found) yield* told.list(found.code, item.number, found.reason);
		else {
			if (found.warning !== null) yield* told.list("read/digest", item.number, found.warning);
			taking++;
			for (const name of namesOf(item.header, url)) taken.add(name);
			yield { capture: found.capture };
		}
	}
	const lost = revisited.filter(({ of }) => !of.some((one) => taken.has(one)));
	yield* told.rest(lost);
	for (const [id, capture] of manifest?.captures ?? []) if (!met.has(id)) yield told.missing(capture);
	if (taking === 0 && !told.any) yield told.nothing();
}

/** The name of a record that Stemma wrote beside the captures; null for any other. */
function ownName(header: WarcHeader): string | null {
	const target = header.field("warc-target-uri") ?? "";
	return target.startsWith("urn:stemma:") ? target : null;
}

/** The manifest, or what is wrong with it. */
function readOwnManifest({ number, content, whole }: WarcRecord): KeptManifest | string {
	const read = whole ? readKeptManifest(new TextDecoder("utf-8").decode(content)) : "it is not whole";
	return typeof read === "string"
		? `record ${number}, the manifest of an evidence file, cannot be used: ${read}`
		: read;
}

/** A file of names or decisions that the manifest lists, unchanged. */
function readGiven({ content, whole }: WarcRecord, own: string, { inputs }: KeptManifest): Archived | null {
	const input = inputs.get(own.replace(/^urn:stemma:/, "stemma/"));
	if (!input || !whole || sha256Hex(content) !== input.sha256) return null;
	return { given: { kind: input.kind, place: input.place, bytes: content.slice() } };
}

/** A record that says of a page that it was as before, without its bytes. */
interface Revisit {
	readonly url: string;
	readonly at: string | null;
	/** What it is said to repeat, by any of these names. */
	readonly of: readonly string[];
}

function readRevisit({ header }: WarcRecord, url: string): Revisit {
	const target = readTarget(header.field("warc-refers-to-target-uri")) ?? url;
	const named = [
		header.field("warc-refers-to"),
		joinName(target, header.field("warc-refers-to-date")),
		joinName(url, header.field("warc-payload-digest")),
	];
	// What is the same page at another address would be another report: its bytes are not put there.
	const of = target === url ? named.filter((name): name is string => name !== null) : [];
	return { url, at: readDate(header.field("warc-date")), of };
}

/** The names by which a record that repeats another may call it. */
function namesOf(header: WarcHeader, url: string | null): string[] {
	return [
		header.field("warc-record-id"),
		joinName(url, header.field("warc-date")),
		joinName(url, header.field("warc-payload-digest")),
	].filter((name): name is string => name !== null);
}

function joinName(url: string | null, detail: string | null): string | null {
	return url === null || detail === null ? null : `${url} ${detail}`;
}

/** Bytes to keep of a record's block: of those that can hold a report, as many as a document may have. */
function keptOf({ type, length }: WarcHeader): number {
	if (type !== "response" && type !== "resource") return 0;
	return length !== null && length > MOST_KEPT ? HEAD_KEPT : MOST_KEPT;
}

/** Of a record that is too large, enough to say what it is. */
const HEAD_KEPT = 16_384;

type Found =
	| { readonly capture: Capture; readonly warning: string | null }
	| { readonly code: string; readonly reason: string }
	| { readonly status: number; readonly url: string }
	| null;

/** The capture that a record holds; null for one that holds no report. */
async function readRecord(
	{ number, header, content, whole }: WarcRecord,
	url: string | null,
	place: string,
	effects: ArchiveEffects,
	pages: PageList | null,
): Promise<Found> {
	if (header.type !== "response" && header.type !== "resource") return null;
	const response = /^application\/http\b/i.test(header.field("content-type") ?? "") ? parseResponse(content) : null;
	if (header.type === "response" && response === null) {
		// DNS answers and other protocols are responses too.
		return url === null ? null : bad(`record ${number} (${url}) holds no HTTP response`);
	}
	if (url !== null && response !== null && response.status >= 300 && response.status < 400) {
		const to = response.field("location");
		if (to !== null && URL.canParse(to, url)) pages?.leads(url, new URL(to, url).href);
		return null;
	}
	// Crawlers keep notes of their own (extracted text, pictures of pages) under addresses of their own.
	if (url === null && !/^<?(?:file|urn:sha256):/i.test(header.field("warc-target-uri") ?? "")) return null;
	const { type, charset } = readContentType((response ?? header).field("content-type"));
	if (type === null || (url !== null && pages && !pages.takes(url))) return null;
	if (type === "text/plain" && url !== null && isForPrograms(url)) return null;
	if (response !== null && !(response.status === 200 || response.status === 203)) {
		return url === null || type === "untold" || response.status === 204 ? null : { status: response.status, url };
	}
	const name = url ?? header.field("warc-target-uri") ?? "no address";
	const which = `record ${number} (${name.slice(0, 200)})`;
	const limit = type === "untold" ? BYTE_LIMITS.pdf : BYTES_OF_TYPE[type];
	if (!whole) return tooLarge(which, limit);
	const truncated = header.field("warc-truncated");
	if (truncated !== null) return bad(`${which} was cut off when it was captured (${truncated.slice(0, 40)})`);
	const payload = response ? await readPayload(response, limit, effects) : { bytes: content, failure: null };
	if (payload.bytes === null) return bad(`${which} cannot be read: ${payload.failure}`);
	const { bytes } = payload;
	if (bytes.byteLength > limit) return tooLarge(which, limit);
	const mediaType = type === "untold" ? sniffPage(bytes) : type;
	if (mediaType === null) return null;
	if (bytes.byteLength > BYTES_OF_TYPE[mediaType]) return tooLarge(which, BYTES_OF_TYPE[mediaType]);
	const stated = header.field("warc-block-digest");
	const wrong = stated !== null && hasDigest(content, stated) === false;
	return {
		capture: {
			place: `${place}#${number}`,
			url,
			mediaType,
			sha256: sha256Hex(bytes),
			at: readDate(header.field("warc-date")),
			bytes: bytes.slice(),
			charset,
			stated: NOTHING_STATED,
		},
		warning: wrong
			? `${which} does not have the digest that it states (${stated?.slice(0, 80)}): it was changed or damaged, and is read as it stands`
			: null,
	};
}

function bad(reason: string): Found {
	return { code: "read/bad-record", reason };
}

function tooLarge(which: string, limit: number): Found {
	return { code: "read/too-large", reason: `${which} is larger than the ${limit / 1_000_000} MB that are read` };
}

/** What there is to say about an archive beside its captures. */
class Told {
	readonly #place: string;
	#listed = 0;
	#unlisted = 0;
	readonly #statuses = new Map<number, { count: number; readonly url: string }>();

	constructor(place: string) {
		this.#place = place;
	}

	get any(): boolean {
		return this.#listed > 0 || this.#statuses.size > 0;
	}

	*list(code: string, number: number | null, reason: string): Generator<Archived, void, void> {
		if (this.#listed < MOST_LISTED) yield this.#problem(code, reason, number);
		else this.#unlisted++;
		this.#listed++;
	}

	/** An answer that is no page that was got. */
	count(status: number, url: string): void {
		const seen = this.#statuses.get(status);
		if (seen) seen.count++;
		else this.#statuses.set(status, { count: 1, url });
	}

	*rest(lost: readonly Revisit[]): Generator<Archived, void, void> {
		if (this.#unlisted > 0) {
			yield this.#problem("read/bad-record", `${this.#unlisted} more records of this archive cannot be read`);
		}
		for (const [status, { count, url }] of [...this.#statuses].sort(([a], [b]) => a - b)) {
			const what = `the server answered ${status} and gave no page`;
			yield this.#problem("read/no-page", count === 1 ? `${what}: ${url}` : `${count} times ${what}; first ${url}`);
		}
		const [first] = lost;
		if (first) {
			const when = first.at === null ? "" : ` on ${first.at}`;
			const what = `was found unchanged${when}, and this archive does not hold what it said: nothing is put in its place`;
			const others = lost.length > 1 ? `; so of ${lost.length - 1} more` : "";
			yield this.#problem("read/revisit", `${first.url} ${what}${others}`);
			this.#listed++;
		}
	}

	/** A capture whose bytes are not those that were kept. */
	changed({ place, sha256 }: KeptCapture): Archived {
		const reason = `${place} does not have the hash that it was kept with (sha256 ${sha256.slice(0, 16)}…): it was changed or damaged, and is read as it stands`;
		this.#listed++;
		return { problem: { code: "read/digest", span: null, article: null, place, reason } };
	}

	/** A capture that the manifest lists, and that cannot be read or is not there. */
	missing({ place }: KeptCapture): Archived {
		const reason = `${place} is listed among what was kept, and its record is damaged or not there`;
		this.#listed++;
		return { problem: { code: "read/bad-record", span: null, article: null, place, reason } };
	}

	nothing(): Archived {
		return this.#problem("read/empty", "this archive holds no page, text or document that can be read");
	}

	#problem(code: string, reason: string, number: number | null = null): Archived {
		const place = number === null ? this.#place : `${this.#place}#${number}`;
		return { problem: { code, span: null, article: null, place, reason } };
	}
}
