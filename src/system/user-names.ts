import { readFileSync } from "node:fs";
import { parseUserNames } from "../language/names/user-names.ts";
import { UserError } from "../model/problem.ts";
import type { AnalysisData } from "../pipeline.ts";
import { compareText } from "../text/compare.ts";
import { sha256Hex } from "../text/hash.ts";

/** A names file is written by hand: one that is larger is something else. */
const MOST_BYTES = 8_000_000;

/**
 * The analysis data with the names of the user's files, each listed in `sources` by its place as given.
 *
 * @throws UserError `names/unreadable` when a file cannot be read as UTF-8 text, `names/line` for a line
 * that is wrong
 */
export function addUserNames(data: AnalysisData, places: readonly string[]): AnalysisData {
	if (places.length === 0) return data;
	const files = [...new Set(places)].map((place) => ({ place, bytes: readBytes(place) }));
	const names = parseUserNames(files.map(({ place, bytes }) => ({ place, text: decode(place, bytes) })));
	const sources = [...data.sources, ...files.map(({ place, bytes }) => ({ name: place, sha256: sha256Hex(bytes) }))];
	return { ...data, names, sources: sources.sort((a, b) => compareText(a.name, b.name)) };
}

function readBytes(place: string): Uint8Array {
	let bytes: Uint8Array;
	try {
		bytes = readFileSync(place);
	} catch (cause) {
		const why =
			cause instanceof Error && "code" in cause && cause.code === "ENOENT"
				? "there is no such file"
				: "it cannot be read";
		throw new UserError("names/unreadable", `names file ${place}: ${why}`);
	}
	if (bytes.length > MOST_BYTES)
		throw new UserError("names/unreadable", `names file ${place}: larger than ${MOST_BYTES} bytes`);
	return bytes;
}

function decode(place: string, bytes: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new UserError("names/unreadable", `names file ${place}: it is not text in UTF-8`);
	}
}
