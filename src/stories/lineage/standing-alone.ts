import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Passage } from "../../model/record.ts";
import { countWords } from "../../text/tokens.ts";
import type { Copies } from "../copies/copies.ts";
import type { WordSequence } from "../copies/fingerprints.ts";
import type { TermRarity } from "../grouping/term-rarity.ts";
import { listWords } from "../order.ts";
import { type Credits, isWholeCredit } from "./credits.ts";
import type { Side } from "./direction.ts";

/** What the reports of one story are folded by. */
export interface LineEvidence {
	readonly articles: readonly AnnotatedArticle[];
	readonly sequences: readonly WordSequence[];
	/** A name for each article, in the order of `articles`. */
	readonly labels: readonly string[];
	readonly copies: Copies;
	readonly passages: readonly Passage[];
	/** Credits of each article, in the order of `articles`. */
	readonly credits: readonly Credits[];
	readonly rarity: TermRarity;
}

export function sideOf(member: number, { articles, credits }: LineEvidence): Side | null {
	const [article, own] = [articles[member]?.article, credits[member]];
	return article && own ? { article, credits: own } : null;
}

/** By the key of an agency or outlet the reports that are its own. */
export function listOwners(
	members: readonly number[],
	{ credits }: LineEvidence,
): ReadonlyMap<string, readonly number[]> {
	const owners = new Map<string, number[]>();
	for (const member of members) {
		for (const key of credits[member]?.ownKeys.keys() ?? []) {
			const list = owners.get(key);
			if (list) list.push(member);
			else owners.set(key, [member]);
		}
	}
	return owners;
}

/** What the reports that stand alone are explained by. */
export interface Alone {
	readonly members: readonly number[];
	readonly evidence: LineEvidence;
	/** By the key of an agency or outlet, the reports that are its own. */
	readonly owners: ReadonlyMap<string, readonly number[]>;
	readonly shared: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Names the reports of the story that this one names as the source of some of its words, with how many. */
export function explainAlone(member: number, alone: Alone): string {
	const { evidence, owners } = alone;
	const taken = new Map<number, { readonly quotations: Set<string>; passages: number }>();
	for (const credit of evidence.credits[member]?.list ?? []) {
		if (isWholeCredit(credit)) continue;
		const owner = (owners.get(credit.key) ?? []).find((other) => other !== member);
		if (owner === undefined) continue;
		const known = taken.get(owner) ?? { quotations: new Set(), passages: 0 };
		if (credit.for === null) known.passages++;
		else known.quotations.add(credit.for);
		taken.set(owner, known);
	}
	if (taken.size === 0) {
		const few = findFewWords(member, alone);
		return `stands alone: ${few ?? "no text in common found beyond quotations"}, no common credit`;
	}
	const parts = [...taken].map(([other, { quotations, passages }]) => {
		const counts = [
			...(quotations.size > 0 ? [quotations.size === 1 ? "one quotation" : `${quotations.size} quotations`] : []),
			...(passages > 0 ? [passages === 1 ? "one passage" : `${passages} passages`] : []),
		];
		return `${listWords(counts)} from ${evidence.labels[other]}`;
	});
	return `stands alone: takes ${listWords(parts)}; its own text otherwise`;
}

/** Words that two reports have in common and neither quotes, by the id of the one, then of the other. */
export function countShared({ passages }: LineEvidence): ReadonlyMap<string, ReadonlyMap<string, number>> {
	const shared = new Map<string, Map<string, number>>();
	for (const { a, b, quoted, stock, exact } of passages) {
		if (quoted || stock) continue;
		const words = countWords(exact);
		for (const [own, other] of [
			[a.article, b.article],
			[b.article, a.article],
		] as const) {
			const counts = shared.get(own) ?? new Map<string, number>();
			counts.set(other, (counts.get(other) ?? 0) + words);
			shared.set(own, counts);
		}
	}
	return shared;
}

/** Says with which report it has most words in common that neither quotes, which are too few; null without any. */
function findFewWords(member: number, { members, evidence, shared }: Alone): string | null {
	const counts = shared.get(evidence.articles[member]?.article.id ?? "");
	if (!counts) return null;
	let best: { readonly label: string; readonly count: number } | null = null;
	for (const other of members) {
		const count = counts.get(evidence.articles[other]?.article.id ?? "") ?? 0;
		if (other !== member && count > (best?.count ?? 0)) best = { label: evidence.labels[other] ?? "", count };
	}
	return (
		best &&
		`has ${best.count === 1 ? "one word" : `${best.count} words`} in common with ${best.label} that neither quotes, too few to tell`
	);
}
