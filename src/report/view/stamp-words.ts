import type { Dropped } from "../../model/article.ts";
import type { RecordArticle } from "../../model/record.ts";
import { WITHHELD } from "./withheld.ts";

/** A posting elsewhere is no publication, but tells a reader when the text was there at the latest. */
const STAMP_RULE = "article/forum-stamp";
const YEAR = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/u;

/** The line kept out of an undated report that says when somebody posted its text; null where there is none with a year. */
export function findStamp({ published, dropped, text }: RecordArticle): (Dropped & { readonly words: string }) | null {
	if (published.earliest !== null || published.latest !== null) return null;
	for (const one of dropped) {
		const words = text.slice(one.start, one.end).replace(/\s+/gu, " ").trim();
		if (one.rule === STAMP_RULE && YEAR.test(words) && !words.includes(WITHHELD)) return { ...one, words };
	}
	return null;
}
