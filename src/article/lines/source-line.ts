import type { SourceLine } from "../../model/article.ts";
import { isAgency } from "../metadata/agencies.ts";
import { leadOf, toLabels } from "./labels.ts";
import { countWords, type Line } from "./lines.ts";

/**
 * A line by which a text says where it was taken from.
 *
 * Catches: "Source: https://harbour.example/1", "(With inputs from AGN)", "Originally published by Harbour Post",
 * "With Brask News Agency".
 * Leaves: "Source: a person who was in the room, who asked not to be named, said so twice."
 */
export const SOURCE_LINE_RULE = "article/source-line";

const LEAD =
	/^[([—–-]?\s*(?:(?:original )?sources?|via|originally (?:published|posted|appeared)(?: (?:by|on|in|at))?|(?:first|also) (?:published|appeared)(?: (?:by|on|in|at))?|(?:this (?:article|story|report|post) )(?:was |has been )?(?:originally |first )?(?:published|appeared|posted|taken|republished|reproduced)(?: (?:by|on|in|at|from))?|(?:re)?published (?:with permission )?from|reposted from|quelle|fuente|fonte|источник|джерело|źródło|kaynak)\s*[:：]?\s+/iu;
const COLON_LEAD =
	/^[([—–-]?\s*(?:(?:original )?sources?|via|quelle|fuente|fonte|источник|джерело|źródło|kaynak)\s*[:：]/iu;
/** Words for a source, before a colon, in other languages. */
const LEADS = toLabels(
	"quelle|quellen|source|sources|fuente|fuentes|fonte|fontes|fonti|bron|bronnen|källa|källor|kilde|kilder|lähde|źródło|źródła|zdroj|zdroje|forrás|sursa|източник|извор|izvor|источник|источники|" +
		"джерело|джерела|πηγή|kaynak|المصدر|مصدر|מקור|स्रोत|स्त्रोत|सूत्र|sumber|nguồn|ที่มา|来源|來源|稿源|文章来源|消息来源|出典|引用元|ソース|출처|자료",
);
const READ_AT =
	/^(?:read (?:more|the (?:full|original|whole) (?:story|article)|it|this)|full (?:story|article)|original(?: article| story)?|more) (?:here|at|on|via)?\s?:?\s*(?=https?:\/\/)/iu;
const APPEARED =
	/^the (?:post|article|story) .{3,250} (?:first appeared|appeared first|was originally published) (?:on|at|in) (.{2,80}?)[.\s]*$/iu;
const INPUTS =
	/^[([—–-]?\s*(?:with )?(?:additional )?(?:inputs?|files|material|reporting|contributions?|agency inputs|information|wire reports)(?: from|:)\s+(.{2,80}?)[)\].]*$/i;
const WITH = /^[([—–-]?\s*(?:[Ww]ith|WITH) (\p{Lu}[\p{L}.'’&-]{0,30}(?: \p{Lu}[\p{L}.'’&-]{0,30}){0,5}?)[)\].]*$/u;
/** Names that show themselves to be agencies'. */
const AGENCY_NAME = /^(?:Agen(?:ce|cia|zia)\s.+|.+\s(?:News Agency|Newswire|Wire|News Service|Press Agency|Press))$/u;
const URL = /\bhttps?:\/\/[^\s<>"')\]]{3,500}/i;

/** Words a source may be named in. */
const MOST_WORDS = 12;
const MOST_NAME = 5;

/** The source that a line names, or null when it is no such line. */
export function findSourceLine(line: Line, text: string): SourceLine | null {
	if (line.end - line.start > 700) return null;
	const found = (url: string | null, name: string | null): SourceLine => ({
		start: line.start,
		end: line.end,
		exact: text.slice(line.start, line.end),
		url,
		name,
	});
	const appeared = APPEARED.exec(line.text)?.[1];
	if (appeared !== undefined) return found(null, appeared);
	if (READ_AT.test(line.text)) {
		const url = URL.exec(line.text)?.[0];
		if (url !== undefined && line.words <= 40) return found(trimUrl(url), null);
	}
	const named = leadOf(line.text);
	if (named !== null && LEADS.has(named.key) && /[:：]/.test(line.text) && isName(line, named.rest)) {
		const url = URL.exec(named.rest)?.[0] ?? null;
		const name = (url === null ? named.rest : named.rest.replace(url, "")).replace(/^[\s:–—-]+|[\s.)\]】]+$/gu, "");
		return found(url === null ? null : trimUrl(url), name === "" ? null : name);
	}
	const inputs = INPUTS.exec(line.text)?.[1];
	if (inputs !== undefined && (line.words <= 8 || line.text.startsWith("("))) return found(null, inputs.trim());
	// "With Brask News Agency": a line of its own, without a verb, that ends in the name of an agency.
	const shared = WITH.exec(line.text)?.[1];
	if (shared !== undefined && (isAgency(shared) || AGENCY_NAME.test(shared))) return found(null, shared);
	const lead = LEAD.exec(line.text)?.[0] ?? COLON_LEAD.exec(line.text)?.[0];
	if (lead !== undefined) {
		const url = URL.exec(line.text)?.[0] ?? null;
		const rest = (url === null ? line.text.slice(lead.length) : line.text.slice(lead.length).replace(url, "")).replace(
			/^[\s:–—-]+|[\s.)\]]+$/g,
			"",
		);
		const named =
			rest !== "" && /^[\p{Lu}\p{Lo}\d“"]/u.test(rest) && line.words <= MOST_WORDS + 4 && !/[.!?]\s/.test(rest);
		if (url !== null) return found(trimUrl(url), named ? rest : null);
		const colon = /[:：]\s*$/.test(lead) || COLON_LEAD.test(line.text);
		if (named && (colon ? line.words <= MOST_WORDS : !/^(?:via|sources?)/i.test(lead))) return found(null, rest);
		return null;
	}
	// "— Reuters" or "(AGN)" alone at the end of a text.
	const bare = /^[([—–-]+\s*([\p{L}][\p{L} .-]{1,40}?)[)\]]?$/u.exec(line.text)?.[1];
	return bare !== undefined && isAgency(bare) ? found(null, bare) : null;
}

function trimUrl(url: string): string {
	return url.replace(/[.,;:!?]+$/, "");
}

/** What stands after "Source:" is a name or an address, not a sentence. */
function isName(line: Line, rest: string): boolean {
	if (rest === "") return false;
	if (URL.test(rest)) return line.words <= MOST_WORDS + 30 && !/[.!?]\s+\p{Lu}/u.test(rest.replace(URL, ""));
	const first = rest.replace(/^["“„«(]+/u, "").charAt(0);
	const named = /[\p{Lu}\p{Lo}\d@]/u.test(first);
	return named && countWords(rest) <= MOST_NAME && !/[.!?。]["”»]?$/u.test(rest) && !/[,;]\s\p{Ll}/u.test(rest);
}
