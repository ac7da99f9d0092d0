import type { ArticleRole } from "./article.ts";

/** Where bytes came from and what they are. What the record keeps of a capture. */
export interface CaptureOrigin {
	/** The path, URL, `file#line` or `archive#record` as the user gave it, with `/` between folders, never made absolute. */
	readonly place: string;
	/** The address it was published at, when the input states one; of an address, the one that gave it after redirects. */
	readonly url: string | null;
	readonly mediaType: MediaType;
	/** SHA-256 of the bytes, in lower-case hexadecimal. */
	readonly sha256: string;
	/** When the bytes were captured (ISO 8601), when the input states it; of an address, when it was fetched. */
	readonly at: string | null;
}

/** The media type of a DOCX document (ECMA-376). */
export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export type MediaType = "text/plain" | "text/markdown" | "text/html" | "application/pdf" | typeof DOCX_TYPE;

/** Bytes read at one time from one place. */
export interface Capture extends CaptureOrigin {
	readonly bytes: Uint8Array;
	/** Character set stated outside the bytes (an HTTP header, a JSON line is UTF-8); null when none is. */
	readonly charset: string | null;
	readonly stated: StatedMetadata;
}

/** What the input says about a report outside its text, for example the fields of a JSON line. */
export interface StatedMetadata {
	readonly outlet: string | null;
	/** As written; parsed later. */
	readonly published: string | null;
	readonly title: string | null;
	readonly role: ArticleRole;
}
