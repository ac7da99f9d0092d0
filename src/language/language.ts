import type { LanguageFindings, Words } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import { findDates } from "./dates/dates.ts";
import { findEntities } from "./names/names.ts";
import { findPeoples } from "./names/peoples.ts";
import { findNumbers } from "./numbers/numbers.ts";
import { readShapes } from "./shapes.ts";

/**
 * The names, dates and numbers of one article, each with its span in the article's text, sorted by
 * place. Reads nothing but its arguments; the same article always gives the same findings.
 *
 * Dates come first: what belongs to a date is neither a name ("May") nor a count ("2031").
 */
export function findLanguage(article: Article, words: Words): LanguageFindings {
	const shapes = readShapes(article, words);
	const reading = { ...shapes, peoples: findPeoples(shapes) };
	const dates = findDates(reading);
	const entities = findEntities(reading);
	return { entities, dates, numbers: findNumbers(reading, entities) };
}
