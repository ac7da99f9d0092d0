import type { Utterance } from "../../model/record.ts";
import { type ApparatusEntry, trimMarks, writeApparatus } from "../view/apparatus.ts";
import { findTold } from "../view/notable.ts";
import { nameRenditions } from "../view/rendition-names.ts";
import { firstWords, more, type Page, pad, separate, set } from "./page.ts";
import { type Line, type Run, run } from "./runs.ts";

/** Entries printed of those that change the wording alone; those that may change the meaning are all printed. */
const SHOWN = 8;
const INDENT = 6;
const KIND_COLUMNS = 11;
/** Columns of a reading that are printed. */
const LONGEST = 200;

/** By rendition the siglum that stands for it. */
export type Witnesses = ReadonlyMap<string, string>;

/** The variants of an utterance under its text: `lemma ] reading SIGLA; reading SIGLA`. */
export function setApparatus(page: Page, utterance: Utterance, base: string, witnesses: Witnesses): Line[] {
	const entries = writeApparatus(utterance, base, findTold(page.index, utterance));
	const notable = entries.filter((entry) => entry.notable);
	const others = entries.filter((entry) => !entry.notable);
	return [
		...[...notable, ...others.slice(0, SHOWN)].flatMap((entry) => setEntry(page, entry, witnesses)),
		...more(page, others.length - SHOWN, INDENT),
	];
}

function setEntry(page: Page, entry: ApparatusEntry, witnesses: Witnesses): Line[] {
	const tone = entry.notable ? "alarm" : "dim";
	const first = [...pad(entry.notable ? page.marks.notable : "", 2, tone), ...pad(entry.kind, KIND_COLUMNS, tone)];
	const readings = entry.readings.map(({ text, renditions }): Run[] => {
		const own = new Set(renditions);
		const names = [...new Set([...witnesses].flatMap(([id, name]) => (own.has(id) ? [name] : [])))];
		const sigla = separate(
			names.map((name) => [run(name, "siglum")]),
			" ",
		);
		const words = text === "" ? run("left out", "dim") : run(firstWords(page, trimMarks(text), LONGEST), "strong");
		return [words, run(" "), ...sigla];
	});
	return set(page, [...setLemma(page, entry), ...separate(readings, "; ", "dim")], {
		first,
		indent: INDENT - 2,
		hanging: INDENT + KIND_COLUMNS,
	});
}

function setLemma(page: Page, entry: ApparatusEntry): Run[] {
	if (entry.lemma !== "") return [run(firstWords(page, trimMarks(entry.lemma), LONGEST)), run(" ] ", "dim")];
	if (entry.before === "") return [run("at the start, ", "dim")];
	return [run("after ", "dim"), run(entry.before), run(": ", "dim")];
}

/** Sigla of renditions; a report that gives several has them numbered, `A¹`, `A²`. */
export function nameWitnesses(page: Page, utterance: Utterance): Witnesses {
	return new Map(
		[...nameRenditions(page.index, utterance)].map(([id, { siglum, number }]) => [
			id,
			siglum + (number === null ? "" : (page.marks.raised[number] ?? "")),
		]),
	);
}
