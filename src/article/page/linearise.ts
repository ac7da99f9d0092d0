import type { Block } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { childrenOf, isElement, isText, type PageElement, type PageNode } from "./dom.ts";

/** The attribute that numbers a page's elements, so that they are known again after Readability moved them. */
export const STAMP = "data-stemma-element";

/** A link's place inside its piece's text. */
interface PieceLink {
	readonly start: number;
	readonly end: number;
	readonly href: string;
}

/** An element around a block, as it was before Readability renamed and merged elements. */
export interface Ancestor {
	/** In lower case: `div`. */
	readonly name: string;
	readonly classes: string;
	readonly id: string;
	/** What else its makers call it: role, label, test and component names. */
	readonly marks: string;
	readonly parent: Ancestor | null;
	/** Pictures, films, players and frames inside it. */
	readonly media: number;
	/** Tables and block quotations inside it. */
	readonly kept: number;
}

interface Counting extends Ancestor {
	media: number;
	kept: number;
}

/** A block of a page: the running text between two block-level boundaries, white space made single. */
export interface Piece {
	readonly text: string;
	readonly kind: Block["kind"];
	/** Indices among element children, from the document element to the block's element. */
	readonly path: readonly number[];
	/** The elements around it, the outermost first. */
	readonly around: readonly Ancestor[];
	readonly links: readonly PieceLink[];
	/** The `time` elements in it: their place in its text, and the moment they give for machines. */
	readonly times: readonly { readonly start: number; readonly end: number; readonly datetime: string | null }[];
	/** The text nodes it is made of: the element each stands in, and its characters. */
	readonly nodes: readonly { readonly parent: PageElement; readonly text: string }[];
}

const BLOCKS: ReadonlySet<string> = new Set(
	(
		"address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
		"h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table caption tbody tfoot thead tr td th ul"
	).split(" "),
);
const SKIPPED: ReadonlySet<string> = new Set(
	(
		"head script style noscript template svg math canvas iframe object embed video audio select input textarea map " +
		"datalist progress meter link meta title base"
	).split(" "),
);
const HEADING = /^h[1-6]$/;

const MEDIA: ReadonlySet<string> = new Set(
	"img picture video audio iframe object embed canvas amp-img amp-video".split(" "),
);
const MARKS: readonly string[] = [
	"role",
	"aria-label",
	"data-testid",
	"data-component",
	"data-component-name",
	"data-module",
];

/** Classes of text that only screen readers give. */
const FOR_READERS = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|u-visually-hidden)(?:\s|$)/i;

/** Classes of what shows itself beside a word of the running text while the pointer is on it. */
const POPPING =
	/(?:^|[\s_-])(?:tooltip|popover|rollover|hovercard|hover-card)(?:[a-z_-]{0,20}[_-])?(?:text|content|block|body|box|card|panel|inner)(?:[\s_-]|$)/i;

/** What a page's maker has set in marks already, or left empty. */
const SET_IN_MARKS = /^\s*(?:["'\u2018\u201c\u201e\u00ab\u2039\u300c]|$)/;

/** UTF-16 units of a table row that is kept as one block. */
const LONGEST_ROW = 600;

/** Characters from which the only cell of a row holds running text. */
const LONG_CELL = 160;

const NEVER = 0;
/** … where a capital, or a letter of a script without them, follows: "LomarPort workers". */
const CAPITAL = 1;
const ALWAYS = 2;

/** The blocks of a page's visible text in document order. */
export function linearise(root: PageElement): Piece[] {
	const walk = new Walk();
	walk.enter(root, null, [], []);
	walk.flush();
	return walk.pieces;
}

class Walk {
	readonly pieces: Piece[] = [];
	#text = "";
	#nodes: { parent: PageElement; text: string }[] = [];
	#links: PieceLink[] = [];
	#times: { start: number; end: number; datetime: string | null }[] = [];
	#around: readonly Ancestor[] = [];
	#path: readonly number[] = [];
	#breaks = 0;
	#row = false;
	/** Cells that lay a page out and hold no value of a table. */
	readonly #layout = new Set<Ancestor>();
	/** When a space is put before the next letters: what stands between is no white space, but sets them apart. */
	#joint: typeof NEVER | typeof CAPITAL | typeof ALWAYS = NEVER;
	/** Links and buttons that are open, and whether the block has words outside of any. */
	#inLink = 0;
	#bare = false;
	/** How many `q` elements are open. */
	#marks = 0;
	/** Where the last link, and the last other element, ended in the text; -1 where it held a letter or less. */
	#linkEnd = -1;
	#inlineEnd = -1;

	enter(element: PageElement, parent: Counting | null, outer: readonly Ancestor[], path: readonly number[]): void {
		const name = element.localName;
		if (MEDIA.has(name) || name === "svg" || name === "button") this.#joint = name === "button" ? ALWAYS : CAPITAL;
		if (MEDIA.has(name)) for (let at = parent; at; at = at.parent as Counting | null) at.media++;
		if (SKIPPED.has(name) || isHidden(element)) return;
		const block = BLOCKS.has(name) && !(this.#row && (name === "td" || name === "th"));
		if (!block && isAside(element.getAttribute("class") ?? "")) return;
		if (name === "table" || name === "blockquote") {
			for (let at = parent; at; at = at.parent as Counting | null) at.kept++;
		}
		if (name === "br") {
			this.#lineBreak();
			return;
		}
		const own = toAncestor(element, parent);
		const around = [...outer, own];
		const isRow = name === "tr" && isPlainRow(element);
		if (name === "tr" && !isRow && cellsOf(element) === 1) this.#layout.add(own);
		if (block) this.flush();
		if (isRow) this.#row = true;
		if (this.#row && (name === "td" || name === "th") && this.#text !== "") this.#append("\t");
		const start = this.#text.length;
		const isLink = name === "a" || name === "button";
		if (!block && !this.#bare && start > 0) {
			if (isLink && this.#linkEnd === start) this.#joint = ALWAYS;
			else if (this.#inLink > 0 && this.#inlineEnd === start && this.#joint === NEVER) this.#joint = CAPITAL;
		}
		if (isLink) this.#inLink++;
		const linkStart = name === "a" || name === "time" ? this.#text.length : -1;
		const quoted = name === "q" && !SET_IN_MARKS.test(element.textContent ?? "");
		if (quoted) this.#openMark();
		let index = 0;
		for (const child of childrenOf(element)) {
			if (isText(child)) this.#add(child, element, around, path);
			else if (isElement(child)) {
				this.enter(child, own, around, [...path, index]);
				index++;
			}
		}
		if (quoted) this.#closeMark();
		const href = linkStart < 0 ? null : element.getAttribute("href");
		if (name === "time" && this.#text.length > linkStart)
			this.#times.push({ start: linkStart, end: this.#text.length, datetime: element.getAttribute("datetime") });
		if (href !== null && this.#text.length > linkStart)
			this.#links.push({ start: linkStart, end: this.#text.length, href });
		if (isLink) this.#inLink--;
		if (!block && this.#text.length - start >= 2) {
			if (isLink) this.#linkEnd = this.#text.length;
			else this.#inlineEnd = this.#text.length;
		}
		if (name === "button") this.#joint = ALWAYS;
		if (block) this.flush();
		if (isRow) this.#row = false;
	}

	#add(node: PageNode, parent: PageElement, around: readonly Ancestor[], path: readonly number[]): void {
		const written = node.textContent ?? "";
		const text = written.replace(/[\s\u200b\ufeff\u00ad]+/g, (white) =>
			/[^\u200b\ufeff\u00ad]/.test(white) ? " " : "",
		);
		if (text === "") return;
		if (text !== " ") {
			if (this.#nodes.length === 0) {
				this.#around = blockChain(around);
				this.#path = path.slice(0, Math.max(0, path.length - (around.length - this.#around.length)));
			}
			this.#nodes.push({ parent, text: written.trim() });
			this.#breaks = 0;
			if (this.#inLink === 0) this.#bare = true;
		}
		if (this.#isJoint(text)) this.#append(" ");
		this.#joint = NEVER;
		this.#append(text);
	}

	/** `<q>` stands in marks that browsers add: single ones inside others. */
	#openMark(): void {
		this.#append(this.#marks % 2 === 0 ? "\u201c" : "\u2018");
		this.#marks++;
		this.#joint = NEVER;
	}

	#closeMark(): void {
		this.#marks--;
		const mark = this.#marks % 2 === 0 ? "\u201d" : "\u2019";
		if (this.#text === "") return;
		const white = /\s*$/.exec(this.#text)?.[0] ?? "";
		this.#text = `${this.#text.slice(0, this.#text.length - white.length)}${mark}${white}`;
	}

	#isJoint(text: string): boolean {
		if (this.#joint === NEVER || !/^[\p{L}\p{N}]/u.test(text)) return false;
		const before = this.#text.slice(-1);
		if (this.#joint === ALWAYS) return /[^\s("'“‘«[/-]/u.test(before);
		return /[\p{Ll}\p{Lo}\p{N}.!?)”»]/u.test(before) && /^[\p{Lu}\p{Lo}\p{N}]/u.test(text);
	}

	#append(text: string): void {
		const last = this.#text.slice(-1);
		const blank = last === "" || last === " " || last === "\n" || last === "\t";
		this.#text += blank && text.startsWith(" ") ? text.slice(1) : text;
	}

	/** One break is a line end inside the block; a second one ends the block. */
	#lineBreak(): void {
		this.#breaks++;
		if (this.#breaks >= 2) this.flush();
		else if (this.#text !== "") this.#text = `${this.#text.replace(/ $/, "")}\n`;
	}

	flush(): void {
		const text = this.#text.trimEnd();
		if (text !== "" && this.#nodes.length > 0) {
			const links = this.#links
				.map((link) => trimLink(text, link))
				.filter((link) => link.start < link.end)
				// A link inside a link ends, and is noted, before the one around it.
				.sort((a, b) => a.start - b.start || a.end - b.end);
			this.pieces.push({
				text,
				kind: kindOf(this.#around, this.#layout),
				path: this.#path,
				around: this.#around,
				links,
				times: this.#times.map((time) => ({ ...time, ...trimmed(text, time) })),
				nodes: this.#nodes,
			});
		}
		this.#text = "";
		this.#nodes = [];
		this.#links = [];
		this.#times = [];
		this.#breaks = 0;
		this.#joint = NEVER;
		this.#bare = false;
		this.#linkEnd = -1;
		this.#inlineEnd = -1;
	}
}

/** Whether classes say that an element within running text is no part of what is seen there. */
function isAside(classes: string): boolean {
	return FOR_READERS.test(classes) || POPPING.test(classes.slice(0, 300));
}

function trimLink(text: string, link: PieceLink): PieceLink {
	return { ...trimmed(text, link), href: link.href };
}

function trimmed(text: string, { start, end }: { readonly start: number; readonly end: number }): Span {
	let from = start;
	let to = Math.min(end, text.length);
	while (from < to && /\s/.test(text.charAt(from))) from++;
	while (to > from && /\s/.test(text.charAt(to - 1))) to--;
	return { start: from, end: to };
}

function toAncestor(element: PageElement, parent: Ancestor | null): Counting {
	const marks = MARKS.map((name) => element.getAttribute(name)).filter((value) => value !== null);
	return {
		name: element.localName,
		classes: (element.getAttribute("class") ?? "").trim(),
		id: element.getAttribute("id") ?? "",
		marks: marks.join(" "),
		parent,
		media: 0,
		kept: 0,
	};
}

/** The chain of elements down to the innermost block-level one. */
function blockChain(around: readonly Ancestor[]): readonly Ancestor[] {
	let last = around.length - 1;
	while (last > 0 && !BLOCKS.has(around[last]?.name ?? "")) last--;
	return around.slice(0, last + 1);
}

function kindOf(around: readonly Ancestor[], layout: ReadonlySet<Ancestor>): Block["kind"] {
	for (let i = around.length - 1; i >= 0 && i >= around.length - 4; i--) {
		const name = around[i]?.name ?? "";
		if (HEADING.test(name)) return "heading";
		if (name === "li" || name === "dt" || name === "dd") return "item";
		if (name === "tr") return layout.has(around[i] as Ancestor) ? "paragraph" : "row";
		if (name === "blockquote") return "quote";
		if (name === "pre") return "preformatted";
		if (name === "article" || name === "main" || name === "section") break;
	}
	return "paragraph";
}

function isPlainRow(row: PageElement): boolean {
	const { length } = row.textContent ?? "";
	if (length > LONGEST_ROW || (length > LONG_CELL && cellsOf(row) === 1)) return false;
	return row.querySelector("p,div,table,ul,ol,h1,h2,h3,h4,article,section,blockquote,pre") === null;
}

function isHidden(element: PageElement): boolean {
	// React streams parts of a page hidden, with such an id, and a script then shows them.
	if (element.hasAttribute("hidden")) return !/^S:/.test(element.getAttribute("id") ?? "");
	const style = element.getAttribute("style");
	return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

function cellsOf(row: PageElement): number {
	let cells = 0;
	for (const child of childrenOf(row)) if (isElement(child)) cells++;
	return cells;
}
