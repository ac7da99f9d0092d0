import { NO_NAMES, type UserNames } from "../../language/names/user-names.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import { DisjointSets } from "../grouping/disjoint-sets.ts";
import { describeEntities, type JoinedEntities } from "./describe.ts";
import { joinByAcronym } from "./join-by-acronym.ts";
import { joinByAlias } from "./join-by-alias.ts";
import { joinByEnding } from "./join-by-ending.ts";
import { joinByInitials } from "./join-by-initials.ts";
import { joinByMiddleName } from "./join-by-middle-name.ts";
import { joinByName } from "./join-by-name.ts";
import { joinBySpelling } from "./join-by-spelling.ts";
import { joinBySurname } from "./join-by-surname.ts";
import { joinInStory } from "./join-in-story.ts";
import { listLocals } from "./local.ts";

/**
 * Joins the entities of single articles into those of the set. Two are one when they carry the same
 * full name (accents and case aside) and their types can be the same; when an acronym has the same
 * expansion; when the lists give both as names of one thing; when a person's name differs by a middle name,
 * by initials, by a short form of the given name, by spelling or by order alone. A lone surname joins
 * the one full-named person of its story who bears it, and nobody when there are two. Names that
 * merely share a word stay apart: "Ada Vane" is not "Ivo Vane".
 *
 * @param articles sorted by id
 * @param scopes for each article the number of its story: a lone surname is resolved inside it
 * @param names those of the user
 */
export function joinEntities(
	articles: readonly AnnotatedArticle[],
	scopes: readonly number[],
	names: UserNames = NO_NAMES,
): JoinedEntities {
	const locals = listLocals(articles, scopes, names);
	const sets = new DisjointSets(locals.map(({ entity }) => entity.pronoun));
	joinByName(locals, sets);
	joinInStory(locals, sets);
	joinByAlias(locals, sets);
	joinByMiddleName(locals, sets);
	joinByInitials(locals, sets);
	joinByAcronym(locals, sets);
	joinByEnding(locals, sets);
	joinBySpelling(locals, sets);
	const doubts = joinBySurname(locals, sets);
	return describeEntities(locals, sets, doubts, names);
}
