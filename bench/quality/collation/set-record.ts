import { type CollationRecord, RECORD_SCHEMA } from "../../../src/model/record.ts";
import { type Locate, makeFacts, makeLineage, makeUtterance, NO_DATE } from "../examples/gold-record.ts";
import { TextIndex } from "../examples/texts.ts";
import type { CollationSet } from "./gold.ts";

/**
 * The record that holds what the gold of a set says and nothing else, for testing the comparison.
 * Article and entity ids are file names and gold names.
 */
export function makeSetRecord({ gold, texts }: Pick<CollationSet, "gold" | "texts">): CollationRecord {
	const indexes = new Map([...texts].map(([file, text]) => [file, new TextIndex(text)]));
	const locate: Locate = (file, text, occurrence = 1) => {
		const span = indexes.get(file)?.find(text, occurrence);
		if (!span) throw new Error(`${file} does not hold: ${text}`);
		return span;
	};
	return {
		schema: RECORD_SCHEMA,
		generator: { version: "0", models: [], data: [], options: {}, corrections: 0 },
		articles: [...texts].map(([file, text]) => ({
			id: file,
			sourceId: file,
			siglum: "A",
			role: "report",
			capture: { place: `sets/${file}`, url: null, mediaType: "text/plain", sha256: "", at: null },
			text,
			body: [{ start: 0, end: text.length }],
			dropped: [],
			pages: [],
			links: [],
			sourceLines: [],
			headline: null,
			byline: null,
			outlet: null,
			dateline: null,
			agencies: [],
			published: NO_DATE,
			modified: NO_DATE,
			section: null,
			metadata: [],
			truncated: null,
			posts: [],
			language: "en",
			stages: [],
			problems: [],
		})),
		versions: [],
		copyGroups: [],
		passages: [],
		entities: gold.entities.map(({ name, type, names }) => ({
			id: name,
			name,
			type,
			names,
			reasons: [],
			related: [],
			mentions: [],
		})),
		dates: [],
		numbers: [],
		quotations: gold.carriers.map(({ file, text, occurrence, carriers }, at) => {
			const span = locate(file, text, occurrence);
			return {
				id: `quotation ${at}`,
				article: file,
				kind: "direct",
				content: [span],
				marked: [span],
				exact: text,
				source: null,
				cue: [],
				speaker: null,
				speakerReason: "",
				candidates: [],
				carriers: carriers.map((entity) => ({ entity, span })),
				addressee: null,
				occasion: null,
				where: null,
				when: NO_DATE,
				polarity: "said",
				hedged: false,
				confidence: 1,
				rule: "gold",
			};
		}),
		terms: [],
		stories: [],
		threads: [],
		occasions: [],
		utterances: gold.utterances.map((one) => makeUtterance(one, gold, locate)),
		facts: makeFacts(gold, locate),
		lineage: [makeLineage(gold)],
		positions: [],
		corrections: [],
		problems: [],
	};
}
