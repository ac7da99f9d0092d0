import type { FoundQuotation } from "../../model/annotation.ts";
import type { Position, PositionBehalf, PositionReport, PositionStance } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { isSure } from "../../quotations/sureness.ts";
import { comparePlaces, compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { overlaps, sliceOf } from "../../text/spans.ts";
import { standingOf } from "../statements.ts";
import type { DraftUtterance } from "../utterances/utterances.ts";
import { exactOf } from "./exact.ts";
import type { PositionMaterial } from "./positions.ts";
import { stanceOf } from "./stance.ts";
import type { SaidStance } from "./stances/ground.ts";
import { dateStatement } from "./statement-days.ts";

/** A row before it is held against the others of its ledger. */
export type DraftPosition = Omit<Position, "change" | "differs">;

/** A rendition's words, by the quotation that gives them. */
interface Given {
	readonly article: string;
	readonly quotation: FoundQuotation;
	readonly spans: readonly Span[];
}

/** Entities that one thing said is held to be about. */
const MOST_NAMED = 60;

/**
 * One row for each thing said and each entity that its words name, however many reports give it. Whom nobody names
 * ("a spokeswoman for the union") takes the position of the body spoken for.
 *
 * @param taken quotations that are no saying but a deed: "vetoed", "praised"
 */
export function findStatementRows(
	material: PositionMaterial,
	utterance: DraftUtterance,
	taken: ReadonlySet<string>,
): DraftPosition[] {
	const given = utterance.renditions.flatMap(({ article, parts }) =>
		parts.flatMap(({ quotation: id, spans }): Given[] => {
			const quotation = id === null ? undefined : material.quotations.get(id);
			return quotation && !taken.has(quotation.id) && !isNameAlone(material, article, quotation, spans)
				? [{ article, quotation, spans }]
				: [];
		}),
	);
	if (given.length === 0) return [];
	const speaks = whoSpeaks(material, utterance, given);
	if (speaks === null) return [];
	const { speaker, behalf } = speaks;
	const own = new Set([speaker, ...behalf.map(({ entity }) => entity)]);
	const namings = new Map<string, Given[]>();
	for (const one of given)
		for (const entity of namedIn(material, one)) namings.set(entity, [...(namings.get(entity) ?? []), one]);
	// Words that name so many take no position on each: they are a list.
	if (namings.size > MOST_NAMED) return [];
	return [...namings]
		.filter(([about]) => about !== speaker)
		.sort((a, b) => compareText(a[0], b[0]))
		.map(([about, naming]): DraftPosition => {
			const stances = new Map<Given, SaidStance | null>();
			for (const one of naming) {
				const text = material.texts.get(one.article);
				if (text) stances.set(one, stanceOf({ text, quotation: one.quotation, spans: one.spans, own }, about));
			}
			const said = [...stances].flatMap(([one, own]) => (own ? [{ article: one.article, ...own }] : []));
			const folded = foldStances(material, said);
			// The words that take the side stand for the row.
			const telling = naming.filter((one) => folded.stance !== null && stances.get(one)?.stance === folded.stance);
			const [main] = [...(telling.length > 0 ? telling : naming)].sort((a, b) => compareGiven(material, a, b));
			if (!main) throw new Error("a row without words");
			return {
				id: makeId("position", speaker, about, utterance.id),
				speaker,
				onBehalfOf: behalf[0]?.entity ?? null,
				behalf,
				about,
				kind: "statement",
				act: null,
				when: dateStatement(
					given.map(({ article, quotation }) => ({
						article,
						published: material.publishedOf(article),
						reported: material.reportDays.get(article) ?? null,
						setting: material.settingOf(quotation.id),
					})),
				),
				article: main.article,
				spans: main.spans,
				exact: exactOf(material.textOf(main.article), main.spans),
				utterance: utterance.id,
				fact: material.factOver(given.flatMap(placesOf), true),
				polarity: main.quotation.polarity,
				...folded,
				reports: given
					.map((one): PositionReport => {
						const annotated = material.texts.get(one.article)?.annotated;
						const [span] = one.spans;
						const standing = annotated && span ? standingOf(annotated, span, material.speakers) : null;
						return {
							article: one.article,
							spans: one.spans,
							mode: standing?.mode ?? "attributed",
							polarity: one.quotation.polarity,
							by: material.speakers.speakerOf(one.quotation),
							quotation: one.quotation.id,
							carriers: material.carriersOf(one.quotation),
							stance: stances.get(one)?.stance ?? null,
							sure: isSure(one.quotation),
						};
					})
					.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)) || compareText(a.quotation ?? "", b.quotation ?? "")),
			};
		});
}

/**
 * Whether a content outside of marks is a name and nothing more: "sued |Orvania|" says nothing, and where no deed is read
 * from it its doer was in doubt.
 */
function isNameAlone(
	{ texts }: PositionMaterial,
	article: string,
	{ marked }: FoundQuotation,
	spans: readonly Span[],
): boolean {
	const text = texts.get(article);
	const [span, ...rest] = spans;
	if (!text || !span || rest.length > 0 || marked.length > 0) return false;
	const { first, end } = text.rangeOf(span);
	const from = /^(?:the|a|an)$/.test(text.normAt(first)) ? first + 1 : first;
	return text.namesFrom(from).some((name) => name.end >= end);
}

function whoSpeaks(
	material: PositionMaterial,
	utterance: DraftUtterance,
	given: readonly Given[],
): { readonly speaker: string; readonly behalf: readonly PositionBehalf[] } | null {
	const own = given.map(({ article }) => article);
	// Who only brings the words takes no position.
	if (utterance.speaker !== null && material.isMedium(utterance.speaker)) return null;
	if (utterance.speaker !== null) {
		const behalf = material.behalf.of(utterance.speaker, own, material.storyOf(utterance.story));
		return { speaker: utterance.speaker, behalf };
	}
	// One report names the company and another its spokesman: the spokesman speaks, for the company.
	const named = new Set(given.flatMap(({ quotation }) => material.speakers.speakerOf(quotation) ?? []));
	for (const speaker of [...named].sort(compareText)) {
		const behalf = material.behalf.of(speaker, own, material.storyOf(utterance.story));
		const others = [...named].filter((other) => other !== speaker);
		if (others.every((other) => behalf.some(({ entity }) => entity === other)) && !material.isMedium(speaker))
			return { speaker, behalf };
	}
	if (named.size > 0) return null;
	const bodies = given.map(({ article, quotation }) => material.behalf.ofSource(quotation, article));
	const first = bodies.find((one) => one !== null);
	if (!first || bodies.some((one) => one !== null && one.entity !== first.entity)) return null;
	const evidence = bodies.flatMap((one) => one?.evidence ?? []).sort(comparePlaces);
	return {
		speaker: first.entity,
		behalf: [{ ...first, evidence }, ...material.behalf.of(first.entity, own, material.storyOf(utterance.story))],
	};
}

/** Cues that have whom they are addressed to for an object: what is demanded is demanded of somebody. */
const ADDRESSING = /\b(?:demand|urg|warn|call(?:s|ed|ing)?\s+on|appeal)/i;

/** The entities that a rendition's words name, and whom a demand or a warning is addressed to. */
function namedIn(material: PositionMaterial, { article, quotation, spans }: Given): string[] {
	const text = material.texts.get(article);
	if (!text) return [];
	const words = text.annotated.article.text;
	const addressed = quotation.addressee && quotation.cue.some((cue) => ADDRESSING.test(sliceOf(words, cue)));
	const all = addressed && quotation.addressee ? [...spans, quotation.addressee] : spans;
	const found = new Set<string>();
	for (const span of all) {
		const { first, end } = text.rangeOf(span);
		for (let at = first; at < end && found.size <= MOST_NAMED; at++)
			for (const name of text.namesFrom(at)) if (name.end <= end) found.add(name.entity);
	}
	return [...found].sort(compareText);
}

/** The words that stand for a row: spoken ones before a summary, the earliest report's, the longest. */
function compareGiven(material: PositionMaterial, a: Given, b: Given): number {
	const marked = (one: Given): number =>
		Number(one.spans.some((span) => one.quotation.marked.some((mark) => overlaps(mark, span))));
	return (
		marked(b) - marked(a) ||
		material.rankOf(a.article) - material.rankOf(b.article) ||
		(a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0)
	);
}

function placesOf({ article, spans }: Given): Place[] {
	return spans.map((span) => ({ article, ...span }));
}

function placeOf({ article, spans }: PositionReport): Place {
	return { article, start: spans[0]?.start ?? 0, end: spans[0]?.end ?? 0 };
}

/** One side for a row: that of all reports that give one; none where they differ. */
export function foldStances(
	material: Pick<PositionMaterial, "textOf" | "siglumOf">,
	said: readonly { readonly article: string; readonly stance: PositionStance; readonly span: Span }[],
): Pick<Position, "stance" | "stanceReason" | "stanceEvidence"> {
	const evidence = said.map(({ article, span }) => ({ article, ...span })).sort(comparePlaces);
	const [first] = [...said].sort((a, b) =>
		comparePlaces({ article: a.article, ...a.span }, { article: b.article, ...b.span }),
	);
	if (!first) return { stance: null, stanceReason: "no words say plainly on which side", stanceEvidence: [] };
	const kinds = [...new Set(said.map(({ stance }) => stance))].sort(compareText);
	if (kinds.length > 1) {
		const of = (kind: PositionStance): string =>
			[...new Set(said.filter(({ stance }) => stance === kind).map(({ article }) => material.siglumOf(article)))]
				.sort(compareText)
				.join(" ");
		const reason = kinds.map((kind) => `${kind} (${of(kind)})`).join(", ");
		return { stance: null, stanceReason: `the reports differ: ${reason}`, stanceEvidence: evidence };
	}
	const words = sliceOf(material.textOf(first.article), first.span);
	return { stance: first.stance, stanceReason: `“${words}”`, stanceEvidence: evidence };
}
