import type { CaptureOrigin, MediaType, StatedMetadata } from "../../model/capture.ts";
import { EVIDENCE_SCHEMA, type EvidenceInput } from "../../model/evidence.ts";
import type { ListedProblem } from "../../model/problem.ts";
import { BYTES_OF_TYPE, NOTHING_STATED } from "../formats.ts";

/** A capture as the manifest of an evidence file has it: all but its bytes. */
export interface KeptCapture extends CaptureOrigin {
	readonly charset: string | null;
	readonly stated: StatedMetadata;
}

/** What an evidence file says of what it holds, as far as reading it asks. */
export interface KeptManifest {
	/** By the id of the WARC record that holds the bytes. */
	readonly captures: ReadonlyMap<string, KeptCapture>;
	/** The user's files, by their path in the evidence file. */
	readonly inputs: ReadonlyMap<string, Pick<EvidenceInput, "kind" | "place" | "sha256">>;
	/** What had gone wrong with inputs before there was a capture. */
	readonly problems: readonly ListedProblem[];
}

/**
 * Reads the manifest of an evidence file so that what lies in it is what it was when it was kept: places, addresses,
 * times, roles. `stemma verify` holds the whole of it to its schema; here what is not as it should be is left out.
 * Returns what is wrong, as the end of a sentence, where nothing of it can be used.
 */
export function readKeptManifest(json: string): KeptManifest | string {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return "it is not JSON";
	}
	const { schema, captures, inputs, problems } = fieldsOf(value);
	if (schema !== EVIDENCE_SCHEMA) return `it is not of the form ${EVIDENCE_SCHEMA}`;
	return {
		captures: new Map(listOf(captures).flatMap(readCapture)),
		inputs: new Map(listOf(inputs).flatMap(readInput)),
		problems: listOf(problems).flatMap(readProblem),
	};
}

function readCapture(value: unknown): (readonly [string, KeptCapture])[] {
	const { place, url, mediaType, sha256, at, charset, stated, warcRecord } = fieldsOf(value);
	if (!isText(place) || !isText(sha256) || !isText(warcRecord) || !isMediaType(mediaType)) return [];
	const { outlet, published, title, role } = fieldsOf(stated);
	const kept: KeptCapture = {
		place,
		url: textOrNull(url),
		mediaType,
		sha256,
		at: textOrNull(at),
		charset: textOrNull(charset),
		stated: {
			...NOTHING_STATED,
			outlet: textOrNull(outlet),
			published: textOrNull(published),
			title: textOrNull(title),
			role: role === "primary" ? "primary" : "report",
		},
	};
	return [[warcRecord, kept]];
}

function readInput(value: unknown): (readonly [string, Pick<EvidenceInput, "kind" | "place" | "sha256">])[] {
	const { kind, place, path, sha256 } = fieldsOf(value);
	if ((kind !== "names" && kind !== "corrections") || !isText(place) || !isText(path) || !isText(sha256)) return [];
	return [[path, { kind, place, sha256 }]];
}

function readProblem(value: unknown): ListedProblem[] {
	const { code, place, reason } = fieldsOf(value);
	if (!isText(code) || !isText(reason)) return [];
	return [{ code, span: null, reason, article: null, place: textOrNull(place) }];
}

type Fields = Readonly<{ [name: string]: unknown }>;

function fieldsOf(value: unknown): Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
	return typeof value === "string";
}

function textOrNull(value: unknown): string | null {
	return isText(value) ? value : null;
}

function isMediaType(value: unknown): value is MediaType {
	return isText(value) && Object.hasOwn(BYTES_OF_TYPE, value);
}
