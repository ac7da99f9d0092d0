import type { Fact, Story, Utterance } from "../../model/record.ts";
import { isBare } from "./bare-facts.ts";
import { type CutClause, findCutClauses } from "./cut-clauses.ts";
import { isPrimary, orderArticles, type RecordIndex, reportsOf } from "./record-index.ts";
import { isUtteranceShown } from "./sureness.ts";

/** Something that most of a story carries and one report does not. */
export interface LeftOut {
	readonly item:
		| { readonly kind: "utterance"; readonly utterance: Utterance }
		| { readonly kind: "clause"; readonly utterance: Utterance; readonly cut: CutClause }
		| { readonly kind: "fact"; readonly fact: Fact };
	/** The reports that carry it, in the order of the record's list. */
	readonly carriedBy: readonly string[];
}

export interface Omissions {
	readonly article: string;
	/** Before what parts of a quotation it stops, then what it leaves out as a whole, what most reports carry first. */
	readonly items: readonly LeftOut[];
}

/**
 * For each report of a story before which reasons, conditions and reservations of a quotation it stops, be there one
 * report that goes on, and what most of the others carry and it leaves out. Copies are folded before
 * anything is counted: each line that reports besides this one stand in has one voice, and more than
 * half of these, and more than half of the other reports, must carry the thing. Reports that leave out nothing are
 * not listed, and neither is what is too unsure to be shown unasked.
 */
export function findOmissions(index: RecordIndex, story: Story): Omissions[] {
	const reports = reportsOf(index, story);
	const cut = findCutClauses(index, story);
	const lineOf = new Map(story.lines.flatMap((line, at) => line.articles.map((article) => [article, at] as const)));
	const alone = new Set(story.lines.flatMap(({ articles }) => (articles.length === 1 ? articles : [])));
	const carried = listCarried(index, story).map((leftOut) => ({
		leftOut,
		carriers: new Set(leftOut.carriedBy),
		voices: new Set(leftOut.carriedBy.map((article) => lineOf.get(article))).size,
	}));
	const omissions: Omissions[] = [];
	for (const article of reports) {
		const clauses = cut
			.filter(({ without }) => without.includes(article))
			.map((one): LeftOut => {
				const item = { kind: "clause" as const, utterance: one.utterance, cut: one };
				return { item, carriedBy: one.carriedBy };
			});
		const lines = story.lines.length - (alone.has(article) ? 1 : 0);
		const whole = carried
			.filter(({ carriers, leftOut }) => !carriers.has(article) && carriers.size > 1 && isSilent(leftOut, article))
			.filter(({ carriers, voices }) => voices * 2 > lines && carriers.size * 2 > reports.length - 1)
			.map(({ leftOut }) => leftOut)
			.sort((a, b) => b.carriedBy.length - a.carriedBy.length);
		// Of two reports the one has what the other has not: only of more it is said who leaves out what the others carry.
		const items = reports.length < 3 ? clauses : [...clauses, ...whole];
		if (items.length > 0) omissions.push({ article, items });
	}
	return omissions;
}

/** Of a fact a report is silent only where the record says so: what could not be joined may state it. */
function isSilent({ item }: LeftOut, article: string): boolean {
	return item.kind !== "fact" || item.fact.silent.includes(article);
}

/** Kinds of fact that are no omission: an attribution restates an utterance; a name left unsaid leaves nothing out. */
const NO_OMISSION: ReadonlySet<Fact["type"]> = new Set(["attribution", "name"]);

function listCarried(index: RecordIndex, story: Story): LeftOut[] {
	const utterances = index.record.utterances.filter(
		(utterance) => utterance.story === story.id && isUtteranceShown(index, utterance),
	);
	const facts = index.record.facts.filter(
		(fact) => fact.story === story.id && !NO_OMISSION.has(fact.type) && !isBare(index, fact),
	);
	return [
		...utterances.map((utterance) => ({
			item: { kind: "utterance" as const, utterance },
			carriedBy: orderArticles(
				index,
				utterance.renditions.map(({ article }) => article).filter((article) => !isPrimary(index, article)),
			),
		})),
		...facts.map((fact) => ({
			item: { kind: "fact" as const, fact },
			carriedBy: orderArticles(
				index,
				fact.states.map(({ article }) => article).filter((article) => !isPrimary(index, article)),
			),
		})),
	];
}
