import { XmlDocument, type XmlElement } from "libxml2-wasm";

/** An XML text read by libxml2, which refuses what is not well-formed. */
export interface ReadXml {
	/** The texts of what an XPath finds; `x` is the prefix of the document's namespace. */
	texts(path: string): string[];
	/** Names of the elements, in document order. */
	names(): string[];
}

/** Reads XML, hands it to `use` and frees it. */
export function readXml<T>(xml: string, namespace: string, use: (read: ReadXml) => T): T {
	const document = XmlDocument.fromBuffer(new TextEncoder().encode(xml));
	try {
		return use({
			texts: (path) => document.find(path, { x: namespace }).map((node) => node.content),
			names: () => document.find("//*").map((node) => (node as XmlElement).name),
		});
	} finally {
		document.dispose();
	}
}
