import type { Correction, CorrectionKind } from "../../model/correction.ts";
import type { Story } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import type { CorrectionPlan, Fitted } from "./plan.ts";
import { signed } from "./plan.ts";

/**
 * The stories of a set as a person joins and splits them: `join-stories` makes one of all stories that its articles
 * stand in, `move-reports` takes its articles over to the story of another one, `split-story` parts its articles from the
 * rest, as a story of their own. Joins come first and splits last, so that the order of the file decides nothing. A join
 * or a move over the cut of a split contradicts it, as do two splits that cut across each other, and two moves of one
 * article: then none is applied.
 *
 * @param groups article ids a story
 */
export function regroupStories(plan: CorrectionPlan, groups: readonly (readonly string[])[]): string[][] {
	const about = plan.fitted.filter(({ correction }) => REGROUPING.has(correction.kind));
	const decisions = about.filter(({ id, correction, articles }) => {
		if (articles.length > 0) return true;
		const what = correction.kind === "split-story" ? "parted from these" : "moved to another story";
		plan.applied(id, `${countReports(correction.articles.length)} ${what} by ${signed(correction)}`, []);
		return false;
	});
	const against = new Map<string, Fitted>();
	for (const [at, one] of decisions.entries()) {
		for (const other of decisions.slice(at + 1)) {
			if (!contradict(one, other)) continue;
			against.set(one.id, other);
			against.set(other.id, one);
		}
	}
	let stories = groups.map((group) => [...group]);
	const usable = (kind: CorrectionKind): Fitted[] =>
		decisions.filter((one) => {
			if (one.correction.kind !== kind) return false;
			const other = against.get(one.id);
			const named = one.into === null ? one.articles : [...one.articles, one.into];
			const missing = named.some((article) => !stories.some((story) => story.includes(article)));
			if (other)
				plan.refused(one.id, "corrections/contradiction", `it contradicts that of ${signed(other.correction)}`);
			else if (missing) plan.refused(one.id, "corrections/no-longer-fits", "one of its articles stands in no story");
			return !other && !missing;
		});
	for (const { id, correction, articles } of usable("join-stories")) {
		const touched = stories.filter((story) => story.some((article) => articles.includes(article)));
		stories = [...stories.filter((story) => !touched.includes(story)), touched.flat()];
		plan.applied(id, `joined by ${signed(correction)}`, []);
	}
	for (const { id, correction, articles, into } of usable("move-reports")) {
		const rest = stories.map((story) => story.filter((article) => !articles.includes(article)));
		stories = rest.map((story) => (into !== null && story.includes(into) ? [...story, ...articles] : story));
		plan.applied(id, `moved by ${signed(correction)}`, []);
	}
	for (const { id, correction, articles } of usable("split-story")) {
		stories = [...stories.map((story) => story.filter((article) => !articles.includes(article))), [...articles]];
		plan.applied(id, `split by ${signed(correction)}`, []);
	}
	return stories.filter((story) => story.length > 0).map((story) => story.sort(compareText));
}

const REGROUPING: ReadonlySet<CorrectionKind> = new Set(["join-stories", "move-reports", "split-story"]);

/** Decisions on stories: they are followed before words are looked at. */
export const STORY_KINDS: ReadonlySet<CorrectionKind> = new Set([...REGROUPING, "rename-story"]);

function countReports(count: number): string {
	return count === 1 ? "one report" : `${count} reports`;
}

/** Whether two decisions on stories cannot both be followed. */
export function contradict(one: StoryDecision, other: StoryDecision): boolean {
	const [x, y] = [one, other].map(({ correction, articles, into }) => ({
		kind: correction.kind,
		articles: into === null ? articles : [...articles, into],
		moved: articles,
	})) as [Bound, Bound];
	const inside = x.articles.filter((article) => y.articles.includes(article)).length;
	if (inside === 0) return false;
	// What a split names stays together, and apart from all else.
	if (x.kind === "split-story" || y.kind === "split-story") {
		const isWhole = (part: Bound, whole: Bound): boolean =>
			part.kind !== "split-story" && inside === part.articles.length && whole.kind === "split-story";
		if (isWhole(x, y) || isWhole(y, x)) return false;
		return inside < x.articles.length || inside < y.articles.length;
	}
	if (x.kind === "join-stories" && y.kind === "join-stories") return false;
	const [move, against] = x.kind === "move-reports" ? [x, y] : [y, x];
	const into = move.articles.at(-1) ?? "";
	const isMoved = against.articles.some((article) => move.moved.includes(article));
	if (against.kind === "join-stories") return isMoved && !against.articles.includes(into);
	// Two to one place say the same.
	if (against.articles.at(-1) === into) return move.moved.includes(into) || against.moved.includes(into);
	return isMoved || against.moved.includes(into);
}

/** What two decisions on stories are held against each other by. */
export type StoryDecision = Pick<Fitted, "articles" | "into"> & { readonly correction: Pick<Correction, "kind"> };

interface Bound {
	readonly kind: CorrectionKind;
	readonly articles: readonly string[];
	readonly moved: readonly string[];
}

/**
 * The stories with the decisions that made them: in the reason of each member named, in their former ids, in their
 * names, and by their ids in the plan.
 */
export function noteStories(plan: CorrectionPlan, stories: readonly Story[]): Story[] {
	const decided = new Map<string, string[]>();
	const former = new Map<string, string[]>();
	const applied = new Map(plan.list().map((one) => [one.id, one]));
	for (const { id, correction, articles, from } of plan.fitted) {
		const one = applied.get(id);
		if (!one?.applied || !REGROUPING.has(correction.kind)) continue;
		const named = articles.length === 0 && from !== null ? [from] : articles;
		const own = stories.filter((story) => story.articles.some((article) => named.includes(article)));
		plan.applied(
			id,
			one.reason,
			own.map((story) => story.id),
		);
		for (const article of articles) decided.set(article, [...(decided.get(article) ?? []), one.reason]);
		if (correction.kind !== "join-stories") continue;
		// Whoever knows one of the stories by its first report finds the one that they became.
		for (const story of own) former.set(story.id, [...(former.get(story.id) ?? []), ...articles.map(firstId)]);
	}
	const names = nameStories(plan, stories);
	if (decided.size + names.size === 0) return [...stories];
	const ids = new Set(stories.map(({ id }) => id));
	return stories.map((story) => ({
		...story,
		aliases: [...new Set([...story.aliases, ...(former.get(story.id) ?? []).sort(compareText)])].filter(
			(id) => !ids.has(id),
		),
		name: names.get(story.id) ?? story.name,
		why: story.why.map(({ article, reason }) => ({
			article,
			reason: [...(decided.get(article) ?? []), reason].join("; "),
		})),
	}));
}

/** The id of a story whose first report this is. */
function firstId(article: string): string {
	return makeId("story", article);
}

/** What a person calls stories, by their ids. Two names for one story contradict each other. */
function nameStories(plan: CorrectionPlan, stories: readonly Story[]): Map<string, string> {
	const wanted = new Map<string, Fitted[]>();
	for (const fitted of plan.fitted) {
		if (fitted.correction.kind !== "rename-story") continue;
		const own = stories.filter(({ articles }) => fitted.articles.some((article) => articles.includes(article)));
		const [only] = own;
		if (only && own.length === 1) wanted.set(only.id, [...(wanted.get(only.id) ?? []), fitted]);
		else {
			const reason = only ? "its reports stand in several stories" : "its reports stand in no story";
			plan.refused(fitted.id, "corrections/no-longer-fits", reason);
		}
	}
	const names = new Map<string, string>();
	for (const [story, list] of wanted) {
		const name = agreeOnName(plan, list, story);
		if (name !== null) names.set(story, name);
	}
	return names;
}

/** The one name that decisions give something; null where they give several, which is then said of each. */
export function agreeOnName(plan: CorrectionPlan, list: readonly Fitted[], finding: string): string | null {
	const [first] = list;
	if (!first) return null;
	const other = list.find(({ correction }) => correction.name !== first.correction.name);
	for (const { id, correction } of list) {
		const against = correction.name === first.correction.name ? other : first;
		if (!against) plan.applied(id, `called “${correction.name}” by ${signed(correction)}`, [finding]);
		else plan.refused(id, "corrections/contradiction", `it contradicts that of ${signed(against.correction)}`);
	}
	return other ? null : first.correction.name;
}
