import { splitWires } from "../../article/metadata/agencies.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { EntityType } from "../../model/annotation.ts";
import type { Entity } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { foldName } from "../entities/fold-name.ts";
import { headSegments } from "./head-lines.ts";

/** An agency or outlet that some article of the set names as such. */
export interface Medium {
	/** The same for every name of it. */
	readonly key: string;
	readonly kind: "agency" | "outlet" | "unnamed";
	readonly name: string;
	readonly entity: string | null;
}

export interface Media {
	/** By folded name. */
	readonly byName: ReadonlyMap<string, Medium>;
	/** Outlets by the host of their own site. */
	readonly bySite: ReadonlyMap<string, Medium>;
	/** By key, the folded names of one medium. */
	readonly namesOf: ReadonlyMap<string, readonly string[]>;
	/** Names to look for in texts, as words, by their first word; the longest first. */
	readonly sought: ReadonlyMap<string, readonly (readonly string[])[]>;
	/** By the last word of its name, the one outlet of the set that "the Courier" can mean. */
	readonly shortened: ReadonlyMap<string, Medium>;
}

/** What an outlet's name may go without: "Velmora One News" is also called Velmora One. */
export const LEFT_OFF: RegExp = / (?:news|online|newspaper|daily)$/;
/** "Source: NATO" names no medium. */
export const NO_MEDIUM: ReadonlySet<EntityType> = new Set<EntityType>(["organisation", "state", "place", "person"]);
/** Whether a name is written as one: with a capital, where its script has capitals. "local media" is none. */
export function isProperName(name: string): boolean {
	return /[\p{Lu}\p{Lt}\p{Lo}]/u.test(name);
}

/** A name of one word is sought only where a dateline, a byline or a source line shows it to be a medium's. */
const LEAST_WORDS = 2;

/**
 * The media of a set: entities that are agencies or outlets, the outlets and agencies that articles state,
 * and what stands at the head of a text whose outlet nothing else names. What one report shows to be a
 * medium is one in all of them.
 */
export function listMedia(articles: readonly AnnotatedArticle[], entities: readonly Entity[]): Media {
	const byName = new Map<string, Medium>();
	const sought = new Set<string>();
	const entityByName = new Map<string, Entity>();
	for (const entity of entities) {
		for (const name of entity.names) {
			const key = foldName(name);
			if (!entityByName.has(key)) entityByName.set(key, entity);
			if (entity.type !== "agency" && entity.type !== "outlet") continue;
			if (!byName.has(key)) {
				byName.set(key, { key: `entity ${entity.id}`, kind: entity.type, name: entity.name, entity: entity.id });
			}
			if (key.split(" ").length >= LEAST_WORDS) sought.add(key);
		}
	}
	const add = (name: string, kind: "agency" | "outlet"): void => {
		const key = foldName(name);
		if (key === "" || !isProperName(name)) return;
		const known = byName.get(key);
		const entity = entityByName.get(key);
		if (!known && kind === "outlet" && entity && NO_MEDIUM.has(entity.type)) return;
		const medium = known ?? {
			key: entity ? `entity ${entity.id}` : `name ${key}`,
			kind,
			name: entity?.name ?? name,
			entity: entity?.id ?? null,
		};
		const short = key.replace(LEFT_OFF, "");
		for (const each of short.includes(" ") ? [key, short] : [key]) {
			if (!byName.has(each)) byName.set(each, medium);
			if (each.includes(" ") || kind === "agency") sought.add(each);
		}
	};
	// Whatever states most about a name comes first, and of equals the first by name: no order of articles shows.
	const stated = articles.flatMap(({ article }) => [
		...[
			...splitWires(article.dateline?.agency ?? ""),
			...(article.byline?.agencies ?? []),
			...article.agencies.map(({ text }) => text),
		].map((name) => ({ name, kind: "agency" as const })),
		...[article.outlet?.text, ...article.sourceLines.map(({ name }) => name)].map((name) => ({
			name,
			kind: "outlet" as const,
		})),
		...(article.outlet ? [] : headSegments(article)).map((name) => ({ name, kind: "outlet" as const })),
	]);
	const rank = { agency: 0, outlet: 1 } as const;
	for (const { name, kind } of stated
		.flatMap(({ name, kind }) => (name ? [{ name, kind }] : []))
		.sort((x, y) => rank[x.kind] - rank[y.kind] || compareText(x.name, y.name))) {
		add(name, kind);
	}
	const byFirst = new Map<string, string[][]>();
	for (const name of [...sought].sort(compareText)) {
		const words = name.split(" ");
		const list = byFirst.get(words[0] ?? "");
		if (list) list.push(words);
		else byFirst.set(words[0] ?? "", [words]);
	}
	for (const list of byFirst.values()) list.sort((x, y) => y.length - x.length);
	const namesOf = new Map<string, string[]>();
	for (const [name, { key }] of byName) {
		const names = namesOf.get(key);
		if (names) names.push(name);
		else namesOf.set(key, [name]);
	}
	const bySite = new Map(
		articles
			.flatMap(({ article: { outlet } }) => {
				const medium = byName.get(foldName(outlet?.text ?? ""));
				return outlet?.site && medium ? [{ site: outlet.site.toLowerCase(), medium }] : [];
			})
			.sort((x, y) => compareText(y.medium.name, x.medium.name))
			.map(({ site, medium }) => [site, medium] as const),
	);
	return { byName, bySite, namesOf, sought: byFirst, shortened: listShortened(byName) };
}

/** Last words that mean no one outlet, however few there are. */
const NO_SHORT =
	/^(?:news|online|wire|press|agency|radio|tv|television|fm|media|network|service|daily|weekly|times|post)$/;

function listShortened(byName: ReadonlyMap<string, Medium>): Map<string, Medium> {
	const found = new Map<string, Medium | null>();
	for (const [name, medium] of byName) {
		const word = name.slice(name.lastIndexOf(" ") + 1);
		if (word === name || medium.kind !== "outlet" || NO_SHORT.test(word) || byName.has(word)) continue;
		const known = found.get(word);
		found.set(word, known === undefined || known?.key === medium.key ? medium : null);
	}
	return new Map([...found].flatMap(([word, medium]) => (medium ? [[word, medium] as const] : [])));
}
