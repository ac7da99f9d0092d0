import type { TraceCredit } from "../../../model/trace-listing.ts";
import { siglumOf } from "../../view/record-index.ts";
import { tieVerb } from "../../view/tie-words.ts";
import { anchors, firstWords, type Page, quoted, separate } from "../page.ts";
import { type Line, type Run, run, tied } from "../runs.ts";

/** Columns of the words that name who is credited. */
const LONGEST = 60;

/** Whom a report has the words from, by which words it says so, how sure that is, and where. */
export function describeCredit(
	page: Page,
	article: string,
	credit: TraceCredit,
): { readonly runs: Run[]; readonly aside: Line } {
	const { kind, directed, scope, name, report, reports, evidence, confidence } = credit;
	const own = reports.includes(article);
	const tie = kind === "shares" ? "has this stretch in common with" : tieVerb({ kind, directed });
	const verb = own ? "is a text of" : tie;
	const who =
		report === null ? run(firstWords(page, name, LONGEST), "strong") : run(siglumOf(page.index, report), "siglum");
	const also =
		own || reports.length === 0
			? []
			: [
					run(" (", "dim"),
					...separate(
						reports.map((id) => [run(siglumOf(page.index, id), "siglum")]),
						" ",
					),
					run(")", "dim"),
				];
	const [place] = evidence;
	const text = page.index.articles.get(place?.article ?? "")?.text ?? "";
	const words = place && kind !== "copies" && kind !== "shares" ? text.slice(place.start, place.end) : "";
	const by =
		words === "" || words.includes(name) ? [] : [run(", by "), ...quoted(page, firstWords(page, words, LONGEST))];
	const what = kind === "credits" && !own ? [run(scope === "words" ? " for these words" : " for its text", "dim")] : [];
	return {
		runs: [run(`${verb} `), who, ...also, ...what, ...by, tied(`, ${confidence.toFixed(2)}`, "dim")],
		aside: anchors(page, evidence, 2),
	};
}
