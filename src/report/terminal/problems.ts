import type { ListedProblem } from "../../model/problem.ts";
import { anchors, heading, INDENT, more, type Page, set } from "./page.ts";
import { type Line, run } from "./runs.ts";

const SHOWN = 20;

/** What went wrong in the inputs, or could not be settled. */
export function setProblems(page: Page): Line[] {
	const { problems } = page.index.record;
	if (problems.length === 0) return [];
	const lines = heading(page, "Problems");
	for (const problem of problems.slice(0, SHOWN)) lines.push(...setProblem(page, problem));
	lines.push(...more(page, problems.length - SHOWN));
	return lines;
}

function setProblem(page: Page, problem: ListedProblem): Line[] {
	const { article, span } = problem;
	const where = problem.place ?? page.index.articles.get(article ?? "")?.capture.place ?? null;
	const place = where === null ? [] : [run(where, article === null ? "strong" : "plain"), run(": ")];
	return set(page, [...place, run(problem.reason), run(` (${problem.code})`, "dim")], {
		hanging: INDENT + 2,
		aside: article === null || span === null ? [] : anchors(page, [{ ...span, article }], 1),
	});
}
