import type { ListedProblem } from "../model/problem.ts";
import type { CollateEffects } from "../pipeline.ts";
import { compareProblems } from "../text/compare.ts";
import type { Database } from "./database.ts";
import { type IntakeEffects, type TakenIn, takeIn } from "./intake.ts";
import { describeProgram } from "./program.ts";
import { findKnown, keepReadings, type Reading } from "./readings.ts";
import { vacuumEmbedded } from "./upkeep.ts";

/** What adding needs of the world. */
export type AddEffects = IntakeEffects & Pick<CollateEffects, "readArticle">;

/** What adding came to. Lists as in a record: problems by place, code and reason. */
export interface Added extends TakenIn {
	/** Captures that were not in the store. */
	readonly captures: number;
	/** Ids of articles that were not in the store, in code unit order. */
	readonly articles: readonly string[];
	/** How many of these are later texts of a source that the store has. */
	readonly versions: number;
}

/** Articles after which an embedded store is tidied: it has nobody who does it by himself. */
const TIDY_EVERY = 2000;

/**
 * Adds files, folders, patterns, addresses or standard input to a store: what it does not have is read and kept.
 *
 * @param primaries inputs that reports are held against: transcripts, statements, documents
 */
export async function addInputs(
	database: Database,
	inputs: readonly string[],
	primaries: readonly string[],
	effects: AddEffects,
): Promise<Added> {
	const program = describeProgram();
	const problems: ListedProblem[] = [];
	const articles: string[] = [];
	let [captures, versions, tidied] = [0, 0, 0];
	const taken = await takeIn<Reading>(database, inputs, primaries, effects, {
		findKnown: (there, ids) => findKnown(there, ids, program),
		async prepare(capture, input) {
			const { article, problems: found } = await effects.readArticle(capture);
			if (!article) for (const problem of found) problems.push({ ...problem, article: null, place: capture.place });
			return { capture, input, article, problems: found };
		},
		async keep(batch) {
			const kept = await keepReadings(database, batch, effects.today(), program);
			captures += kept.captures;
			versions += kept.versions;
			articles.push(...kept.articles);
			if (articles.length - tidied < TIDY_EVERY) return;
			tidied = articles.length;
			await vacuumEmbedded(database);
		},
	});
	return {
		...taken,
		captures,
		articles: articles.sort(),
		versions,
		problems: [...taken.problems, ...problems].sort(compareProblems),
	};
}
