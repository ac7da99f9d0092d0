import type { ArticleRef, FactChange, FindingChange, RecordDiff } from "../../model/record-diff.ts";
import type { Keys } from "../key-order.ts";

const ARTICLE_REF: Keys<ArticleRef> = { id: null, outlet: null, headline: null };
const FINDING_CHANGE: Keys<FindingChange> = { change: null, from: null, to: null };
const CHANGED_STATE: Keys<FactChange["joined"][number]> = {
	article: null,
	value: null,
	spans: { start: null, end: null },
};

export const DIFF_KEYS: Keys<RecordDiff> = {
	schema: null,
	from: { version: null, articles: null },
	to: { version: null, articles: null },
	articles: {
		added: ARTICLE_REF,
		removed: ARTICLE_REF,
		versions: { sourceId: null, from: ARTICLE_REF, to: ARTICLE_REF },
		moved: { from: ARTICLE_REF, to: ARTICLE_REF },
	},
	stories: { ...FINDING_CHANGE, title: null, formerTitle: null, joined: null, left: null, lines: null },
	utterances: {
		...FINDING_CHANGE,
		story: null,
		speaker: null,
		words: null,
		joined: null,
		left: null,
		readings: { kind: null, text: null },
	},
	facts: {
		...FINDING_CHANGE,
		story: null,
		type: null,
		statement: null,
		title: null,
		relation: null,
		joined: CHANGED_STATE,
		left: CHANGED_STATE,
	},
	speakers: { quotation: null, article: null, words: null, from: null, to: null },
	lineage: { change: null, story: null, from: null, to: null, kind: null, directed: null },
};
