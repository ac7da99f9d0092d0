import type { SourceState } from "../follow/list-sources.ts";
import { listStages } from "../language/stages.ts";
import { countOf } from "../report/view/count-words.ts";
import type { DayGap } from "../store/held-days.ts";
import { countLanguages, readHeldDays } from "../store/held-days.ts";
import { countJobs } from "../store/jobs.ts";
import { countIndexed } from "../store/search/coverage.ts";
import type { Store } from "../store/store.ts";
import { keepFor } from "./keep-for.ts";

/** What of a store, and of the news, an answer does not cover: what is not found may stand there. */
export interface Coverage {
	/** Reports in the store, and those that can be found by their words. */
	readonly reports: number;
	readonly searchable: number;
	/** What is still to be read, annotated, placed or collated, and what was set aside after too many tries. */
	readonly queued: number;
	readonly setAside: number;
	/** Days of publication, ISO 8601; null when none is known. */
	readonly earliest: string | null;
	readonly latest: string | null;
	/** Reports whose day of publication is not known. */
	readonly undated: number;
	/** Stretches of days between these without any report, the longest first: at most `MOST_NAMED`. */
	readonly gaps: readonly DayGap[];
	readonly gapCount: number;
	/** Languages of which not all is analysed, by reports: at most `MOST_NAMED`. */
	readonly languages: readonly PartLanguage[];
	/** What is followed, and what of it does not answer now: at most `MOST_NAMED`, by address. */
	readonly followed: number;
	readonly down: readonly DownSource[];
	readonly downCount: number;
}

export interface PartLanguage {
	/** BCP 47. */
	readonly language: string;
	readonly reports: number;
	/** The stages that ran, in order. */
	readonly stages: readonly string[];
}

export interface DownSource {
	readonly url: string;
	readonly title: string | null;
	readonly health: "failing" | "gone" | "paused" | "elsewhere";
	/** ISO 8601; null when it never answered. */
	readonly lastSuccess: string | null;
	readonly reason: string | null;
}

/** Of each kind: a reader wants to know that there are more, not which. */
const MOST_NAMED = 8;

/** What is found out once may be said again for so long, in milliseconds: it counts rows of whole tables. */
const FRESH = 3000;

/** Says what a store covers, as of at most three seconds ago. */
export function watchCoverage(
	{ database }: Store,
	listStates: () => Promise<readonly SourceState[]>,
): () => Promise<Coverage> {
	return keepFor(FRESH, async () => {
		const [indexed, jobs, days, languages, sources] = [
			await countIndexed(database),
			await countJobs(database),
			await readHeldDays(database, MOST_NAMED),
			await countLanguages(database),
			await listStates(),
		];
		const parts = languages.flatMap(({ language, articles }): PartLanguage[] => {
			const stages = listStages(language);
			return language === null || stages.includes("language") ? [] : [{ language, reports: articles, stages }];
		});
		const down = sources.flatMap(({ url, title, health, lastSuccess, lastError }): DownSource[] =>
			health === "new" || health === "well"
				? []
				: [{ url, title, health, lastSuccess, reason: lastError?.reason ?? null }],
		);
		return {
			reports: indexed.articles,
			searchable: indexed.indexed,
			queued: jobs.reduce((sum, { waiting, taken }) => sum + waiting + taken, 0),
			setAside: jobs.reduce((sum, { aside }) => sum + aside, 0),
			...days,
			languages: parts.slice(0, MOST_NAMED),
			followed: sources.length,
			down: down.slice(0, MOST_NAMED),
			downCount: down.length,
		};
	});
}

/** The days that somebody asks for; null for open. */
interface AskedDays {
	readonly from: string | null;
	readonly to: string | null;
}

/** What a coverage leaves open, in words, what weighs most first; empty when it leaves nothing open. */
export function tellCoverage(coverage: Coverage, asked: AskedDays = { from: null, to: null }): string[] {
	const { reports, searchable, queued, setAside, earliest, latest, undated, gaps, gapCount } = coverage;
	const { languages, down, downCount } = coverage;
	const notes: string[] = [];
	if (reports === 0) return ["The store holds no report: nothing can be found in it."];
	if (searchable < reports) {
		notes.push(`${countOf(reports - searchable, "report")} of ${reports} cannot be found by words yet.`);
	}
	if (queued > 0) notes.push(`${countOf(queued, "piece")} of work are still queued: what they bring is not here yet.`);
	if (setAside > 0) notes.push(`${countOf(setAside, "piece")} of work failed time and again and were set aside.`);
	if (earliest !== null && asked.from !== null && asked.from < earliest) {
		notes.push(`The store has no report published before ${earliest}: it says nothing of the days before.`);
	}
	if (latest !== null && asked.to !== null && asked.to > latest) {
		notes.push(`The store has no report published after ${latest}: it says nothing of the days after.`);
	}
	if ((asked.from !== null || asked.to !== null) && undated > 0) {
		notes.push(`Reports of unknown day were left out by the days asked for: ${undated}.`);
	}
	const touched = gaps.filter(
		({ from, to }) => (asked.from === null || to >= asked.from) && (asked.to === null || from <= asked.to),
	);
	const [longest] = touched;
	if (longest !== undefined) {
		const days = longest.from === longest.to ? longest.from : `${longest.from} to ${longest.to}`;
		const others = gapCount > 1 && touched.length > 1 ? ` (the longest of ${gapCount} such gaps)` : "";
		notes.push(`The store has no report published on ${days}${others}.`);
	}
	for (const { language, reports: count, stages } of languages) {
		const parts = stages.filter((stage) => stage !== "article").map((stage) => STAGE_WORDS[stage] ?? stage);
		notes.push(`In ${countOf(count, "report")} in ${language} only ${joinWords(parts)} are looked for.`);
	}
	if (downCount > 0) {
		const named = down.slice(0, 3).map(({ url, health }) => `${url} (${health})`);
		const more = downCount > named.length ? ` and ${downCount - named.length} more` : "";
		notes.push(`Followed sources that do not answer or are not visited: ${named.join(", ")}${more}.`);
	}
	return notes;
}

const STAGE_WORDS: Readonly<Record<string, string>> = {
	names: "names",
	dates: "dates",
	numbers: "numbers",
	marks: "quotations in quotation marks",
};

function joinWords(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
