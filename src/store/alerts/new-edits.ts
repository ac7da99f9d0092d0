import type { RecordArticle, VersionDifference, VersionDifferenceKind } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { countOf } from "../../report/view/count-words.ts";
import { type RecordIndex, shortOutletOf } from "../../report/view/record-index.ts";
import { clipWords, shorten } from "../../report/view/shorten.ts";
import { makeId } from "../../text/hash.ts";
import { findSentences } from "../../text/sentences.ts";
import { citeReports, describeStory, type Finding, type Looked, storyOf } from "./finding.ts";

/** Characters of what stood there, and differences that are told one by one. */
const LONGEST = 120;
const MOST_TOLD = 8;

/**
 * Later texts of a source that change what is asked for: a number, a quotation, a name.
 *
 * Catches "63 people" where the source had "36 people"; not a sentence that is only set otherwise.
 */
export function findEdits({ index, isOld, words }: Looked, kinds: readonly VersionDifferenceKind[]): Finding[] {
	return index.record.versions.flatMap(({ changes }) =>
		changes.flatMap((change): Finding[] => {
			const { from, to } = change;
			const [before, after] = [index.articles.get(from), index.articles.get(to)];
			const differences = change.differences.filter(({ kind }) => kinds.includes(kind));
			const [first] = differences;
			if (!before || !after || !first || isOld(to)) return [];
			if (words !== null && words.inReport(after) === null && words.inReport(before) === null) return [];
			const key = makeId("edit", from, to);
			const places = differences
				.flatMap((one) => [one.from ?? [], one.to ?? []].flat())
				.map((place) => widen(index, place));
			return [
				{
					keys: [
						{ key, article: to, cited: true },
						// Of its own, so that the entry goes with the earlier text too.
						{ key: makeId("edited", from, to), article: from, cited: true },
					],
					entry: {
						kind: "edit",
						title: clipWords(`${shortOutletOf(after)} ${tellDifference(index, first)}`),
						summary: `${countOf(differences.length, "such change")} in a later text of ${nameOf(after)}.`,
						details: differences.slice(0, MOST_TOLD).map((one) => tellDifference(index, one)),
						story: describeStory(index, storyOf(index, to) ?? storyOf(index, from)),
						reports: citeReports(index, [from, to], places),
					},
				},
			];
		}),
	);
}

function nameOf({ headline, capture }: RecordArticle): string {
	return headline === null ? capture.place : `\u201c${clipWords(headline.text)}\u201d`;
}

/** "changed a number: “36” became “63”". */
function tellDifference(index: RecordIndex, { kind, from, to }: VersionDifference): string {
	const what = WHAT[kind];
	const [old, now] = [from, to].map((place) => (place === null ? null : `\u201c${wordsAt(index, place)}\u201d`));
	if (old != null && now != null) return `changed ${what}: ${old} became ${now}`;
	if (old != null) return `took out ${what}: ${old}`;
	return now == null ? `changed ${what}` : `put in ${what}: ${now}`;
}

const WHAT: Readonly<Record<VersionDifferenceKind, string>> = {
	quotation: "a quotation",
	number: "a number",
	name: "a name",
	wording: "its wording",
	added: "a sentence",
	removed: "a sentence",
	typography: "its marks",
};

function wordsAt(index: RecordIndex, { article, start, end }: Place): string {
	return shorten((index.articles.get(article)?.text ?? "").slice(start, end), LONGEST);
}

/** The sentence around a changed word: without it the word tells little. */
function widen(index: RecordIndex, place: Place): Place {
	const article = index.articles.get(place.article);
	if (!article) return place;
	const around = findSentences(article.text, article.body).find(
		({ start, end }) => start <= place.start && place.end <= end,
	);
	return around ? { article: place.article, ...around } : place;
}
