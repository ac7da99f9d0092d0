import { parseUserNames } from "../language/names/user-names.ts";
import type { AnalysisData } from "../pipeline.ts";
import { compareText } from "../text/compare.ts";
import { sha256Hex } from "../text/hash.ts";
import { readUserFiles } from "./user-files.ts";

/**
 * The analysis data with the names of the user's files, each listed in `sources` by its place as given.
 *
 * @throws UserError `names/unreadable` when a file cannot be read as UTF-8 text, `names/line` for a line
 * that is wrong
 */
export function addUserNames(data: AnalysisData, places: readonly string[]): AnalysisData {
	if (places.length === 0) return data;
	const files = readUserFiles("names", places);
	const sources = [...data.sources, ...files.map(({ place, bytes }) => ({ name: place, sha256: sha256Hex(bytes) }))];
	return { ...data, names: parseUserNames(files), sources: sources.sort((a, b) => compareText(a.name, b.name)) };
}
