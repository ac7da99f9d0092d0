import type { Stated } from "../../model/article.ts";
import { foldLetters } from "../../text/fold.ts";
import { type NamedAuthors, type OwnNames, toOwnNames } from "../metadata/author-names.ts";
import { chooseStatedAuthors } from "../metadata/choose-authors.ts";
import { primaryTag } from "../metadata/language.ts";
import { hostOf } from "../metadata/source-id.ts";
import type { SourceValue } from "../metadata/source-value.ts";
import { type PageDocument, squeeze } from "./dom.ts";
import { readLinkedData } from "./json-ld.ts";
import { readMarkedElements } from "./marked-elements.ts";
import { readMetaElements } from "./meta-elements.ts";

/** What a page says of itself, each with where it says so. Read before Readability changes the page. */
export interface PageMetadata {
	/** Every value of every source that stands beside the visible text: by field the most trusted source first. */
	readonly values: readonly SourceValue[];
	readonly titles: readonly Stated[];
	/** The first source that names people, or else agencies; null when none does. */
	readonly authors: { readonly names: readonly string[]; readonly from: string } | null;
	readonly own: OwnNames;
	readonly outlet: Stated | null;
	readonly canonical: string | null;
	readonly language: string | null;
}

export function readMetadata(document: PageDocument): PageMetadata {
	const metas = readMetaElements(document);
	const links = [...readCanonicalLinks(document), ...metas.filter(({ field }) => field === "canonical")];
	const titled = metas.filter(({ field }) => field === "title");
	const documentTitle = squeeze(
		document.querySelector("head title")?.textContent ?? document.querySelector("title")?.textContent,
	);
	const linked = readLinkedData(readScripts(document), {
		canonical: links[0]?.text ?? null,
		titles: new Set([...titled.map(({ text }) => text), documentTitle].map(foldLetters)),
		fold: foldLetters,
	});
	const marked = readMarkedElements(document);
	const values: SourceValue[] = [
		...linked,
		...metas,
		...marked,
		{ field: "title", text: documentTitle, span: null, from: "title" },
		...readLanguages(document),
	];
	const of = (field: SourceValue["field"]): SourceValue[] => values.filter((value) => value.field === field);
	const canonical = [...links, ...linked.filter(({ field }) => field === "canonical")];
	const outlets = of("outlet");
	const host = canonical[0] === undefined ? null : hostOf(canonical[0].text);
	const hosts = canonical.slice(0, 3).map(({ text }) => hostOf(text));
	if (host !== null) outlets.push({ field: "outlet", text: host, span: null, from: "canonical host" });
	const own = toOwnNames(
		outlets.filter(({ from }) => from !== "canonical host").map(({ text }) => text),
		hosts,
	);
	const authors: (NamedAuthors & { readonly from: string }) | null = chooseStatedAuthors(
		of("author"),
		own,
		of("section"),
	);
	const outlet = chooseOutlet(outlets);
	const published = orderDates(of("published"));
	const others: SourceValue[] = [
		...of("title"),
		...of("author"),
		...of("agency"),
		...outlets,
		...published,
		...orderDates(of("modified")),
		...orderLanguages(of("language")),
		...canonical,
		...of("section"),
	];
	return {
		values: others.filter(({ text }) => text !== ""),
		titles: of("title")
			.filter(({ text }) => text !== "")
			.map(({ text, from }) => ({ text, span: null, from })),
		authors: authors && { names: authors.people.length > 0 ? authors.people : authors.agencies, from: authors.from },
		own,
		outlet,
		canonical: canonical[0]?.text ?? null,
		language: languageOf(orderLanguages(of("language"))),
	};
}

function readScripts(document: PageDocument): string[] {
	const scripts: string[] = [];
	for (const script of document.querySelectorAll("script")) {
		if (/ld\+json/i.test(script.getAttribute("type") ?? "")) scripts.push(script.textContent ?? "");
	}
	return scripts;
}

function readCanonicalLinks(document: PageDocument): SourceValue[] {
	const links: SourceValue[] = [];
	for (const link of document.querySelectorAll("link[rel]")) {
		if (!/(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute("rel") ?? "")) continue;
		const href = link.getAttribute("href")?.trim();
		if (href) links.push({ field: "canonical", text: href, span: null, from: "link rel=canonical" });
		if (links.length >= 3) break;
	}
	return links;
}

function chooseOutlet(outlets: readonly SourceValue[]): Stated | null {
	const first = outlets.find(({ from, text }) => !/^meta twitter:site$/.test(from) && !/^@|^https?:/.test(text));
	return first ? { text: first.text, span: null, from: first.from } : null;
}

/** JSON-LD's publication or change, then meta elements, marked elements, the page's node, and what was merely created. */
function orderDates(values: readonly SourceValue[]): SourceValue[] {
	const rank = ({ from }: SourceValue): number =>
		/dateCreated|created/i.test(from) ? 3 : from.startsWith("json-ld page") ? 2 : from.startsWith("json-ld ") ? 0 : 1;
	const dated = values.filter(({ text }) => /\d/.test(text));
	return [0, 1, 2, 3].flatMap((level) => dated.filter((value) => rank(value) === level));
}

/** The document's own attribute first: what a page says of its text, not of a reader's surroundings. */
function orderLanguages(values: readonly SourceValue[]): SourceValue[] {
	const rank = ({ from }: SourceValue): number => (from === "html lang" ? 0 : from.startsWith("json-ld") ? 1 : 2);
	return [0, 1, 2].flatMap((level) => values.filter((value) => rank(value) === level));
}

function readLanguages(document: PageDocument): SourceValue[] {
	const root = document.documentElement;
	return [root?.getAttribute("lang"), root?.getAttribute("xml:lang")]
		.map((written) => squeeze(written))
		.filter((text) => text !== "")
		.slice(0, 1)
		.map((text) => ({ field: "language", text, span: null, from: "html lang" }));
}

function languageOf(values: readonly SourceValue[]): string | null {
	for (const { text } of values) {
		const code = primaryTag(text);
		if (code !== null) return code;
	}
	return null;
}
