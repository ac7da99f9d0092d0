import type { MetadataField } from "../../model/article.ts";
import type { SourceValue } from "../metadata/source-value.ts";
import { childrenOf, isElement, type PageDocument, type PageElement, squeeze } from "./dom.ts";

/** What elements of a page say by their attributes: microdata, `rel`, `<time>`, and classes that name a byline. */

const ITEMPROPS: Readonly<{ [name: string]: MetadataField }> = {
	headline: "title",
	author: "author",
	creator: "author",
	datepublished: "published",
	datecreated: "published",
	datemodified: "modified",
	articlesection: "section",
	inlanguage: "language",
};

/** Elements of one kind that are looked at, and values taken of them. */
const MOST_LOOKED_AT = 3000;
const MOST_VALUES = 12;

/** UTF-16 units that a byline element may show. */
const LONGEST_BYLINE = 220;

/** Words of a class, an id or a test id that name who wrote. */
const BYLINE_WORD =
	/^(?:bylines?|authors?|autor|autoren|autores|autori|autora|auteurs?|autore|autorzy|writers?|reporters?|journalist|forfatter|författare|skribent|kirjoittaja|penulis|yazar|muhabir|authorname|authornames|authorlink|bylinename|authorline|articleauthor|articleauthors|postauthor|entryauthor|contentauthor|newsauthor|storyauthor|articlebyline|authorlist|vcard)\d*$/;
/** Words that mark what is beside the report: its neighbours' authors and those who comment on it. */
const BESIDE =
	/(?:^|[^a-z])(?:related|recommend\w*|comments?|commentlist|disqus|teasers?|sidebar|widgets?|trending|most(?:read|popular)?|newsletter|promo|footer|nav|menu|swiper|carousel|slider|latest|avatar|social|share|bio|biography|authorbio|mehr|weitere)(?:[^a-z]|$)/;
/** How far up a neighbour's mark is looked for. */
const CLIMB = 10;

export function readMarkedElements(document: PageDocument): SourceValue[] {
	return [
		...readItemprops(document),
		...readRelAuthors(document),
		...readBylines(document),
		...readTimes(document),
		...readLastCrumb(document),
	];
}

function readItemprops(document: PageDocument): SourceValue[] {
	const values: SourceValue[] = [];
	const counts = new Map<string, number>();
	let left = MOST_LOOKED_AT;
	for (const element of document.querySelectorAll("[itemprop]")) {
		if (left-- === 0) break;
		for (const name of (element.getAttribute("itemprop") ?? "").toLowerCase().split(/\s+/)) {
			const field = ITEMPROPS[name];
			// A meta element's are read with the others.
			if (field === undefined || element.localName === "meta" || isBeside(element)) continue;
			const count = counts.get(name) ?? 0;
			if (count >= (field === "author" ? MOST_VALUES : 1)) continue;
			counts.set(name, count + 1);
			const dated = field === "published" || field === "modified";
			const inner = field === "author" ? [...element.querySelectorAll('[itemprop="name"]')].slice(0, MOST_VALUES) : [];
			const texts = dated
				? [element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent]
				: inner.length > 0
					? inner.map((one) => one.getAttribute("content") ?? one.textContent)
					: [element.getAttribute("content") ?? element.textContent];
			const type = element.getAttribute("itemtype") ?? "";
			const bearer = /Organi[sz]ation/.test(type) ? "organisation" : /Person/.test(type) ? "person" : null;
			for (const text of texts) {
				const written = squeeze(text).slice(0, 400);
				if (written !== "" && (!dated || /\d/.test(written)))
					values.push({ field, text: written, span: null, from: `itemprop ${name}`, bearer });
			}
		}
	}
	return values;
}

function readRelAuthors(document: PageDocument): SourceValue[] {
	return [...document.querySelectorAll('a[rel~="author"]')]
		.slice(0, MOST_VALUES)
		.filter((element) => !isBeside(element))
		.map((element) => ({
			field: "author" as const,
			text: squeeze(element.textContent).slice(0, LONGEST_BYLINE),
			span: null,
			from: "rel=author",
		}));
}

/** The byline that classes mark: the innermost marked elements that stand together, first on the page. */
function readBylines(document: PageDocument): SourceValue[] {
	const found: PageElement[] = [];
	let left = MOST_LOOKED_AT;
	for (const element of document.querySelectorAll("[class],[data-testid],[id]")) {
		if (!isByline(element)) continue;
		if (left-- === 0 || found.length >= 40) break;
		if (isBeside(element)) continue;
		const text = squeeze(element.textContent);
		if (text === "" || text.length > LONGEST_BYLINE) continue;
		const outer = found.findIndex((other) => isInside(element, other));
		// An inner element says who without the date and the place beside it; the outer one is kept for the others in it.
		if (outer >= 0 && squeeze(found[outer]?.textContent) === text) continue;
		found.push(element);
	}
	const inner = found.filter((element) => !found.some((other) => other !== element && isInside(other, element)));
	const first = inner[0];
	if (!first) return [];
	const group = climb(first, 3);
	return inner
		.filter((element) => isInside(element, group))
		.slice(0, MOST_VALUES)
		.map((element) => ({ field: "author", text: shownText(element), span: null, from: "byline element" }));
}

/** An element's text with a space where a line breaks, so that a name and a date below it stay apart. */
function shownText(element: PageElement): string {
	if (![...element.querySelectorAll("br")].length) return squeeze(element.textContent);
	return squeeze(joinText(element, 0));
}

/** Levels of elements inside a byline. */
const DEEPEST = 12;

function joinText(element: PageElement, depth: number): string {
	if (depth > DEEPEST) return element.textContent ?? "";
	return [...childrenOf(element)]
		.map((node) => {
			if (!isElement(node)) return node.textContent ?? "";
			return node.localName === "br" ? " " : joinText(node, depth + 1);
		})
		.join("");
}

function isByline(element: PageElement): boolean {
	const marks = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""} ${element.getAttribute("data-testid") ?? ""}`;
	if (
		!/by-?line|aut(?:h?or|eur)|writer|reporter|journalist|f.rfatt|skribent|kirjoittaja|penulis|yazar|muhabir|vcard/i.test(
			marks,
		)
	)
		return false;
	return marks
		.slice(0, 300)
		.replace(/([a-z0-9])([A-Z])/g, "$1-$2")
		.toLowerCase()
		.split(/\s+/)
		.some((name) => {
			const words = name.split(/[^a-zåäöø0-9]+/).filter((word) => word !== "");
			return (
				words.some((word) => BYLINE_WORD.test(word)) && !/^(?:image|photo|img|picture|avatar)/.test(words.at(-1) ?? "")
			);
		});
}

function isBeside(element: PageElement): boolean {
	let at: PageElement | null = element;
	for (let step = 0; at && step < CLIMB; step++) {
		const name = at.localName;
		if (name === "article" || name === "main" || name === "body") return false;
		if (name === "aside" || name === "nav" || name === "footer" || name === "figure" || name === "figcaption")
			return true;
		const marks = `${at.getAttribute("class") ?? ""} ${at.getAttribute("id") ?? ""}`.slice(0, 300);
		if (BESIDE.test(marks.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase())) return true;
		at = parentOf(at);
	}
	return false;
}

function parentOf(element: PageElement): PageElement | null {
	const parent = element.parentNode;
	return parent && isElement(parent) ? parent : null;
}

function climb(element: PageElement, steps: number): PageElement {
	let at = element;
	for (let i = 0; i < steps; i++) at = parentOf(at) ?? at;
	return at;
}

function isInside(element: PageElement, outer: PageElement): boolean {
	let at: PageElement | null = element;
	for (let i = 0; at && i < 60; i++) {
		if (at === outer) return true;
		at = parentOf(at);
	}
	return false;
}

/** The `<time>` elements that date the page: marked as its publication or change, or the only day there is. */
function readTimes(document: PageDocument): SourceValue[] {
	const dated = [...document.querySelectorAll("time[datetime]")]
		.slice(0, MOST_LOOKED_AT)
		.filter((time) => /\d/.test(time.getAttribute("datetime") ?? ""));
	const of = (time: PageElement | undefined, field: MetadataField): SourceValue[] =>
		time ? [{ field, text: squeeze(time.getAttribute("datetime")), span: null, from: "time" }] : [];
	const published = dated.filter((time) => !isChange(time));
	const marked = published.find(
		(time) => time.hasAttribute("pubdate") || /publi|posted|created|veröff/i.test(marksOf(time)),
	);
	const days = new Set(published.map((time) => (time.getAttribute("datetime") ?? "").slice(0, 10)));
	const changed = dated.find(isChange);
	return [...of(marked ?? (days.size === 1 ? published[0] : undefined), "published"), ...of(changed, "modified")];
}

function isChange(time: PageElement): boolean {
	return /updat|modif|changed|edited|aktualisi|mis à jour|actualizado|aggiornat|atualizad|bijgewerkt|oppdater|opdater|uppdater|обновлен/i.test(
		marksOf(time),
	);
}

function marksOf(time: PageElement): string {
	const parent = parentOf(time);
	const own = `${time.getAttribute("class") ?? ""} ${time.getAttribute("itemprop") ?? ""} ${time.getAttribute("id") ?? ""}`;
	return `${own} ${parent?.getAttribute("class") ?? ""} ${squeeze(parent?.textContent).slice(0, 60)}`;
}

/** The last crumb that is a link: the section, where a page shows its place in the outlet. */
function readLastCrumb(document: PageDocument): SourceValue[] {
	for (const list of document.querySelectorAll(
		'[class*="readcrumb"],[aria-label*="readcrumb"],[itemtype*="BreadcrumbList"]',
	)) {
		const links = [...list.querySelectorAll("a[href]")].slice(0, 12).map((link) => squeeze(link.textContent));
		const names = links.filter((name) => name !== "" && name.length <= 40);
		const last = names.at(-1);
		if (names.length >= 2 && last !== undefined)
			return [{ field: "section", text: last, span: null, from: "breadcrumb" }];
		if ([...childrenOf(list)].length > 0 && names.length > 0) break;
	}
	return [];
}
