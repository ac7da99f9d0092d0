import type { Story } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import type { CorrectionPlan, Fitted } from "./plan.ts";
import { signed } from "./plan.ts";

/**
 * The stories of a set as a person joins and splits them: `join-stories` makes one of all stories that its articles
 * stand in, `split-story` parts its articles from the rest, as a story of their own. Joins come first, so that the order
 * of the file decides nothing. A join over the cut of a split contradicts it, as do two splits that cut across each other:
 * then neither is applied.
 *
 * @param groups article ids a story
 */
export function regroupStories(plan: CorrectionPlan, groups: readonly (readonly string[])[]): string[][] {
	const joins = plan.fitted.filter(({ correction }) => correction.kind === "join-stories");
	const splits = plan.fitted.filter(({ correction }) => correction.kind === "split-story");
	const against = new Map<string, Fitted>();
	for (const split of splits) {
		for (const other of [...joins, ...splits]) {
			if (other === split || !cutsAcross(split, other)) continue;
			against.set(split.id, other);
			against.set(other.id, split);
		}
	}
	const usable = (one: Fitted): boolean => {
		const other = against.get(one.id);
		if (other) plan.refused(one.id, "corrections/contradiction", `it contradicts that of ${signed(other.correction)}`);
		return !other;
	};
	let stories = groups.map((group) => [...group]);
	for (const join of joins.filter(usable)) {
		const members = new Set(join.articles);
		const touched = stories.filter((story) => story.some((article) => members.has(article)));
		const missing = join.articles.filter((article) => !touched.some((story) => story.includes(article)));
		if (missing.length > 0) {
			plan.refused(join.id, "corrections/no-longer-fits", "one of its articles stands in no story");
			continue;
		}
		stories = [...stories.filter((story) => !touched.includes(story)), touched.flat()];
		plan.applied(join.id, `joined by ${signed(join.correction)}`, []);
	}
	for (const split of splits.filter(usable)) {
		const members = new Set(split.articles);
		const parted = stories.flatMap((story) => story.filter((article) => members.has(article)));
		if (parted.length < members.size) {
			plan.refused(split.id, "corrections/no-longer-fits", "one of its articles stands in no story");
			continue;
		}
		stories = [...stories.map((story) => story.filter((article) => !members.has(article))), parted].filter(
			(story) => story.length > 0,
		);
		plan.applied(split.id, `split by ${signed(split.correction)}`, []);
	}
	return stories.map((story) => story.sort(compareText));
}

/** Whether a decision has articles on both sides of a split, or another split cuts through it. */
function cutsAcross(split: Fitted, other: Fitted): boolean {
	const inside = other.articles.filter((article) => split.articles.includes(article)).length;
	if (inside === 0) return false;
	if (other.correction.kind === "join-stories") return inside < other.articles.length;
	return inside < other.articles.length || inside < split.articles.length;
}

/** The stories with the decisions that made them: in the reason of each member named, and by their ids in the plan. */
export function noteStories(plan: CorrectionPlan, stories: readonly Story[]): Story[] {
	const decided = new Map<string, string[]>();
	const applied = new Map(plan.list().map((one) => [one.id, one]));
	for (const { id, correction, articles } of plan.fitted) {
		const one = applied.get(id);
		if (!one?.applied || (correction.kind !== "join-stories" && correction.kind !== "split-story")) continue;
		const own = stories.filter((story) => story.articles.some((article) => articles.includes(article)));
		plan.applied(
			id,
			one.reason,
			own.map((story) => story.id),
		);
		for (const article of articles) decided.set(article, [...(decided.get(article) ?? []), one.reason]);
	}
	if (decided.size === 0) return [...stories];
	return stories.map((story) => ({
		...story,
		why: story.why.map(({ article, reason }) => ({
			article,
			reason: [...(decided.get(article) ?? []), reason].join("; "),
		})),
	}));
}
