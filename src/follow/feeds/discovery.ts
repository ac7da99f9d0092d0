import { Parser } from "htmlparser2";
import { resolveUrl, tidy } from "./source-reading.ts";

/** A feed that a page offers. */
export interface OfferedFeed {
	readonly url: string;
	readonly title: string | null;
	/** Whether the page's head declares it; else it is only a link that looks like one. */
	readonly declared: boolean;
	/** Whether it holds readers' comments, as far as its name says. */
	readonly comments: boolean;
}

/** UTF-16 units of a page that are looked at. */
const LOOKED_AT = 1_000_000;

/** Elements within each other; past it nothing is looked for. */
const DEEPEST = 1500;

/** Feeds that are taken of one page. */
const MOST = 50;

const FEED_TYPE = /^\s*(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)\s*(?:;|$)/i;

/** Addresses of feeds, as sites name them. */
const FEED_PATH =
	/(?:\/(?:feeds?|rss|atom)\/?|\/(?:feed|rss|atom|index)\.(?:xml|rss|atom|json)|\.(?:rss|atom))(?:\?[^#]*)?$/i;

/**
 * The feeds that a page offers, in its order, declared ones first: `<link rel="alternate">` with a feed's type, and
 * links whose address looks like a feed's. Comment feeds come last, for they hold no reports.
 *
 * @param address where the page was found
 */
export function findOfferedFeeds(html: string, address: string): OfferedFeed[] {
	const offered = new Map<string, OfferedFeed>();
	let base = address;
	let depth = 0;
	const offer = (href: string | undefined, title: string | null, declared: boolean): void => {
		const url = resolveUrl(href, base);
		if (url !== null && (declared || !offered.has(url)) && offered.size < MOST) {
			const named = title ?? offered.get(url)?.title ?? null;
			offered.set(url, { url, title: named, declared, comments: /comment/i.test(`${url} ${named ?? ""}`) });
		}
	};
	const parser = new Parser({
		onopentag(name, { rel, type, href, title }) {
			if (++depth > DEEPEST) return parser.pause();
			if (name === "base") base = resolveUrl(href, address) ?? base;
			else if (name === "link" && /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel ?? "")) {
				if (FEED_TYPE.test(type ?? "")) offer(href, tidy(title), true);
			} else if (name === "a" && href !== undefined && FEED_PATH.test(href.slice(0, 2000)))
				offer(href, tidy(title), false);
		},
		onclosetag() {
			depth--;
		},
	});
	parser.write(html.slice(0, LOOKED_AT));
	const rank = ({ declared, comments }: OfferedFeed): number => (declared ? 0 : 2) + (comments ? 1 : 0);
	return [...offered.values()].sort((a, b) => rank(a) - rank(b));
}
