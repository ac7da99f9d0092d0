import type { StatedDate } from "../../model/date.ts";
import type { Occasion } from "../../model/record.ts";
import { compareNullable, compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { sliceOf } from "../../text/spans.ts";
import type { DraftUtterance } from "../utterances/utterances.ts";
import type { Setting } from "./setting.ts";

/** Occasions of a record, and the occasion of each utterance that has one. */
export interface Occasions {
	readonly occasions: readonly Occasion[];
	/** Utterance id → occasion id. */
	readonly occasionOf: ReadonlyMap<string, string>;
}

/**
 * Utterances of one speaker on one day are one occasion as far as the reports let us see; without a
 * date there is no occasion. Sorted by date, speaker, id.
 */
export function findOccasions(
	utterances: readonly DraftUtterance[],
	settingOf: (quotation: string) => Setting | null,
	textOf: (article: string) => string,
): Occasions {
	const groups = new Map<string, { speaker: string; when: StatedDate; where: string | null; utterances: string[] }>();
	const occasionOf = new Map<string, string>();
	for (const utterance of utterances) {
		if (utterance.speaker === null) continue;
		const settings = utterance.renditions.flatMap((rendition) =>
			rendition.parts.flatMap((part) => {
				const setting = part.quotation === null ? null : settingOf(part.quotation);
				return setting ? [{ article: rendition.article, ...setting }] : [];
			}),
		);
		const dated = settings
			.filter((one) => one.when.precision === "day" || one.when.precision === "minute" || one.when.precision === "hour")
			.sort((a, b) => compareText(a.when.earliest ?? "", b.when.earliest ?? "") || compareText(a.article, b.article));
		const [first] = dated;
		const day = first?.when.earliest?.slice(0, 10) ?? null;
		if (!first || day === null || dated.some((one) => one.when.earliest?.slice(0, 10) !== day)) continue;
		const placed = settings.find((one) => one.where !== null);
		const where = placed?.where ? sliceOf(textOf(placed.article), placed.where) : null;
		const key = `${utterance.speaker} ${day}`;
		const group = groups.get(key) ?? { speaker: utterance.speaker, when: first.when, where, utterances: [] };
		group.where ??= where;
		group.utterances.push(utterance.id);
		groups.set(key, group);
	}
	const occasions = [...groups.entries()].map(([key, group]): Occasion => {
		const id = makeId("occasion", key);
		for (const utterance of group.utterances) occasionOf.set(utterance, id);
		return { id, ...group, utterances: group.utterances.sort(compareText) };
	});
	occasions.sort(
		(a, b) =>
			compareNullable(a.when.earliest, b.when.earliest) ||
			compareNullable(a.speaker, b.speaker) ||
			compareText(a.id, b.id),
	);
	return { occasions, occasionOf };
}
