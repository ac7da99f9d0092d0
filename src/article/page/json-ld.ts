/** What a page's JSON-LD says of its article (schema.org), as written. */
export interface LinkedArticle {
	readonly headline: string | null;
	readonly authors: readonly string[];
	readonly publisher: string | null;
	readonly published: string | null;
	readonly language: string | null;
	readonly url: string | null;
}

interface Node {
	readonly [name: string]: unknown;
}

const ARTICLE = /(?:Article|Posting|^Report|Report$|^Review$|^LiveBlog)/;

/** Nodes looked at: a page with more is not describing an article. */
const MOST_NODES = 2000;

/**
 * The article that the scripts describe: the first node of an article's type that has a headline or
 * a date, or null.
 *
 * @param scripts the contents of a page's `application/ld+json` scripts, in order
 */
export function readLinkedArticle(scripts: readonly string[]): LinkedArticle | null {
	const nodes: Node[] = [];
	for (const script of scripts) gather(parse(script), nodes, 0);
	const byId = new Map(
		nodes.flatMap((node) => (typeof node["@id"] === "string" ? [[node["@id"], node] as const] : [])),
	);
	const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
	const best = articles.find((node) => text(node["headline"]) !== null && text(node["datePublished"]) !== null);
	const article =
		best ?? articles.find((node) => text(node["headline"]) !== null || text(node["datePublished"]) !== null);
	if (!article) return null;
	return {
		headline: text(article["headline"]) ?? text(article["name"]),
		authors: namesOf(article["author"] ?? article["creator"], byId),
		publisher: namesOf(article["publisher"] ?? article["sourceOrganization"], byId)[0] ?? null,
		published: text(article["datePublished"]),
		language: text(article["inLanguage"]),
		url: text(article["url"]) ?? addressOf(article["mainEntityOfPage"]),
	};
}

function parse(script: string): unknown {
	const bare = script
		.trim()
		.replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, "")
		.replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>|\/\/\]\]>)\s*$/, "")
		.replace(/;\s*$/, "");
	for (const written of [bare, bare.replace(/[\u0000-\u001f]+/g, " ")]) {
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
	if (typeof value !== "string") return null;
	const trimmed = decodeEntities(value).replace(/\s+/g, " ").trim();
	return trimmed === "" ? null : trimmed;
}

const ENTITIES: Readonly<{ [name: string]: string }> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };

/** Character references, which JSON does not need and many pages write there all the same. */
function decodeEntities(value: string): string {
	return value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (written, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? written;
		const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
		return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : written;
	});
}

/** The names of one or several people or organisations, given as text, as nodes, or by their ids. */
function namesOf(value: unknown, byId: ReadonlyMap<unknown, Node>): string[] {
	const names: string[] = [];
	for (const item of Array.isArray(value) ? value.flat() : [value]) {
		if (typeof item === "string") names.push(item);
		else if (typeof item === "object" && item !== null) {
			const node = item as Node;
			const known = node["name"] === undefined ? byId.get(node["@id"]) : node;
			const name = (known ?? node)["name"];
			for (const one of Array.isArray(name) ? name : [name]) if (typeof one === "string") names.push(one);
		}
	}
	return [
		...new Set(names.map((name) => decodeEntities(name).replace(/\s+/g, " ").trim()).filter((name) => name !== "")),
	];
}

function addressOf(value: unknown): string | null {
	if (typeof value === "string") return value;
	if (typeof value !== "object" || value === null) return null;
	return text((value as Node)["@id"]) ?? text((value as Node)["url"]);
}
