import type { Term } from "../../../model/annotation.ts";
import { offsets, quoted, type Sheet, set } from "../page.ts";
import { type Line, run } from "../runs.ts";

/** What stands in marks and is nobody's quotation, each with the reason. */
export function setTerms(sheet: Sheet, terms: readonly Term[], indent: number): Line[] {
	return terms.flatMap((term) =>
		set(sheet, [...quoted(sheet, term.exact, "strong"), run(` ${term.reason}`, "dim")], {
			indent,
			hanging: indent + 2,
			aside: offsets(sheet, [term]),
		}),
	);
}
