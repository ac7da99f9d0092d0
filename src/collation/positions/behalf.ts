import type { FoundQuotation } from "../../model/annotation.ts";
import type { Entity, PositionBehalf } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { comparePlaces, compareText } from "../../text/compare.ts";
import { foldAccents } from "../../text/fold.ts";
import { overlaps } from "../../text/spans.ts";
import type { ClauseText } from "./clause-text.ts";
import { ORGANS } from "./noun-phrases.ts";
import { type Office, officeBeside, officeIn, organIn, wordsOfOffice } from "./offices.ts";

/** For whom speakers speak, as the articles of a set say. */
export interface Behalf {
	/**
	 * For whom an entity speaks or acts: as its own articles say, the most often said first; else as the others of the
	 * story say. Behind these what it belongs to itself: the state of a capital, the body of a branch.
	 */
	of(entity: string, own: readonly string[], story: readonly string[]): readonly PositionBehalf[];
	/** For whom a source that names no one speaks: "a spokeswoman for the Harbour Union", "the Norrland delegation". */
	ofSource(quotation: FoundQuotation, article: string): PositionBehalf | null;
}

/** The state that a name begins with and that has what it ends with: "Tarnian Foreign Ministry", not "Tarnian Railways". */
function stateIn(names: readonly string[], states: ReadonlyMap<string, string>): string | null {
	for (const name of names) {
		const words = foldAccents(name)
			.replace(/['\u2019]s\b/g, "")
			.split(/\s+/);
		if (!ORGANS.has(words.at(-1) ?? "") && !ORGANS.has(words.find((word) => word === "ministry") ?? "")) continue;
		for (let end = Math.min(3, words.length - 1); end > 0; end--) {
			const state = states.get(words.slice(0, end).join(" "));
			if (state !== undefined) return state;
		}
	}
	return null;
}

/** Whether two places share words: a description and the words before the name may be the same. */
function meets(a: Place, b: Place): boolean {
	return a.article === b.article && overlaps(a, b);
}

/** Words of evidence shown in a reason, in UTF-16 units. */
const LONGEST_SHOWN = 90;

export function readBehalf(texts: ReadonlyMap<string, ClauseText>, entities: ReadonlyMap<string, Entity>): Behalf {
	const read = new Map<string, ReadonlyMap<string, readonly PositionBehalf[]>>();
	const made = (text: ClauseText, office: Office): PositionBehalf => {
		const words = wordsOfOffice(text, office);
		const shown = words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN).toWellFormed()}…` : words;
		const evidence = [{ article: text.annotated.article.id, ...text.spanOf(office.first, office.end) }];
		return { entity: office.body, reason: `called “${shown}”`, evidence };
	};
	const readArticle = (article: string): ReadonlyMap<string, readonly PositionBehalf[]> => {
		const known = read.get(article);
		if (known) return known;
		const found = new Map<string, PositionBehalf[]>();
		const text = texts.get(article);
		for (let at = 0; text && at < text.count; at++) {
			for (const name of text.namesFrom(at)) {
				if (name.type !== "person" || name.form === "pronoun" || name.form === "demonym") continue;
				const office = officeBeside(text, name);
				if (!office || office.body === name.entity) continue;
				const list = found.get(name.entity);
				if (list) list.push(made(text, office));
				else found.set(name.entity, [made(text, office)]);
			}
		}
		read.set(article, found);
		return found;
	};
	const saidIn = (entity: string, articles: readonly string[]): PositionBehalf[] => {
		const found = new Map<string, { readonly reason: string; readonly evidence: Place[] }>();
		for (const article of [...new Set(articles)].sort(compareText)) {
			for (const { entity: body, reason, evidence } of readArticle(article).get(entity) ?? []) {
				const known = found.get(body);
				const fresh = evidence.filter((place) => !known?.evidence.some((other) => meets(place, other)));
				if (known) known.evidence.push(...fresh);
				else found.set(body, { reason, evidence: [...evidence] });
			}
		}
		return [...found]
			.map(([body, { reason, evidence }]) => ({ entity: body, reason, evidence: evidence.sort(comparePlaces) }))
			.sort((a, b) => b.evidence.length - a.evidence.length || compareText(a.entity, b.entity));
	};
	const states = new Map<string, string>();
	for (const { id, type, names } of entities.values())
		if (type === "state") for (const name of names) states.set(foldAccents(name), id);
	/** A capital stands for its state, a branch for its body, a state's ministry or army for the state. */
	const itself = (entity: string): PositionBehalf[] => {
		const own = entities.get(entity);
		if (!own) return [];
		const ties = own.related.flatMap(({ entity: other, kind }): PositionBehalf[] => {
			const name = entities.get(other)?.name;
			if (name === undefined || (kind !== "capital-of" && kind !== "branch-of")) return [];
			const tie = kind === "capital-of" ? "the capital" : "a branch";
			return [{ entity: other, reason: `${own.name} is ${tie} of ${name}`, evidence: [] }];
		});
		const state = own.type === "organisation" ? stateIn(own.names, states) : null;
		const name = entities.get(state ?? "")?.name;
		if (state === null || name === undefined || ties.some((one) => one.entity === state)) return ties;
		return [...ties, { entity: state, reason: `${own.name} is ${name}'s by its name`, evidence: [] }];
	};
	return {
		of: (entity, own, story) => {
			const said = saidIn(entity, own);
			const found = said.length > 0 ? said : saidIn(entity, story);
			const all = [...found, ...itself(entity), ...found.flatMap((one) => itself(one.entity))];
			return all.filter(
				(one, at) => one.entity !== entity && all.findIndex((other) => other.entity === one.entity) === at,
			);
		},
		ofSource: (quotation, article) => {
			const text = texts.get(article);
			if (!text || !quotation.source) return null;
			const { first, end } = text.rangeOf(quotation.source);
			const office = officeIn(text, first, end, null) ?? organIn(text, first, end);
			return office && made(text, office);
		},
	};
}
