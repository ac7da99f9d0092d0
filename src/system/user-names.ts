import { parseUserNames } from "../language/names/user-names.ts";
import type { AnalysisData } from "../pipeline.ts";
import { compareText } from "../text/compare.ts";
import { readUserFiles, type UserFile } from "./user-files.ts";

/**
 * The analysis data with the names of the user's files, each listed in `sources` by its place as given.
 *
 * @throws UserError `names/unreadable` when a file cannot be read as UTF-8 text, `names/line` for a line
 * that is wrong
 */
export function addUserNames(data: AnalysisData, places: readonly string[]): AnalysisData {
	return addNameFiles(data, readUserFiles("names", places));
}

/** The same with files that are read already. */
export function addNameFiles(data: AnalysisData, files: readonly UserFile[]): AnalysisData {
	if (files.length === 0) return data;
	const sources = [...data.sources, ...files.map(({ place, sha256 }) => ({ name: place, sha256 }))];
	return { ...data, names: parseUserNames(files), sources: sources.sort((a, b) => compareText(a.name, b.name)) };
}
