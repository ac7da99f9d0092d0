import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { contains, firstEndingAfter, overlaps } from "../../text/spans.ts";
import { foldName } from "../entities/fold-name.ts";
import { findCitations } from "./citations.ts";
import { type Credit, placesOf } from "./credits.ts";
import { isProperName, type Media } from "./media.ts";
import { findNamedMedia } from "./named-media.ts";
import type { OwnNames } from "./own-names.ts";
import { findUnnamedMedia } from "./unnamed-media.ts";

/** Confidence of a credit that a sentence gives by its words. */
const CITED = 0.75;

/** Credits for quotations, by their carriers, and for what sentences give as somebody else's. */
export function findPartCredits(
	annotated: AnnotatedArticle,
	own: OwnNames,
	whole: readonly Credit[],
	entityOf: ReadonlyMap<string, string>,
	media: Media,
): Credit[] {
	const { article, quotations, entities } = annotated;
	const isOwn = (name: string): boolean => own.outlet.has(foldName(name)) || own.agency.has(foldName(name));
	const credits: Credit[] = [];
	const carried = new Set<string>();
	const carriers = quotations.flatMap((quotation) => quotation.carriers.map(({ span }) => span));
	const local = new Map(entities.map((entity) => [entity.id, entity]));
	for (const quotation of quotations) {
		for (const carrier of quotation.carriers) {
			const entity = local.get(carrier.entity);
			if (!entity) continue;
			const id = entityOf.get(entity.id) ?? null;
			const unnamed = !isProperName(entity.name);
			if (!unnamed && isOwn(entity.name)) continue;
			const known = unnamed ? undefined : media.byName.get(foldName(entity.name));
			const key = known?.key ?? (unnamed ? `unnamed ${article.id} ${foldName(entity.name)}` : `entity ${id}`);
			carried.add(`${key} ${quotation.id}`);
			credits.push({
				key,
				kind: known?.kind ?? (unnamed ? "unnamed" : entity.type === "agency" ? "agency" : "outlet"),
				name: known?.name ?? entity.name,
				entity: known ? known.entity : unnamed ? null : id,
				url: null,
				site: null,
				for: quotation.id,
				passage: null,
				repost: false,
				evidence: placesOf(article.id, carrier.span),
				confidence: quotation.confidence,
			});
		}
	}
	// What a line of its own credits is no sentence's.
	const lines = whole.flatMap(({ evidence }) => evidence);
	const mentioned = findNamedMedia(annotated, media).filter((named) => {
		const written = article.text.slice(named.start, named.end);
		return !isOwn(written) && !isOwn(named.medium.name) && !lines.some((line) => contains(line, named));
	});
	const unnamed = findUnnamedMedia(annotated, mentioned).filter((one) => !carriers.some((span) => overlaps(span, one)));
	const seen = new Set<string>();
	const { introduced, held } = placeQuotations(annotated);
	for (const { named, sentence } of findCitations(annotated, [...mentioned, ...unnamed])) {
		const { key, kind, name, entity } = named.medium;
		// One sentence names one source once.
		if (seen.has(`${key} ${sentence}`)) continue;
		seen.add(`${key} ${sentence}`);
		const inside = introduced.get(sentence) ?? held.get(sentence) ?? [];
		if (inside.some(({ id }) => carried.has(`${key} ${id}`))) continue;
		const written = entity === null && kind !== "unnamed" ? article.text.slice(named.start, named.end) : name;
		const base = {
			key,
			kind,
			name: written,
			entity,
			url: null,
			site: null,
			repost: false,
			evidence: placesOf(article.id, named),
		};
		for (const { id, confidence } of inside) {
			credits.push({ ...base, for: id, passage: null, confidence: Math.min(CITED, confidence) });
		}
		const span = annotated.words.sentences[sentence];
		if (inside.length === 0 && span) {
			const passage = { article: article.id, start: span.start, end: span.end };
			credits.push({ ...base, for: null, passage, confidence: CITED });
		}
	}
	return credits;
}

/** Quotations by the sentences that introduce them, and by those that hold words of them. */
function placeQuotations({ quotations, words: { sentences } }: AnnotatedArticle): {
	readonly introduced: ReadonlyMap<number, readonly FoundQuotation[]>;
	readonly held: ReadonlyMap<number, readonly FoundQuotation[]>;
} {
	const introduced = new Map<number, FoundQuotation[]>();
	const held = new Map<number, FoundQuotation[]>();
	const add = (map: Map<number, FoundQuotation[]>, span: Span, quotation: FoundQuotation): void => {
		for (let at = firstEndingAfter(sentences, span.start); (sentences[at]?.start ?? span.end) < span.end; at++) {
			const list = map.get(at);
			if (!list) map.set(at, [quotation]);
			else if (list[list.length - 1] !== quotation) list.push(quotation);
		}
	};
	for (const quotation of quotations) {
		for (const span of [...quotation.cue, ...(quotation.source ? [quotation.source] : [])]) {
			add(introduced, span, quotation);
		}
		for (const span of quotation.content) add(held, span, quotation);
	}
	return { introduced, held };
}
