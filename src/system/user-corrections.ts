import { readCorrections } from "../collation/corrections/read-corrections.ts";
import type { AnalysisData } from "../pipeline.ts";
import { compareText } from "../text/compare.ts";
import { readUserFiles, type UserFile } from "./user-files.ts";

/**
 * The analysis data with the decisions of the user's files, each file listed in `sources` by its place as given.
 *
 * @throws UserError `corrections/unreadable` when a file cannot be read as UTF-8 text, `corrections/line` for one that
 * is wrong
 */
export function addCorrections(data: AnalysisData, places: readonly string[]): AnalysisData {
	return addCorrectionFiles(data, readUserFiles("corrections", places));
}

/** The same with files that are read already. */
export function addCorrectionFiles(data: AnalysisData, files: readonly UserFile[]): AnalysisData {
	if (files.length === 0) return data;
	const sources = [...data.sources, ...files.map(({ place, sha256 }) => ({ name: place, sha256 }))];
	return { ...data, corrections: readCorrections(files), sources: sources.sort((a, b) => compareText(a.name, b.name)) };
}

/** The same with the decisions of a store's log, which are none of the user's files. */
export function addDecisions(data: AnalysisData, decisions: UserFile | null): AnalysisData {
	if (decisions === null) return data;
	const sources = [...data.sources, { name: decisions.place, sha256: decisions.sha256 }];
	return {
		...data,
		corrections: [...(data.corrections ?? []), ...readCorrections([decisions])],
		sources: sources.sort((a, b) => compareText(a.name, b.name)),
	};
}
