import type { LanguageFindings, Words } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import { findDates } from "./dates/dates.ts";
import { findEntities } from "./names/names.ts";
import { findPeoples } from "./names/peoples.ts";
import { NO_NAMES, type UserNames } from "./names/user-names.ts";
import { findNumbers } from "./numbers/numbers.ts";
import { readShapes } from "./shapes.ts";

/**
 * The names, dates and numbers of one article, each with its span in the article's text, sorted by
 * place. Reads nothing but its arguments; the same article always gives the same findings.
 *
 * Dates come first: what belongs to a date is neither a name ("May") nor a count ("2031").
 *
 * @param names those of the user, which come before the shipped lists
 */
export function findLanguage(article: Article, words: Words, names: UserNames = NO_NAMES): LanguageFindings {
	const shapes = readShapes(article, words);
	const reading = { ...shapes, peoples: findPeoples(shapes) };
	const dates = findDates(reading);
	const entities = findEntities(reading, names);
	return { entities, dates, numbers: findNumbers(reading, entities) };
}
