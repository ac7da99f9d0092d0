import { type Capture, DOCX_TYPE, type MediaType } from "../../model/capture.ts";
import type { Problem } from "../../model/problem.ts";
import { type ArticleReading, toArticle } from "../article.ts";
import { type DocumentClaims, draftDocument } from "./document-draft.ts";
import type { DocumentText } from "./document-text.ts";

/** A document read: its text laid out, and what it says of itself beside its text. */
export interface DocumentContent {
	readonly text: DocumentText;
	readonly claims: DocumentClaims;
	readonly problems: readonly Problem[];
}

/** Whether captures of this type are documents, which `readDocument` reads. */
export function isDocument(mediaType: MediaType): boolean {
	return mediaType === "application/pdf" || mediaType === DOCX_TYPE;
}

/**
 * Builds the article that a PDF or DOCX document holds. Pure, but its libraries are loaded when the
 * first document comes. Hostile documents can draw it out and take memory: system/guarded-article.ts
 * sets limits to both. What cannot be read is a problem (`article/encrypted`, `article/damaged`,
 * `article/no-text-layer`, `article/too-many-pages`, `article/too-heavy`, `article/empty`); it never
 * rejects because of what a document holds.
 */
export async function readDocument(capture: Capture): Promise<ArticleReading> {
	const content = await readContent(capture);
	if ("code" in content) return { article: null, problems: [content] };
	const draft = draftDocument(content.text, content.claims, capture.stated);
	const article = toArticle(capture, draft, content.problems, content.text.pages);
	return { article, problems: article.problems };
}

/** A reader and its libraries are loaded when a document of its kind comes: most runs read none. */
async function readContent({ bytes, mediaType }: Capture): Promise<DocumentContent | Problem> {
	if (mediaType === DOCX_TYPE) return (await import("./docx.ts")).readDocx(bytes);
	return (await import("./pdf.ts")).readPdf(bytes);
}
