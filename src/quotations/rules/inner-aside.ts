import type { Span } from "../../model/span.ts";
import { trimSpan } from "../../text/spans.ts";

/** Words in marks without the clause that says inside the marks whose they are. */
export interface Parted {
	/** Sorted, one or more a part. */
	readonly parts: readonly Span[];
	/** Who the clause names, and by which verb; null where it names nobody by noun. */
	readonly source: Span | null;
	readonly cue: Span | null;
}

/**
 * Parts words in marks at a clause of saying that French and Russian print inside the marks.
 *
 * Catches: `« Le barrage tient, dit-il, et il tiendra. »` (two parts), `« Il tient, explique Anne Morel. »`,
 * `«Мост закрыт, — сказала мэр, — до лета»`.
 * Must not: `« Il dit, je crois, la vérité. »`, `« Le pont – notre pont – tient. »`
 *
 * @returns null where no such clause stands in the marks
 */
export function partInnerAside(text: string, parts: readonly Span[], language: string): Parted | null {
	const pattern = /^fr\b/i.test(language) ? FRENCH : /^(?:ru|uk|be|bg)\b/i.test(language) ? DASHED : null;
	if (!pattern) return null;
	const left: Span[] = [];
	let source: Span | null = null;
	let cue: Span | null = null;
	let found = false;
	for (const part of parts) {
		let from = part.start;
		for (const match of text.slice(part.start, part.end).matchAll(pattern)) {
			const { aside = "", verb = "", name } = match.groups ?? {};
			const at = part.start + match.index + match[0].indexOf(aside);
			found = true;
			left.push(trimSpan(text, { start: from, end: part.start + match.index + 1 }));
			from = part.start + match.index + match[0].length;
			if (cue === null && verb !== "") {
				cue = { start: at, end: at + (name ? verb : aside).length };
				const named = name ? at + aside.indexOf(name, verb.length) : -1;
				if (named >= 0 && name) source = { start: named, end: named + name.length };
			}
		}
		left.push(trimSpan(text, { start: from, end: part.end }));
	}
	if (!found) return null;
	return { parts: left.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))), source, cue };
}

/** Verbs that French puts before whoever speaks, in the present and the past. */
const SAYING =
	"dit|explique|affirme|assure|déclare|ajoute|estime|précise|souligne|raconte|répond|poursuit|confie|insiste|rappelle|" +
	"lance|résume|conclut|reconnaît|admet|indique|martèle|juge|prévient|regrette|soupire|s['\u2019]exclame|note|observe|" +
	"a (?:dit|expliqué|affirmé|assuré|déclaré|ajouté|estimé|précisé|souligné|raconté|répondu|poursuivi|confié|insisté|" +
	"rappelé|lancé|résumé|conclu|reconnu|admis|indiqué|jugé|prévenu|regretté|noté|observé)";

/** "dit-il", "a-t-elle expliqué", "explique Anne Morel, maire de Vell": from its comma to the next, or to the marks' end. */
const FRENCH = new RegExp(
	`,\\s(?<aside>(?<verb>(?:${SAYING})(?=-t?-?(?:il|elle)s?\\b)|a(?=-t-(?:il|elle)\\s\\p{Ll}+\\b)|(?:${SAYING})(?=\\s[\\p{Lu}l]))` +
		"(?:-(?:t-)?(?:il|elle)s?(?:\\s\\p{Ll}+)?|" +
		"\\s(?<name>(?:la\\s|le\\s|l['\\u2019])?\\p{L}[\\p{L}'\\u2019-]*(?:\\s(?:(?:de|du|des)\\s)?\\p{Lu}[\\p{L}'\\u2019-]*){0,3}" +
		"(?:,\\s\\p{Ll}+\\s(?:de\\s|du\\s|des\\s|d['\\u2019])[^,.!?\\u00ab\\u00bb]{1,40}(?=[,.]))?)))" +
		"(?:,\\s|(?=\\.?\\s*$)|\\.\\s)",
	"gu",
);

/** ", — said the mayor, — " between dashes that stops or commas go before. */
const DASHED =
	/[,.!?\u2026]\s[\u2014\u2013]\s(?<aside>(?<verb>\p{Ll}+)(?:\s(?<name>[^\u2014\u2013\u00ab\u00bb]{1,80}?))?)[,.]\s[\u2014\u2013]\s/gu;
