import type { Polarity, QuotationKind } from "../../../model/annotation.ts";
import { UserError } from "../../../model/problem.ts";
import type { CollationRecord } from "../../../model/record.ts";
import type { QuotationHit, SearchListing } from "../../../model/search-listing.ts";
import { COUNT, FLAG, listOf, object, orNull, SURENESS, TEXT, TEXTS } from "../../../report/schema/fields.ts";
import { POLARITY, QUOTATION_KIND } from "../../../report/schema/words.ts";
import { findNamed } from "../../../report/view/position-filter.ts";
import type { Store } from "../../../store/store.ts";
import { findStoriesOf } from "../../../store/stories.ts";
import { foldAccents } from "../../../text/fold.ts";
import { overlaps } from "../../../text/spans.ts";
import { toAskedSearch } from "../../asked-search.ts";
import { findStory } from "../../stored-pages.ts";
import { Citations, MOST_WORDS } from "../citations.ts";
import { CITED, type Cited, type CitedWords, clip, WORDS } from "../shapes.ts";
import { citeAll, defineTool, named, SEARCH_FIELDS, type Tool } from "../tool.ts";
import { noteSearch } from "./search-notes.ts";

interface QuotationRow {
	readonly quotation: string;
	readonly siglum: string;
	readonly kind: QuotationKind;
	/** As the report names who speaks; null when that is open. */
	readonly speaker: string | null;
	/** The words that name the source, and the words reported. */
	readonly source: CitedWords | null;
	readonly words: readonly CitedWords[];
	readonly polarity: Polarity;
	readonly hedged: boolean;
	/** How often such readings are right, 0–1. */
	readonly confidence: number;
	readonly stories: readonly string[];
	/** The words that name what was asked for with `about`; null where nothing was. */
	readonly about: CitedWords | null;
}

interface FoundQuotations extends Cited {
	readonly total: number | null;
	readonly found: readonly QuotationRow[];
}

/** Pages of quotations that are looked through for one that is about somebody: each reads the records it is in. */
const MOST_PAGES = 6;

export const searchQuotations: Tool = defineTool({
	name: "search_quotations",
	title: "Search what was said, by whom and about whom",
	description:
		"Finds quotations (in marks, or reported without) by their words, by who speaks and by whom or what the words name. Each gives the exact words, the words that name the source, and how sure the reading is. The same words in several reports are several rows: get_record sets them side by side. `about` knows names joined by collation (short names, pronouns) where the story is collated.",
	input: { ...SEARCH_FIELDS, about: named("Only where the words reported name this person, body, state or place.") },
	output: object<FoundQuotations>("FoundQuotations", {
		total: orNull(COUNT),
		found: listOf(
			object<QuotationRow>("QuotationRow", {
				quotation: TEXT,
				siglum: TEXT,
				kind: QUOTATION_KIND,
				speaker: orNull(TEXT),
				source: orNull(WORDS),
				words: listOf(WORDS),
				polarity: POLARITY,
				hedged: FLAG,
				confidence: SURENESS,
				stories: TEXTS,
				about: orNull(WORDS),
			}),
		),
		...CITED,
	}),
	async answer(room, input) {
		const { about } = input;
		const isOpen = [input.words, input.speaker, input.outlet, input.story].every((field) => field === undefined);
		if (about !== undefined && !/[\p{L}\p{N}]/u.test(about)) {
			throw new UserError("mcp/name", "about takes a name, and there is no letter or digit in what was given");
		}
		// With nothing else to search for, the name itself has to stand in the words.
		const words = about !== undefined && isOpen ? `"${about.replace(/["“”„«»]/gu, " ")}"` : input.words;
		const aboutness = about === undefined ? null : new Aboutness(room.store, about);
		const kept: { readonly hit: QuotationHit; readonly about: CitedSpan | null }[] = [];
		let listing: SearchListing;
		let after = input.after;
		for (let pages = 1; ; pages++) {
			listing = await room.store.search(toAskedSearch({ ...input, words, after }, ["quotation"]), () => {});
			for (const hit of listing.quotations?.hits ?? []) {
				const place = aboutness === null ? null : await aboutness.find(hit);
				if (aboutness === null || place !== null) kept.push({ hit, about: place });
			}
			after = listing.quotations?.next ?? undefined;
			if (after === undefined || kept.length > 0 || pages === MOST_PAGES) break;
		}
		const { database } = room.store;
		const stories = await findStoriesOf(
			database,
			kept.map(({ hit }) => hit.article.id),
		);
		const citations = new Citations();
		const found = kept.map(({ hit, about: place }): QuotationRow => {
			const { article, quotation, kind, speaker, source, polarity, hedged, confidence, content } = hit;
			return {
				...{ quotation, kind, polarity, hedged, confidence },
				siglum: citations.take(article),
				speaker: speaker && clip(speaker),
				source: source && citations.exact(article.id, source),
				words: content.slice(0, MOST_WORDS).map((snippet) => citations.exact(article.id, snippet)),
				stories: stories.get(article.id) ?? [],
				about: place && citations.exact(article.id, place),
			};
		});
		const notes = noteSearch(listing);
		if (about !== undefined) {
			if (isOpen) {
				notes.unshift(
					`Quotations that call ${about} otherwise were not looked for: name a speaker or words too, or use list_positions.`,
				);
			}
			if (after !== undefined) notes.unshift("Not all quotations were looked through for `about`: go on with `next`.");
		}
		const cited = await citeAll(room, citations, after ?? null, notes, input);
		return { total: about === undefined ? (listing.quotations?.total ?? null) : null, found, ...cited };
	},
});

interface CitedSpan {
	readonly start: number;
	readonly end: number;
	readonly exact: string;
}

/** Whether quotations name somebody: as the story's record joins names, else by the name as it is written. */
class Aboutness {
	readonly #store: Store;
	readonly #name: string;
	readonly #records = new Map<string, CollationRecord | null>();

	constructor(store: Store, name: string) {
		this.#store = store;
		this.#name = name;
	}

	/** The words of a quotation that name it; null where none do. */
	async find({ article, content }: QuotationHit): Promise<CitedSpan | null> {
		const ids = (await findStoriesOf(this.#store.database, [article.id])).get(article.id) ?? [];
		for (const id of ids) {
			const record = await this.#read(id);
			if (record === null) continue;
			const entities = new Map(record.entities.map((entity) => [entity.id, entity]));
			const meant = findNamed(entities, this.#name, [...entities.keys()]);
			for (const entity of meant) {
				for (const mention of entities.get(entity)?.mentions ?? []) {
					if (mention.article === article.id && content.some((span) => overlaps(span, mention))) return mention;
				}
			}
		}
		const sought = foldAccents(this.#name);
		const held = content.find(({ exact }) => foldAccents(exact).includes(sought));
		return held === undefined ? null : { start: held.start, end: held.end, exact: held.exact };
	}

	async #read(story: string): Promise<CollationRecord | null> {
		const known = this.#records.get(story);
		if (known !== undefined) return known;
		const record = (await findStory(this.#store, story))?.stored.record ?? null;
		this.#records.set(story, record);
		return record;
	}
}
