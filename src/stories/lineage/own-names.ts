import { splitWires } from "../../article/metadata/agencies.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { LocalEntity } from "../../model/annotation.ts";
import type { Article } from "../../model/article.ts";
import { foldName } from "../entities/fold-name.ts";
import { agencyOf } from "../order.ts";
import { headSegments } from "./head-lines.ts";
import { LEFT_OFF, type Media } from "./media.ts";

/** Whose text an article is, as folded names. */
export interface OwnNames {
	/** The outlet's: whom it does not credit. */
	readonly outlet: ReadonlySet<string>;
	/** The agency's, where the text is the agency's own and no outlet's: one that a dateline names and no outlet carries. */
	readonly agency: ReadonlySet<string>;
}

/** How far from the top of a text a line that is an outlet's name and nothing else is its masthead (UTF-16 units). */
const MASTHEAD_REACH = 400;

/**
 * The outlet's own names: as given, or as its masthead has it; without and inside brackets ("The Post
 * (TP)"), as the set knows it, and the first or last words of it ("the Courier" in the Tarn Courier).
 * An agency is never a shortened outlet: "Corra Wire" is whom "Evening Corra Wire" has its words from.
 */
export function listOwnNames({ article, entities }: AnnotatedArticle, { byName, namesOf }: Media): OwnNames {
	const mast = article.outlet?.text ?? findMasthead(article, entities);
	const agency = new Set<string>();
	const wire = agencyOf(article);
	if (wire !== null) for (const name of splitWires(wire)) agency.add(foldName(name));
	const texts = mast === null ? findKnown(article, byName) : [mast];
	const given = texts.flatMap((text) => [
		text,
		text.replace(/\([^()]{1,40}\)/g, " "),
		...(text.match(/[^()]{1,40}(?=\))/g) ?? []),
	]);
	const own = new Set(given.map(foldName).filter((name) => name !== "" && !agency.has(name)));
	for (const name of [...own]) {
		for (const other of namesOf.get(byName.get(name)?.key ?? "") ?? []) own.add(other);
	}
	for (const name of [...own]) {
		const words = name.split(" ");
		for (let cut = 1; cut < words.length; cut++) {
			for (const part of [words.slice(cut).join(" "), words.slice(0, cut).join(" ")]) {
				if (byName.get(part)?.kind === "outlet") own.add(part);
			}
		}
	}
	return { outlet: own, agency };
}

/** Outlets that other reports of the set name, at the head of a text whose outlet nothing names; a headline may be one. */
function findKnown(article: Article, byName: Media["byName"]): string[] {
	const heads = [...headSegments(article), ...(article.headline ? [article.headline.text] : [])];
	return heads.flatMap((name) => {
		const key = foldName(name);
		const known = [key, key.replace(LEFT_OFF, "")].find((each) => byName.get(each)?.kind === "outlet");
		return known === undefined ? [] : [known];
	});
}

/** An outlet's name alone on a line near the top of a text whose outlet nothing else names. */
function findMasthead({ text }: Article, entities: readonly LocalEntity[]): string | null {
	for (const { type, mentions } of entities) {
		if (type !== "outlet") continue;
		for (const { start, end, exact } of mentions) {
			if (start > MASTHEAD_REACH) break;
			const from = text.lastIndexOf("\n", start - 1) + 1;
			const to = text.indexOf("\n", end);
			if (start > 0 && foldName(text.slice(from, to < 0 ? text.length : to)) === foldName(exact)) return exact;
		}
	}
	return null;
}
