/** What is asked of a parsed page: the part of the DOM that reading it needs. */
export interface PageNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly firstChild: PageNode | null;
	readonly nextSibling: PageNode | null;
	readonly parentNode: PageNode | null;
	readonly textContent: string | null;
}

export interface PageElement extends PageNode {
	readonly localName: string;
	getAttribute(name: string): string | null;
	setAttribute(name: string, value: string): void;
	hasAttribute(name: string): boolean;
	remove(): void;
	append(...nodes: PageNode[]): void;
	querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
	querySelector(selector: string): PageElement | null;
}

export interface PageDocument extends PageElement {
	readonly documentElement: PageElement | null;
	createElement(name: string): PageElement;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: PageNode): node is PageElement {
	return node.nodeType === ELEMENT;
}

export function isText(node: PageNode): boolean {
	return node.nodeType === TEXT;
}

/** A node's children, first to last. */
export function* childrenOf(node: PageNode): Generator<PageNode> {
	for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

/** Every element of a document, in its order: a walk costs less than asking for a selector. */
export function listElements(document: PageDocument): PageElement[] {
	const found: PageElement[] = [];
	const root: PageNode | null = document.documentElement;
	let node = root;
	while (node) {
		if (isElement(node)) found.push(node);
		let next = node.firstChild;
		for (let at: PageNode | null = node; !next && at && at !== root; at = at.parentNode) next = at.nextSibling;
		node = next;
	}
	return found;
}

/** White space made single and trimmed. */
export function squeeze(text: string | null | undefined): string {
	return (text ?? "").replace(/[\s\u00a0\u200b\ufeff]+/g, " ").trim();
}
