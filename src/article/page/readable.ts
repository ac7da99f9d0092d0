import { Readability } from "@mozilla/readability";
import {
	childrenOf,
	isElement,
	isText,
	listElements,
	type PageDocument,
	type PageElement,
	type PageNode,
} from "./dom.ts";
import { type Piece, STAMP } from "./linearise.ts";

/** How far up a text's element is looked for: Readability merges an element with the one around it. */
const CLIMB = 4;

/** Numbers every element of a page, in document order. */
export function stampElements(document: PageDocument): void {
	let number = 0;
	for (const element of listElements(document)) element.setAttribute(STAMP, String(number++));
}

/**
 * The share (0–1) of each piece's characters that Readability takes for the article. It changes the
 * document, so the pieces and all metadata are read before.
 */
export function readableShares(document: PageDocument, pieces: readonly Piece[]): number[] {
	const keys = pieces.map((piece) =>
		piece.nodes.map(({ parent, text }) => ({ keys: keysOf(parent, text), length: text.length })),
	);
	removeConsent(document);
	foldWrappers(document);
	const content = findContent(document);
	const surviving = new Set<string>();
	if (content) collect(content, "", surviving);
	return keys.map((nodes) => {
		let kept = 0;
		let all = 0;
		for (const node of nodes) {
			all += node.length;
			if (node.keys.some((key) => surviving.has(key))) kept += node.length;
		}
		return all === 0 ? 0 : kept / all;
	});
}

/** What consent managers call their dialogs, whose long sentences Readability takes for an article. */
const CONSENT =
	/onetrust|\bot-sdk|didomi|qc-cmp|usercentrics|cookiebot|cookie-?(?:law|consent|banner|notice|policy|modal|overlay|message)|consent-?(?:banner|manager|modal|dialog|overlay|popup)|gdpr/i;

const BOXES: ReadonlySet<string> = new Set(["div", "section", "dialog"]);

function removeConsent(document: PageDocument): void {
	for (const element of listElements(document)) {
		if (!BOXES.has(element.localName)) continue;
		const names = `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`;
		if (CONSENT.test(names.slice(0, 300)) && element.querySelector("article,main,h1") === null) element.remove();
	}
}

/** Elements around an element past which Readability's time, which grows with the cube of depth, tells. */
const DEEP = 60;

/** Takes out elements that hold one other and nothing else, deep inside the page: the inner one's number stays. */
function foldWrappers(document: PageDocument): void {
	const depths = new Map<PageNode, number>();
	for (const element of listElements(document)) {
		const depth = (element.parentNode ? (depths.get(element.parentNode) ?? 0) : 0) + 1;
		depths.set(element, depth);
		if (depth < DEEP || !BOXES.has(element.localName)) continue;
		let inner = element.firstChild;
		while (inner && !inner.nextSibling && isElement(inner) && BOXES.has(inner.localName)) {
			const held = [...childrenOf(inner)];
			element.setAttribute(STAMP, inner.getAttribute(STAMP) ?? "");
			inner.remove();
			element.append(...held);
			inner = element.firstChild;
		}
	}
}

/** The element that holds the article, by Readability, which throws on some trees that it does not foresee. */
function findContent(document: PageDocument): PageElement | null {
	try {
		const reader = new Readability<PageElement>(document as never, {
			serializer: (element: unknown) => element as PageElement,
			disableJSONLD: true,
			// What the pieces' elements are called is asked after this has run.
			keepClasses: true,
		});
		return reader.parse()?.content ?? null;
	} catch {
		return null;
	}
}

function keysOf(parent: PageElement, text: string): string[] {
	const keys: string[] = [];
	let at: PageNode | null = parent;
	for (let i = 0; i < CLIMB && at && isElement(at); i++, at = at.parentNode)
		keys.push(`${at.getAttribute(STAMP)} ${text}`);
	return keys;
}

function collect(node: PageNode, stamp: string, into: Set<string>): void {
	for (const child of childrenOf(node)) {
		if (isText(child)) into.add(`${stamp} ${(child.textContent ?? "").trim()}`);
		else if (isElement(child)) collect(child, child.getAttribute(STAMP) ?? stamp, into);
	}
}
