import { readArticle } from "../src/article/article.ts";
import { type Evidence, gatherEvidence } from "../src/evidence/evidence.ts";
import type { VerifyEffects } from "../src/evidence/verify.ts";
import type { Capture } from "../src/model/capture.ts";
import type { GivenFile } from "../src/model/evidence.ts";
import { nodeArchiveEffects } from "../src/system/archive-effects.ts";
import { loadDataWith } from "../src/system/given-files.ts";
import { sha256Hex } from "../src/text/hash.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A text as it would be read from a file or an address. */
export function makeCapture(place: string, text: string, more: Partial<Capture> = {}): Capture {
	const bytes = utf8(text);
	return {
		place,
		url: null,
		mediaType: "text/plain",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated: { outlet: null, published: null, title: null, role: "report" },
		...more,
	};
}

/** Two reports of one story, one from the web, and a third of something else. */
export const CAPTURES: readonly Capture[] = [
	makeCapture(
		"a.txt",
		"Harbour stays closed\n\nTARN, May 14 – The harbour of Tarn stays closed, Mayor Ada Vane said on Wednesday. “We will not open it before the crane is safe,” Vane said. Two workers were hurt.\n",
	),
	makeCapture(
		"b.txt",
		"Mayor keeps Tarn harbour shut\n\nTARN, May 14 – Mayor Ada Vane said that the harbour of Tarn stays closed. “We will not open it before the crane is safe,” she said. Three workers were hurt.\n",
		{ url: "https://isle-post.example/tarn", at: "2031-05-14T08:30:00Z", charset: "utf-8" },
	),
	makeCapture(
		"c.txt",
		"Orchard fair opens\n\nORROWBY, May 13 – The orchard fair of Orrowby opened with 40 stalls, its warden Odo Brask said.\n",
	),
];

/** What gathering and verifying take, in memory. */
export const evidenceEffects: VerifyEffects = {
	archives: nodeArchiveEffects(),
	readArticle: async (capture) => readArticle(capture),
	loadData: loadDataWith,
};

export function gather(
	captures: readonly Capture[] = CAPTURES,
	given: readonly GivenFile[] = [],
	choose: Parameters<typeof gatherEvidence>[4] = null,
): Promise<Evidence> {
	const { readArticle: read, loadData } = evidenceEffects;
	return gatherEvidence(captures, [], { readArticle: read, data: loadData(given) }, given, choose);
}
