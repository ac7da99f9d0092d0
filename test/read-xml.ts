import { RelaxNGValidator, XmlDocument, type XmlElement, XmlValidateError } from "libxml2-wasm";

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

/**
 * Holds XML against a RELAX NG grammar.
 *
 * @returns what is wrong, a line each; empty where nothing is
 */
export function checkXml(xml: string, grammar: string): string[] {
	const read = (text: string): XmlDocument => XmlDocument.fromBuffer(new TextEncoder().encode(text));
	const schema = read(grammar);
	const document = read(xml);
	const validator = RelaxNGValidator.fromDoc(schema);
	try {
		validator.validate(document);
		return [];
	} catch (error) {
		if (!(error instanceof XmlValidateError)) throw error;
		return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
	} finally {
		validator.dispose();
		document.dispose();
		schema.dispose();
	}
}
