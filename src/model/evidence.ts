import type { CaptureOrigin, StatedMetadata } from "./capture.ts";
import type { ListedProblem } from "./problem.ts";
import type { Generator } from "./record.ts";

/** The version of the manifest's shape; it changes when a reader of evidence would break. */
export const EVIDENCE_SCHEMA = "stemma.evidence/1";

/**
 * What it takes to compute a record again from the bytes that lie beside it: `stemma/evidence.json` in an evidence
 * file. Described in docs/evidence.md.
 */
export interface EvidenceManifest {
	readonly schema: typeof EVIDENCE_SCHEMA;
	/** What made the record, as the record says too. */
	readonly generator: Generator;
	/** When the file was made (ISO 8601), as it was given; null when it was not. Never the clock's time. */
	readonly date: string | null;
	/** In the order in which they were collated: by place, then by hash. */
	readonly captures: readonly EvidenceCapture[];
	/** The user's own names and decisions, in the order in which they were given. */
	readonly inputs: readonly EvidenceInput[];
	/** What went wrong with inputs before there was a capture. By place. */
	readonly problems: readonly ListedProblem[];
	readonly record: HashedFile;
}

/** A capture as far as its bytes do not say it. */
export interface EvidenceCapture extends CaptureOrigin {
	readonly charset: string | null;
	readonly stated: StatedMetadata;
	/** `WARC-Record-ID` of the record in `archive/captures.warc.gz` that holds the bytes. */
	readonly warcRecord: string;
	readonly bytes: number;
}

/** Where the manifest lies in a WACZ, and the address of its record in a WARC alone. */
export const MANIFEST_PATH = "stemma/evidence.json";
export const MANIFEST_ADDRESS = "urn:stemma:evidence.json";

/** A file inside of the evidence file, by its path there. */
export interface HashedFile {
	readonly path: string;
	/** In lower-case hexadecimal. */
	readonly sha256: string;
	readonly bytes: number;
}

/** A file that the user gave beside the reports. `place` is the path as given. */
export interface EvidenceInput extends HashedFile {
	readonly kind: "names" | "corrections";
	readonly place: string;
}

/** A file of names or of decisions that the user gave, with its bytes. */
export interface GivenFile {
	readonly kind: EvidenceInput["kind"];
	readonly place: string;
	readonly bytes: Uint8Array;
}

/** The version of the verification's shape. */
export const VERIFICATION_SCHEMA = "stemma.verification/1";

/** What verifying an evidence file found: what `stemma verify --json` prints. Described in docs/evidence.md. */
export interface Verification {
	readonly schema: typeof VERIFICATION_SCHEMA;
	/** The file as the user named it; of all its bytes the hash that is worth keeping elsewhere. */
	readonly file: HashedFile;
	/**
	 * `verified`: every hash matches, and the record is what its captures give; `other-generator`: every hash matches,
	 * and the record was made by what is not at hand, so that it cannot be computed again; `no-record`: every hash
	 * matches, and there is no record (another program's archive); `changed`: something does not match.
	 */
	readonly outcome: "verified" | "other-generator" | "no-record" | "changed";
	/** The ZIP container around the files. */
	readonly container: ContainerCheck;
	/** Every file that is listed or there, by path. */
	readonly files: readonly FileCheck[];
	/** In the manifest's order. */
	readonly captures: readonly CaptureCheck[];
	readonly record: RecordCheck;
}

export interface ContainerCheck {
	/** `foreign`: another program wrote it, and what lies outside of the files is not held to anything. */
	readonly state: "matches" | "changed" | "foreign";
	readonly reason: string | null;
}

export interface FileCheck {
	readonly path: string;
	/** `unlisted`: it is there, and no hash of it is stated. */
	readonly state: "matches" | "changed" | "missing" | "unlisted";
	/** The hashes, `sha256:…`; null where there is none. */
	readonly stated: string | null;
	readonly found: string | null;
	readonly reason: string | null;
}

export interface CaptureCheck {
	readonly place: string;
	readonly url: string | null;
	readonly state: "matches" | "changed" | "missing";
	readonly stated: string;
	/** Null where its record cannot be read. */
	readonly found: string | null;
	readonly reason: string | null;
}

export interface RecordCheck {
	/** `not-computed`: its captures are not whole, or it cannot be read; `absent`: there is none. */
	readonly state: "identical" | "differs" | "other-generator" | "not-computed" | "absent";
	/** What made it, as it says; null where that cannot be read. */
	readonly generator: Generator | null;
	/** What computed it again. */
	readonly here: Generator | null;
	readonly reason: string | null;
}
