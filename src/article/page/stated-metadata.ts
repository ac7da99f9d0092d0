import type { Stated } from "../../model/article.ts";
import { hostOf } from "../metadata/source-id.ts";
import { type PageDocument, type PageElement, squeeze } from "./dom.ts";
import { type LinkedArticle, readLinkedArticle } from "./json-ld.ts";

/** What a page says of itself, each with where it says so. Read before Readability changes the page. */
export interface PageMetadata {
	readonly titles: readonly Stated[];
	readonly authors: { readonly names: readonly string[]; readonly from: string } | null;
	readonly outlet: Stated | null;
	/** The date of publication as written; never the date of a change. */
	readonly published: { readonly written: string; readonly from: string } | null;
	readonly canonical: string | null;
	readonly language: string | null;
}

/** Names of meta elements that give the date of publication, the most telling first. */
const PUBLISHED: readonly string[] = [
	"article:published_time",
	"og:article:published_time",
	"article:published",
	"datepublished",
	"parsely-pub-date",
	"sailthru.date",
	"cxenseparse:recs:publishtime",
	"dc.date.issued",
	"dcterms.issued",
	"dc.date.created",
	"dcterms.created",
	"dcterms.date",
	"dc.date",
	"publish-date",
	"publish_date",
	"publication_date",
	"pubdate",
	"pub_date",
	"originalpublicationdate",
	"rnews:datepublished",
	"date",
];
const AUTHORS: readonly string[] = [
	"author",
	"article:author",
	"parsely-author",
	"sailthru.author",
	"byl",
	"dc.creator",
	"dcterms.creator",
	"cxenseparse:author",
];

/** Values that stand where an author should and name none. */
const NO_AUTHOR = /^(?:https?:|www\.|admin|administrator|editor|root|user|undefined|null|\[)/i;

export function readMetadata(document: PageDocument): PageMetadata {
	const scripts: string[] = [];
	for (const script of document.querySelectorAll("script")) {
		if (/ld\+json/i.test(script.getAttribute("type") ?? "")) scripts.push(script.textContent ?? "");
	}
	const linked = readLinkedArticle(scripts);
	const metas = readMetas(document);
	const canonical = readCanonical(document, metas, linked);
	return {
		titles: readTitles(document, metas, linked),
		authors: readAuthors(document, metas, linked),
		outlet: readOutlet(metas, linked, canonical),
		published: readPublished(document, metas, linked),
		canonical,
		language: readLanguage(document, metas, linked),
	};
}

/** The first content of each meta element, by its name, property or itemprop in lower case. */
function readMetas(document: PageDocument): Map<string, string[]> {
	const metas = new Map<string, string[]>();
	for (const meta of document.querySelectorAll("meta")) {
		const content = squeeze(meta.getAttribute("content"));
		if (content === "") continue;
		for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
			const name = meta.getAttribute(attribute)?.trim().toLowerCase();
			if (name === undefined || name === "") continue;
			const list = metas.get(name);
			if (list) list.push(content);
			else metas.set(name, [content]);
		}
	}
	return metas;
}

type Metas = ReadonlyMap<string, readonly string[]>;

function readTitles(document: PageDocument, metas: Metas, linked: LinkedArticle | null): Stated[] {
	const titles: Stated[] = [];
	const add = (text: string | null | undefined, from: string): void => {
		const title = squeeze(text);
		if (title !== "") titles.push({ text: title, span: null, from });
	};
	add(linked?.headline, "json-ld");
	add(metas.get("og:title")?.[0], "og:title");
	add(metas.get("twitter:title")?.[0], "twitter:title");
	add(document.querySelector("head title")?.textContent ?? document.querySelector("title")?.textContent, "title");
	return titles;
}

function readAuthors(document: PageDocument, metas: Metas, linked: LinkedArticle | null): PageMetadata["authors"] {
	const good = (names: readonly string[]): string[] => [
		...new Set(
			names.map((name) => squeeze(name)).filter((name) => name !== "" && name.length <= 120 && !NO_AUTHOR.test(name)),
		),
	];
	const fromLinked = good(linked?.authors ?? []);
	if (fromLinked.length > 0) return { names: fromLinked, from: "json-ld" };
	for (const name of AUTHORS) {
		const names = good(metas.get(name) ?? []);
		if (names.length > 0) return { names, from: `meta ${name}` };
	}
	for (const selector of ['[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', '[rel="author"]']) {
		const names = good(
			[...document.querySelectorAll(selector)].slice(0, 5).map((element) => element.textContent ?? ""),
		);
		if (names.length > 0) return { names, from: selector };
	}
	return null;
}

function readOutlet(metas: Metas, linked: LinkedArticle | null, canonical: string | null): Stated | null {
	if (linked?.publisher) return { text: linked.publisher, span: null, from: "json-ld" };
	const site = metas.get("og:site_name")?.[0] ?? metas.get("application-name")?.[0];
	if (site !== undefined) return { text: site, span: null, from: "og:site_name" };
	const host = canonical === null ? null : hostOf(canonical);
	return host === null ? null : { text: host, span: null, from: "canonical host" };
}

function readPublished(document: PageDocument, metas: Metas, linked: LinkedArticle | null): PageMetadata["published"] {
	if (linked?.published) return { written: linked.published, from: "the page's JSON-LD (datePublished)" };
	for (const name of PUBLISHED) {
		const written = metas.get(name)?.[0];
		if (written !== undefined && /\d/.test(written)) return { written, from: `the page's meta element ${name}` };
	}
	for (const time of document.querySelectorAll("[itemprop],time")) {
		if (/^datePublished$/i.test(time.getAttribute("itemprop") ?? "")) {
			const written = time.getAttribute("datetime") ?? time.getAttribute("content") ?? time.textContent;
			if (written && /\d/.test(written))
				return { written: squeeze(written), from: "the page's element marked datePublished" };
		}
	}
	return readTime(document);
}

/** The one `<time>` that dates the page: marked as published, or the only one in its head or article. */
function readTime(document: PageDocument): PageMetadata["published"] {
	const dated = [...document.querySelectorAll("time[datetime]")].filter((time) => !isChange(time));
	const marked = dated.find((time) => time.hasAttribute("pubdate") || /publi|posted|created/i.test(marksOf(time)));
	const values = new Set(dated.map((time) => (time.getAttribute("datetime") ?? "").slice(0, 10)));
	const only = marked ?? (values.size === 1 ? dated[0] : undefined);
	const written = only?.getAttribute("datetime");
	return written && /\d/.test(written) ? { written, from: "the page's <time>" } : null;
}

function isChange(time: PageElement): boolean {
	return /updat|modif|changed|edited/i.test(marksOf(time));
}

function marksOf(time: PageElement): string {
	const parent = time.parentNode as PageElement | null;
	const own = `${time.getAttribute("class") ?? ""} ${time.getAttribute("itemprop") ?? ""} ${time.getAttribute("id") ?? ""}`;
	return `${own} ${parent?.getAttribute?.("class") ?? ""} ${squeeze(parent?.textContent).slice(0, 60)}`;
}

function readCanonical(document: PageDocument, metas: Metas, linked: LinkedArticle | null): string | null {
	for (const link of document.querySelectorAll("link[rel]")) {
		if (!/(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute("rel") ?? "")) continue;
		const href = link.getAttribute("href")?.trim();
		if (href) return href;
	}
	return metas.get("og:url")?.[0] ?? linked?.url ?? null;
}

function readLanguage(document: PageDocument, metas: Metas, linked: LinkedArticle | null): string | null {
	const root = document.documentElement;
	const written =
		root?.getAttribute("lang") ??
		root?.getAttribute("xml:lang") ??
		linked?.language ??
		metas.get("content-language")?.[0] ??
		metas.get("og:locale")?.[0] ??
		metas.get("language")?.[0];
	const code = /^[a-z]{2,3}(?![a-z])/i.exec(written?.trim() ?? "")?.[0];
	return code === undefined ? null : code.toLowerCase();
}
