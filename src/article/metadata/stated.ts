import type { Stated } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import { type DraftDate, noDate } from "../draft.ts";
import { readExplicitDate, twoReadings } from "./explicit-date.ts";

/** A date given outside the text. */
export function readStatedDate(written: string, from: string): DraftDate {
	const read = readExplicitDate(written.trim());
	if (!read) return { ...noDate(`the date ${from} could not be read, or could be read in two ways`), exact: written };
	const { earliest, latest, precision, zone } = read.date;
	return { earliest, latest, precision, zone, exact: written, reason: `${from}${twoReadings(read.date)}`, span: null };
}

/** The outlet as stated outside the text. */
export function statedOutlet(stated: StatedMetadata): Stated | null {
	return stated.outlet === null ? null : { text: stated.outlet, span: null, from: "stated" };
}
