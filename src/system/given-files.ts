import type { AnalysisData } from "../pipeline.ts";
import { loadAnalysisData } from "./data.ts";
import { addCorrectionFiles } from "./user-corrections.ts";
import { readUserBytes, toUserFile, type UserFile } from "./user-files.ts";
import { addNameFiles } from "./user-names.ts";

/** A file of names or of decisions, with its bytes. */
export interface GivenUserFile {
	readonly kind: "names" | "corrections";
	readonly place: string;
	readonly bytes: Uint8Array;
}

/** The user's files, each once, names first. Throws UserError when one cannot be read. */
export function readGivenFiles(names: readonly string[], corrections: readonly string[]): GivenUserFile[] {
	const read = (kind: GivenUserFile["kind"], places: readonly string[]): GivenUserFile[] =>
		readUserBytes(kind, places).map((file) => ({ kind, ...file }));
	return [...read("names", names), ...read("corrections", corrections)];
}

/** The shipped data with the user's files. Throws UserError when one of them cannot be used. */
export function loadDataWith(given: readonly GivenUserFile[]): AnalysisData {
	const of = (kind: GivenUserFile["kind"]): UserFile[] =>
		given.filter((file) => file.kind === kind).map(({ place, bytes }) => toUserFile(kind, place, bytes));
	return addCorrectionFiles(addNameFiles(loadAnalysisData(), of("names")), of("corrections"));
}
