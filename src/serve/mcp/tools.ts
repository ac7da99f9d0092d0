import type { Tool } from "./tool.ts";
import { compareReports } from "./tools/compare-reports.ts";
import { findStories } from "./tools/find-stories.ts";
import { getRecord } from "./tools/get-record.ts";
import { listPositions } from "./tools/list-positions.ts";
import { readReport } from "./tools/read-report.ts";
import { searchFacts } from "./tools/search-facts.ts";
import { searchQuotations } from "./tools/search-quotations.ts";
import { searchReports } from "./tools/search-reports.ts";
import { traceText } from "./tools/trace-text.ts";

/** Everything that can be asked, in the order in which it is listed. */
export const TOOLS: readonly Tool[] = [
	findStories,
	getRecord,
	searchQuotations,
	searchReports,
	searchFacts,
	traceText,
	listPositions,
	compareReports,
	readReport,
];
