import type { CopyGroup } from "../../model/record.ts";
import type { HitArticle } from "../../model/search-listing.ts";
import type { Place } from "../../model/span.ts";
import { indexRecord } from "../../report/view/record-index.ts";
import { pairPassages, type SharedPair } from "../../report/view/shared-text.ts";
import { describeArticles } from "../../store/search/hit-articles.ts";
import type { Store } from "../../store/store.ts";
import { findStoriesOf } from "../../store/stories.ts";
import type { FoundStory } from "../stored-pages.ts";

/** Why a story holds what it holds, and why what came nearest is not in it. */
export interface MembershipAnswer {
	/** The story's id as it is now. */
	readonly story: string;
	/** In the order of the record. */
	readonly members: readonly MemberAnswer[];
	/** The nearest first; three at most. */
	readonly near: readonly NearAnswer[];
}

export interface MemberAnswer {
	readonly article: string;
	readonly siglum: string;
	readonly reason: string;
	/** The reports of its line, itself among them, and why they are one. */
	readonly line: { readonly articles: readonly string[]; readonly reason: string } | null;
	/** The report with which it has most text in common; null where it shares none. */
	readonly nearest: {
		readonly article: string;
		/** Words of the passages; 0 where it is the whole text. */
		readonly words: number;
		/** Whether both are one text, to the letter. */
		readonly isWhole: boolean;
		/** The longest first; three at most. */
		readonly passages: readonly { readonly here: Place; readonly there: Place; readonly quoted: boolean }[];
	} | null;
}

export interface NearAnswer {
	readonly article: HitArticle;
	/** What it has in common with the story, and what spoke against. */
	readonly reason: string;
	/** Ids of the stories that it is in, sorted. */
	readonly stories: readonly string[];
}

/** Passages that are named as evidence. */
const PASSAGES = 3;

export async function explainStory(store: Store, { id, stored, story }: FoundStory): Promise<MembershipAnswer> {
	const index = indexRecord(stored.record);
	const own = index.stories.get(id) ?? stored.record.stories[0];
	const articles = own?.articles ?? [];
	const reasons = new Map(own?.why.map(({ article, reason }) => [article, reason]));
	const pairs = pairPassages(index, articles);
	const copies = stored.record.copyGroups.filter(({ kind }) => kind === "exact");
	const members = stored.record.articles
		.filter((article) => articles.includes(article.id))
		.map((article): MemberAnswer => {
			return {
				article: article.id,
				siglum: article.siglum,
				reason: reasons.get(article.id) ?? "",
				line: own?.lines.find((line) => line.articles.includes(article.id)) ?? null,
				nearest: findNearest(article.id, pairs, copies),
			};
		});
	// The story as it was grouped among all: its record knows its own reports alone.
	const ids = story.near.map(({ article }) => article);
	const [known, stories] = [await describeArticles(store.database, ids), await findStoriesOf(store.database, ids)];
	const near = story.near.flatMap(({ article, reason }): NearAnswer[] => {
		const shown = known.get(article);
		return shown === undefined ? [] : [{ article: shown, reason, stories: stories.get(article) ?? [] }];
	});
	return { story: id, members, near };
}

function findNearest(
	article: string,
	pairs: readonly SharedPair[],
	copies: readonly CopyGroup[],
): MemberAnswer["nearest"] {
	const group = copies.find(({ members }) => members.some((member) => member.article === article));
	const copy = group?.members.find((member) => member.article !== article);
	if (copy !== undefined) return { article: copy.article, words: 0, isWhole: true, passages: [] };
	const pair = pairs.find(({ a, b }) => a === article || b === article);
	if (pair === undefined) return null;
	const turned = pair.b === article;
	return {
		article: turned ? pair.a : pair.b,
		words: pair.words,
		isWhole: false,
		passages: pair.passages.slice(0, PASSAGES).map(({ a, b, quoted }) => ({
			...(turned ? { here: b, there: a } : { here: a, there: b }),
			quoted,
		})),
	};
}
