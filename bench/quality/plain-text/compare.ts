import type { Article } from "../../../src/model/article.ts";
import { spanAt } from "../../../src/text/spans.ts";
import type { PlainTextCase } from "./cases.ts";

/** What became of one case. Characters are UTF-16 units that are not white space. */
export interface CaseResult {
	readonly body: number;
	/** Characters of the report that are not in the article's body. */
	readonly lost: number;
	readonly furniture: number;
	/** Characters of furniture that were dropped, or taken for metadata where they are that. */
	readonly found: number;
	/** Of these, the ones dropped by a rule of the family that the case names. */
	readonly reasoned: number;
	/** Each check the case asks for, by name: headline, byline, date always; the rest where it is stated. */
	readonly checks: Readonly<{ [name: string]: boolean }>;
	/** For a reader: each stretch that went wrong, and how. */
	readonly notes: readonly string[];
}

/** Compares an article, null when none was made, with what its case says. */
export function compareCase(expected: PlainTextCase, article: Article | null): CaseResult {
	const { text } = expected;
	const notes: string[] = [];
	let body = 0;
	let lost = 0;
	let furniture = 0;
	let found = 0;
	let reasoned = 0;
	const kept = article?.body ?? [];
	const dropped = article?.dropped ?? [];
	const taken = [article?.headline?.span, article?.byline?.span, article?.dateline?.span].filter(
		(span) => span !== null && span !== undefined,
	);
	for (const { start, end, label, rule } of expected.gold) {
		const isBody = label === "body" || label === "deck";
		let wrong = "";
		for (let at = start; at < end; at++) {
			if (/\s/.test(text.charAt(at))) continue;
			const inBody = spanAt(kept, at) !== null;
			const drop = spanAt(dropped, at);
			if (isBody) {
				body++;
				if (inBody) continue;
				lost++;
				wrong ||= drop ? `lost by ${drop.rule}` : "lost";
			} else if (label === "headline") {
				if (inBody) wrong ||= "headline in the body";
				else if (drop) wrong ||= `headline dropped by ${drop.rule}`;
			} else {
				furniture++;
				const metadata = label === "byline" || label === "dateline" || label === "date";
				const free = taken.every((span) => at < span.start || at >= span.end);
				if (inBody || (!metadata && !free)) {
					wrong ||= inBody ? "kept" : "taken for metadata";
					continue;
				}
				found++;
				if (rule === null || drop?.rule === rule) reasoned++;
				else wrong ||= `by ${drop?.rule} instead of ${rule}`;
			}
		}
		if (wrong !== "") notes.push(`${label} ${wrong}: ${text.slice(start, end).slice(0, 90)}`);
	}
	const checks = article ? checkArticle(expected, article) : { headline: false, byline: false, date: false };
	for (const [name, right] of Object.entries(checks)) if (!right) notes.push(`${name} ${describe(name, article)}`);
	return { body, lost, furniture, found, reasoned, checks, notes };
}

function checkArticle({ text, gold, expected }: PlainTextCase, article: Article): { [name: string]: boolean } {
	const own = gold.find(({ label }) => label === "headline");
	const headline = article.headline;
	const written = own ? text.slice(own.start, own.end).trim() : expected.headline === "made" ? null : expected.headline;
	const checks: { [name: string]: boolean } = {
		headline:
			written === null ? headline === null || headline.made : headline?.text === written && headline.made === false,
		byline: (article.byline?.authors ?? []).join("; ") === expected.authors.join("; "),
		date: (article.published.earliest?.slice(0, 10) ?? null) === expected.published,
	};
	if (expected.outlet !== null) checks["outlet"] = article.outlet?.text === expected.outlet;
	if (expected.problems.length > 0)
		checks["problems"] = expected.problems.every((code) => article.problems.some((problem) => problem.code === code));
	else checks["no mojibake"] = article.problems.every(({ code }) => code !== "article/mojibake");
	if (expected.posts !== null) checks["posts"] = article.posts.length === expected.posts;
	if (expected.repeats !== null) checks["repeats"] = article.repeats.length === expected.repeats;
	else checks["no repeats"] = article.repeats.length === 0;
	if (expected.blocks !== null) {
		const headlineSpan = article.headline?.span;
		checks["blocks"] = article.blocks.filter(({ start }) => start !== headlineSpan?.start).length === expected.blocks;
	}
	const sources = gold.filter(({ label }) => label === "source").length;
	if (sources > 0) checks["sources"] = article.sourceLines.length === sources;
	return checks;
}

function describe(name: string, article: Article | null): string {
	if (!article) return "no article";
	if (name === "headline") return `is ${JSON.stringify(article.headline?.text ?? null)} made ${article.headline?.made}`;
	if (name === "byline") return `is ${JSON.stringify(article.byline?.authors ?? [])}`;
	if (name === "date") return `is ${article.published.earliest} (${article.published.exact})`;
	if (name === "outlet") return `is ${article.outlet?.text}`;
	if (name === "posts") return `are ${article.posts.length}`;
	if (name === "blocks") return `are ${article.blocks.length} with the headline's`;
	return "wrong";
}
