/** What XML 1.0 has no place for, in any form: C0 controls without tab and line ends, and two non-characters. */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand in XML 1.0: illegal characters and lone surrogates become U+FFFD. */
function escapeXml(text: string): string {
	return text
		.toWellFormed()
		.replace(ILLEGAL, "\ufffd")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("\r", "&#13;");
}

/** An element, made by `element`, or text. */
export type XmlNode = XmlElement | string;

export interface XmlElement {
	readonly name: string;
	readonly attributes: Readonly<{ [name: string]: string | null }>;
	readonly children: readonly XmlNode[];
}

/** An element; attributes and children that are null are left out. */
export function element(
	name: string,
	attributes: XmlElement["attributes"] = {},
	...children: readonly (XmlNode | null)[]
): XmlElement {
	return { name, attributes, children: children.filter((child) => child !== null) };
}

/** An XML document; elements that hold no text have their children on lines of their own. Ends with a line feed. */
export function writeXml(root: XmlElement): string {
	const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
	writeElement(root, "\n", parts);
	return `${parts.join("")}\n`;
}

/** `line` is what begins a new line at the element's depth; null inside of text, where white space would count. */
function writeElement({ name, attributes, children }: XmlElement, line: string | null, parts: string[]): void {
	parts.push(`<${name}`);
	for (const [key, value] of Object.entries(attributes)) {
		if (value !== null) parts.push(` ${key}="${escapeXml(value).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`);
	}
	if (children.length === 0) return void parts.push("/>");
	parts.push(">");
	const inner = line === null || children.some((child) => typeof child === "string") ? null : `${line}\t`;
	for (const child of children) {
		if (inner !== null) parts.push(inner);
		if (typeof child === "string") parts.push(escapeXml(child));
		else writeElement(child, inner, parts);
	}
	if (inner !== null && line !== null) parts.push(line);
	parts.push(`</${name}>`);
}
