import { readCorrections } from "../collation/corrections/read-corrections.ts";
import type { AnalysisData } from "../pipeline.ts";
import { compareText } from "../text/compare.ts";
import { sha256Hex } from "../text/hash.ts";
import { readUserFiles } from "./user-files.ts";

/**
 * The analysis data with the decisions of the user's files, each file listed in `sources` by its place as given.
 *
 * @throws UserError `corrections/unreadable` when a file cannot be read as UTF-8 text, `corrections/line` for one that
 * is wrong
 */
export function addCorrections(data: AnalysisData, places: readonly string[]): AnalysisData {
	if (places.length === 0) return data;
	const files = readUserFiles("corrections", places);
	const sources = [...data.sources, ...files.map(({ place, bytes }) => ({ name: place, sha256: sha256Hex(bytes) }))];
	return { ...data, corrections: readCorrections(files), sources: sources.sort((a, b) => compareText(a.name, b.name)) };
}
