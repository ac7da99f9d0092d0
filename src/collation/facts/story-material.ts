import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import type { WeightOf } from "../term-weight.ts";
import type { Segment } from "../utterances/segments.ts";
import type { DraftUtterance } from "../utterances/utterances.ts";
import type { Namings } from "./name-facts.ts";

/** What facts are read from: one story's articles and what is known across the set. */
export interface StoryMaterial {
	readonly story: string;
	/** Sorted by id. */
	readonly articles: readonly AnnotatedArticle[];
	readonly segments: readonly Segment[];
	readonly utterances: readonly DraftUtterance[];
	readonly namings: Namings;
	nameOf(entity: string): string;
	readonly speakers: SetSpeakers;
	readonly weightOf: WeightOf;
}

/** The same with its articles by id. */
export interface IndexedMaterial extends StoryMaterial {
	annotatedOf(article: string): AnnotatedArticle;
	textOf(article: string): string;
}

export function indexMaterial(material: StoryMaterial): IndexedMaterial {
	const byId = new Map(material.articles.map((one) => [one.article.id, one]));
	const annotatedOf = (article: string): AnnotatedArticle => {
		const found = byId.get(article);
		if (!found) throw new Error(`${article} is no article of story ${material.story}`);
		return found;
	};
	return {
		...material,
		nameOf: (entity) => material.nameOf(entity),
		annotatedOf,
		textOf: (article) => annotatedOf(article).article.text,
	};
}
