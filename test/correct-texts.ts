import type { Correction } from "../src/model/correction.ts";
import type { CollationRecord } from "../src/model/record.ts";
import { annotate, collateArticles } from "../src/pipeline.ts";
import { loadAnalysisData } from "../src/system/data.ts";
import type { TestReport } from "./collate-texts.ts";
import { makeArticle, publishedOn } from "./make-article.ts";

/** Collates short texts with a person's decisions; articles are named by their source ids. */
export function correctTexts(reports: readonly TestReport[], corrections: readonly Correction[]): CollationRecord {
	const data = loadAnalysisData();
	const articles = reports.map(({ name, text, published }) =>
		annotate(
			makeArticle(text, { sourceId: name, ...(published === undefined ? {} : { published: publishedOn(published) }) }),
			data.tagger,
		),
	);
	return collateArticles(articles, { ...data, corrections });
}

/** Words of a report as decisions point at them. */
export function wordsIn(reports: readonly TestReport[], name: string, exact: string): Correction["words"][number] {
	const start = reports.find((report) => report.name === name)?.text.indexOf(exact) ?? -1;
	return { article: name, start, end: start + exact.length, exact };
}

/** A decision of N. N. on 20 May 2031. */
export function decide(kind: Correction["kind"], given: Partial<Correction> = {}): Correction {
	return {
		...{ kind, who: "N. N.", when: "2031-05-20", why: "I was there", words: [], speaker: null, fact: null },
		...{ relation: kind === "reject-conflict" ? ("unclear" as const) : null, articles: [], from: null, into: null },
		name: null,
		...given,
	};
}
