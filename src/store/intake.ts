import type { Capture } from "../model/capture.ts";
import type { GivenFile } from "../model/evidence.ts";
import type { ListedProblem } from "../model/problem.ts";
import { type ReadEffects, walkCaptures } from "../read/captures.ts";
import { compareProblems, compareText } from "../text/compare.ts";
import type { Database, Queryable } from "./database.ts";
import { type InputProblem, keepProblems } from "./input-problems.ts";
import { captureId } from "./readings.ts";

/** What taking in needs of the world. */
export interface IntakeEffects extends ReadEffects {
	/** The day, ISO 8601: reports that say nothing of when they were written are kept under it. */
	today(): string;
	progress?(done: number, total: number, label: string): void;
	/**
	 * Keeps files of names and decisions that came in evidence files, for all that is read from the store; resolves to
	 * the places of those that it did not have. Where it is left out, they are not taken.
	 */
	keepGiven?(given: readonly GivenFile[]): Promise<readonly string[]>;
}

/** What is done with the captures of some inputs. */
export interface Intake<T> {
	/** Which of some captures the store has. */
	findKnown(database: Queryable, ids: readonly string[]): Promise<ReadonlySet<string>>;
	/** Makes what is kept of a capture that the store does not have. */
	prepare(capture: Capture, input: string): T | Promise<T>;
	/** Keeps some of them in one transaction. */
	keep(batch: readonly T[]): Promise<void>;
}

/** What came in. Problems are those of inputs that could not be opened as captures, by place, code and reason. */
export interface TakenIn {
	/** Files and other inputs that were read. */
	readonly inputs: number;
	/** Captures that the store had. */
	readonly known: number;
	readonly problems: readonly ListedProblem[];
	/** Files of names and decisions that came in evidence files and are kept now, by their places in code unit order. */
	readonly given: readonly string[];
}

/** Captures, and bytes of them, that are kept in one transaction: what is lost when the process is killed, and read again. */
const MOST_CAPTURES = 50;
const MOST_BYTES = 8_000_000;

/**
 * Takes the captures of files, folders, patterns, addresses or standard input that a store does not have. What was kept
 * stays kept, so that a stopped run is finished by the same command. A bad input is a problem and the others go on.
 *
 * @param primaries inputs that reports are held against: transcripts, statements, documents
 */
export async function takeIn<T>(
	database: Database,
	inputs: readonly string[],
	primaries: readonly string[],
	effects: IntakeEffects,
	intake: Intake<T>,
): Promise<TakenIn> {
	const problems: ListedProblem[] = [];
	const seen = new Set<string>();
	const given: GivenFile[] = [];
	let known = 0;
	let batch: T[] = [];
	let bytes = 0;
	const keep = async (): Promise<void> => {
		const full = batch;
		[batch, bytes] = [[], 0];
		if (full.length > 0) await intake.keep(full);
	};
	let wrong: InputProblem[] = [];
	let last: string | null = null;
	const settle = async (): Promise<void> => {
		if (last !== null) await keepProblems(database, [last], wrong);
		wrong = [];
	};
	for await (const step of walkCaptures(inputs, effects, primaries)) {
		const { captures, problems: listed, input, ahead } = step;
		problems.push(...listed);
		given.push(...(step.given ?? []));
		if (input === null) continue;
		if (input !== last) await settle();
		last = input;
		seen.add(input);
		wrong.push(...listed.map((problem) => ({ ...problem, input })));
		for (const group of inGroups(captures)) {
			const there = await intake.findKnown(database, group.map(captureId));
			for (const capture of group) {
				effects.progress?.(seen.size - 1, seen.size + ahead, capture.place);
				if (there.has(captureId(capture))) {
					known++;
					continue;
				}
				batch.push(await intake.prepare(capture, input));
				bytes += capture.bytes.byteLength;
				if (batch.length >= MOST_CAPTURES || bytes >= MOST_BYTES) await keep();
			}
		}
	}
	await settle();
	await keep();
	const kept = given.length > 0 ? ((await effects.keepGiven?.(given)) ?? []) : [];
	return {
		inputs: seen.size,
		known,
		problems: problems.sort(compareProblems),
		given: [...new Set(kept)].sort(compareText),
	};
}

function* inGroups(captures: readonly Capture[]): Generator<readonly Capture[]> {
	for (let at = 0; at < captures.length; at += MOST_CAPTURES) yield captures.slice(at, at + MOST_CAPTURES);
}
