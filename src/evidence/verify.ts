import type { Capture } from "../model/capture.ts";
import {
	type CaptureCheck,
	type EvidenceCapture,
	type EvidenceManifest,
	type FileCheck,
	type GivenFile,
	MANIFEST_PATH,
	type RecordCheck,
	VERIFICATION_SCHEMA,
	type Verification,
} from "../model/evidence.ts";
import type { Generator } from "../model/record.ts";
import { type AnalysisData, type CollateEffects, collateCaptures } from "../pipeline.ts";
import { type ArchiveEffects, sourceOf } from "../read/archives/byte-source.ts";
import { readWarc } from "../read/archives/warc-records.ts";
import { formatRecord } from "../report/json.ts";
import { sha256Hex } from "../text/hash.ts";
import { checkContainer, type OpenedContainer, openContainer } from "./container.ts";
import { CAPTURES_PATH, RECORD_PATH } from "./evidence.ts";
import { readManifest } from "./manifest.ts";

/** What verifying needs of the world. */
export interface VerifyEffects extends Pick<CollateEffects, "readArticle" | "progress"> {
	readonly archives: ArchiveEffects;
	/** The shipped data with the user's files. Throws UserError when one of them cannot be used. */
	loadData(given: readonly GivenFile[]): AnalysisData;
}

/**
 * Verifies an evidence file: every hash that it states, each capture, and the record, which is computed again from the
 * captures with what it was made with. Of another program's WACZ the hashes are verified.
 *
 * @param name what the file is called in the result
 * @throws UserError `verify/unreadable` when it cannot be opened, or has no list of hashes
 */
export async function verifyEvidence(bytes: Uint8Array, name: string, effects: VerifyEffects): Promise<Verification> {
	const opened = await openContainer(bytes, name, effects.archives);
	const file = { path: name, sha256: sha256Hex(bytes), bytes: bytes.byteLength };
	const json = opened.files.get(MANIFEST_PATH);
	const isOurs = opened.checks.some(({ path }) => path === MANIFEST_PATH);
	const container = isOurs ? checkContainer(bytes, opened) : ({ state: "foreign", reason: null } as const);
	const manifest = json === undefined ? null : readManifest(new TextDecoder("utf-8").decode(json));
	let captures: CaptureCheck[] = [];
	let record: RecordCheck;
	if (manifest === null || typeof manifest === "string") {
		record = isOurs
			? notComputed(`${MANIFEST_PATH} cannot be read${manifest === null ? "" : `: ${manifest}`}`)
			: { state: "absent", generator: null, here: null, reason: null };
	} else {
		const read = await readCaptures(opened, manifest, effects.archives);
		captures = read.checks;
		record = await checkRecord(opened, manifest, read.captures, effects);
	}
	const checked = { schema: VERIFICATION_SCHEMA, file, container, files: opened.checks, captures, record } as const;
	return { ...checked, outcome: concludeOutcome(checked) };
}

function concludeOutcome(checked: Omit<Verification, "outcome">): Verification["outcome"] {
	const { container, files, captures, record } = checked;
	const isWhole =
		container.state !== "changed" &&
		files.every(({ state, path }) => state === "matches" || (container.state === "foreign" && isLoose(state, path))) &&
		captures.every(({ state }) => state === "matches");
	if (!isWhole || record.state === "differs" || record.state === "not-computed") return "changed";
	if (record.state === "absent") return "no-record";
	return record.state === "identical" ? "verified" : "other-generator";
}

/** Other programs need not state the hash of their list. */
function isLoose(state: FileCheck["state"], path: string): boolean {
	return state === "unlisted" && path === "datapackage.json";
}

/** The captures of the manifest with the bytes that the archive has for them, and how these stand to the hashes. */
async function readCaptures(
	{ files }: OpenedContainer,
	manifest: EvidenceManifest,
	archives: ArchiveEffects,
): Promise<{ readonly checks: CaptureCheck[]; readonly captures: Capture[] }> {
	const held = new Map<string, Uint8Array>();
	const archive = files.get(CAPTURES_PATH);
	const wanted = new Set(manifest.captures.map(({ warcRecord }) => warcRecord));
	if (archive) {
		const source = sourceOf(archive);
		for await (const item of readWarc(source, archives, ({ length, field }) =>
			wanted.has(field("warc-record-id") ?? "") ? (length ?? 0) : 0,
		)) {
			if (item.kind === "fault" || !item.whole) continue;
			held.set(item.header.field("warc-record-id") ?? "", item.content);
		}
	}
	const checks: CaptureCheck[] = [];
	const captures: Capture[] = [];
	for (const capture of manifest.captures) {
		const bytes = held.get(capture.warcRecord);
		checks.push(checkCapture(capture, bytes));
		if (bytes) captures.push(restore(capture, bytes));
	}
	return { checks, captures };
}

function checkCapture({ place, url, sha256: stated }: EvidenceCapture, bytes: Uint8Array | undefined): CaptureCheck {
	const base = { place, url, stated };
	if (!bytes) {
		const reason = `its record in ${CAPTURES_PATH} is damaged or gone`;
		return { ...base, state: "missing", found: null, reason };
	}
	const found = sha256Hex(bytes);
	return found === stated
		? { ...base, state: "matches", found, reason: null }
		: { ...base, state: "changed", found, reason: "its bytes have another hash" };
}

function restore(capture: EvidenceCapture, bytes: Uint8Array): Capture {
	const { place, url, mediaType, sha256, at, charset, stated } = capture;
	return { place, url, mediaType, sha256, at, charset, stated, bytes };
}

async function checkRecord(
	{ files }: OpenedContainer,
	manifest: EvidenceManifest,
	captures: readonly Capture[],
	effects: VerifyEffects,
): Promise<RecordCheck> {
	const stored = files.get(RECORD_PATH);
	if (!stored) return notComputed(`${RECORD_PATH} is not there or cannot be read`);
	if (sha256Hex(stored) !== manifest.record.sha256) {
		return { ...notComputed(`${RECORD_PATH} is not the record that the manifest states`), state: "differs" };
	}
	const whole = captures.length === manifest.captures.length;
	if (!whole || captures.some(({ bytes, sha256 }) => sha256Hex(bytes) !== sha256)) {
		return notComputed("its captures are not as they were");
	}
	const given: GivenFile[] = [];
	for (const { kind, place, path, sha256 } of manifest.inputs) {
		const bytes = files.get(path);
		if (!bytes || sha256Hex(bytes) !== sha256) return notComputed(`${path} is not as it was`);
		given.push({ kind, place, bytes });
	}
	const again = await collateCaptures(captures, { ...effects, data: effects.loadData(given) }, manifest.problems);
	const { generator } = manifest;
	const here = again.generator;
	const text = formatRecord(again);
	if (sha256Hex(new TextEncoder().encode(text)) === manifest.record.sha256)
		return { state: "identical", generator, here, reason: null };
	const others = compareGenerators(generator, here);
	if (others !== null) return { state: "other-generator", generator, here, reason: others };
	const place = firstDifference(JSON.parse(text), parseJson(stored), []);
	const reason = `the captures give another record, which differs first at ${place}; both say that stemma ${here.version} made them`;
	return { state: "differs", generator, here, reason };
}

function notComputed(reason: string): RecordCheck {
	return { state: "not-computed", generator: null, here: null, reason };
}

/** How what made a record differs from what is at hand; null when it does not. */
function compareGenerators(made: Generator, here: Generator): string | null {
	if (made.version !== here.version) return `stemma ${made.version} made it, and this is ${here.version}`;
	for (const [what, theirs, ours] of [
		["model", made.models, here.models],
		["data", made.data, here.data],
	] as const) {
		const mine = new Map(ours.map(({ name, sha256 }) => [name, sha256]));
		const other = theirs.find(({ name, sha256 }) => mine.get(name) !== sha256);
		if (other) return `it was made with another ${what} ${other.name} (sha256 ${other.sha256.slice(0, 16)}…)`;
		const names = new Set(theirs.map(({ name }) => name));
		const more = ours.find(({ name }) => !names.has(name));
		if (more) return `it was made without the ${what} ${more.name}`;
	}
	return null;
}

/** The first place at which two JSON values differ, as a path: `facts[3].relation`. */
function firstDifference(a: unknown, b: unknown, path: readonly string[]): string {
	const here = path.join("") || "its beginning";
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return here;
	const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
	for (const key of new Set([...left.keys(), ...right.keys()])) {
		if (JSON.stringify(left.get(key)) === JSON.stringify(right.get(key))) continue;
		const step = Array.isArray(a) ? `[${key}]` : path.length === 0 ? key : `.${key}`;
		return firstDifference(left.get(key), right.get(key), [...path, step]);
	}
	return here;
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder("utf-8").decode(bytes));
	} catch {
		return null;
	}
}
