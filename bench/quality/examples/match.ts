import type { CollationRecord, RecordArticle } from "../../../src/model/record.ts";
import type { Span } from "../../../src/model/span.ts";
import type { Gold, GoldEntity, GoldTarget } from "./gold.ts";
import { foldName, holdsWords, TextIndex } from "./texts.ts";

/** What matching asks of a gold: its files by name, and its entities. */
export interface MatchedGold {
	readonly files: { readonly [file: string]: unknown };
	readonly entities: readonly GoldEntity[];
}

/** The record and the gold with the articles and entities of one matched to those of the other. */
export interface Matched<G extends MatchedGold = Gold> {
	readonly record: CollationRecord;
	readonly gold: G;
	readonly articleOf: ReadonlyMap<string, RecordArticle>;
	/** The example's file name behind an article id. */
	readonly fileOf: ReadonlyMap<string, string>;
	readonly texts: ReadonlyMap<string, TextIndex>;
	/** Gold name of an entity id: null when it is none of the gold's, "mixed" when it runs several together. */
	readonly nameOf: ReadonlyMap<string, string | null>;
}

/** Matches articles by the last part of the capture's place, entities by name. */
export function matchRecord<G extends MatchedGold>(record: CollationRecord, gold: G): Matched<G> {
	const articleOf = new Map<string, RecordArticle>();
	const fileOf = new Map<string, string>();
	const texts = new Map<string, TextIndex>();
	for (const article of record.articles) {
		const file = article.capture.place.slice(article.capture.place.lastIndexOf("/") + 1);
		if (!(file in gold.files)) continue;
		articleOf.set(file, article);
		fileOf.set(article.id, file);
		texts.set(file, new TextIndex(article.text));
	}
	const nameOf = new Map(
		record.entities.map((entity) => [entity.id, resolveName([entity.name, ...entity.names], gold)]),
	);
	return { record, gold, articleOf, fileOf, texts, nameOf };
}

/** The gold entity that bears one of the names whole; else the one whose name stands in one of them. */
function resolveName(names: readonly string[], gold: MatchedGold): string | null {
	const bearers = (test: (entity: GoldEntity) => boolean): string[] =>
		gold.entities.filter(test).map((entity) => entity.name);
	const folded = new Set(names.map(foldName));
	let found = bearers((entity) => entity.names.some((name) => folded.has(foldName(name))));
	if (found.length === 0) {
		found = bearers((entity) => entity.names.some((name) => names.some((whole) => holdsWords(whole, name))));
	}
	return found.length > 1 ? "mixed" : (found[0] ?? null);
}

/** Where a gold text stands in the article of its file; null when the article or the text is missing. */
export function locate(matched: Matched<MatchedGold>, file: string, text: string, occurrence: number = 1): Span | null {
	return matched.texts.get(file)?.find(text, occurrence) ?? null;
}

/** Whether a report, entity or address of the record is the gold's target. */
export function isTarget(
	matched: Matched<MatchedGold>,
	target: GoldTarget,
	node: {
		readonly article: string | null;
		readonly entity: string | null;
		readonly url: string | null;
		readonly name: string;
	},
): boolean {
	if ("file" in target) return node.article !== null && matched.fileOf.get(node.article) === target.file;
	if ("url" in target) return node.url === target.url;
	if (node.article !== null) return false;
	return (
		(node.entity !== null && matched.nameOf.get(node.entity) === target.name) ||
		foldName(node.name) === foldName(target.name)
	);
}
