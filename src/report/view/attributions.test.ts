import { describe, expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { CollationRecord, Quotation } from "../../model/record.ts";
import { listAttributions } from "./attributions.ts";
import { indexRecord } from "./record-index.ts";

const [utterance] = fixtureRecord.utterances;
if (!utterance) throw new Error("the fixture has no utterance");
const strait = utterance;

/** The attributions of the first utterance in words, with the first report's quotation changed. */
function write(change: (quotation: Quotation, text: string) => Partial<Quotation> = () => ({})): string[] {
	const [first] = strait.renditions;
	const text = fixtureRecord.articles.find(({ id }) => id === first?.article)?.text ?? "";
	const record: CollationRecord = {
		...fixtureRecord,
		quotations: fixtureRecord.quotations.map((quotation) =>
			quotation.id === first?.parts[0]?.quotation ? { ...quotation, ...change(quotation, text) } : quotation,
		),
	};
	return listAttributions(indexRecord(record), strait).map(
		({ renditions, parts, carriers, confidence }) =>
			`${renditions.length}: ${parts.map(({ gap, text: words }) => gap + words).join("")} ${carriers.join("/")} ${confidence}`,
	);
}

describe("listAttributions", () => {
	it("joins renditions that are given to their speaker in the same words, and keeps who has none", () => {
		expect(write()).toEqual([
			"2: Lindqvist told  0.9",
			"1: Ada Lindqvist said at a briefing in Port Halden  0.9",
			"1: Ada Lindqvist hinted  0.44",
			"1: she said  0.9",
			"1:   0.9",
		]);
	});

	it("keeps those apart that another brought or that are less sure", () => {
		expect(write(() => ({ confidence: 0.5 })).slice(0, 2)).toEqual([
			"1: Lindqvist told  0.5",
			"1: Lindqvist told  0.9",
		]);
		const entity = fixtureRecord.entities[0];
		const carriers = entity ? [{ entity: entity.id, span: { start: 0, end: 1 } }] : [];
		expect(write(() => ({ carriers }))[0]).toBe(`1: Lindqvist told ${entity?.name} 0.9`);
	});

	it("gives source and cue in the order of the text, with the few words between them", () => {
		const spansOf = (text: string, ...words: string[]): { start: number; end: number }[] =>
			words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
		const inverted = write((_, text) => {
			const [source, cue] = spansOf(text, "Foreign Minister", "Velmar will");
			return source && cue ? { source, cue: [cue] } : {};
		});
		expect(inverted[0]).toBe("1: Velmar will keep the Ostra Strait shut to tankers, Foreign Minister  0.9");
		const apart = write((_, text) => {
			const [source, cue] = spansOf(text, "tankers", "Foreign Minister");
			return source && cue ? { source: { start: cue.start - 9, end: cue.start - 2 }, cue: [cue] } : {};
		});
		expect(apart[0]).toBe("1: tankers, Foreign Minister  0.9");
	});

	it("says when, on what occasion and against what somebody said it, as the report does", () => {
		const told = (text: string): string[] => {
			const index = indexRecord(collateTexts([{ name: "a", text, published: "2031-05-14" }]));
			return index.record.utterances.flatMap((one) =>
				listAttributions(index, one).map(({ parts }) => parts.map(({ gap, text: words }) => gap + words).join("")),
			);
		};
		expect(told("Ines Okar had said during a debate with the guild last week that the quay would be closed.")).toEqual([
			"Ines Okar had said during a debate with the guild last week",
		]);
		expect(told("Ines Okar last month called for the town to close the quay.")).toEqual([
			"Ines Okar last month called for",
		]);
		expect(told("In a February report, the council noted that the quay was sinking.")).toEqual([
			"In a February report, the council noted",
		]);
		expect(
			told("Ines Okar said that the western quay would stay open, but warned that the eastern one was sinking."),
		).toEqual(["Ines Okar said", "Ines Okar […] but warned"]);
	});
});
