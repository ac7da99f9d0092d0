import { mayChangeMeaning } from "../../../collation/variants/variant-kinds.ts";
import type { TraceDifference } from "../../../model/trace-listing.ts";
import { trimEnds } from "../../view/wordings.ts";
import { firstWords, more, type Page, pad, set } from "../page.ts";
import { type Line, type Run, run } from "../runs.ts";

/** Differences printed of those that change the wording alone; those that may change the meaning are all printed. */
const SHOWN = 6;
const KIND_COLUMNS = 11;
/** Columns of a reading that are printed. */
const LONGEST = 160;

/** How a place departs from the text, as an apparatus: `text ] what stands there`. */
export function setDifferences(page: Page, differences: readonly TraceDifference[], indent: number): Line[] {
	const notable = differences.filter(({ kind }) => mayChangeMeaning(kind));
	const others = differences.filter(({ kind }) => !mayChangeMeaning(kind));
	return [
		...[...notable, ...others.slice(0, SHOWN)].flatMap((one) => setDifference(page, one, indent)),
		...more(page, others.length - SHOWN, indent),
	];
}

function setDifference(page: Page, { kind, traced, found }: TraceDifference, indent: number): Line[] {
	const notable = mayChangeMeaning(kind);
	const tone = notable ? "alarm" : "dim";
	const first = [...pad(notable ? page.marks.notable : "", 2, tone), ...pad(kind, KIND_COLUMNS, tone)];
	const words = (spans: TraceDifference["traced"]): string =>
		firstWords(page, trimEnds(spans.map(({ exact }) => exact).join(` ${page.marks.cutOff} `)), LONGEST);
	const runs: Run[] =
		traced.length === 0
			? [...(kind === "addition" ? [] : [run("added ", "dim")]), run(words(found), "strong")]
			: found.length === 0
				? [run(words(traced)), run(" ] ", "dim"), run("left out", "dim")]
				: kind === "order"
					? [run(words(found), "strong"), run(" stands elsewhere", "dim")]
					: [run(words(traced)), run(" ] ", "dim"), run(words(found), "strong")];
	return set(page, runs, { first, indent, hanging: indent + 2 + KIND_COLUMNS });
}
