import { mayChangeMeaning } from "../../collation/variants/variant-kinds.ts";
import type { HeldRelation, HeldRendition, Utterance } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { groupBy } from "../view/group-by.ts";
import { siglumOf } from "../view/record-index.ts";
import type { Witnesses } from "./apparatus.ts";
import { firstWords, more, type Page, pad, quoted, separate, set } from "./page.ts";
import { type Line, type Run, run } from "./runs.ts";

/** Columns of “against D” and of the relation; rows and stretches of one row that are printed; columns of a stretch. */
const AGAINST = 11;
const RELATION = 9;
const SHOWN = 6;
const STRETCHES_SHOWN = 4;
const LONGEST = 100;

const ORDER: readonly HeldRelation[] = ["exact", "cut", "changed", "summary"];

/**
 * How each report gives what a primary document has: exactly, cut and by which words, changed and how, or as a
 * summary. Renditions that do the same stand together.
 */
export function setHeldRenditions(page: Page, utterance: Utterance, witnesses: Witnesses, indent: number): Line[] {
	const articleOf = new Map(utterance.renditions.map(({ id, article }) => [id, article]));
	const rows = ORDER.flatMap((relation) => {
		const own = utterance.held.filter((held) => held.relation === relation);
		return [...groupBy(own, (held) => keyOf(held, articleOf)).values()];
	});
	const lines: Line[] = [];
	let against = "";
	for (const group of rows.slice(0, SHOWN)) {
		const [held] = group;
		if (!held) continue;
		const primary = siglumOf(page.index, articleOf.get(held.primary) ?? "");
		const label = primary === against ? "" : `against ${primary}`;
		against = primary;
		const names = [...new Set(group.map(({ rendition }) => witnesses.get(rendition) ?? "?"))];
		const sigla = separate(
			names.map((name) => [run(name, "siglum")]),
			" ",
		);
		lines.push(
			...set(page, [...sigla, ...describe(page, held)], {
				indent,
				first: [...pad(label, AGAINST, "dim"), ...pad(held.relation, RELATION, TONES[held.relation])],
			}),
		);
	}
	return [...lines, ...more(page, rows.length - SHOWN, indent)];
}

const TONES = { exact: "settled", cut: "plain", changed: "alarm", summary: "dim" } as const;

function keyOf({ primary, leftOut, changed }: HeldRendition, articleOf: ReadonlyMap<string, string>): string {
	const words = (spans: readonly { readonly exact: string }[]): string[] => spans.map(({ exact }) => exact);
	return JSON.stringify([
		articleOf.get(primary),
		words(leftOut),
		changed.map((one) => [one.kind, words(one.primary), words(one.report)]),
	]);
}

function describe(page: Page, { leftOut, changed }: HeldRendition): Run[] {
	const words = (spans: readonly { readonly exact: string }[]): string =>
		firstWords(page, spans.map(({ exact }) => exact).join(` ${page.marks.cutOff} `), LONGEST);
	const changes = changed.slice(0, STRETCHES_SHOWN).map((one): Run[] => {
		const notable = mayChangeMeaning(one.kind) ? [run(`${page.marks.notable} `, "alarm")] : [];
		if (one.primary.length === 0) return [...notable, run("adds ", "dim"), run(words(one.report), "strong")];
		if (one.kind === "order") return [...notable, run(words(one.report), "strong"), run(" in another place", "dim")];
		const now = one.report.length === 0 ? run("left out", "dim") : run(words(one.report), "strong");
		return [...notable, run(words(one.primary)), run(" ] ", "dim"), now];
	});
	const cuts = leftOut
		.slice(0, STRETCHES_SHOWN)
		.map((span, at): Run[] => [run(at === 0 ? "leaves out " : "", "dim"), ...quoted(page, words([span]))]);
	const hidden = Math.max(0, changed.length - STRETCHES_SHOWN) + Math.max(0, leftOut.length - STRETCHES_SHOWN);
	const rest = hidden > 0 ? [[run(`${countOf(hidden, "more difference")} (--json has all)`, "dim")]] : [];
	const all = [...changes, ...cuts, ...rest];
	return all.length === 0 ? [] : [run(": ", "dim"), ...separate(all, "; ", "dim")];
}
