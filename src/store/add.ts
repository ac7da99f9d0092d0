import type { Capture } from "../model/capture.ts";
import type { ListedProblem } from "../model/problem.ts";
import type { CollateEffects } from "../pipeline.ts";
import { walkCaptures } from "../read/captures.ts";
import { compareProblems } from "../text/compare.ts";
import type { Database } from "./database.ts";
import { describeProgram } from "./program.ts";
import { captureId, findKnown, type InputProblem, keepProblems, keepReadings, type Reading } from "./readings.ts";
import { vacuumEmbedded } from "./upkeep.ts";

/** What adding needs of the world. */
export interface AddEffects extends Omit<CollateEffects, "data"> {
	/** The day, ISO 8601: reports that say nothing of when they were written are kept under it. */
	today(): string;
}

/** What adding came to. Lists as in a record: problems by place, code and reason. */
export interface Added {
	/** Files and other inputs that were read. */
	readonly inputs: number;
	/** Captures that were not in the store, and those that were. */
	readonly captures: number;
	readonly known: number;
	/** Ids of articles that were not in the store, in code unit order. */
	readonly articles: readonly string[];
	/** How many of these are later texts of a source that the store has. */
	readonly versions: number;
	readonly problems: readonly ListedProblem[];
}

/** Captures, and bytes of them, that are kept in one transaction: what is lost when the process is killed, and read again. */
const MOST_CAPTURES = 50;
const MOST_BYTES = 8_000_000;

/** Articles after which an embedded store is tidied: it has nobody who does it by himself. */
const TIDY_EVERY = 2000;

/**
 * Adds files, folders, patterns or standard input to a store. What the store has is not read again, so that a stopped
 * run is finished by the same command. A bad input is a problem and the others go on.
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
	let [captures, known, versions, tidied] = [0, 0, 0, 0];
	let batch: Reading[] = [];
	let bytes = 0;
	const keep = async (): Promise<void> => {
		if (batch.length === 0) return;
		const kept = await keepReadings(database, batch, effects.today(), program);
		captures += kept.captures;
		versions += kept.versions;
		articles.push(...kept.articles);
		[batch, bytes] = [[], 0];
		if (articles.length - tidied < TIDY_EVERY) return;
		tidied = articles.length;
		await vacuumEmbedded(database);
	};
	const seen = new Set<string>();
	let wrong: InputProblem[] = [];
	let last: string | null = null;
	const settle = async (): Promise<void> => {
		if (last !== null) await keepProblems(database, [last], wrong);
		wrong = [];
	};
	for await (const { captures: found, problems: listed, input, ahead } of walkCaptures(inputs, effects, primaries)) {
		problems.push(...listed);
		if (input === null) continue;
		if (input !== last) await settle();
		last = input;
		seen.add(input);
		wrong.push(...listed.map((problem) => ({ ...problem, input })));
		const total = seen.size + ahead;
		for (const group of inGroups(found)) {
			const there = await findKnown(database, group.map(captureId), program);
			for (const capture of group) {
				effects.progress?.(seen.size - 1, total, capture.place);
				if (there.has(captureId(capture))) {
					known++;
					continue;
				}
				const reading = await effects.readArticle(capture);
				const { article } = reading;
				if (!article) {
					for (const problem of reading.problems) problems.push({ ...problem, article: null, place: capture.place });
				}
				batch.push({ capture, input, article, problems: reading.problems });
				bytes += capture.bytes.byteLength;
				if (batch.length >= MOST_CAPTURES || bytes >= MOST_BYTES) await keep();
			}
		}
	}
	await settle();
	await keep();
	return {
		inputs: seen.size,
		captures,
		known,
		articles: articles.sort(),
		versions,
		problems: problems.sort(compareProblems),
	};
}

function* inGroups(captures: readonly Capture[]): Generator<readonly Capture[]> {
	for (let at = 0; at < captures.length; at += MOST_CAPTURES) yield captures.slice(at, at + MOST_CAPTURES);
}
