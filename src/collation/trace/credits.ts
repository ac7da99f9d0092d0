import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Lineage, LineageEdge, LineageNode } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import type { TraceCredit } from "../../model/trace-listing.ts";
import { foldName } from "../../stories/entities/fold-name.ts";
import { ownerOf } from "../../stories/order.ts";
import { comparePlaces, compareText } from "../../text/compare.ts";
import { overlaps } from "../../text/spans.ts";

/** A place, as far as it takes to say whom its report has it from. */
export interface CreditedPlace {
	readonly article: string;
	readonly spans: readonly Span[];
	readonly quotation: string | null;
}

/**
 * Whom a report credits for the words of a place, or draws on for the text that holds them: the edges of the stories'
 * lineage that are for the quotation or its sentence, for a shared stretch that holds the place, or for the whole text.
 *
 * @param listed in article order
 * @param withPlace ids of the reports that have a place themselves
 */
export function findCredits(
	place: CreditedPlace,
	lineages: readonly Lineage[],
	listed: readonly AnnotatedArticle[],
	withPlace: ReadonlySet<string>,
): TraceCredit[] {
	const credits: TraceCredit[] = [];
	for (const { nodes, edges } of lineages) {
		const byId = new Map(nodes.map((node) => [node.id, node]));
		for (const edge of edges) {
			const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
			if (!from || !to) continue;
			const own = from.article === place.article;
			// Of two texts with stretches in common and no direction, each is beside the other.
			const beside = !edge.directed && to.article === place.article;
			if (!own && !beside) continue;
			const scope = scopeOf(edge, place);
			if (scope === null) continue;
			const other = own ? to : from;
			credits.push({
				kind: edge.kind,
				directed: edge.directed,
				name: other.name,
				entity: other.entity,
				report: other.article,
				reports: other.article === null ? reportsOf(other, listed, withPlace) : [],
				scope,
				evidence: edge.evidence,
				confidence: edge.confidence,
			});
		}
	}
	return mergeAlike(credits).sort(
		(a, b) =>
			comparePlaces(a.evidence[0] ?? NOWHERE, b.evidence[0] ?? NOWHERE) ||
			compareText(a.name, b.name) ||
			compareText(a.kind, b.kind),
	);
}

/** Several namings of one source, for the same, are one credit. */
function mergeAlike(credits: readonly TraceCredit[]): TraceCredit[] {
	const merged = new Map<string, TraceCredit>();
	for (const credit of credits) {
		const { kind, directed, name, entity, report, scope, evidence, confidence } = credit;
		const key = [kind, directed, name, entity, report, scope].join("\n");
		const known = merged.get(key);
		if (known) {
			merged.set(key, {
				...known,
				evidence: [...known.evidence, ...evidence].sort(comparePlaces),
				confidence: Math.max(known.confidence, confidence),
			});
		} else merged.set(key, credit);
	}
	return [...merged.values()];
}

const NOWHERE = { article: "", start: 0, end: 0 };

/** Whether an edge is for the words of a place, for the text that holds them, or for something else. */
function scopeOf(
	{ kind, for: quotation, passage, evidence }: LineageEdge,
	place: CreditedPlace,
): "words" | "text" | null {
	const holds = (span: Span & { readonly article: string }): boolean =>
		span.article === place.article && place.spans.some((own) => overlaps(own, span));
	if (kind === "shares") return evidence.some(holds) ? "words" : null;
	if (quotation !== null) return quotation === place.quotation ? "words" : null;
	if (passage !== null) return holds(passage) ? "words" : null;
	return "text";
}

function reportsOf(node: LineageNode, listed: readonly AnnotatedArticle[], withPlace: ReadonlySet<string>): string[] {
	const name = foldName(node.name);
	return listed.flatMap(({ article: one }) =>
		withPlace.has(one.id) && name !== "" && ownerOf(one) === name ? [one.id] : [],
	);
}
