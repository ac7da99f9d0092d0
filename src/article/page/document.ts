import { parseHTML } from "linkedom";
import { childrenOf, isElement, type PageDocument, type PageElement, type PageNode } from "./dom.ts";

/**
 * The parsed page, or null when the parser throws. linkedom takes the first element for the whole
 * document and throws when there is none, so what has no `html` element is given one; and what stands
 * outside `head` and `body` is put at the body's end, as browsers do.
 */
export function parsePage(html: string): PageDocument | null {
	let document: PageDocument;
	try {
		if (!/<[a-z]/i.test(html)) return parseText(html);
		document = parseHTML(html).document as unknown as PageDocument;
		if (document.documentElement?.localName !== "html") {
			document = parseHTML(`<html>${html}</html>`).document as unknown as PageDocument;
		}
	} catch {
		return null;
	}
	const root = document.documentElement;
	if (root) gatherBody(document, root);
	return document;
}

/** Text without a tag, as a page. */
function parseText(text: string): PageDocument {
	return parseHTML(`<html><body><p>${text}</p></body></html>`).document as unknown as PageDocument;
}

function gatherBody(document: PageDocument, root: PageElement): void {
	const children = [...childrenOf(root)];
	const bodies = children.filter((child) => isElement(child) && child.localName === "body") as PageElement[];
	const body = bodies[0] ?? document.createElement("body");
	const strays = children.filter((child) => child !== body && !isHead(child));
	if (bodies.length === 0) root.append(body);
	if (strays.length > 0)
		body.append(
			...strays.flatMap((stray) => (bodies.includes(stray as PageElement) ? [...childrenOf(stray)] : [stray])),
		);
}

function isHead(node: PageNode): boolean {
	return isElement(node) && node.localName === "head";
}
