import { type UnzipFileInfo, unzipSync, zipSync } from "fflate";
import type { Problem } from "../../model/problem.ts";

/**
 * Bytes that the text parts of a document may unpack to, one by one and together. A book of 500 pages has
 * 8 MB; its paragraphs take twenty times that in memory.
 */
const LARGEST_PART = 16_000_000;
const LARGEST = 32_000_000;

/** Parts that an archive may list; a long document with a picture on each page has some hundreds. */
const MOST_PARTS = 5000;

/** Elements inside each other: tables in tables stay under 60, and the parser calls itself for each. */
const DEEPEST = 400;

/** The parts of an archive that hold text or say what the others are; pictures and fonts are left packed. */
const TEXT_PART = /\.(?:xml|rels)$/i;

/** A document's own parts, unpacked. */
export interface DocxPackage {
	/** The archive without pictures, not compressed: what a reader of documents can open at no risk. */
	readonly archive: Uint8Array;
	/** Parts by their name; the text of those that are small enough to be looked at. */
	readonly parts: Readonly<{ [name: string]: Uint8Array }>;
}

/** Opens a DOCX archive within limits: what an entry declares is checked first, and more than that is never unpacked. */
export function openDocx(bytes: Uint8Array): DocxPackage | Problem {
	let listed = 0;
	let size = 0;
	let over = false;
	const filter = (file: UnzipFileInfo): boolean => {
		listed++;
		if (over || listed > MOST_PARTS) {
			over = true;
			return false;
		}
		if (!TEXT_PART.test(file.name)) return false;
		size += file.originalSize;
		over = file.originalSize > LARGEST_PART || size > LARGEST;
		return !over;
	};
	let parts: { [name: string]: Uint8Array };
	try {
		parts = unzipSync(bytes, { filter });
	} catch (cause) {
		const encrypted = bytes[0] === 0xd0 && bytes[1] === 0xcf;
		return encrypted ? ENCRYPTED : damaged(cause);
	}
	if (over) {
		const reason = `this document unpacks to more than ${LARGEST_PART / 1_000_000} MB of text or to more than ${MOST_PARTS} parts; give its text instead`;
		return { code: "article/too-heavy", span: null, reason };
	}
	for (const part of Object.values(parts)) {
		if (depthOf(part) > DEEPEST) {
			const reason = `this document nests elements more than ${DEEPEST} deep; such documents are not read`;
			return { code: "article/nested-too-deep", span: null, reason };
		}
	}
	return { archive: zipSync(parts, { level: 0 }), parts };
}

const ENCRYPTED: Problem = {
	code: "article/encrypted",
	span: null,
	reason: "this document is encrypted, or in Word's old format; save it as DOCX without a password",
};

export function damaged(cause: unknown): Problem {
	const why =
		cause instanceof Error && cause.message !== ""
			? ` (${cause.message.replace(/\s+/g, " ").trim().slice(0, 120)})`
			: "";
	return {
		code: "article/damaged",
		span: null,
		reason: `this is no DOCX document that can be read${why}; fetch or save it again`,
	};
}

/** How deep elements nest, by one pass over the bytes: tags that open, less those that close. */
function depthOf(xml: Uint8Array): number {
	let depth = 0;
	let deepest = 0;
	for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at + 1)) {
		const next = xml[at + 1];
		if (next === SLASH) depth--;
		else if (next !== MARK && next !== QUESTION) {
			const end = xml.indexOf(MORE, at);
			if (end < 0) break;
			if (xml[end - 1] !== SLASH) depth++;
			deepest = Math.max(deepest, depth);
			at = end;
		}
	}
	return deepest;
}

const LESS = 0x3c;
const MORE = 0x3e;
const SLASH = 0x2f;
const MARK = 0x21;
const QUESTION = 0x3f;
