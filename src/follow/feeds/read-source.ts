import { MalformedError, ParseError, parseFeed } from "feedsmith";
import { decode } from "../../read/charset.ts";
import { isGzip } from "../../read/formats.ts";
import { gunzip } from "../../read/gunzip.ts";
import { toReading } from "./entries.ts";
import { readSitemap } from "./sitemap.ts";
import { MOST_ENTRIES, type NoFeed, type SourceReading } from "./source-reading.ts";

/** Bytes that a feed or a sitemap may have; parsing takes a second for each megabyte of the most hostile ones. */
export const SOURCE_LIMIT = 5_000_000;

/**
 * What a feed or a sitemap says, whatever type its server gave it: RSS, RDF, Atom, JSON Feed, sitemaps and indexes of
 * them, also packed. A feed without entries is a feed. Entities that a document declares are not put in: no feed needs
 * them, and they may multiply without end.
 *
 * @param address where it was found, which its addresses are relative to
 * @param charset as the server states it, or null
 */
export async function readSource(raw: Uint8Array, charset: string | null, address: string): Promise<SourceReading> {
	let bytes = raw;
	if (isGzip(raw)) {
		const unpacked = await gunzip(raw, SOURCE_LIMIT);
		if (unpacked.bytes === null) {
			return unpacked.failure === "damaged"
				? refuse("feed/damaged", "it is a damaged gzip file")
				: refuse("feed/too-large", `it unpacks to more than ${SOURCE_LIMIT / 1_000_000} MB`);
		}
		bytes = unpacked.bytes;
	}
	if (bytes.byteLength > SOURCE_LIMIT) {
		return refuse("feed/too-large", `it is larger than the ${SOURCE_LIMIT / 1_000_000} MB that are read`);
	}
	// The rules by which a page declares its character set cover those of XML.
	const { text, problems } = decode(bytes, believable(bytes, charset), "text/html");
	const [problem] = problems;
	if (problem?.code === "read/binary") return refuse("feed/binary", problem.reason);
	if (text.trim() === "") return refuse("feed/empty", "it is empty");
	return readSitemap(text, address) ?? readFeed(dropDoctype(text), address);
}

/** Bytes at the start in which UTF-16 shows. */
const SHOWN = 1000;

/** A stated character set that can be the right one: marks of XML and JSON are half zeros in UTF-16. */
function believable(bytes: Uint8Array, charset: string | null): string | null {
	return charset !== null && /^(?:utf-?16|ucs-?2)/i.test(charset) && !bytes.subarray(0, SHOWN).includes(0)
		? null
		: charset;
}

function readFeed(text: string, address: string): SourceReading {
	try {
		const { entries, ...feed } = toReading(parseFeed(text, { maxItems: MOST_ENTRIES + 1 }), address);
		return { ...feed, entries: entries.slice(0, MOST_ENTRIES), cut: entries.length > MOST_ENTRIES };
	} catch (error) {
		if (error instanceof MalformedError) {
			const cause = error.cause instanceof Error ? ` (${error.cause.message.slice(0, 100)})` : "";
			return refuse("feed/damaged", `it is a damaged feed: its XML does not end as it began${cause}`);
		}
		// A root that is a feed's, with nothing inside that is one's.
		if (error instanceof ParseError) {
			const format = /<(?:\w+:)?feed[\s>]/i.test(text) ? "atom" : /<(?:\w+:)?RDF[\s>]/i.test(text) ? "rdf" : "rss";
			return { kind: "feed", format, title: null, home: null, language: null, every: null, entries: [], cut: false };
		}
		if (error instanceof Error && error.name === "DetectError") {
			const what = /^\s*(?:<\?[^>]*>\s*)?(?:<!doctype html|<html)/i.test(text.slice(0, 2000))
				? "a page"
				: "something else";
			return refuse("feed/none", `it is ${what} and no feed, sitemap or list of feeds`);
		}
		throw error;
	}
}

/** Leaves out the first DOCTYPE, with what it declares. */
function dropDoctype(text: string): string {
	const start = text.search(/<!DOCTYPE/i);
	if (start < 0) return text;
	const bracket = text.indexOf("[", start);
	const plain = text.indexOf(">", start);
	if (plain < 0) return text;
	if (bracket < 0 || bracket > plain) return text.slice(0, start) + text.slice(plain + 1);
	const close = /\]\s*>/g;
	close.lastIndex = bracket;
	const found = close.exec(text);
	return found ? text.slice(0, start) + text.slice(close.lastIndex) : text;
}

function refuse(code: string, reason: string): NoFeed {
	return { kind: "refused", code, reason };
}
