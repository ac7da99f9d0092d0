import type { Utterance } from "../../model/record.ts";
import { type Attribution, listAttributions } from "../view/attributions.ts";
import { CUT } from "../view/shorten.ts";
import type { Witnesses } from "./apparatus.ts";
import { firstWords, more, type Page, quoted, separate, set } from "./page.ts";
import { type Line, type Run, run, tied } from "./runs.ts";

/** Attributions of one utterance that are printed, and the columns of a source. */
const SHOWN = 8;
const LONGEST = 40;

/** Confidence below which a finding is as often wrong as right. */
const UNSURE = 0.5;

/** By which words each rendition is given to its speaker, who brought it, and how sure that is. */
export function setAttributions(page: Page, utterance: Utterance, witnesses: Witnesses, indent: number): Line[] {
	const all = listAttributions(page.index, utterance);
	if (all.length === 0) return [];
	const shown = all.slice(0, SHOWN).map((one): Run[] => {
		const names = [...new Set(one.renditions.map((id) => witnesses.get(id) ?? "?"))];
		const sigla = separate(
			names.map((name) => [run(name, "siglum")]),
			" ",
		);
		return [...sigla, run(" "), ...describeAttribution(page, one)];
	});
	const by = all.some(({ parts }) => parts.length > 0) ? [run("by ", "dim")] : [];
	return [
		...set(page, [...by, ...separate(shown, "; ", "dim")], { indent, hanging: indent + 3 }),
		...more(page, all.length - SHOWN, indent),
	];
}

/**
 * Source and cue in the report's words, carriers, confidence: `“Vane said”, via Corra News, 0.96`.
 *
 * @param sourceKnown leaves the source out, where it stands beside already
 */
export function describeAttribution(page: Page, attribution: Attribution, sourceKnown: boolean = false): Run[] {
	const { parts, carriers, confidence } = attribution;
	const shown = sourceKnown ? parts.filter(({ of }) => of !== "source") : parts;
	const words = shown
		.map(({ gap, text, of }, at) => {
			const passed = parts[parts.findIndex((part) => part.gap === gap && part.text === text) - 1];
			const between = sourceKnown && passed?.of === "source" ? ` ${CUT} ` : gap;
			return `${at > 0 ? between : ""}${of === "source" ? firstWords(page, text, LONGEST) : text}`;
		})
		.join("");
	const none = parts.length > 0 ? "no cue" : "no source";
	const said = words === "" ? [run(none, "dim")] : quoted(page, words, "dim");
	const via = carriers.length === 0 ? [] : [run(`, via ${carriers.join(" from ")}`)];
	return [...said, ...via, tied(`, ${confidence.toFixed(2)}`, confidence < UNSURE ? "doubt" : "dim")];
}
