import { z } from "zod";
import type { CaptureOrigin, StatedMetadata } from "../model/capture.ts";
import {
	EVIDENCE_SCHEMA,
	type EvidenceCapture,
	type EvidenceInput,
	type EvidenceManifest,
	type HashedFile,
} from "../model/evidence.ts";
import { CAPTURE } from "../report/schema/article.ts";
import { COUNT, type Fields, listOf, object, oneOf, orNull, part, TEXT } from "../report/schema/fields.ts";
import { LISTED_PROBLEM } from "../report/schema/parts.ts";
import { GENERATOR } from "../report/schema/record.ts";

const FILE: Fields<HashedFile> = { path: TEXT, sha256: TEXT, bytes: COUNT };

const MANIFEST = object<EvidenceManifest>("EvidenceManifest", {
	schema: z.literal(EVIDENCE_SCHEMA),
	generator: GENERATOR,
	date: orNull(TEXT),
	captures: listOf(
		z.intersection(
			CAPTURE,
			part<Omit<EvidenceCapture, keyof CaptureOrigin>>({
				charset: orNull(TEXT),
				stated: part<StatedMetadata>({
					outlet: orNull(TEXT),
					published: orNull(TEXT),
					title: orNull(TEXT),
					role: oneOf<StatedMetadata["role"]>({ report: 0, primary: 0 }),
				}),
				warcRecord: TEXT,
				bytes: COUNT,
			}),
		),
	),
	inputs: listOf(
		part<EvidenceInput>({ ...FILE, kind: oneOf<EvidenceInput["kind"]>({ names: 0, corrections: 0 }), place: TEXT }),
	),
	problems: listOf(LISTED_PROBLEM),
	record: part<HashedFile>(FILE),
});

/** The manifest of an evidence file from its JSON; or what is wrong with it, as the end of a sentence. */
export function readManifest(json: string): EvidenceManifest | string {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return "it is not JSON";
	}
	const { success, data, error } = MANIFEST.safeParse(value);
	if (success) return data;
	const [first] = error.issues;
	return `its ${first?.path.map(String).join(".") || "shape"} is wrong (${first?.message ?? "no manifest"})`;
}
