import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { LineageNodeKind } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { compareSpans, compareText } from "../../text/compare.ts";
import { addressesOf, trimAddress } from "./addresses.ts";
import type { Media } from "./media.ts";
import { listOwnNames, type OwnNames } from "./own-names.ts";
import { findPartCredits } from "./part-credits.ts";
import { findWholeCredits } from "./whole-credits.ts";

/** One naming, by a report, of whom it has its words from. */
export interface Credit {
	/** The same for all credits to one agency, outlet or address. */
	readonly key: string;
	readonly kind: Exclude<LineageNodeKind, "report" | "primary">;
	readonly name: string;
	readonly entity: string | null;
	readonly url: string | null;
	/** The key of the outlet whose site the address is at, where the set knows it. */
	readonly site: string | null;
	/** The quotation it is for; null when it is for the whole text, or for a passage. */
	readonly for: string | null;
	/** The sentence it is for, where no quotation was found in it. */
	readonly passage: Place | null;
	/** "Source: …" at the end of a text says that the text itself was taken over. */
	readonly repost: boolean;
	readonly evidence: readonly Place[];
	/** 0–1. */
	readonly confidence: number;
}

/** Whom an article credits, and whose it is itself. */
export interface Credits {
	readonly list: readonly Credit[];
	readonly own: OwnNames;
	/** Keys of the media whose text it is itself, with their names: what others credit it by. */
	readonly ownKeys: ReadonlyMap<string, string>;
	/** Where it stands: what others credit it by, too. */
	readonly addresses: readonly string[];
}

export function isWholeCredit(credit: Credit): boolean {
	return credit.for === null && credit.passage === null;
}

/** Whether a credit is to the report with these credits of its own: to its outlet or agency, or to its address. */
export function isCreditTo(credit: Credit, { ownKeys, addresses }: Credits): boolean {
	if (credit.url !== null && addresses.includes(trimAddress(credit.url))) return true;
	return ownKeys.has(credit.site ?? credit.key);
}

/**
 * Whom a report credits: by source lines, byline, dateline, an agency's name in brackets at either end, a
 * line of its own, the carriers of its quotations, and sentences that say whom they are from. Sorted by
 * place, then by key.
 *
 * @param entityOf local entity id to entity id
 */
export function findCredits(annotated: AnnotatedArticle, entityOf: ReadonlyMap<string, string>, media: Media): Credits {
	const own = listOwnNames(annotated, media);
	const whole = findWholeCredits(annotated, own, media);
	const list = [...whole, ...findPartCredits(annotated, own, whole, entityOf, media)];
	const ownKeys = new Map<string, string>();
	for (const name of [...own.outlet, ...own.agency]) {
		const medium = media.byName.get(name);
		if (medium) ownKeys.set(medium.key, medium.name);
	}
	return {
		list: list.sort(
			(x, y) => compareEvidence(x, y) || compareText(x.key, y.key) || compareText(x.for ?? "", y.for ?? ""),
		),
		own,
		ownKeys,
		addresses: addressesOf(annotated.article),
	};
}

export function placesOf(article: string, span: Span | null): Place[] {
	return span ? [{ article, start: span.start, end: span.end }] : [];
}

function compareEvidence(x: Credit, y: Credit): number {
	const [p, q] = [x.evidence[0], y.evidence[0]];
	return p && q ? compareSpans(p, q) : (p ? 0 : 1) - (q ? 0 : 1);
}
