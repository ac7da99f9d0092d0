import { findLanguage } from "../src/language/language.ts";
import type { LocalEntity } from "../src/model/annotation.ts";
import { findWords } from "../src/text/words.ts";
import { makeArticle } from "./make-article.ts";

export function entitiesOf(text: string): readonly LocalEntity[] {
	const article = makeArticle(text);
	return findLanguage(article, findWords(article)).entities;
}

/** Entities as "type: name | other names". */
export function namesOf(text: string): string[] {
	return entitiesOf(text).map((entity) => `${entity.type}: ${entity.names.join(" | ")}`);
}

export function entity(text: string, name: string): LocalEntity {
	const found = entitiesOf(text).find((candidate) => candidate.names.includes(name));
	if (!found) throw new Error(`no entity named ${name}`);
	return found;
}
