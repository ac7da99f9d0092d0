import type { MetadataField } from "../../model/article.ts";
import type { SourceValue } from "../metadata/source-value.ts";
import { type PageDocument, squeeze } from "./dom.ts";

/** Meta elements looked at, and contents kept of one name. */
const MOST_METAS = 600;
const MOST_CONTENTS = 20;

/**
 * Names of meta elements by field, the most telling first, without the marks that part their words:
 * pages write `article:published_time`, `article.published` and `article:published:time` alike.
 * Families: OpenGraph, Twitter, Dublin Core, schema.org, parsely, sailthru, cXense, Swiftype, and
 * what content systems call their own.
 */
const NAMES: readonly (readonly [field: MetadataField, names: string])[] = [
	[
		"title",
		"ogtitle twittertitle parselytitle sailthrutitle dctitle dctermstitle headline articletitle articleheadline cxenseparsetitle swiftypetitle title",
	],
	[
		"author",
		"author articleauthor ogarticleauthor articleauthorname parselyauthor sailthruauthor byl byline articlebyline dccreator dctermscreator " +
			"cxenseparseauthor swiftypeauthor authors articleauthors creator authorname newsauthor rnewsauthor",
	],
	["agency", "articleagency newsagency agency dcsource copyrightholder"],
	[
		"outlet",
		"ogsitename applicationname twittersite publisher dcpublisher dctermspublisher articlepublishername sitename",
	],
	[
		"published",
		"articlepublishedtime ogarticlepublishedtime articlepublished ogpublishedtime datepublished parselypubdate sailthrudate " +
			"cxenseparserecspublishtime cxenseparsearticlepublishtime dcdateissued dctermsissued dcdatecreated dctermscreated dcdatepublished " +
			"dctermsdate dcdate swiftypepublishedat publishdate publisheddate publishtime publishedtime publicationdate articlepublicationdate " +
			"pubdate publisheddatetime originalpublicationdate rnewsdatepublished articledate articlepublishdate articlecreated " +
			"articleoriginalpublishdate datecreated ogpubdate issuedate firstpublished date",
	],
	[
		"modified",
		"articlemodifiedtime ogarticlemodifiedtime articlemodified datemodified ogupdatedtime articleupdated articleupdatedtime lastmodified " +
			"dctermsmodified dcdatemodified updatedtime updatedat lastupdated revised modificationdate",
	],
	["language", "contentlanguage oglocale dclanguage dctermslanguage inlanguage language"],
	["canonical", "ogurl parselylink twitterurl"],
	[
		"section",
		"articlesection parselysection ogarticlesection sailthrusection cxenseparsesection dcsubject section category",
	],
];

const FIELD_OF: ReadonlyMap<string, { readonly field: MetadataField; readonly rank: number }> = new Map(
	NAMES.flatMap(([field, names]) => names.split(" ").map((name, rank) => [name, { field, rank }] as const)),
);

/** Names of which the first that a page has counts, since further ones are of its lists and pictures. */
const FIRST_ONLY: ReadonlySet<MetadataField> = new Set([
	"title",
	"published",
	"modified",
	"canonical",
	"language",
	"outlet",
]);

/** What a social card calls the value of who wrote: "Written by". */
const WRITTEN_BY =
	/^(?:written by|verfasst von|geschrieben von|autor(?:in)?|auteur|author|écrit par|rédigé par|escrito por|publicado por|scritto da|geschreven door|skrevet av|skrevet af|skriven av|kirjoittanut|napisane przez|autor(?:ka)?|yazan|ditulis oleh|автор|написано|作者|投稿者|執筆者|작성자|글쓴이|γράφτηκε από|كتبه)\s*:?$/iu;

interface Found extends SourceValue {
	readonly rank: number;
}

/** The values that a page's meta elements give, by field the most telling name first. */
export function readMetaElements(document: PageDocument): SourceValue[] {
	const found: Found[] = [];
	const counts = new Map<string, number>();
	let left = MOST_METAS;
	for (const meta of document.querySelectorAll("meta")) {
		if (left-- === 0) break;
		const content = squeeze(meta.getAttribute("content"));
		if (content === "") continue;
		const written = ["property", "name", "itemprop", "http-equiv"]
			.map((attribute) => meta.getAttribute(attribute)?.trim() ?? "")
			.find((name) => FIELD_OF.has(plain(name)));
		if (written === undefined) continue;
		const known = FIELD_OF.get(plain(written));
		if (!known) continue;
		const count = counts.get(plain(written)) ?? 0;
		counts.set(plain(written), count + 1);
		if (count >= (FIRST_ONLY.has(known.field) ? 1 : MOST_CONTENTS)) continue;
		found.push({ field: known.field, text: content, span: null, from: nameOf(written), rank: known.rank });
	}
	for (const text of readWrittenBy(document)) {
		// Beside the author's name proper, and above what is often the name of an account.
		found.push({ field: "author", text, span: null, from: "meta twitter:data", rank: 0.5 });
	}
	return found
		.map((value, order) => ({ value, order }))
		.sort((a, b) => a.value.rank - b.value.rank || a.order - b.order)
		.map(({ value: { rank, ...value } }) => value);
}

/** `og:title` and `twitter:title` are known by their own names; others are called meta elements. */
function nameOf(written: string): string {
	const name = written.toLowerCase();
	return /^(?:og|twitter):title$/.test(name) || name === "og:site_name" ? name : `meta ${name.slice(0, 60)}`;
}

function plain(name: string): string {
	return name.toLowerCase().replace(/[^a-z]+/g, "");
}

/** The names beside a card's label that says "Written by". */
function readWrittenBy(document: PageDocument): string[] {
	const names: string[] = [];
	for (const number of ["1", "2"]) {
		const label = document.querySelector(`meta[name="twitter:label${number}"]`)?.getAttribute("content");
		if (!label || !WRITTEN_BY.test(squeeze(label))) continue;
		const name = squeeze(document.querySelector(`meta[name="twitter:data${number}"]`)?.getAttribute("content"));
		if (name !== "") names.push(name);
	}
	const written = squeeze(document.querySelector('meta[name="twitter:misc:Written by"]')?.getAttribute("content"));
	if (written !== "") names.push(written);
	return names;
}
