import type { GivenFile } from "../model/evidence.ts";
import type { AnalysisData } from "../pipeline.ts";
import { loadAnalysisData } from "./data.ts";
import { addCorrectionFiles } from "./user-corrections.ts";
import { readUserBytes, toUserFile, type UserFile } from "./user-files.ts";
import { addNameFiles } from "./user-names.ts";

/** The user's files, each once, names first. Throws UserError when one cannot be read. */
export function readGivenFiles(names: readonly string[], corrections: readonly string[]): GivenFile[] {
	const read = (kind: GivenFile["kind"], places: readonly string[]): GivenFile[] =>
		readUserBytes(kind, places).map((file) => ({ kind, ...file }));
	return [...read("names", names), ...read("corrections", corrections)];
}

/** Files by kind and place, names first; of two of one place the first is meant. */
export function mergeGivenFiles(files: readonly GivenFile[]): GivenFile[] {
	const byPlace = new Map<string, GivenFile>();
	for (const file of files) {
		const key = `${file.kind} ${file.place}`;
		if (!byPlace.has(key)) byPlace.set(key, file);
	}
	const all = [...byPlace.values()];
	return (["names", "corrections"] as const).flatMap((kind) => all.filter((file) => file.kind === kind));
}

/** The shipped data with the user's files. Throws UserError when one of them cannot be used. */
export function loadDataWith(given: readonly GivenFile[]): AnalysisData {
	const of = (kind: GivenFile["kind"]): UserFile[] =>
		given.filter((file) => file.kind === kind).map(({ place, bytes }) => toUserFile(kind, place, bytes));
	return addCorrectionFiles(addNameFiles(loadAnalysisData(), of("names")), of("corrections"));
}
