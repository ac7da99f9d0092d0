import { DOCX_TYPE, type MediaType } from "../../model/capture.ts";
import { decode } from "../charset.ts";
import { sniffDocument, sniffFormat } from "../formats.ts";

/** The media types of what can hold a report, by the names that servers use for them. */
const READ_TYPES: Readonly<{ [type: string]: MediaType }> = {
	"text/html": "text/html",
	"application/xhtml+xml": "text/html",
	"text/plain": "text/plain",
	"text/markdown": "text/markdown",
	"text/x-markdown": "text/markdown",
	"application/pdf": "application/pdf",
	"application/x-pdf": "application/pdf",
	[DOCX_TYPE]: DOCX_TYPE,
};

/** Types that say nothing about what is sent. */
const UNTOLD = new Set([
	"",
	"application/octet-stream",
	"binary/octet-stream",
	"application/unknown",
	"unknown/unknown",
]);

/** A stated type, and the character set stated with it (RFC 9110, 8.3). */
export interface ContentType {
	/** Whether it can hold a report; `untold` when only the bytes say. */
	readonly type: MediaType | "untold" | null;
	readonly charset: string | null;
}

/** Reads a `Content-Type` field; null stands for one that is missing. */
export function readContentType(field: string | null): ContentType {
	const [type = "", ...parameters] = (field ?? "").split(";").map((part) => part.trim());
	const name = type.toLowerCase();
	const charset = parameters
		.slice(0, 10)
		.map((parameter) => /^charset\s*=\s*"?([\w.:+-]{1,40})"?$/i.exec(parameter)?.[1] ?? null)
		.find((found) => found !== null);
	const known = Object.hasOwn(READ_TYPES, name) ? (READ_TYPES[name] ?? null) : null;
	return { type: known ?? (UNTOLD.has(name) ? "untold" : null), charset: charset ?? null };
}

/** What bytes of no stated type are, when they are a page or a document; null for anything else, plain text too. */
export function sniffPage(bytes: Uint8Array): MediaType | null {
	const document = sniffDocument(bytes);
	if (document !== null) return document === "pdf" ? "application/pdf" : DOCX_TYPE;
	const { text, problems } = decode(bytes, null, "text/plain");
	if (problems.some(({ code }) => code === "read/binary")) return null;
	return sniffFormat(text) === "page" ? "text/html" : null;
}

/** An address as an archive writes it: some put it in angle brackets, some leave spaces. Null when it is none of the web. */
export function readTarget(field: string | null): string | null {
	const written = (field ?? "").replace(/^<(.*)>$/, "$1").trim();
	if (!/^https?:\/\/[^/]/i.test(written) || written.length > LONGEST_ADDRESS) return null;
	const address = written.replaceAll(" ", "%20");
	return URL.canParse(address) ? address : null;
}

const LONGEST_ADDRESS = 8192;

/** Texts that sites keep for programs: plain, but nobody's report. */
const FOR_PROGRAMS = /^\/(?:robots|ads|app-ads|humans|security|llms(?:-full)?|sellers)\.txt$|^\/\.well-known\//i;

export function isForPrograms(url: string): boolean {
	return FOR_PROGRAMS.test(new URL(url).pathname);
}

/**
 * When a record was captured, from its date field: as written when it is ISO 8601 in UTC, made so from the fourteen
 * digits of older archives. Null when it is neither, or lies before there was a web: writers put such dates where they
 * know none.
 */
export function readDate(field: string | null): string | null {
	const written = (field ?? "").trim();
	const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(written);
	const iso = digits ? `${digits[1]}-${digits[2]}-${digits[3]}T${digits[4]}:${digits[5]}:${digits[6]}Z` : written;
	const fits = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/.exec(iso);
	if (!fits || Number(fits[1]) < FIRST_YEAR) return null;
	const [month, day] = [Number(fits[2]), Number(fits[3])];
	return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? iso : null;
}

/** The web was opened to the public in August 1991. */
const FIRST_YEAR = 1991;
