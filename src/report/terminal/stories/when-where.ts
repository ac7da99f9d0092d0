import type { Story } from "../../../model/record.ts";
import { describeDate } from "../../view/date-words.ts";
import { siglumOf } from "../../view/record-index.ts";
import { anchors, BLANK, type Page, pad, set } from "../page.ts";
import { type Line, run } from "../runs.ts";

const LABEL = 10;
const PLACES_SHOWN = 4;

/** When and where the event was, and whose headline the story bears, each with what says so. */
export function setWhenWhere(page: Page, { when, where, headline, name }: Story): Line[] {
	const rows: Line[] = [];
	const day = describeDate(when);
	rows.push(
		...set(page, [...(day === null ? [] : [run(`${day}: `)]), run(when.reason, "dim")], {
			first: pad("when", LABEL, "dim"),
			aside: anchors(page, when.evidence, PLACES_SHOWN),
		}),
	);
	rows.push(
		...(where === null
			? set(page, [run("not told by most reports, or not alike", "dim")], { first: pad("where", LABEL, "dim") })
			: set(page, [run(where.exact)], {
					first: pad("where", LABEL, "dim"),
					aside: anchors(page, where.evidence, PLACES_SHOWN),
				})),
	);
	if (name != null) rows.push(...set(page, [run("given by a person", "dim")], { first: pad("name", LABEL, "dim") }));
	else if (headline !== null) {
		const siglum = run(siglumOf(page.index, headline.article), "siglum");
		rows.push(...set(page, [run("that of ", "dim"), siglum], { first: pad("headline", LABEL, "dim") }));
	}
	return [BLANK, ...rows];
}
