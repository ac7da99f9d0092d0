import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { type LocalServer, serveLocally } from "./local-server.ts";

/** A report that a feed announces. */
export interface ServedReport {
	readonly id: string;
	title: string;
	paragraphs: readonly string[];
	/** Whether the feed carries all of it. */
	readonly whole?: boolean;
}

export interface FeedServer extends LocalServer {
	/** What the feed announces, the latest first; may be changed. */
	readonly reports: ServedReport[];
	/** Requests that were answered with "not modified". */
	readonly unchanged: () => number;
}

/** Feeds that no reader should have to read, with the code of the refusal; null where one reads them all the same. */
export const HOSTILE: Readonly<{ [path: string]: string | null }> = {
	"/slow": "fetch/too-slow",
	"/truncated": "fetch/broken-off",
	"/broken": "feed/damaged",
	"/ring": "fetch/redirect-loop",
	"/inward": "follow/robots",
	"/gone": "fetch/gone",
	"/huge": "fetch/too-large",
	"/bomb": "fetch/too-large",
	"/image": "fetch/type",
	"/binary": "feed/binary",
	"/page": "feed/none",
	"/wrong-charset": null,
	"/wrong-type": null,
	"/entities": null,
};

/** One host with a feed at `/feed` and pages of its reports, and with the hostile feeds besides. */
export async function serveFeed(title: string, reports: readonly ServedReport[] = []): Promise<FeedServer> {
	const own = [...reports];
	let unchanged = 0;
	const server = await serveLocally((request, response) => {
		const path = request.url ?? "";
		response.on("error", () => {});
		if (path === "/feed") {
			const text = writeFeed(title, own);
			const etag = `"${text.length}-${own.map((one) => one.title).join(" ").length}"`;
			if (request.headers["if-none-match"] === etag) {
				unchanged++;
				return response.writeHead(304).end();
			}
			return response.writeHead(200, { "content-type": "application/rss+xml", etag }).end(text);
		}
		if (path === "/") {
			const head = `<title>${title}</title><link rel="alternate" type="application/rss+xml" href="/feed">`;
			return response.writeHead(200, HTML).end(`<!doctype html><head>${head}</head><body><p>News.</p></body>`);
		}
		const report = own.find(({ id }) => path === `/report/${id}`);
		if (report) return response.writeHead(200, HTML).end(writePage(title, report));
		if (path in HOSTILE) return serveHostile(path, title, response);
		return response.writeHead(404).end();
	});
	return { ...server, reports: own, unchanged: () => unchanged };
}

const HTML = { "content-type": "text/html; charset=utf-8" };

function writeFeed(title: string, reports: readonly ServedReport[]): string {
	const items = reports.map((report) => {
		const text = report.whole
			? `<content:encoded><![CDATA[${report.paragraphs.map((one) => `<p>${one}</p>`).join("")}]]></content:encoded>`
			: "<description>In short.</description>";
		return `<item><guid isPermaLink="false">${report.id}</guid><link>/report/${report.id}</link><title>${report.title}</title><pubDate>Wed, 14 May 2031 08:00:00 GMT</pubDate>${text}</item>`;
	});
	return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>${items.join("")}</channel></rss>`;
}

export function writePage(outlet: string, { title, paragraphs }: Pick<ServedReport, "title" | "paragraphs">): string {
	const head = `<title>${title}</title><meta property="og:site_name" content="${outlet}">`;
	const body = paragraphs.map((one) => `<p>${one}</p>`).join("");
	return `<!doctype html><html><head>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;
}

const SHORT = [{ id: "1", title: "Ferry", paragraphs: ["The ferry stays."] }];
const ENTITIES = Array.from({ length: 40 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");

function serveHostile(path: string, title: string, response: ServerResponse): unknown {
	const feed = writeFeed(title, SHORT);
	switch (path) {
		case "/slow": {
			const drip = setInterval(() => response.write(" "), 100);
			response.on("close", () => clearInterval(drip));
			return response.writeHead(200).write("<rss>");
		}
		case "/truncated":
			response.writeHead(200, { "content-length": "9000" }).write(feed);
			return setTimeout(() => response.destroy(), 20);
		case "/broken":
			return response.writeHead(200).end(feed.slice(0, 170));
		case "/ring":
			return response.writeHead(301, { location: "/ring" }).end();
		case "/inward":
			return response.writeHead(301, { location: "http://10.0.0.1/feed" }).end();
		case "/gone":
			return response.writeHead(410).end();
		case "/huge":
			return response.writeHead(200, { "content-length": "900000000" }).end();
		case "/bomb":
			return response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(30_000_000)));
		case "/image":
			return response.writeHead(200, { "content-type": "image/png" }).end(feed);
		case "/binary":
			return response.writeHead(200).end(Buffer.from([0, 1, 2, 0, 255, 0, 254, 7, 0, 3]));
		case "/page":
			return response.writeHead(200, { "content-type": "application/rss+xml" }).end("<!doctype html><p>No");
		case "/wrong-charset":
			return response.writeHead(200, { "content-type": "text/xml; charset=utf-16" }).end(feed);
		case "/wrong-type":
			return response.writeHead(200, { "content-type": "application/octet-stream" }).end(feed);
		default:
			return response.writeHead(200).end(feed.replace("<rss", `<!DOCTYPE rss [<!ENTITY e0 "ha">${ENTITIES}]><rss`));
	}
}
