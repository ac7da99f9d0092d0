import type { SourceLine } from "../../model/article.ts";
import { isAgency } from "../metadata/agencies.ts";
import type { Line } from "./lines.ts";

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
const INPUTS =
	/^[([—–-]?\s*(?:with )?(?:additional )?(?:inputs?|files|material|reporting|contributions?|agency inputs|information|wire reports)(?: from|:)\s+(.{2,80}?)[)\].]*$/i;
const WITH = /^[([—–-]?\s*(?:[Ww]ith|WITH) (\p{Lu}[\p{L}.'’&-]{0,30}(?: \p{Lu}[\p{L}.'’&-]{0,30}){0,5}?)[)\].]*$/u;
/** Names that show themselves to be agencies'. */
const AGENCY_NAME = /^(?:Agen(?:ce|cia|zia)\s.+|.+\s(?:News Agency|Newswire|Wire|News Service|Press Agency|Press))$/u;
const URL = /\bhttps?:\/\/[^\s<>"')\]]{3,500}/i;

/** Words a source may be named in. */
const MOST_WORDS = 12;

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
