import type { NearPlace, TraceCredit, TracedPlace, TracedQuotation, TraceListing } from "../model/trace-listing.ts";
import { DATE, EXACT, GENERATOR, type Keys, LISTED_PROBLEM, PLACE, RECORD_ARTICLE, SPAN } from "./key-order.ts";

const TRACED_QUOTATION: Keys<TracedQuotation> = {
	id: null,
	speaker: { entity: null, name: null },
	speakerReason: null,
	source: EXACT,
	cue: EXACT,
	carriers: { entity: null, name: null, span: EXACT },
	said: DATE,
	polarity: null,
	hedged: null,
	confidence: null,
};

const TRACE_CREDIT: Keys<TraceCredit> = {
	kind: null,
	directed: null,
	name: null,
	entity: null,
	report: null,
	reports: null,
	scope: null,
	evidence: PLACE,
	confidence: null,
};

const TRACED_PLACE: Keys<TracedPlace> = {
	id: null,
	article: null,
	kind: null,
	form: null,
	headline: null,
	spans: EXACT,
	verbatim: SPAN,
	given: null,
	score: null,
	typography: null,
	differences: { kind: null, traced: EXACT, found: EXACT },
	quotation: TRACED_QUOTATION,
	when: DATE,
	credits: TRACE_CREDIT,
	reason: null,
};

const NEAR_PLACE: Keys<NearPlace> = { article: null, spans: EXACT, score: null, reason: null };

export const TRACE_KEYS: Keys<TraceListing> = {
	schema: null,
	generator: GENERATOR,
	traced: {
		text: null,
		words: null,
		sentences: SPAN,
		bounds: {
			sameSpeaker: null,
			openSpeaker: null,
			ownWords: null,
			collated: null,
			collatedParaphrase: null,
			keptApart: null,
		},
	},
	coverage: { articles: null, indexed: null, left: null },
	articles: RECORD_ARTICLE,
	places: TRACED_PLACE,
	lines: null,
	near: NEAR_PLACE,
	dropped: { ...PLACE, exact: null, rule: null, reason: null },
	problems: LISTED_PROBLEM,
};
