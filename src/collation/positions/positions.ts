import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { StatedDate } from "../../model/date.ts";
import type { Entity, Fact, Position, Story } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { compareNullable, compareText } from "../../text/compare.ts";
import { overlaps } from "../../text/spans.ts";
import { RELATION_RANK } from "../facts/relations.ts";
import type { Day } from "../occasions/report-days.ts";
import type { Setting } from "../occasions/setting.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import type { DraftUtterance } from "../utterances/utterances.ts";
import { findActRows } from "./act-rows.ts";
import { findActs, type ReportedAct, takesForSaying } from "./acts.ts";
import { type Behalf, readBehalf } from "./behalf.ts";
import { findChanges } from "./changes.ts";
import { type ClauseText, readClauses } from "./clause-text.ts";
import { type DraftPosition, findStatementRows } from "./statement-rows.ts";

/** What positions are read from. */
export interface PositionInput {
	/** In the order of the record. */
	readonly articles: readonly AnnotatedArticle[];
	readonly entities: readonly Entity[];
	readonly entityOf: ReadonlyMap<string, string>;
	readonly stories: readonly Story[];
	readonly speakers: SetSpeakers;
	readonly utterances: readonly DraftUtterance[];
	readonly facts: readonly Fact[];
	readonly reportDays: ReadonlyMap<string, Day>;
	settingOf(quotation: string): Setting | null;
	siglumOf(article: string): string;
}

/** The same, with what its parts look up. */
export interface PositionMaterial {
	readonly texts: ReadonlyMap<string, ClauseText>;
	readonly quotations: ReadonlyMap<string, FoundQuotation>;
	readonly speakers: SetSpeakers;
	readonly behalf: Behalf;
	readonly reportDays: ReadonlyMap<string, Day>;
	settingOf(quotation: string): Setting | null;
	siglumOf(article: string): string;
	/** The articles of a story. */
	storyOf(story: string): readonly string[];
	storyOfArticle(article: string): string;
	textOf(article: string): string;
	publishedOf(article: string): StatedDate;
	/** Whether an entity is an agency or an outlet: it reports, and takes no position by that. */
	isMedium(entity: string): boolean;
	/** Its place in the record. */
	rankOf(article: string): number;
	/** The agencies or outlets that brought a quotation, as entity ids of the set. */
	carriersOf(quotation: FoundQuotation): readonly string[];
	carriersOfId(quotation: string): readonly string[];
	/** The gravest fact that any of the places states; `apart` asks for one that reports differ on. */
	factOver(places: readonly Place[], apart: boolean): string | null;
}

/**
 * Who said or did what about whom, over all stories: one row for each thing said and each deed, with all reports of it.
 * Sorted by speaker, about, date (null last), article, place, id.
 */
export function findPositions(input: PositionInput): Position[] {
	const material = gather(input);
	const acts: ReportedAct[] = [];
	const taken = new Set<string>();
	for (const text of material.texts.values()) {
		for (const act of findActs(text, input.speakers, input.reportDays.get(text.annotated.article.id) ?? null)) {
			const sayings = takesForSaying(text.annotated, act);
			// Where the report gives words of the doer's, the saying is what stands in the ledger.
			const spoken = sayings.some((id) => (material.quotations.get(id)?.marked.length ?? 0) > 0);
			if (spoken) continue;
			for (const id of sayings) taken.add(id);
			// "Vane said that Norrland supported it": a stand told by one who takes it is her statement.
			const by = act.stand ? act.standing.by : null;
			const own = by === act.doer || (by !== null && speaksFor(material, by, act));
			if (!own) acts.push(act);
		}
	}
	const drafts = [
		...input.utterances.flatMap((utterance) => findStatementRows(material, utterance, taken)),
		...findActRows(material, acts),
	];
	return holdAgainst(drafts).sort(comparePositions);
}

function speaksFor({ behalf }: PositionMaterial, speaker: string, { article, doer }: ReportedAct): boolean {
	return behalf.of(speaker, [article], []).some(({ entity }) => entity === doer);
}

function comparePositions(a: Position, b: Position): number {
	return (
		compareText(a.speaker, b.speaker) ||
		compareText(a.about, b.about) ||
		compareNullable(a.when.earliest, b.when.earliest) ||
		compareText(a.article, b.article) ||
		(a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) ||
		compareText(a.id, b.id)
	);
}

/** Each row with what it changes of the one before it in its ledger. */
function holdAgainst(drafts: readonly DraftPosition[]): Position[] {
	const ledgers = new Map<string, DraftPosition[]>();
	for (const draft of drafts) {
		const key = `${draft.speaker} ${draft.about}`;
		const ledger = ledgers.get(key);
		if (ledger) ledger.push(draft);
		else ledgers.set(key, [draft]);
	}
	return [...ledgers.values()].flatMap((ledger) => {
		const byId = new Map(ledger.map((draft) => [draft.id, draft]));
		const changes = findChanges(ledger);
		return ledger.map((draft): Position => {
			const { before = null, differs = [] } = changes.get(draft.id) ?? {};
			const earlier = before === null ? undefined : byId.get(before);
			const stance = earlier?.stance ?? null;
			const change = earlier && stance !== null ? { position: earlier.id, stance, when: earlier.when } : null;
			return { ...draft, change, differs };
		});
	});
}

function gather(input: PositionInput): PositionMaterial {
	const { articles, entityOf, stories, facts } = input;
	const texts = new Map(articles.map((one) => [one.article.id, readClauses(one, entityOf)]));
	const entities = new Map(input.entities.map((entity) => [entity.id, entity]));
	const quotations = new Map(articles.flatMap((one) => one.quotations.map((quotation) => [quotation.id, quotation])));
	const members = new Map(stories.map((story) => [story.id, story.articles]));
	const home = new Map(stories.flatMap((story) => story.articles.map((article) => [article, story.id])));
	const rank = new Map(articles.map((one, index) => [one.article.id, index]));
	const carriersOf = ({ carriers }: FoundQuotation): string[] => [
		...new Set(carriers.flatMap(({ entity }) => entityOf.get(entity) ?? [])),
	];
	const stated = new Map<string, { readonly fact: Fact; readonly start: number; readonly end: number }[]>();
	for (const fact of facts)
		for (const { article, spans } of fact.states)
			for (const { start, end } of spans) {
				const list = stated.get(article);
				if (list) list.push({ fact, start, end });
				else stated.set(article, [{ fact, start, end }]);
			}
	return {
		texts,
		quotations,
		speakers: input.speakers,
		behalf: readBehalf(texts, entities),
		reportDays: input.reportDays,
		settingOf: (quotation) => input.settingOf(quotation),
		siglumOf: (article) => input.siglumOf(article),
		storyOf: (story) => members.get(story) ?? [],
		storyOfArticle: (article) => home.get(article) ?? article,
		textOf: (article) => texts.get(article)?.annotated.article.text ?? "",
		publishedOf: (article) => {
			const annotated = texts.get(article)?.annotated;
			if (!annotated) throw new Error(`no article ${article}`);
			return annotated.article.published;
		},
		isMedium: (entity) => ["agency", "outlet"].includes(entities.get(entity)?.type ?? ""),
		rankOf: (article) => rank.get(article) ?? articles.length,
		carriersOf,
		carriersOfId: (id) => {
			const quotation = quotations.get(id);
			return quotation ? carriersOf(quotation) : [];
		},
		factOver: (places, apart) => {
			let best: Fact | null = null;
			for (const place of places) {
				for (const { fact, start, end } of stated.get(place.article) ?? []) {
					if (!overlaps(place, { start, end }) || (apart && !APART.has(fact.relation))) continue;
					const rankOf = ({ relation }: Fact): number => RELATION_RANK.indexOf(relation);
					const nearer =
						best === null || rankOf(fact) < rankOf(best) || (rankOf(fact) === rankOf(best) && fact.id < best.id);
					if (nearer) best = fact;
				}
			}
			return best?.id ?? null;
		},
	};
}

const APART = new Set<Fact["relation"]>(["conflict", "contested", "unclear"]);
