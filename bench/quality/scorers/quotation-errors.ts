import { overlaps } from "../../../src/text/spans.ts";
import type { Detail } from "../measurement.ts";
import { type Compared, findWordStarts, itemId, pairByWords } from "./quotation-comparison.ts";
import type { ComparedArticle } from "./quotation-details.ts";

/** Articles looked at. */
const WORST = 20;
/** Words at an end that make a clause; fewer are called a word or two. */
const CLAUSE = 4;
/** Classes named beside an article. */
const NAMED = 3;

/** In the order of the table. */
const CLASSES = [
	"missed direct",
	"missed mixed",
	"missed indirect",
	"joined into another",
	"false direct",
	"false mixed",
	"false indirect",
	"split off another",
	"content too long by a clause",
	"content too short by a clause",
	"content too long by a word or two",
	"content too short by a word or two",
	"content moved",
	"content other in marks or punctuation alone",
	"cue other",
	"cue longer or shorter",
	"source missing",
	"source where there is none",
	"source other",
	"source longer or shorter",
] as const;
export type ErrorClass = (typeof CLASSES)[number];

/** What is wrong in the articles that are read worst, by class, and which articles these are, by id alone. */
export function listErrors(articles: readonly ComparedArticle[]): Detail[] {
	const scored = articles.map((one) => {
		const { errors, tokenF1 } = findErrors(one);
		return { id: itemId(one.article.name), errors, tokenF1, gold: one.gold.length, found: one.found.length };
	});
	const worst = [...scored]
		.filter(({ gold }) => gold > 0)
		.sort((a, b) => a.tokenF1 - b.tokenF1 || (a.id < b.id ? -1 : 1))
		.slice(0, WORST);
	const count = (list: typeof scored, name: ErrorClass): number =>
		list.reduce((sum, { errors }) => sum + errors.filter((error) => error === name).length, 0);
	const total = (list: typeof scored): number => list.reduce((sum, { errors }) => sum + errors.length, 0);
	return [
		{
			title: `Errors by class in the ${worst.length} worst articles`,
			before: [
				`The articles whose contents share fewest words with the annotators' (token F1). Attributions are paired as above. What has no pair is missed or false, or, where its words lie in an attribution that is paired with another, joined or split. A clause is ${CLAUSE} words or more. One attribution may have an error of its content, of its cue and of its source.`,
			],
			table: {
				head: ["class", `in the ${worst.length} worst`, "in all"],
				rows: [
					...CLASSES.map((name) => [name, String(count(worst, name)), String(count(scored, name))]),
					["all", String(total(worst)), String(total(scored))],
				],
			},
			after: [],
		},
		{
			title: "The worst articles",
			before: ["Named by hash, as in `bench/quality/items.json`: the corpus names its files by their headlines."],
			table: {
				head: ["article", "of the annotators", "found", "content token F1", "most often"],
				rows: worst.map(({ id, gold, found, tokenF1, errors }) => [
					id,
					String(gold),
					String(found),
					tokenF1.toFixed(3),
					nameCommonest(errors),
				]),
			},
			after: [],
		},
	];
}

function nameCommonest(errors: readonly ErrorClass[]): string {
	return CLASSES.map((name) => ({ name, count: errors.filter((error) => error === name).length }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count)
		.slice(0, NAMED)
		.map(({ name, count }) => `${count} ${name}`)
		.join(", ");
}

/** The errors of one article by class, and the F1 of the words of its contents. */
export function findErrors({ article, found, gold }: ComparedArticle): {
	readonly errors: readonly ErrorClass[];
	readonly tokenF1: number;
} {
	const ours = found.map((one) => findWordStarts(article.text, one));
	const theirs = gold.map((one) => findWordStarts(article.text, one));
	const pairs = pairByWords(ours, theirs);
	const errors: ErrorClass[] = [];
	const shares = (words: ReadonlySet<number> | undefined, lists: readonly ReadonlySet<number>[]): boolean =>
		words !== undefined && [...words].some((word) => lists.some((list) => list.has(word)));
	for (const [j, one] of gold.entries()) {
		if (pairs.some((pair) => pair.j === j)) continue;
		errors.push(shares(theirs[j], ours) ? "joined into another" : `missed ${one.kind}`);
	}
	for (const [i, one] of found.entries()) {
		if (pairs.some((pair) => pair.i === i)) continue;
		errors.push(shares(ours[i], theirs) ? "split off another" : `false ${one.kind}`);
	}
	for (const { i, j } of pairs) {
		const [one, other] = [found[i], gold[j]];
		const [a, b] = [ours[i], theirs[j]];
		if (!one || !other || !a || !b) continue;
		for (const error of [contentError(one, other, a, b), cueError(one, other), sourceError(one, other)]) {
			if (error) errors.push(error);
		}
	}
	const total = (lists: readonly ReadonlySet<number>[]): number => lists.reduce((sum, { size }) => sum + size, 0);
	const shared = pairs.reduce((sum, pair) => sum + pair.shared, 0);
	const all = total(ours) + total(theirs);
	return { errors, tokenF1: all === 0 ? 1 : (2 * shared) / all };
}

function contentError(
	one: Compared,
	other: Compared,
	ours: ReadonlySet<number>,
	theirs: ReadonlySet<number>,
): ErrorClass | null {
	if (one.content === other.content) return null;
	const more = [...ours].filter((word) => !theirs.has(word)).length;
	const fewer = [...theirs].filter((word) => !ours.has(word)).length;
	if (more > 0 && fewer > 0) return "content moved";
	if (more === 0 && fewer === 0) return "content other in marks or punctuation alone";
	const by = Math.max(more, fewer) >= CLAUSE ? "by a clause" : "by a word or two";
	return more > 0 ? `content too long ${by}` : `content too short ${by}`;
}

function cueError(one: Compared, other: Compared): ErrorClass | null {
	if (one.cue === other.cue) return null;
	return meet(one, other, "cue") ? "cue longer or shorter" : "cue other";
}

function sourceError(one: Compared, other: Compared): ErrorClass | null {
	if (one.source === other.source) return null;
	if (one.source === "") return "source missing";
	if (other.source === "") return "source where there is none";
	return meet(one, other, "source") ? "source longer or shorter" : "source other";
}

function meet(one: Compared, other: Compared, part: "source" | "cue"): boolean {
	return one.spans[part].some((span) => other.spans[part].some((theirs) => overlaps(span, theirs)));
}
