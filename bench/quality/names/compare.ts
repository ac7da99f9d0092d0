import type { AnnotatedArticle } from "../../../src/model/annotated.ts";
import type { LocalEntity, Mention } from "../../../src/model/annotation.ts";
import type { Article, Block } from "../../../src/model/article.ts";
import { annotate } from "../../../src/pipeline.ts";
import { joinEntities } from "../../../src/stories/entities/entities.ts";
import { compareText } from "../../../src/text/compare.ts";
import { makeArticle } from "../../../test/make-article.ts";
import type { GoldMention, GoldReport, NameCase } from "./cases.ts";

/** What became of one case. Pairs are pairs of mentions of one entity. */
export interface NameResult {
	/** Mentions in the gold that must be found, those of them found, and all found that the gold speaks of. */
	readonly gold: number;
	readonly hit: number;
	readonly found: number;
	/** Of the gold mentions found, those whose entity has a type that the case allows. */
	readonly typed: number;
	/** Pairs inside one report: in the gold, found, and both. */
	readonly pairs: Pairs;
	/** Pairs of reports that name one entity. */
	readonly acrossPairs: Pairs;
	/** Names of different entities that were joined: inside a report, and across the set. */
	readonly wrongJoins: number;
	readonly wrongJoinsAcross: number;
	/** Names and relations that the case states: asked and right. */
	readonly asked: number;
	readonly right: number;
	/** For a reader: what went wrong. */
	readonly notes: readonly string[];
}

export interface Pairs {
	readonly gold: number;
	readonly found: number;
	readonly both: number;
}

interface Matched {
	readonly report: number;
	readonly gold: GoldMention;
	/** Local entity id; null when the mention was missed. */
	readonly local: string | null;
	readonly type: LocalEntity["type"] | null;
}

/** Finds the names of a case's reports and holds them against its gold. */
export function compareNameCase(one: NameCase): NameResult {
	const notes: string[] = [];
	const annotated = one.reports.map((report, index) => annotate(makeReport(one, report, index)));
	const matched: Matched[] = [];
	let found = 0;
	for (const [index, report] of one.reports.entries()) {
		const result = matchReport(report, index, annotated[index], notes);
		found += result.found;
		matched.push(...result.matched);
	}
	const due = matched.filter(({ gold }) => !gold.optional);
	const hits = due.filter(({ local }) => local !== null);
	const typed = hits.filter(({ gold, type }) => {
		const right = type !== null && one.entities.get(gold.entity)?.types.includes(type) === true;
		if (!right) notes.push(`${gold.entity} “${textOf(one, gold, matched)}” is ${type}`);
		return right;
	});
	const inside = one.reports.map((_, index) => matched.filter(({ report }) => report === index));
	const set = joinSet(one, annotated);
	const nodes = nodesOf(matched, set.entityOf);
	const wrongJoins = inside.reduce(
		(sum, list) => sum + countWrong(list, ({ local }) => local, notes, "in a report"),
		0,
	);
	const wrongJoinsAcross =
		one.reports.length < 2
			? 0
			: countWrong(matched, ({ local }) => set.entityOf.get(local ?? "") ?? null, notes, "across");
	const checks = checkStated(one, matched, annotated, set, notes);
	return {
		gold: due.length,
		hit: hits.length,
		found,
		typed: typed.length,
		pairs: inside
			.map((list) =>
				pairsOf(
					list.filter(({ gold }) => !gold.optional),
					notes,
				),
			)
			.reduce(addPairs, NO_PAIRS),
		acrossPairs: pairsOf(nodes, notes),
		wrongJoins,
		wrongJoinsAcross,
		...checks,
		notes,
	};
}

function makeReport(one: NameCase, report: GoldReport, index: number): Article {
	const { text } = report;
	const options: Partial<Article> = { sourceId: `${one.id}-${index}.txt`, language: one.language };
	if (!one.wrapped) return makeArticle(text, options);
	const blocks: Block[] = [];
	for (const block of text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g))
		blocks.push({ start: block.index, end: block.index + block[0].length, kind: "paragraph", path: null });
	return makeArticle(text, { ...options, blocks, body: blocks.map(({ start, end }) => ({ start, end })) });
}

function matchReport(
	report: GoldReport,
	index: number,
	annotated: AnnotatedArticle | undefined,
	notes: string[],
): { readonly matched: readonly Matched[]; readonly found: number } {
	const entities = annotated?.entities ?? [];
	const byGold = new Map<GoldMention, LocalEntity>();
	let found = 0;
	for (const entity of entities) {
		for (const mention of entity.mentions) {
			const gold = report.mentions.find((one) => isSame(report.text, one, mention) && !byGold.has(one));
			if (gold) {
				byGold.set(gold, entity);
				if (!gold.optional) found++;
			} else if (isFalse(report, mention)) {
				found++;
				notes.push(`“${mention.exact}” (${entity.type}) is no such mention`);
			}
		}
	}
	const matched = report.mentions.map((gold) => {
		const entity = byGold.get(gold);
		if (!entity && !gold.optional) notes.push(`${gold.entity} “${report.text.slice(gold.start, gold.end)}” is missed`);
		return { report: index, gold, local: entity?.id ?? null, type: entity?.type ?? null };
	});
	return { matched, found };
}

/** The same words, a title or an article at the front and a full stop at the end aside. */
function isSame(text: string, gold: GoldMention, mention: Mention): boolean {
	// The stop of "Jr." and "Inc." may be the sentence's.
	const [first, last] = gold.end < mention.end ? [gold.end, mention.end] : [mention.end, gold.end];
	if (first !== last && !(last - first === 1 && text[first] === ".")) return false;
	if (gold.start === mention.start) return true;
	const front = text.slice(Math.min(gold.start, mention.start), Math.max(gold.start, mention.start));
	if (/^the\s$/i.test(front)) return true;
	return mention.form === "title" || (mention.start > gold.start && /^(?:\p{Lu}\p{L}*\.?\s)+$/u.test(front));
}

/** A found mention that the gold does not have; a description is one only where nothing must be found. */
function isFalse(report: GoldReport, mention: Mention): boolean {
	if (report.nothing.some(({ start, end }) => mention.start === start && mention.end === end)) return true;
	if (mention.form === "description" || mention.form === "pronoun") return false;
	return !report.open.some(({ start, end }) => mention.start < end && mention.end > start);
}

const NO_PAIRS: Pairs = { gold: 0, found: 0, both: 0 };

function addPairs(a: Pairs, b: Pairs): Pairs {
	return { gold: a.gold + b.gold, found: a.found + b.found, both: a.both + b.both };
}

function pairsOf(
	list: readonly { readonly gold: { readonly entity: string }; readonly local: string | null }[],
	notes: string[],
): Pairs {
	let pairs = NO_PAIRS;
	const parted = new Set<string>();
	for (const [at, a] of list.entries()) {
		for (const b of list.slice(at + 1)) {
			const same = a.gold.entity === b.gold.entity;
			const joined = a.local !== null && a.local === b.local;
			if (same && !joined && a.local !== null && b.local !== null) parted.add(a.gold.entity);
			pairs = addPairs(pairs, { gold: same ? 1 : 0, found: joined ? 1 : 0, both: same && joined ? 1 : 0 });
		}
	}
	for (const entity of parted) notes.push(`${entity} is parted`);
	return pairs;
}

/** Entities that hold names of more than one thing, each counted as often as it is one too many. */
function countWrong(
	list: readonly Matched[],
	clusterOf: (one: Matched) => string | null,
	notes: string[],
	where: string,
): number {
	const things = new Map<string, Set<string>>();
	for (const one of list) {
		const cluster = clusterOf(one);
		if (cluster !== null) things.set(cluster, (things.get(cluster) ?? new Set()).add(one.gold.entity));
	}
	let wrong = 0;
	for (const held of things.values()) {
		wrong += held.size - 1;
		if (held.size > 1) notes.push(`joined ${where}: ${[...held].sort(compareText).join(" and ")}`);
	}
	return wrong;
}

type JoinedSet = ReturnType<typeof joinEntities>;

function joinSet(one: NameCase, annotated: readonly AnnotatedArticle[]): JoinedSet {
	const sorted = annotated
		.map((article, index) => ({ article, story: one.reports[index]?.story ?? 0 }))
		.sort((a, b) => compareText(a.article.article.id, b.article.article.id));
	return joinEntities(
		sorted.map(({ article }) => article),
		sorted.map(({ story }) => story),
	);
}

/** One node for each report and thing it names, with the entity of the set that most of its mentions went to. */
function nodesOf(
	matched: readonly Matched[],
	entityOf: ReadonlyMap<string, string>,
): { readonly gold: { readonly entity: string }; readonly local: string | null }[] {
	const nodes = new Map<string, { readonly entity: string; readonly votes: Map<string, number> }>();
	for (const { report, gold, local } of matched) {
		if (gold.optional) continue;
		const key = `${report} ${gold.entity}`;
		const node = nodes.get(key) ?? { entity: gold.entity, votes: new Map<string, number>() };
		const entity = local === null ? undefined : entityOf.get(local);
		if (entity !== undefined) node.votes.set(entity, (node.votes.get(entity) ?? 0) + 1);
		nodes.set(key, node);
	}
	return [...nodes.values()].map(({ entity, votes }) => {
		const [best] = [...votes].sort(([x, m], [y, n]) => n - m || compareText(x, y));
		return { gold: { entity }, local: best?.[0] ?? null };
	});
}

function checkStated(
	one: NameCase,
	matched: readonly Matched[],
	annotated: readonly AnnotatedArticle[],
	set: JoinedSet,
	notes: string[],
): { readonly asked: number; readonly right: number } {
	let asked = 0;
	let right = 0;
	const idOf = (letter: string): string | null => {
		const local = matched.find(({ gold, local }) => gold.entity === letter && local !== null)?.local;
		return set.entityOf.get(local ?? "") ?? null;
	};
	const names = new Map(set.entities.map((entity) => [entity.id, entity] as const));
	for (const [letter, { name }] of one.entities) {
		if (name === null) continue;
		asked++;
		const shown = names.get(idOf(letter) ?? "")?.name ?? null;
		// One report's own name for it counts too: in a set the most frequent one is shown.
		const own = annotated.flatMap(({ entities }) => entities).some((entity) => entity.name === name);
		if (shown === name || (shown !== null && own && one.reports.length > 1)) right++;
		else notes.push(`${letter} is called “${shown}”`);
	}
	for (const [a, b] of one.related) {
		asked++;
		const [x, y] = [idOf(a), idOf(b)];
		const tied = [...names.values()].some(
			({ id, related }) =>
				(id === x && related.some(({ entity }) => entity === y)) ||
				(id === y && related.some(({ entity }) => entity === x)),
		);
		if (tied) right++;
		else notes.push(`${a} and ${b} are not related`);
	}
	return { asked, right };
}

function textOf(one: NameCase, gold: GoldMention, matched: readonly Matched[]): string {
	const report = matched.find((entry) => entry.gold === gold)?.report ?? 0;
	return one.reports[report]?.text.slice(gold.start, gold.end) ?? "";
}
