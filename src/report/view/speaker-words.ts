import type { Utterance } from "../../model/record.ts";
import { describeDate } from "./date-words.ts";
import { nameOf, type RecordIndex } from "./record-index.ts";

/** Who speaks, as far as it is settled. */
export interface SpeakerWords {
	/** The entity's name, else the words of a report that name the source; null where nothing names anybody. */
	readonly name: string | null;
	/** Whether the name is a settled entity's. */
	readonly settled: boolean;
	/** When and where, as far as reports say. */
	readonly scene: readonly string[];
}

export function describeSpeaker(index: RecordIndex, utterance: Utterance): SpeakerWords {
	const settled = utterance.speaker !== null;
	const name = utterance.speaker === null ? sourceWords(index, utterance) : nameOf(index, utterance.speaker);
	const occasion = index.occasions.get(utterance.occasion ?? "");
	const scene = occasion ? [describeDate(occasion.when), occasion.where] : [];
	return { name, settled, scene: scene.filter((part): part is string => part !== null) };
}

function sourceWords(index: RecordIndex, utterance: Utterance): string | null {
	for (const { article, parts } of utterance.renditions) {
		for (const part of parts) {
			const source = index.quotations.get(part.quotation ?? "")?.source ?? null;
			if (source !== null) return (index.articles.get(article)?.text ?? "").slice(source.start, source.end);
		}
	}
	return null;
}
