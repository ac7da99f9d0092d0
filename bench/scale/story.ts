import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArticle } from "../../src/article/article.ts";
import { collate } from "../../src/collation/collate.ts";
import { findReportDays } from "../../src/collation/occasions/report-days.ts";
import { findSetting, type Setting } from "../../src/collation/occasions/setting.ts";
import { resolveSpeakers } from "../../src/collation/speakers/set-speakers.ts";
import { findEchoes } from "../../src/collation/utterances/echoes.ts";
import { cutSegments } from "../../src/collation/utterances/segments.ts";
import { findUtterances } from "../../src/collation/utterances/utterances.ts";
import type { AnnotatedArticle } from "../../src/model/annotated.ts";
import { annotate } from "../../src/pipeline.ts";
import { groupStories, type StoryLayer } from "../../src/stories/stories.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { compareText } from "../../src/text/compare.ts";
import { sha256Hex } from "../../src/text/hash.ts";
import { retellStory } from "./retold.ts";

/**
 * What collating one story costs as it grows: seconds of one core for grouping and for collating 10 to 500 reports (or the
 * counts given), made from an annotated set that is not held, see retold.ts. Counts the processor's time, not the clock's.
 * Prints what it measures; gates nothing.
 *
 *   npx tsx bench/scale/story.ts [set] [count …]
 */

const [set = "budget-vote", ...counts] = process.argv.slice(2);
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "quality", "collation", "sets", set);
if ((JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as { held: boolean }).held)
	throw new Error(`${set} is held`);
const reports = readdirSync(folder)
	.filter((file) => file.endsWith(".txt"))
	.sort()
	.map((file) => readFileSync(join(folder, file), "utf8"));
const data = loadAnalysisData();

for (const count of counts.length > 0 ? counts.map(Number) : [10, 50, 100, 200, 500]) {
	const annotated = retellStory(reports, count, count)
		.flatMap((text, at) => read(`${at}.txt`, text))
		.sort((a, b) => compareText(a.article.id, b.article.id));
	const started = seconds();
	const layer = groupStories(annotated, data.rarity);
	const grouped = seconds();
	const generator = { version: "0", models: [], data: [], options: {}, corrections: 0 };
	const { facts } = collate(annotated, layer, (stem) => data.rarity.rarityOf(stem), generator, []);
	const collated = seconds();
	const found = sayOnce(annotated, layer);
	const said = seconds();
	const largest = Math.max(...layer.stories.map(({ articles }) => articles.length));
	process.stdout.write(
		`${count} reports: grouping ${(grouped - started).toFixed(2)} s, collating ${(collated - grouped).toFixed(2)} s, ` +
			`of these utterances ${(said - collated).toFixed(2)} s; largest story ${largest}, ${found} utterances, ` +
			`${facts.length} facts\n`,
	);
}

/** The utterances of all stories by themselves: how many there are. */
function sayOnce(annotated: readonly AnnotatedArticle[], layer: StoryLayer): number {
	const weightOf = (stem: string): number => data.rarity.rarityOf(stem);
	const speakers = resolveSpeakers(annotated, layer.entities, layer.entityOf, (id) => id);
	const settings = new Map(
		annotated.flatMap((one) => one.quotations.map((quotation) => [quotation.id, findSetting(one, quotation)] as const)),
	);
	const days = {
		reportDays: findReportDays(annotated),
		settingOf: (quotation: string): Setting | null => settings.get(quotation) ?? null,
	};
	const texts = new Map(annotated.map(({ article }) => [article.id, article.text]));
	return layer.stories.reduce((sum, { id, articles }) => {
		const members = annotated.filter(({ article }) => articles.includes(article.id));
		const segments = members.flatMap((one) => cutSegments(one, speakers, weightOf, days));
		const echoes = findEchoes(members, segments, days.reportDays, weightOf);
		return sum + findUtterances(id, [...segments, ...echoes], (article) => texts.get(article) ?? "").length;
	}, 0);
}

function read(place: string, text: string): AnnotatedArticle[] {
	const bytes = new TextEncoder().encode(text);
	const { article } = readArticle({
		place,
		url: null,
		mediaType: "text/plain",
		charset: null,
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		stated: { outlet: null, published: null, title: null, role: "report" },
	});
	return article ? [annotate(article, data.tagger)] : [];
}

/** Seconds of the processor that this process has used. */
function seconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}
