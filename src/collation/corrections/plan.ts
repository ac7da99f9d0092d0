import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Correction, RecordCorrection } from "../../model/correction.ts";
import type { ListedProblem } from "../../model/problem.ts";
import type { Place } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { findArticle, fitWords } from "./fit.ts";

/** A decision whose words and articles are found. */
export interface Fitted {
	readonly id: string;
	readonly correction: Correction;
	/** In the order of `words`. */
	readonly places: readonly Place[];
	/** Article ids, in the order of `articles`; empty where these were taken out of what is looked at. */
	readonly articles: readonly string[];
	/** Ids of the articles that `from` and `into` name; null where they name none, or none of these. */
	readonly from: string | null;
	readonly into: string | null;
}

/** What became of a decision. */
interface Outcome {
	applied: boolean;
	refused: boolean;
	code: string;
	reason: string;
	readonly findings: Set<string>;
}

/** The decisions for a set, and what becomes of them as its stages go through. */
export interface CorrectionPlan {
	/** Those that fit, by id: each once, in an order that their file does not decide. */
	readonly fitted: readonly Fitted[];
	/** Says that a decision was applied, to which findings. */
	applied(id: string, reason: string, findings: readonly string[]): void;
	/** Says why one was not. The last word on a decision counts. */
	refused(id: string, code: string, reason: string): void;
	/** Whether a stage before has refused it. */
	isRefused(id: string): boolean;
	/** What the record lists, by `when`, `who`, id. */
	list(): RecordCorrection[];
	/** Those not applied, as problems; of a plan for stories alone only those about stories. */
	problems(only?: (correction: Correction) => boolean): ListedProblem[];
}

/** "N. N.: the reason", as findings show who decided. */
export function signed({ who, why }: Pick<Correction, "who" | "why">): string {
	return `${who}: ${why}`;
}

/** Finds what each decision points at. Given twice, a decision counts once. */
export function planCorrections(
	corrections: readonly Correction[],
	articles: readonly AnnotatedArticle[],
): CorrectionPlan {
	const outcomes = new Map<string, Outcome>();
	const all = new Map<string, Fitted>();
	for (const correction of corrections) {
		const id = idOf(correction);
		if (all.has(id)) continue;
		const fits = correction.words.map((words) => fitWords(articles, words));
		const members = correction.articles.map((named) => findArticle(articles, named));
		const from = correction.from === null ? null : findArticle(articles, correction.from);
		const into = correction.into === null ? null : findArticle(articles, correction.into);
		// What was taken out of a story stands in its record no more, and the decision in both.
		const isGone = idIn(from) !== null && members.every((one) => "lost" in one);
		const sought = isGone ? fits : [...fits, ...members, ...(into === null ? [] : [into])];
		const lost = sought.flatMap((one) => ("lost" in one ? [one.lost] : []));
		const places = fits.flatMap((fit) => ("place" in fit ? [fit.place] : []));
		const ids = members.flatMap((one) => idIn(one) ?? []);
		all.set(id, { id, correction, places, articles: ids, from: idIn(from), into: idIn(into) });
		const [first] = lost;
		outcomes.set(id, {
			applied: false,
			refused: first !== undefined,
			code: first === undefined ? "corrections/not-applied" : "corrections/no-longer-fits",
			reason: first ?? "nothing of this set is what it points at",
			findings: new Set(),
		});
	}
	const sorted = [...all.values()].sort((a, b) => compareText(a.id, b.id));
	const outcomeOf = (id: string): Outcome => {
		const outcome = outcomes.get(id);
		if (!outcome) throw new Error(`no correction ${id}`);
		return outcome;
	};
	const placeOf = (article: string | null): string | null =>
		articles.find((one) => one.article.id === article)?.article.capture.place ?? null;
	return {
		fitted: sorted.filter(({ id }) => !outcomeOf(id).refused),
		applied: (id, reason, findings) => {
			const outcome = outcomeOf(id);
			outcome.applied = true;
			outcome.reason = reason;
			for (const finding of findings) outcome.findings.add(finding);
		},
		refused: (id, code, reason) => {
			const outcome = outcomeOf(id);
			outcome.applied = false;
			outcome.refused = true;
			outcome.code = code;
			outcome.reason = reason;
		},
		isRefused: (id) => outcomeOf(id).refused,
		list: () =>
			sorted
				.map(({ id, correction: { kind, who, when, why }, places }): RecordCorrection => {
					const { applied, reason, findings } = outcomeOf(id);
					return { id, kind, who, when, why, applied, reason, places, findings: [...findings].sort(compareText) };
				})
				.sort((a, b) => compareText(a.when, b.when) || compareText(a.who, b.who) || compareText(a.id, b.id)),
		problems: (only = () => true) =>
			sorted.flatMap(({ id, correction, places }): ListedProblem[] => {
				const { applied, code, reason } = outcomeOf(id);
				if (applied || !only(correction)) return [];
				const [first] = places;
				const article = first?.article ?? null;
				const what = `the correction “${correction.kind}” of ${correction.who}, ${correction.when.slice(0, 10)}, is not applied: ${reason}`;
				const span = first ? { start: first.start, end: first.end } : null;
				return [{ code, span, reason: what, article, place: placeOf(article) }];
			}),
	};
}

function idIn(found: ReturnType<typeof findArticle> | null): string | null {
	return found !== null && "article" in found ? found.article.article.id : null;
}

/** The id of a decision in records: a hash of all that it says. */
export function idOf(correction: Correction): string {
	const { kind, who, when, why, words, speaker, fact, relation, articles, from, into, name } = correction;
	const pointed = words.flatMap(({ article, start, end, exact }) => [article, start, end, exact]);
	const named = Object.entries({ from, into, name }).flatMap(([field, text]) => (text === null ? [] : [field, text]));
	return makeId(
		"correction",
		kind,
		who,
		when,
		why,
		speaker ?? "",
		fact ?? "",
		relation ?? "",
		articles.join("\n"),
		...pointed,
		...named,
	);
}
