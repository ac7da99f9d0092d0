import type { AnnotatedArticle } from "../model/annotated.ts";
import type { FoundQuotation, LocalEntity } from "../model/annotation.ts";
import type { ExactSpan, ListedQuotation, LocalName, QuotedArticle } from "../model/quotation-listing.ts";
import type { Span } from "../model/span.ts";
import { findSetting } from "./occasions/setting.ts";

/** Words in square brackets; longer stretches are no insertion, and the bound keeps the search linear. */
const INSERTED = /\[[^[\]]{1,300}\]/g;

/** The quotations and terms of one article, each with the text of its spans and the names of its entities. */
export function listQuoted(annotated: AnnotatedArticle): QuotedArticle {
	const { article, entities, quotations, terms, stages } = annotated;
	const { id, sourceId, role, capture, headline, outlet, published, language, text } = article;
	const byId = new Map(entities.map((entity) => [entity.id, entity]));
	return {
		...{ id, sourceId, role, capture, headline, outlet, published, language, text },
		stages,
		found: quotations.length,
		quotations: quotations.map((quotation) => describe(annotated, quotation, byId)),
		terms,
	};
}

function describe(
	annotated: AnnotatedArticle,
	quotation: FoundQuotation,
	byId: ReadonlyMap<string, LocalEntity>,
): ListedQuotation {
	const { text } = annotated.article;
	const exactOf = ({ start, end }: Span): ExactSpan => ({ start, end, exact: text.slice(start, end) });
	const exactOrNull = (span: Span | null): ExactSpan | null => (span === null ? null : exactOf(span));
	const nameOf = (entity: string): LocalName => {
		const known = byId.get(entity);
		if (!known) throw new Error(`quotation ${quotation.id} names an entity that its article lacks`);
		return { entity, name: known.name, names: known.names, type: known.type };
	};
	const { when, where } = findSetting(annotated, quotation);
	return {
		id: quotation.id,
		kind: quotation.kind,
		content: quotation.content.map(exactOf),
		marked: quotation.marked.map(exactOf),
		inserted: quotation.content.flatMap((span) => findInserted(text, span)),
		exact: quotation.exact,
		source: exactOrNull(quotation.source),
		cue: quotation.cue.map(exactOf),
		speaker: quotation.speaker === null ? null : nameOf(quotation.speaker),
		speakerReason: quotation.speakerReason,
		candidates: quotation.candidates.map(({ entity, reason }) => ({ ...nameOf(entity), reason })),
		carriers: quotation.carriers.map(({ entity, span }) => ({ ...nameOf(entity), span: exactOf(span) })),
		addressee: exactOrNull(quotation.addressee),
		where: exactOrNull(where),
		when,
		polarity: quotation.polarity,
		hedged: quotation.hedged,
		confidence: quotation.confidence,
		rule: quotation.rule,
	};
}

function findInserted(text: string, span: Span): ExactSpan[] {
	return [...text.slice(span.start, span.end).matchAll(INSERTED)].map(({ index, 0: exact }) => ({
		start: span.start + index,
		end: span.start + index + exact.length,
		exact,
	}));
}
