import type { CollationRecord, Position } from "../src/model/record.ts";
import { collateTexts, nameOf, type TestReport } from "./collate-texts.ts";

/** The day of reports that give none. */
const DAY = "2031-05-14";

/** A name that only opens a sentence is known for none: places are brought on before. */
const BEFORE = "Rain fell in Norrland, in Tarnia and in Orvania.\n\n";

/** The record of texts given without names: a, b, c … on one day. */
export function collateLines(...texts: readonly string[]): CollationRecord {
	return collateTexts(
		texts.map((text, at): TestReport => ({ name: String.fromCharCode(97 + at), text: BEFORE + text, published: DAY })),
	);
}

/** Positions as `speaker → about: act or words | side | reports`, in the record's order. */
export function listRows(record: CollationRecord, fits: (position: Position) => boolean = () => true): string[] {
	const names = new Map(record.entities.map(({ id, name }) => [id, name]));
	return record.positions.filter(fits).map(({ speaker, about, act, exact, stance, reports }) => {
		const who = [...new Set(reports.map(({ article }) => nameOf(record, article)))].sort().join(" ");
		return `${names.get(speaker)} → ${names.get(about)}: ${act ?? exact} | ${stance ?? "-"} | ${who}`;
	});
}

/** The acts of one text as `doer → about: act | side`. */
export function listActs(text: string): string[] {
	return listRows(collateLines(text), ({ kind }) => kind === "act").map((row) => row.slice(0, row.lastIndexOf(" | ")));
}

/** The sides of the statements of one text about an entity, in the order of the text; `-` for none. */
export function listStances(text: string, about: string): string[] {
	const record = collateLines(text);
	const id = record.entities.find(({ names }) => names.includes(about))?.id;
	return record.positions
		.filter((position) => position.kind === "statement" && position.about === id)
		.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
		.map(({ stance }) => stance ?? "-");
}
