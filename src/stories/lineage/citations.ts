import type { AnnotatedArticle } from "../../model/annotated.ts";
import { firstEndingAfter } from "../../text/spans.ts";
import { tokenRange } from "../../text/tokens.ts";
import { isCitedAbroad } from "./foreign-citations.ts";
import type { NamedMedium } from "./named-media.ts";

/**
 * Sentences that say whom their words are from, by the index of the sentence.
 *
 * Catches: "…, Corra Wire reported", "according to the Tarn Courier", "by way of Corra Wire", "in Corra Wire's
 * translation", "the Tarn Courier, which printed it", "Corra Wire, another agency, had him saying".
 * Must not: "Corra Wire has dismissed forty reporters", "shares in Corra Wire fell", "outside the offices of Corra Wire".
 */
export function findCitations(
	{ article, words }: AnnotatedArticle,
	named: readonly NamedMedium[],
): { readonly named: NamedMedium; readonly sentence: number }[] {
	const { sentences, tokens } = words;
	return named.flatMap((one) => {
		const index = firstEndingAfter(sentences, one.start);
		const sentence = sentences[index];
		if (!sentence || sentence.start > one.start) return [];
		const range = tokenRange(tokens, sentence);
		const before = tokens.norms.slice(Math.max(range.first, one.first - MOST_BEFORE), one.first);
		const after = tokens.norms.slice(one.last, Math.min(range.end, one.last + MOST_AFTER));
		const isForeign = article.language !== null && article.language !== "en";
		const isCited = isForeign
			? isCitedAbroad(before, after)
			: isCitedBefore(before, after) || isCitedAfter(before, after);
		return isCited ? [{ named: one, sentence: index }] : [];
	});
}

/** How many tokens before a name, and after it, are read. */
const MOST_BEFORE = 8;
const MOST_AFTER = 24;
/** An aside after a name is no longer (tokens). */
const MOST_ASIDE = 14;
const MOST_SKIPPED = 4;

/** By a small word before a name, the words before it that make it a source. */
const LEADS: ReadonlyMap<string, RegExp> = new Map([
	["to", /^(?:according|speaking|spoke|spoken|talking|talked|comments?|remarks|interview|statement)$/],
	["with", /^(?:interview|interviews|conversation|speaking|spoke|talking)$/],
	[
		"by",
		/^(?:reported|quoted|published|seen|obtained|cited|carried|released|broadcast|printed|aired|relayed|interviewed|translated)$/,
	],
	[
		"in",
		/^(?:wrote|writing|writes|written|published|printed|appeared|reported|interview|quoted|report|reports|story|article|piece|column)$/,
	],
	["from", /^(?:translated|translation|quoting|report|reports|reporting|dispatch|footage)$/],
	["on", /^(?:speaking|spoke|appearing|appeared|said|interview|interviewed|aired|broadcast|heard)$/],
]);

/** "told the state news agency": what stands between is a description, and none of these. */
const PARTS = /^(?:of|at|who|which|that|and|or|said|says|his|her|their|its|is|was)$/;
const MARK = /^[^\p{L}\p{N}]/u;
const INVERTED = /^(?:reports|reported|writes|wrote|says|said)$/;

function isCitedBefore(norms: readonly string[], after: readonly string[]): boolean {
	// “…,” reports Corra Wire: behind the words, never "Vane said Corra Wire was late" or "said Corra Wire host Ada Vane".
	const last = withoutArticle(norms);
	if (INVERTED.test(last[last.length - 1] ?? "") && MARK.test(last[last.length - 2] ?? "")) {
		return after.length === 0 || MARK.test(after[0] ?? "");
	}
	for (let i = norms.length - 1; i >= 0; i--) {
		const [earlier, norm] = [norms[i - 1] ?? "", norms[i] ?? ""];
		if (/^(?:told|telling|tells|citing|quoting|via)$/.test(norm)) return true;
		if (norm === "of" && earlier === "way") return norms[i - 2] === "by";
		const leads = LEADS.get(norm);
		if (leads) return leads.test(earlier);
		if (PARTS.test(norm) || MARK.test(norm)) return false;
	}
	return false;
}

const ADVERB =
	/^(?:later|also|earlier|first|previously|separately|then|since|itself|already|had|has|have|which|that|who|on|late|early|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const REPORTS =
	/^(?:reported|reports|reporting|report|said|says|quoted|quotes|quoting|wrote|writes|published|publishes|printed|prints|carried|carries|broadcast|broadcasts|aired|cited|cites|citing|revealed|disclosed|notes|noted|claimed|claims|learned|described|describes|gives|gave|puts|put|broke|ran|shows|showed|added|adds)$/;
const ITS =
	/^(?:translation|version|report|reports|reporting|account|story|interview|correspondents?|reporters?|coverage|dispatch|website|programme|program|edition|journalists?)$/;

function isCitedAfter(before: readonly string[], norms: readonly string[]): boolean {
	if (/^['’]s?$/.test(norms[0] ?? "")) return ITS.test(norms[1] ?? "") || ITS.test(norms[2] ?? "");
	// "Ada Vane, a writer for the Tarn Courier, said": behind a preposition only "which printed it" is the Courier's.
	const last = withoutArticle(before);
	const leads = /^(?:for|of|at|from|with|in|on|by|to|near|outside)$/.test(last[last.length - 1] ?? "");
	if (leads) return /^[,(–—]$/.test(norms[0] ?? "") && norms[1] === "which" && isReporting(norms, 0);
	// "the Corra Wire news agency, citing …, reported".
	const rest = norms.slice(skipSort(norms));
	return isReporting(rest, 0) || isReporting(rest, skipAside(rest));
}

/** How many words behind a name say what sort of medium it is. */
function skipSort(norms: readonly string[]): number {
	let at = 0;
	while (at < 2 && SORT.test(norms[at] ?? "")) at++;
	return at;
}

const SORT =
	/^(?:news|agency|newspaper|newswire|wire|daily|weekly|magazine|channel|broadcaster|radio|television|tv|station|website|site|portal|outlet)$/;

function withoutArticle(norms: readonly string[]): readonly string[] {
	return /^(?:the|an?)$/.test(norms[norms.length - 1] ?? "") ? norms.slice(0, -1) : norms;
}

/** Where it goes on behind ", another agency,". */
function skipAside(norms: readonly string[]): number {
	if (!/^[,(–—]$/.test(norms[0] ?? "")) return 0;
	const end = norms.findIndex((norm, i) => i > 0 && i <= MOST_ASIDE && /^[,)–—]$/.test(norm));
	return end < 0 ? 1 : end + 1;
}

function isReporting(norms: readonly string[], from: number): boolean {
	let at = from;
	if (/^[,(–—]$/.test(norms[at] ?? "")) at++;
	let has = false;
	while (at < norms.length && at - from <= MOST_SKIPPED && ADVERB.test(norms[at] ?? "")) {
		has ||= /^ha[ds]$/.test(norms[at] ?? "");
		at++;
	}
	const norm = norms[at] ?? "";
	if (REPORTS.test(norm)) return true;
	// "had him saying that", "has her say": how it gives the words.
	return has && /^(?:him|her|them|it)$/.test(norm) && /^say(?:ing)?$/.test(norms[at + 1] ?? "");
}
