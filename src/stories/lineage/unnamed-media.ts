import { type AnnotatedArticle, TokenKind } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { firstEndingAfter, mergeSpans, overlaps } from "../../text/spans.ts";
import { foldName } from "../entities/fold-name.ts";
import type { NamedMedium } from "./named-media.ts";

/**
 * Where a text names media without a name.
 *
 * Catches: "local media", "Dorvanian state television", "various news outlets", "media reports".
 * Must not: "the Corra news agency", "the state news agency Corra", "media freedom", and what somebody says of
 * media ("It was not as some newspapers had it, she said").
 */
export function findUnnamedMedia(
	{ article, entities, quotations, words: { tokens } }: AnnotatedArticle,
	named: readonly NamedMedium[],
): NamedMedium[] {
	const taken = mergeSpans(named);
	const said = mergeSpans(quotations.flatMap(({ content }) => content));
	const peoples = mergeSpans(
		entities.flatMap(({ type, mentions }) => (type === "state" || type === "place" ? mentions : [])),
	);
	const found: NamedMedium[] = [];
	const { norms, starts, ends, kinds } = tokens;
	const isLower = (i: number): boolean => {
		const at = starts[i] ?? 0;
		return kinds[i] === TokenKind.word && !/^\p{Lu}/u.test(article.text.charAt(at));
	};
	for (let i = 0; i < norms.length; i++) {
		const heads = HEADS.get(norms[i] ?? "");
		const opens = i === 0 || /^[.!?“"”]$/.test(norms[i - 1] ?? ".");
		if (!heads || !(isLower(i) || opens)) continue;
		const head = heads.find((rest) => rest.every((word, k) => norms[i + 1 + k] === word && isLower(i + 1 + k)));
		if (!head) continue;
		const last = i + 1 + head.length;
		let first = i;
		while (i - first < MOST_BEFORE && isModifier(first - 1)) first--;
		// "she told media" is no more than "she told reporters".
		if (first === i && (head.length === 0 || norms[i - 1] === "social")) continue;
		const span = { start: starts[first] ?? 0, end: ends[last - 1] ?? 0 };
		if (overlapsAny(span, said) || (kinds[last] === TokenKind.word && !isLower(last))) continue;
		// "Corra news agency": it has a name, though nothing says what it is.
		const bearsName = first === i && i > 0 && kinds[i - 1] === TokenKind.word && !isLower(i - 1);
		if (overlapsAny(span, taken) || (bearsName && !/^(?:the|an?|in|but)$/.test(norms[i - 1] ?? ""))) continue;
		const written = article.text.slice(span.start, span.end);
		const name = isModifier(first) && !MODIFIER.test(norms[first] ?? "") ? written : lowerFirst(written);
		const key = `unnamed ${article.id} ${foldName(name)}`;
		found.push({ ...span, medium: { key, kind: "unnamed", name, entity: null }, first, last });
		i = last - 1;
	}
	return found;

	function isModifier(i: number): boolean {
		if (kinds[i] !== TokenKind.word) return false;
		if (MODIFIER.test(norms[i] ?? "")) return true;
		const people = peoples[firstEndingAfter(peoples, starts[i] ?? 0)];
		return people !== undefined && people.start <= (starts[i] ?? 0) && norms[i] !== "'s";
	}
}

function overlapsAny(span: Span, sorted: readonly Span[]): boolean {
	const first = sorted[firstEndingAfter(sorted, span.start)];
	return first !== undefined && overlaps(first, span);
}

/** What opens a sentence has its capital from there. */
function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Words before a head that are read. */
const MOST_BEFORE = 3;
const MODIFIER =
	/^(?:local|regional|national|state|state-run|state-owned|state-controlled|government|official|pro-government|opposition|independent|private|public|foreign|international|western|domestic|various|several|some|many|other|few|online)$/;
/** By the first word of a naming, what may follow it; the longest first. */
const HEADS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
	["media", [["outlets"], ["reports"], []]],
	["news", [["outlets"], ["agencies"], ["agency"], ["organisations"], ["organizations"], ["reports"], ["sites"]]],
	["press", [["agencies"], ["reports"]]],
	["newspapers", [[]]],
	["broadcasters", [[]]],
	["television", [["channels"], []]],
	["tv", [["channels"], []]],
	["radio", [["stations"], []]],
]);
