import { listElements, type PageDocument } from "./dom.ts";

/** What a page says in its metadata about how much of the article it holds. */
export interface PageClaims {
	/** Its JSON-LD describes a live blog. */
	readonly liveBlog: boolean;
	/** It says that it is a gallery of pictures. */
	readonly gallery: boolean;
	/** Whether it says that anyone may read it; null when it does not say. */
	readonly free: boolean | null;
	/** Where it says so: `JSON-LD isAccessibleForFree`, `meta article:content_tier`. */
	readonly from: string | null;
	/** The word counts that its JSON-LD gives, the largest; null when it gives none. */
	readonly wordCount: number | null;
}

/** Characters of one script that are looked at. */
const LOOKED_AT = 400_000;

const LIVE = /"@type"\s{0,20}:\s{0,20}(?:\[[^\]]{0,200})?"LiveBlogPosting"/;
const GALLERY = /"@type"\s{0,20}:\s{0,20}(?:\[[^\]]{0,200})?"(?:ImageGallery|MediaGallery)"/;
const GALLERY_TYPE = /^(?:article[.:/_-])?(?:photo|image|media|picture)?[ _-]?(?:gallery|slideshow)$/i;
const FREE = /"isAccessibleForFree"\s{0,20}:\s{0,20}"?(true|false)\b/gi;
const WORDS = /"wordCount"\s{0,20}:\s{0,20}"?(\d{1,6})\b/g;

/** Meta elements that name who may read, and the values that say that not everyone may. */
const TIERS: readonly string[] = [
	"article:content_tier",
	"article:tier",
	"content_tier",
	"cxenseparse:access",
	"access",
	"paywall",
];
const CLOSED = /^(?:locked|paid|premium|plus|subscriber|subscribers|subscription|restricted|closed|abo|true)$/i;
const OPEN = /^(?:free|open|public|unlocked|false)$/i;

export function readClaims(document: PageDocument): PageClaims {
	let liveBlog = false;
	let gallery = false;
	let free: boolean | null = null;
	let from: string | null = null;
	let wordCount: number | null = null;
	const elements = listElements(document);
	for (const script of elements) {
		if (script.localName !== "script" || !/ld\+json/i.test(script.getAttribute("type") ?? "")) continue;
		const written = (script.textContent ?? "").slice(0, LOOKED_AT);
		liveBlog ||= LIVE.test(written);
		gallery ||= GALLERY.test(written);
		for (const [, value = ""] of written.matchAll(FREE)) {
			if (free === false) break;
			free = value.toLowerCase() === "true";
			from = "JSON-LD isAccessibleForFree";
		}
		for (const [, digits] of written.matchAll(WORDS)) wordCount = Math.max(wordCount ?? 0, Number(digits));
	}
	for (const meta of elements) {
		if (meta.localName !== "meta") continue;
		const name = (meta.getAttribute("property") ?? meta.getAttribute("name") ?? "").toLowerCase();
		if (name === "og:type") gallery ||= GALLERY_TYPE.test((meta.getAttribute("content") ?? "").trim());
		if (free !== null || !TIERS.includes(name)) continue;
		const value = (meta.getAttribute("content") ?? "").trim();
		if (CLOSED.test(value)) free = false;
		else if (OPEN.test(value)) free = true;
		else continue;
		from = `meta ${name}`;
	}
	return { liveBlog, gallery, free, from, wordCount: wordCount === 0 ? null : wordCount };
}
