import type { Position, Utterance } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { findNamed } from "../../report/view/position-filter.ts";
import { nameOf } from "../../report/view/record-index.ts";
import { shorten } from "../../report/view/shorten.ts";
import { isUtteranceShown } from "../../report/view/sureness.ts";
import { groupWordings } from "../../report/view/wordings.ts";
import { citeReports, describeStory, type Finding, keysOfPlaces, type Looked, storyOf } from "./finding.ts";

/** Characters of the words that a title gives. */
const LONGEST = 160;

/**
 * What somebody said, or said and did about somebody, that no earlier report gives. Readings that no page shows unasked
 * are left out.
 *
 * Catches "“We will not open it,” Vane said" for the speaker Vane; not the same words in one more report.
 */
export function findStatements(
	looked: Looked,
	{ speaker, about }: { readonly speaker: string | null; readonly about: string | null },
): Finding[] {
	return about === null ? (speaker === null ? [] : findWords(looked, speaker)) : findPositions(looked, speaker, about);
}

function findWords({ index, isOld, words }: Looked, speaker: string): Finding[] {
	const { utterances } = index.record;
	const speakers = findNamed(
		index.entities,
		speaker,
		utterances.flatMap((utterance) => utterance.speaker ?? []),
	);
	return utterances.flatMap((utterance): Finding[] => {
		if (utterance.speaker === null || !speakers.has(utterance.speaker)) return [];
		const places = placesOf(utterance);
		if (!isUtteranceShown(index, utterance) || places.some(({ article }) => isOld(article))) return [];
		const [group] = groupWordings(index, utterance);
		if (!group || words?.inText(group.base.text) === false) return [];
		const { text, marked } = group.base;
		const said = shorten(text, LONGEST);
		return [
			{
				keys: keysOfPlaces("said", places),
				entry: {
					kind: "statement",
					title: `${nameOf(index, utterance.speaker)}: ${marked ? `\u201c${said}\u201d` : said}`,
					summary: "",
					details: [],
					story: describeStory(index, index.stories.get(utterance.story)),
					reports: citeReports(
						index,
						places.map(({ article }) => article),
						places,
					),
				},
			},
		];
	});
}

function placesOf({ renditions }: Utterance): Place[] {
	return renditions.flatMap(({ article, parts }) =>
		parts.flatMap(({ spans }) => spans.map(({ start, end }) => ({ article, start, end }))),
	);
}

function findPositions({ index, isOld, words }: Looked, speaker: string | null, about: string): Finding[] {
	const { positions } = index.record;
	const holdersOf = (position: Position): string[] => [
		position.speaker,
		...position.behalf.map(({ entity }) => entity),
	];
	const matters = findNamed(
		index.entities,
		about,
		positions.map((position) => position.about),
	);
	const holders = speaker === null ? null : findNamed(index.entities, speaker, positions.flatMap(holdersOf));
	return positions.flatMap((position): Finding[] => {
		const isMeant = holders === null || holdersOf(position).some((holder) => holders.has(holder));
		if (!isMeant || !matters.has(position.about) || position.speaker === position.about) return [];
		const sure = position.reports.filter((report) => report.sure);
		if (sure.length === 0 || position.reports.some(({ article }) => isOld(article))) return [];
		if (words?.inText(position.exact) === false) return [];
		const places = position.reports.flatMap(({ article, spans }) =>
			spans.map(({ start, end }) => ({ article, start, end })),
		);
		const name = nameOf(index, position.speaker);
		const side = position.stance === null ? "" : ` ${position.stance}`;
		return [
			{
				keys: keysOfPlaces(position.kind, places),
				entry: {
					kind: "statement",
					title: `${name}${side === "" ? " on" : `${side},`} ${nameOf(index, position.about)}: ${shorten(position.exact, LONGEST)}`,
					summary: "",
					details: [],
					story: describeStory(index, storyOf(index, position.article)),
					reports: citeReports(
						index,
						position.reports.map(({ article }) => article),
						places,
					),
				},
			},
		];
	});
}
