import robotsModule from "robots-parser";

/** The package's types describe a module with a default; what is imported is the function itself. */
const robotsParser = robotsModule as unknown as (url: string, text: string) => RobotsFile;

interface RobotsFile {
	isAllowed(url: string, robot: string): boolean | undefined;
	getCrawlDelay(robot: string): number | undefined;
	getSitemaps(): string[];
}

/** The name under which robots.txt addresses us (RFC 9309, 2.2.1). */
const ROBOT = "stemma";

/** Bytes of a robots.txt that are read: what the standard asks for at least (RFC 9309, 2.5). */
export const ROBOTS_LIMIT = 512_000;

/** Milliseconds between two requests that a host is believed to ask for at most. */
const LONGEST_DELAY = 60_000;

/** Characters of rules with a `*`, of which each takes a look at the whole address; real files have hundreds. */
const MOST_STARRED = 20_000;

/** Addresses of sitemaps that one file may name. */
const MOST_SITEMAPS = 100;

/** What a host allows. */
export interface Robots {
	/** Whether an address of this host may be visited, over http or https. */
	allows(url: string): boolean;
	/** Milliseconds between two requests, `Crawl-delay`; null when the host asks for none. */
	readonly delay: number | null;
	readonly sitemaps: readonly string[];
}

/** A host without a robots.txt allows everything (RFC 9309, 2.3.1.3). */
export const NO_ROBOTS: Robots = { allows: () => true, delay: null, sitemaps: [] };

/**
 * What a robots.txt says to us.
 *
 * @param url where it stands; it is asked only of addresses of that host
 */
export function parseRobots(text: string, url: string): Robots {
	const robots = robotsParser(url, keepOurs(text.slice(0, ROBOTS_LIMIT)));
	const delay = robots.getCrawlDelay(ROBOT);
	return {
		allows: (address) => {
			const { pathname, search } = new URL(address);
			return robots.isAllowed(new URL(`${pathname}${search}`, new URL(url).origin).href, ROBOT) !== false;
		},
		delay: delay === undefined || !(delay > 0) ? null : Math.min(Math.round(delay * 1000), LONGEST_DELAY),
		sitemaps: [...new Set(robots.getSitemaps())].filter((one) => /^https?:\/\//i.test(one)).slice(0, MOST_SITEMAPS),
	};
}

/**
 * Names all robots but ours and `*` alike, and each once where several stand together: the parser keeps every rule for
 * every robot named, and a file may name thousands of both. Rules with a `*` are held short for the same reason.
 */
function keepOurs(text: string): string {
	const kept: string[] = [];
	let group: string[] | null = null;
	let starred = 0;
	for (const line of text.split(/\r\n|\r|\n/)) {
		const content = line.split("#", 1)[0]?.trim() ?? "";
		if (content === "") continue;
		const named = /^user-agent\s*:(.*)$/i.exec(content)?.[1];
		if (named === undefined) {
			group = null;
			const star = content.indexOf("*");
			if (star >= 0) starred += content.length;
			if (star < 0 || starred <= MOST_STARRED) kept.push(content);
			// Past that, what is disallowed is disallowed up to the star, and so more.
			else if (/^disallow/i.test(content)) kept.push(content.slice(0, star));
			continue;
		}
		const name = named.split("/", 1)[0]?.trim().toLowerCase() ?? "";
		const known = name === ROBOT || name === "*" ? name : "other";
		if (group?.includes(known)) continue;
		group = [...(group ?? []), known];
		kept.push(`user-agent: ${known}`);
	}
	return kept.join("\n");
}
