import type { AnnotatedArticle } from "../model/annotated.ts";
import type { FoundQuotation, LocalEntity } from "../model/annotation.ts";
import type { Entity } from "../model/record.ts";
import { overlaps } from "../text/spans.ts";

/**
 * Carriers that one report alone does not show: a hearer whose name says nothing there, and whom another report of the
 * set shows to be an agency or an outlet. Caught: "Vane told Quayline" where another report is by "(Quayline) –". Not
 * caught: "Vane told Quayline" where no report says what Quayline is, or where Quayline is a person's name.
 */
export function addHeardMedia(
	articles: readonly AnnotatedArticle[],
	entities: readonly Entity[],
	entityOf: ReadonlyMap<string, string>,
): AnnotatedArticle[] {
	const types = new Map(entities.map(({ id, type }) => [id, type]));
	const isMedium = ({ id, type }: LocalEntity): boolean =>
		type === "unknown" && /^(?:agency|outlet)$/.test(types.get(entityOf.get(id) ?? "") ?? "");
	return articles.map((annotated) => {
		const media = annotated.entities.filter(isMedium);
		if (media.length === 0) return annotated;
		const quotations = annotated.quotations.map((quotation) => addHearer(quotation, media));
		return { ...annotated, quotations };
	});
}

function addHearer(quotation: FoundQuotation, media: readonly LocalEntity[]): FoundQuotation {
	const { addressee, carriers } = quotation;
	if (addressee === null) return quotation;
	for (const { id, mentions } of media) {
		const span = mentions.find((mention) => overlaps(mention, addressee));
		if (!span || span.end < addressee.end || carriers.some(({ entity }) => entity === id)) continue;
		return { ...quotation, carriers: [...carriers, { entity: id, span: { start: span.start, end: span.end } }] };
	}
	return quotation;
}
