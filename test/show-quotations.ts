import { findLanguage } from "../src/language/language.ts";
import type { FoundQuotation } from "../src/model/annotation.ts";
import type { Article } from "../src/model/article.ts";
import type { Span } from "../src/model/span.ts";
import { findQuotations } from "../src/quotations/quotations.ts";
import { findWords } from "../src/text/words.ts";
import { makeArticle } from "./make-article.ts";

/** What the tests of the rules look at: quotations as text, with names in the place of ids. */
export interface Shown {
	readonly kind: FoundQuotation["kind"];
	readonly source: string | null;
	readonly cue: string;
	readonly exact: string;
	readonly speaker: string | null;
	readonly carriers: readonly string[];
	readonly addressee: string | null;
	readonly found: FoundQuotation;
}

export interface ShownArticle {
	readonly quotations: readonly Shown[];
	readonly terms: readonly string[];
	/** `source | cue | content` of each quotation. */
	readonly lines: readonly string[];
}

/** Runs the stage over a text as the pipeline would. */
export function showQuotations(text: string, overrides: Partial<Article> = {}): ShownArticle {
	const article = makeArticle(text, overrides);
	const words = findWords(article);
	const findings = findLanguage(article, words);
	const { quotations, terms } = findQuotations(article, words, findings);
	const slice = (span: Span | null): string | null => (span ? text.slice(span.start, span.end) : null);
	const name = (id: string | null): string | null => findings.entities.find((entity) => entity.id === id)?.name ?? null;
	const shown = quotations.map(
		(found): Shown => ({
			kind: found.kind,
			source: slice(found.source),
			cue: found.cue.map(slice).join(" … "),
			exact: found.exact,
			speaker: name(found.speaker),
			carriers: found.carriers.map(({ entity }) => name(entity) ?? "?"),
			addressee: slice(found.addressee),
			found,
		}),
	);
	return {
		quotations: shown,
		terms: terms.map(({ exact }) => exact),
		lines: shown.map(({ source, cue, exact }) => `${source ?? "-"} | ${cue || "-"} | ${exact}`),
	};
}
