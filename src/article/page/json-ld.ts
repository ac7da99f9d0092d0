import type { MetadataField } from "../../model/article.ts";
import type { SourceValue } from "../metadata/source-value.ts";

interface Node {
	readonly [name: string]: unknown;
}

const ARTICLE = /(?:Article|Posting|^Report|Report$|^Review$|^LiveBlog|^Liveblog)/;
const PAGE = /^(?:WebPage|ItemPage|CollectionPage|NewsPage|MedicalWebPage)$/;
const ORGANISATION = /Organi[sz]ation|Corporation|Newspaper|Brand|WebSite|Company|Business/;

/** Nodes looked at: a page with more is not describing an article. */
const MOST_NODES = 2000;

/** Names, sections and authors taken of one property. */
const MOST_NAMES = 40;

/** What else says which of several articles is the page's own. */
export interface PageHints {
	readonly canonical: string | null;
	/** Folded by `fold`. */
	readonly titles: ReadonlySet<string>;
	readonly fold: (text: string) => string;
}

/**
 * What a page's JSON-LD (schema.org) says of its article: of the one whose address or headline is the
 * page's own, else of the first that has a headline and a date; and, after that, of the page itself.
 *
 * @param scripts the contents of a page's `application/ld+json` scripts, in order
 */
export function readLinkedData(scripts: readonly string[], hints: PageHints): SourceValue[] {
	const nodes: Node[] = [];
	for (const script of scripts) gather(parse(script), nodes, 0);
	const byId = new Map<string, Node>();
	for (const node of nodes) {
		const id = node["@id"];
		// Of several nodes with one id, the one that says more than the id is meant.
		if (typeof id === "string" && (!byId.has(id) || Object.keys(node).length > 1)) byId.set(id, node);
	}
	const article = chooseArticle(
		nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type))),
		hints,
	);
	const page = nodes.find((node) => node !== article && typesOf(node).some((type) => PAGE.test(type)));
	return [
		...(article ? valuesOf(article, "json-ld", byId, ["headline", "name"]) : []),
		...(page ? valuesOf(page, "json-ld page", byId, []) : []),
	];
}

function chooseArticle(articles: readonly Node[], { canonical, titles, fold }: PageHints): Node | undefined {
	let best: Node | undefined;
	let most = 0;
	for (const node of articles) {
		const headline = text(node["headline"]) ?? text(node["name"]);
		const address = text(node["url"]) ?? addressOf(node["mainEntityOfPage"]);
		const own = canonical !== null && address !== null && trimAddress(address) === trimAddress(canonical);
		const score =
			(headline === null ? 0 : 2) +
			(text(node["datePublished"]) === null ? 0 : 2) +
			(node["author"] === undefined ? 0 : 1) +
			(own ? 4 : 0) +
			(headline !== null && titles.has(fold(headline)) ? 4 : 0);
		if (score >= 2 && score > most) {
			most = score;
			best = node;
		}
	}
	return best;
}

function trimAddress(address: string): string {
	return address
		.replace(/^https?:\/\/(?:www\.)?/, "")
		.replace(/[#?].*$/, "")
		.replace(/\/$/, "");
}

function valuesOf(node: Node, from: string, byId: ReadonlyMap<string, Node>, titles: readonly string[]): SourceValue[] {
	const values: SourceValue[] = [];
	const add = (field: MetadataField, written: string | null, source: string): void => {
		if (written !== null) values.push({ field, text: written, span: null, from: source });
	};
	for (const name of titles) add("title", text(node[name]), name === "headline" ? from : `${from} ${name}`);
	for (const [property, source] of [
		["author", from],
		["creator", `${from} creator`],
	] as const) {
		for (const { name, bearer } of namesOf(node[property], byId))
			values.push({ field: "author", text: name, span: null, from: source, bearer });
	}
	for (const property of ["publisher", "sourceOrganization"]) {
		for (const { name } of namesOf(node[property], byId).slice(0, 3)) add("outlet", name, from);
	}
	add("published", text(node["datePublished"]), `${from} datePublished`);
	add("published", text(node["dateCreated"]), `${from} dateCreated`);
	add("modified", text(node["dateModified"]), `${from} dateModified`);
	const language = node["inLanguage"];
	add("language", text(language) ?? text((language as Node | null | undefined)?.["alternateName"]), from);
	add("canonical", text(node["url"]) ?? addressOf(node["mainEntityOfPage"]), from);
	const section = node["articleSection"];
	for (const name of (Array.isArray(section) ? section : [section]).slice(0, MOST_NAMES))
		add("section", text(name), from);
	return values;
}

function parse(script: string): unknown {
	const bare = script
		.trim()
		.replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, "")
		.replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>|\/\/\s*\]\]>)\s*$/, "")
		.replace(/;\s*$/, "");
	for (const written of [bare, bare.replace(/[\u0000-\u001f]+/g, " "), bare.replace(/,\s*(?=[}\]])/g, "")]) {
		try {
			return JSON.parse(written);
		} catch {}
	}
	return null;
}

function gather(value: unknown, into: Node[], depth: number): void {
	if (into.length >= MOST_NODES || depth > 4 || typeof value !== "object" || value === null) return;
	if (Array.isArray(value)) {
		for (const item of value) gather(item, into, depth + 1);
		return;
	}
	const node = value as Node;
	into.push(node);
	gather(node["@graph"], into, depth + 1);
	gather(node["mainEntity"], into, depth + 1);
	if (typeof node["mainEntityOfPage"] === "object") gather(node["mainEntityOfPage"], into, depth + 1);
}

function typesOf(node: Node): string[] {
	const type = node["@type"];
	return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
}

function text(value: unknown): string | null {
	if (Array.isArray(value)) return text(value[0]);
	if (typeof value === "number" && Number.isFinite(value)) return String(value);
	if (typeof value !== "string") return null;
	const trimmed = plainText(value);
	return trimmed === "" ? null : trimmed;
}

/** Without tags, character references and runs of white space. */
function plainText(value: string): string {
	return decodeEntities(decodeEntities(value.slice(0, 20_000)))
		.replace(/<\/?[a-z][^<>]{0,200}>/gi, " ")
		.replace(/[\s\u200b\u00ad]+/g, (white) => (/[^\u200b\u00ad]/.test(white) ? " " : ""))
		.trim();
}

const ENTITIES: Readonly<{ [name: string]: string }> = {
	amp: "&",
	quot: '"',
	apos: "'",
	lt: "<",
	gt: ">",
	nbsp: " ",
	shy: "",
	ndash: "–",
	mdash: "—",
	lsquo: "‘",
	rsquo: "’",
	ldquo: "“",
	rdquo: "”",
	laquo: "«",
	raquo: "»",
	hellip: "…",
};

/** Character references, which JSON does not need and many pages write there all the same. */
function decodeEntities(value: string): string {
	return value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (written, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? written;
		const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
		return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : written;
	});
}

interface Named {
	readonly name: string;
	readonly bearer: "person" | "organisation" | null;
}

/** The names of one or several people or organisations, given as text, as nodes, or by their ids. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): Named[] {
	const named: Named[] = [];
	const list = Array.isArray(value) ? value.flat() : [value];
	for (const item of list.slice(0, MOST_NAMES)) {
		if (typeof item === "string") {
			const known = byId.get(item);
			if (known) named.push(...namesOfNode(known));
			else if (item.trim() !== "") named.push({ name: plainText(item), bearer: null });
		} else if (typeof item === "object" && item !== null) {
			const node = item as Node;
			const id = node["@id"];
			const own = namesOfNode(node);
			const known = own.length === 0 && typeof id === "string" ? byId.get(id) : undefined;
			named.push(...(known ? namesOfNode(known) : own));
		}
	}
	return named.filter(({ name }) => name !== "");
}

function namesOfNode(node: Node): Named[] {
	const types = typesOf(node);
	const bearer = types.some((type) => ORGANISATION.test(type))
		? "organisation"
		: types.includes("Person")
			? "person"
			: null;
	const parts = [text(node["givenName"]), text(node["familyName"])].filter((part) => part !== null);
	const name = node["name"] ?? (parts.length > 0 ? parts.join(" ") : (node["legalName"] ?? node["alternateName"]));
	return (Array.isArray(name) ? name : [name])
		.slice(0, MOST_NAMES)
		.filter((one) => typeof one === "string")
		.map((one) => ({ name: plainText(one), bearer }));
}

function addressOf(value: unknown): string | null {
	if (typeof value === "string") return value;
	if (typeof value !== "object" || value === null) return null;
	return text((value as Node)["@id"]) ?? text((value as Node)["url"]);
}
