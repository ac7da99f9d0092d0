import type { Problem } from "../../model/problem.ts";
import type { DocumentContent } from "./document.ts";
import type { DocumentClaims } from "./document-draft.ts";
import { damaged, openDocx } from "./docx-package.ts";
import { layOutDocx, type Node } from "./docx-text.ts";

/** What mammoth needs of a document beside its bytes: it asks for them by one name on Node and another elsewhere. */
interface Input {
	readonly buffer: Uint8Array;
	readonly arrayBuffer: ArrayBuffer;
}

type Convert = (
	input: Input,
	options: {
		transformDocument: (document: Node) => Node;
		externalFileAccess: boolean;
		includeEmbeddedStyleMap: boolean;
	},
) => Promise<unknown>;

/** The text of a DOCX document, or why it cannot be read. Headers and footers are no part of its text. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentContent | Problem> {
	const opened = openDocx(bytes);
	if ("code" in opened) return opened;
	const mammoth = await import("mammoth");
	const convert = mammoth.default.convertToHtml as unknown as Convert;
	const { archive, parts } = opened;
	let document: Node | null = null;
	const transformDocument = (read: Node): Node => {
		document = read;
		// The page that it would make is not asked for.
		return { ...read, children: [] };
	};
	try {
		const arrayBuffer = archive.slice().buffer;
		const options = { transformDocument, externalFileAccess: false, includeEmbeddedStyleMap: false };
		await convert({ buffer: archive, arrayBuffer }, options);
	} catch (cause) {
		return damaged(cause);
	}
	if (document === null) return damaged(null);
	const text = layOutDocx(document);
	if (text.blocks.length === 0) {
		return { code: "article/empty", span: null, reason: "this document holds no text" };
	}
	return { text, claims: readClaims(parts), problems: [] };
}

/** The core properties (ECMA-376 part 2): who made the document, and what it is called. */
function readClaims(parts: Readonly<{ [name: string]: Uint8Array }>): DocumentClaims {
	const core = parts["docProps/core.xml"];
	const xml = core && core.length < LARGEST_PROPERTIES ? new TextDecoder().decode(core) : "";
	const claim = (element: string): { readonly text: string; readonly from: string } | null => {
		const text = textOf(xml, element);
		return text === null ? null : { text, from: "docx-core" };
	};
	const list = (element: string): { readonly text: string; readonly from: string }[] => {
		const one = claim(element);
		return one === null ? [] : [one];
	};
	return {
		titles: list("dc:title"),
		authors: list("dc:creator"),
		created: claim("dcterms:created"),
		modified: claim("dcterms:modified"),
		language: claim("dc:language"),
	};
}

/** Bytes that the properties may have, and units that one of them may have. */
const LARGEST_PROPERTIES = 100_000;
const LONGEST_PROPERTY = 500;

function textOf(xml: string, element: string): string | null {
	const open = xml.indexOf(`<${element}`);
	const start = open < 0 ? -1 : xml.indexOf(">", open);
	const end = start < 0 ? -1 : xml.indexOf("<", start);
	if (end < 0 || xml[start - 1] === "/") return null;
	const text = xml
		.slice(start + 1, end)
		.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)
		.replace(/\s+/g, " ")
		.trim()
		.toWellFormed();
	return text === "" || text.length > LONGEST_PROPERTY ? null : text;
}

const ENTITIES: Readonly<{ [entity: string]: string }> = {
	"&lt;": "<",
	"&gt;": ">",
	"&quot;": '"',
	"&apos;": "'",
	"&amp;": "&",
};
