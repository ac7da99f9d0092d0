import { generateOpml, MalformedError, type Opml, ParseError, parseOpml } from "feedsmith";
import { decode } from "../../read/charset.ts";
import { type NoFeed, resolveUrl, tidy } from "./source-reading.ts";

/** A feed in a list of feeds. */
export interface ListedFeed {
	readonly url: string;
	readonly title: string | null;
	readonly home: string | null;
	/** The headings it stands under, outermost first. */
	readonly folder: readonly string[];
}

export interface FeedList {
	readonly kind: "list";
	readonly title: string | null;
	/** In the order of the list, each address once. */
	readonly feeds: readonly ListedFeed[];
}

/** Headings within each other. */
const DEEPEST = 20;

/** Feeds that one list may name. */
const MOST = 20_000;

/** The feeds that an OPML file lists (opml.org/spec2). */
export function readOpml(bytes: Uint8Array): FeedList | NoFeed {
	const { text, problems } = decode(bytes, null, "text/html");
	if (problems[0]?.code === "read/binary") {
		return { kind: "refused", code: "feed/binary", reason: problems[0].reason };
	}
	if (!/<opml[\s>]/i.test(text)) return refused("feed/no-opml", "it is no OPML file");
	let parsed: Opml.Document<string>;
	try {
		parsed = parseOpml(text);
	} catch (error) {
		if (error instanceof MalformedError) return refused("feed/damaged", "it is a damaged OPML file");
		// An empty list is one.
		if (error instanceof ParseError) return { kind: "list", title: null, feeds: [] };
		throw error;
	}
	const byUrl = new Map<string, ListedFeed>();
	const walk = (outlines: readonly Opml.Outline<string>[], folder: readonly string[]): void => {
		for (const outline of outlines) {
			const title = tidy(outline.title ?? outline.text);
			const url = resolveUrl(outline.xmlUrl, null);
			if (url !== null && !byUrl.has(url) && byUrl.size < MOST) {
				byUrl.set(url, { url, title, home: resolveUrl(outline.htmlUrl, null), folder });
			}
			if (outline.outlines && folder.length < DEEPEST) {
				walk(outline.outlines, url === null && title !== null ? [...folder, title] : folder);
			}
		}
	};
	walk(parsed.body?.outlines ?? [], []);
	return { kind: "list", title: tidy(parsed.head?.title), feeds: [...byUrl.values()] };
}

/** An OPML file of feeds, under their headings, in the order given. */
export function writeOpml(title: string, feeds: readonly ListedFeed[]): string {
	const top: Opml.Outline<string>[] = [];
	const headings = new Map<string, Opml.Outline<string>[]>([["[]", top]]);
	const under = (folder: readonly string[]): Opml.Outline<string>[] => {
		const known = headings.get(JSON.stringify(folder));
		if (known) return known;
		const outlines: Opml.Outline<string>[] = [];
		under(folder.slice(0, -1)).push({ text: folder.at(-1) ?? "", outlines });
		headings.set(JSON.stringify(folder), outlines);
		return outlines;
	};
	for (const { url, title: name, home, folder } of feeds) {
		const text = name ?? url;
		under(folder).push({ text, title: text, type: "rss", xmlUrl: url, ...(home === null ? {} : { htmlUrl: home }) });
	}
	return generateOpml({ head: { title }, body: { outlines: top } });
}

function refused(code: string, reason: string): NoFeed {
	return { kind: "refused", code, reason };
}
