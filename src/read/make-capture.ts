import type { Capture, MediaType, StatedMetadata } from "../model/capture.ts";
import { sha256Hex } from "../text/hash.ts";
import { NOTHING_STATED } from "./formats.ts";

/** What is known of bytes beside them; what is left out is not known. */
export interface CaptureGiven {
	/** Plain text when it is left out. */
	readonly mediaType?: MediaType;
	readonly url?: string;
	/** When they were captured: ISO 8601. */
	readonly at?: string;
	/** Character set that an HTTP header states. */
	readonly charset?: string;
	/** What is said of the report outside of its text: `outlet`, `published`, `title`, `role`. */
	readonly stated?: Partial<StatedMetadata>;
}

/**
 * Bytes or a text, and where they come from → a capture.
 *
 * @param place what the record calls it: a path, an address, a name
 * @param content bytes as they were read; of a text, its UTF-8
 */
export function makeCapture(place: string, content: Uint8Array | string, given: CaptureGiven = {}): Capture {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	return {
		place,
		url: given.url ?? null,
		mediaType: given.mediaType ?? "text/plain",
		sha256: sha256Hex(bytes),
		at: given.at ?? null,
		bytes,
		charset: given.charset ?? (typeof content === "string" ? "utf-8" : null),
		stated: { ...NOTHING_STATED, ...given.stated },
	};
}
