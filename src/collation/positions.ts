import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Position } from "../model/record.ts";
import { compareNullable, compareText } from "../text/compare.ts";
import { contains } from "../text/spans.ts";
import type { Setting } from "./occasions/setting.ts";
import type { SetSpeakers } from "./speakers/set-speakers.ts";

/**
 * What each resolved speaker is reported to have said about each entity that the words name, dated as
 * the report dates the words, else by the report's own publication. Sorted by speaker, about, date, article, place.
 *
 * @param utteranceOf quotation id → utterance id
 */
export function findPositions(
	articles: readonly AnnotatedArticle[],
	entityOf: ReadonlyMap<string, string>,
	speakers: SetSpeakers,
	settingOf: (quotation: string) => Setting | null,
	utteranceOf: ReadonlyMap<string, string>,
): Position[] {
	const positions: Position[] = [];
	for (const { article, entities, quotations } of articles) {
		for (const quotation of quotations) {
			const speaker = speakers.speakerOf(quotation);
			if (speaker === null) continue;
			const said = settingOf(quotation.id)?.when;
			const about = new Set<string>();
			for (const entity of entities) {
				const id = entityOf.get(entity.id);
				if (id === undefined || id === speaker) continue;
				const named = entity.mentions.some((mention) => quotation.content.some((part) => contains(part, mention)));
				if (named) about.add(id);
			}
			for (const id of [...about].sort(compareText)) {
				positions.push({
					speaker,
					onBehalfOf: null,
					about: id,
					kind: "statement",
					when: said?.earliest || said?.latest ? said : article.published,
					article: article.id,
					spans: quotation.content,
					utterance: utteranceOf.get(quotation.id) ?? null,
					fact: null,
					polarity: quotation.polarity,
				});
			}
		}
	}
	return positions.sort(
		(a, b) =>
			compareText(a.speaker, b.speaker) ||
			compareText(a.about, b.about) ||
			compareNullable(a.when.earliest, b.when.earliest) ||
			compareText(a.article, b.article) ||
			(a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
	);
}
