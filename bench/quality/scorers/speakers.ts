import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findLanguage } from "../../../src/language/language.ts";
import type { FoundQuotation, LocalEntity } from "../../../src/model/annotation.ts";
import type { Span } from "../../../src/model/span.ts";
import { findQuotations } from "../../../src/quotations/quotations.ts";
import type { TaggerWeights } from "../../../src/quotations/tagger/weights.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { round } from "../../../src/text/compare.ts";
import { overlaps } from "../../../src/text/spans.ts";
import { findWords } from "../../../src/text/words.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { type GoldArticle, readPolnear } from "./polnear-gold.ts";
import { itemId, plainArticle } from "./quotation-comparison.ts";

/** One quotation of `speakers/judged.txt`, with who speaks. */
interface Judged {
	readonly article: string;
	readonly content: Span;
	readonly kind: "named" | "described" | "several";
	/** Places of the name; of the description; one place of each name. */
	readonly spans: readonly Span[];
	/** Places of names that are right beside the description. */
	readonly also: readonly Span[];
}

/** What became of a judged quotation. */
export type Verdict = "right" | "wrong" | "null" | "missed";

/**
 * Speakers of 200 direct quotations of PolNeAR's dev part, judged by hand (`speakers/judged.txt`), end to
 * end: the quotation must be found, and its speaker be the entity that bears the judged name, or null with
 * the judged description as its source. A wrong name costs more than none, so both are counted.
 */
export const scoreSpeakers: Scorer = async (corpora) => {
	const articles = readPolnear(join(corpora, "polnear", "dev"));
	const path = join(dirname(fileURLToPath(import.meta.url)), "..", "speakers", "judged.txt");
	if (!articles || !existsSync(path)) return null;
	return measureSpeakers(
		articles,
		readJudged(readFileSync(path, "utf8")),
		"polnear dev",
		loadAnalysisData().tagger?.weights ?? null,
	);
};

/** @throws Error with the line when one cannot be read */
export function readJudged(file: string): Judged[] {
	return file.split("\n").flatMap((line) => {
		if (line === "" || line.startsWith("#")) return [];
		const [article = "", content = "", kind = "", ...places] = line.split(" ");
		if (kind !== "named" && kind !== "described" && kind !== "several") throw new Error(`no such kind: ${line}`);
		const or = places.includes("or") ? places.indexOf("or") : places.length;
		return [
			{
				article,
				content: readSpan(content),
				kind,
				spans: places.slice(0, or).map(readSpan),
				also: places.slice(or + 1).map(readSpan),
			},
		];
	});
}

function readSpan(place: string): Span {
	const match = /^(\d+)-(\d+)$/.exec(place);
	if (!match) throw new Error(`not a span: ${place}`);
	return { start: Number(match[1]), end: Number(match[2]) };
}

function measureSpeakers(
	articles: readonly GoldArticle[],
	judged: readonly Judged[],
	corpus: string,
	tagger: TaggerWeights | null,
): Measurement {
	const counts: { [verdict in Verdict]: number } = { right: 0, wrong: 0, null: 0, missed: 0 };
	const items: { [id: string]: number } = {};
	for (const article of articles) {
		const id = itemId(article.name);
		const own = judged.filter((one) => one.article === id);
		if (own.length === 0) continue;
		const plain = plainArticle(article.text);
		const words = findWords(plain);
		const findings = findLanguage(plain, words);
		const { quotations } = findQuotations(plain, words, findings, tagger);
		for (const one of own) {
			const verdict = judge(one, quotations, findings.entities);
			counts[verdict]++;
			items[`${id} ${one.content.start}`] = verdict === "right" ? 1 : 0;
		}
	}
	const all = counts.right + counts.wrong + counts.null + counts.missed;
	const found = all - counts.missed;
	return {
		stage: "speakers",
		corpus,
		figures: {
			"direct: found": round(all === 0 ? 0 : found / all),
			"direct: right speaker, end to end": round(all === 0 ? 0 : counts.right / all),
			"direct: right speaker, given found": round(found === 0 ? 0 : counts.right / found),
			"direct: wrong speaker (count)": counts.wrong,
			"direct: no speaker where one is named (count)": counts.null,
		},
		items,
	};
}

/** The verdict on the quotation that shares most of the judged content. */
export function judge(one: Judged, quotations: readonly FoundQuotation[], entities: readonly LocalEntity[]): Verdict {
	const quotation = mostShared(quotations, one.content);
	if (!quotation) return "missed";
	const { speaker, source } = quotation;
	const entity = entities.find(({ id }) => id === speaker);
	if (one.kind === "several") {
		const offered = entities.filter(({ id }) => quotation.candidates.some((candidate) => candidate.entity === id));
		if (entity) return "wrong";
		return one.spans.every((span) => offered.some((other) => bears(other, span))) ? "right" : "null";
	}
	if (one.kind === "named") {
		if (!entity) return "null";
		return one.spans.some((span) => bears(entity, span)) ? "right" : "wrong";
	}
	if (entity) return [...one.spans, ...one.also].some((span) => bears(entity, span)) ? "right" : "wrong";
	return source && one.spans.some((span) => overlaps(span, source)) ? "right" : "null";
}

/** Whether a mention covers the last word of a name. */
function bears(entity: LocalEntity, name: Span): boolean {
	return entity.mentions.some(({ start, end }) => start < name.end && name.end <= end);
}

function mostShared(quotations: readonly FoundQuotation[], content: Span): FoundQuotation | null {
	let best: FoundQuotation | null = null;
	let most = 0;
	for (const quotation of quotations) {
		let shared = 0;
		for (const { start, end } of quotation.content)
			shared += Math.max(0, Math.min(end, content.end) - Math.max(start, content.start));
		if (shared > most) {
			most = shared;
			best = quotation;
		}
	}
	return best;
}
