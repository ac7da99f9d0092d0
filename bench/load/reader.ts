import { type Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";
import type { StoryCard } from "../../src/model/story-card.ts";

/** What readers ask for, with how many of a hundred of their requests it is. */
export const ROUTES = {
	"front page": 24,
	"next page": 6,
	"narrowed list": 10,
	story: 25,
	report: 15,
	search: 10,
	trace: 3,
	"API: stories": 4,
	"API: quotations": 3,
} as const;

export type Route = keyof typeof ROUTES | "style and script";

/** One request. */
export interface Asked {
	readonly route: Route;
	/** Milliseconds from asking to the last byte. */
	readonly ms: number;
	/** 0 where no answer came. */
	readonly status: number;
	readonly path: string;
}

/** What there is to read. */
export interface Library {
	readonly cards: readonly StoryCard[];
	/** Words and sentences of reports. */
	readonly words: readonly string[];
	readonly sentences: readonly string[];
}

/** Answers that a reader's browser keeps to ask whether they hold. */
const KEPT = 50;

interface Answer {
	readonly status: number;
	readonly etag: string | null;
	readonly text: string;
}

/** Somebody with a browser of their own, who reads, thinks and asks for the next thing. */
export class Reader {
	readonly #origin: URL;
	readonly #agent: Agent;
	readonly #random: () => number;
	readonly #library: Library;
	readonly #tell: (asked: Asked) => void;
	readonly #kept = new Map<string, Answer>();
	/** Addresses of reports and of the next page, on what was read last. */
	#reports: readonly string[] = [];
	#next: string | null = null;

	constructor(origin: URL, agent: Agent, random: () => number, library: Library, tell: (asked: Asked) => void) {
		this.#origin = origin;
		this.#agent = agent;
		this.#random = random;
		this.#library = library;
		this.#tell = tell;
	}

	/** Comes to the front page with nothing kept. */
	async arrive(): Promise<void> {
		const { text } = await this.#ask("front page", "/");
		const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "/");
		for (const file of files) await this.#ask("style and script", file);
	}

	async goOn(): Promise<void> {
		const [route, path] = this.#choose();
		const { text } = await this.#ask(route, path);
		const reports = [...text.matchAll(/href="(\/articles\/[0-9a-f]{16})/g)].map((match) => match[1] ?? "/");
		if (reports.length > 0) this.#reports = reports;
		if (route === "front page" || route === "next page") {
			this.#next = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? null;
		}
	}

	#choose(): readonly [Route, string] {
		let drawn = this.#random() * 100;
		for (const [route, share] of Object.entries(ROUTES) as [keyof typeof ROUTES, number][]) {
			drawn -= share;
			if (drawn < 0) return this.#addressOf(route);
		}
		return ["front page", "/"];
	}

	#addressOf(route: keyof typeof ROUTES): readonly [Route, string] {
		const { cards, words, sentences } = this.#library;
		const story = `/stories/${this.#pickOften(cards)?.id ?? ""}`;
		const asking = (path: string, fields: Readonly<Record<string, string>>): string =>
			`${path}?${new URLSearchParams(fields)}`;
		switch (route) {
			case "front page":
				return [route, "/"];
			case "next page":
				return this.#next === null ? ["front page", "/"] : [route, this.#next];
			case "narrowed list":
				return [route, asking("/", this.#narrow())];
			case "story":
				return [route, story];
			case "report": {
				const report = this.#pick(this.#reports);
				return report === undefined ? ["story", story] : [route, report];
			}
			case "search":
				return [route, asking("/search", { q: this.#pick(words) ?? "the" })];
			case "trace":
				return [route, asking("/trace", { text: this.#pick(sentences) ?? "the" })];
			case "API: stories":
				return [route, asking("/api/v1/stories", this.#narrow())];
			case "API: quotations":
				return [route, asking("/api/v1/quotations", { q: this.#pick(words) ?? "the" })];
		}
	}

	#narrow(): Record<string, string> {
		const card = this.#pickOften(this.#library.cards);
		const kinds: Record<string, string>[] = [
			{ conflicts: "only" },
			{ language: card?.languages[0] ?? "en" },
			{ outlet: this.#pick(card?.outlets ?? []) ?? "none" },
			{ entity: this.#pick(card?.names ?? []) ?? "none" },
			{ from: card?.day ?? "2031-05-01", to: card?.day ?? "2031-05-31" },
		];
		return this.#pick(kinds) ?? {};
	}

	#pick<T>(list: readonly T[]): T | undefined {
		return list[Math.floor(this.#random() * list.length)];
	}

	/** The first are read most: the n-th 1/n as often. */
	#pickOften<T>(list: readonly T[]): T | undefined {
		return list[Math.floor(list.length ** this.#random()) - 1];
	}

	async #ask(route: Route, path: string): Promise<Answer> {
		const kept = this.#kept.get(path);
		const started = performance.now();
		const answer = await this.#fetch(path, kept?.etag ?? null).catch(() => ({ status: 0, etag: null, text: "" }));
		this.#tell({ route, ms: performance.now() - started, status: answer.status, path });
		if (answer.status === 304 && kept) return kept;
		this.#kept.delete(path);
		if (answer.etag !== null) this.#kept.set(path, answer);
		for (const oldest of this.#kept.keys()) {
			if (this.#kept.size <= KEPT) break;
			this.#kept.delete(oldest);
		}
		return answer;
	}

	#fetch(path: string, etag: string | null): Promise<Answer> {
		const headers = { "accept-encoding": "gzip", ...(etag === null ? {} : { "if-none-match": etag }) };
		return new Promise((resolve, reject) => {
			request(new URL(path, this.#origin), { agent: this.#agent, headers }, (response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("error", reject);
				response.on("end", () => {
					const bytes = Buffer.concat(chunks);
					const isPacked = response.headers["content-encoding"] === "gzip" && bytes.length > 0;
					resolve({
						status: response.statusCode ?? 0,
						etag: response.headers.etag ?? null,
						text: (isPacked ? gunzipSync(bytes) : bytes).toString("utf8"),
					});
				});
			})
				.on("error", reject)
				.end();
		});
	}
}
