import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Lineage, LineageEdge, LineageNode, Passage } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { comparePlaces, compareText, round } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import type { Copies } from "../copies/copies.ts";
import type { WordSequence } from "../copies/fingerprints.ts";
import { labelOf } from "../order.ts";
import { addressesOf, trimAddress } from "./addresses.ts";
import { type Context, listCopiedTexts, listCopies } from "./copied-texts.ts";
import type { Credit, Credits } from "./credits.ts";
import { listShares } from "./shared-texts.ts";

/**
 * Who draws on whom in one story: reports, the agencies and outlets they credit, the addresses they
 * name. An edge is directed only when a credit, the dates, or a text that is plainly cut from the
 * other says so. Nodes are sorted by kind, name and id, edges by from, to, kind and place.
 *
 * @param members indices into `articles`, in the story's order
 */
export function traceLineage(
	story: string,
	members: readonly number[],
	articles: readonly AnnotatedArticle[],
	sequences: readonly WordSequence[],
	copies: Copies,
	passages: readonly Passage[],
	credits: readonly Credits[],
): Lineage {
	const nodes = new Map<string, LineageNode>();
	const edges: LineageEdge[] = [];
	const nodeOf = new Map<string, string>();
	const byAddress = new Map<string, string>();
	for (const member of members) {
		const article = articles[member]?.article;
		if (!article) continue;
		const id = makeId("node", "report", article.id);
		nodes.set(id, {
			id,
			kind: article.role,
			article: article.id,
			entity: null,
			url: article.capture.url,
			name: labelOf(article),
		});
		nodeOf.set(article.id, id);
		for (const address of addressesOf(article)) byAddress.set(address, id);
	}
	const nameOf = chooseNames(members.flatMap((member) => credits[member]?.list ?? []));
	for (const member of members) {
		const article = articles[member]?.article;
		const from = nodeOf.get(article?.id ?? "");
		if (!article || from === undefined) continue;
		for (const credit of credits[member]?.list ?? []) {
			const report = credit.url === null ? undefined : byAddress.get(trimAddress(credit.url));
			const to = report ?? makeId("node", credit.kind, credit.key);
			if (to === from) continue;
			if (report === undefined && !nodes.has(to)) {
				nodes.set(to, {
					id: to,
					kind: credit.kind,
					article: null,
					entity: credit.entity,
					url: credit.url,
					name: nameOf.get(credit.key) ?? credit.name,
				});
			}
			edges.push({
				from,
				to,
				kind: credit.repost ? "reposts" : "credits",
				directed: true,
				for: credit.for,
				passage: credit.passage,
				evidence: credit.evidence,
				confidence: round(credit.confidence, 2),
			});
		}
	}
	const context: Context = {
		members,
		articles,
		inStory: new Map(members.map((member) => [articles[member]?.article.id ?? "", member])),
		copies,
		sequences,
		nodeOf,
		sideOf: (member) => {
			const [article, own] = [articles[member]?.article, credits[member]];
			return article && own ? { article, credits: own } : null;
		},
	};
	const groups = listCopiedTexts(context);
	edges.push(...listCopies(context, groups), ...listShares(context, groups, passages));
	edges.sort(
		(x, y) =>
			compareText(x.from, y.from) ||
			compareText(x.to, y.to) ||
			compareText(x.kind, y.kind) ||
			comparePlaces(x.evidence[0] ?? NOWHERE, y.evidence[0] ?? NOWHERE) ||
			compareText(x.for ?? "", y.for ?? ""),
	);
	return {
		story,
		nodes: [...nodes.values()].sort(
			(x, y) => compareText(x.kind, y.kind) || compareText(x.name, y.name) || compareText(x.id, y.id),
		),
		edges,
	};
}

/** For each key the name that most credits use; of equals the first by code unit. */
function chooseNames(credits: readonly Credit[]): Map<string, string> {
	const uses = new Map<string, Map<string, number>>();
	for (const { key, name } of credits) {
		const names = uses.get(key) ?? new Map<string, number>();
		names.set(name, (names.get(name) ?? 0) + 1);
		uses.set(key, names);
	}
	return new Map(
		[...uses].map(([key, names]) => [
			key,
			[...names].sort(([x, m], [y, n]) => n - m || compareText(x, y))[0]?.[0] ?? "",
		]),
	);
}

const NOWHERE: Place = { article: "", start: 0, end: 0 };
