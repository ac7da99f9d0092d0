import { z } from "zod";
import type { AskedAlert } from "../../model/alert.ts";
import { type Capture, DOCX_TYPE, type MediaType } from "../../model/capture.ts";
import { UserError } from "../../model/problem.ts";
import type { VersionDifferenceKind } from "../../model/record.ts";
import { FLAG, listOf, object, orNull, TEXT } from "../../report/schema/fields.ts";
import { sha256Hex } from "../../text/hash.ts";
import { DECISION, WHY } from "./decisions.ts";
import { ID } from "./fields.ts";
import { defineWrite, type SentBytes, type WriteRoute } from "./write-route.ts";

const ADDRESS = z.url({ protocol: /^https?$/ }).max(2000);
const SAID = z.string().trim().min(1).max(500);
const NAMED = z.object({ name: TEXT });
const ENTRY = object<{ readonly id: string }>("LoggedEntry", { id: TEXT });

/** What was sent, and whether it was there already. */
interface Received {
	readonly id: string;
	readonly known: boolean;
}
const RECEIVED = object<Received>("ReceivedCapture", { id: TEXT, known: FLAG });

/** A source that is followed now. */
interface Followed {
	readonly id: string;
	readonly kind: "feed" | "page" | "folder";
	readonly url: string;
	readonly title: string | null;
	readonly isNew: boolean;
}
const FOLLOWED = object<Followed>("FollowedSource", {
	id: TEXT,
	kind: z.enum(["feed", "page", "folder"]),
	url: TEXT,
	title: orNull(TEXT),
	isNew: FLAG,
});

interface ChangedSource {
	readonly id: string;
	readonly url: string;
}
const CHANGED = object<ChangedSource>("ChangedSource", { id: TEXT, url: TEXT });

const MEDIA_TYPES: readonly MediaType[] = ["text/plain", "text/markdown", "text/html", "application/pdf", DOCX_TYPE];

const EDITS: readonly VersionDifferenceKind[] = ["added", "name", "number", "quotation", "removed", "wording"];

/** A saved search: words, or one other thing that words then narrow. */
const SEARCH = z
	.strictObject({
		name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, 'up to 80 letters, digits, ".", "_" and "-"'),
		words: z.string().trim().max(1000).default("").describe("As a search takes them."),
		speaker: SAID.optional().describe("What somebody of this name says."),
		about: SAID.optional().describe("What is said or done about this one."),
		conflict: z.boolean().default(false).describe("Facts in conflict."),
		lines: z.int().min(1).max(100_000).optional().describe("Stories that come to so many independent lines."),
		edited: z
			.array(z.enum(EDITS as readonly [VersionDifferenceKind, ...VersionDifferenceKind[]]))
			.max(6)
			.default([])
			.describe("Later texts that change any of these."),
		all: z.boolean().default(false).describe("Also of what the store has already."),
	})
	.meta({ id: "SavedSearch" });

function toAsked(given: z.output<typeof SEARCH>): AskedAlert {
	const { words, speaker = null, about = null, conflict, lines = null, edited } = given;
	const kinds: AskedAlert["kind"][] = [
		...(speaker !== null || about !== null ? (["statement"] as const) : []),
		...(conflict ? (["conflict"] as const) : []),
		...(lines === null ? [] : (["lines"] as const)),
		...(edited.length > 0 ? (["edit"] as const) : []),
	];
	if (kinds.length > 1) throw new UserError("alerts/kinds", "a search waits for one kind of thing; save one for each");
	const [kind = "words"] = kinds;
	if (kind === "words" && words === "")
		throw new UserError("alerts/words", "a search needs words, or what it waits for");
	return { kind, words, speaker, about, lines, edits: EDITS.filter((one) => edited.includes(one)) };
}

/** Everything that can be changed, in the order of the document. */
export const WRITES: readonly WriteRoute[] = [
	defineWrite({
		method: "post",
		path: "/corrections",
		summary: "Decide what is found otherwise",
		description:
			"Adds a decision to the log under the name of the token. The stories that it names are found again; the record of each says what became of it, and so does the log.",
		scope: "correct",
		...{ params: {}, query: {}, status: 201 as const },
		body: DECISION,
		answer: ENTRY,
		perform: async ({ store }, { body, who }) => ({ id: await store.corrections.decide(who, body) }),
	}),
	defineWrite({
		method: "post",
		path: "/corrections/{id}/undo",
		summary: "Undo a decision",
		description: "Adds an entry to the log that undoes another one. Both stay there.",
		scope: "correct",
		...{ params: { id: ID }, query: {}, status: 201 as const },
		body: z.strictObject({ why: WHY }),
		answer: ENTRY,
		perform: async ({ store }, { params, body, who }) => ({
			id: await store.corrections.undo(who, params.id, body.why),
		}),
	}),
	defineWrite({
		method: "post",
		path: "/captures",
		summary: "Keep a report's bytes",
		description: `The body is the bytes; \`Content-Type\` says what they are: ${MEDIA_TYPES.join(", ")}. They are read by who works on the store.`,
		scope: "write",
		params: {},
		query: {
			url: ADDRESS.optional().describe("Where it was published."),
			title: SAID.optional().describe("Its headline, where the bytes do not give it."),
			outlet: SAID.optional().describe("Who published it, where the bytes do not say."),
			published: SAID.optional().describe("When, as written."),
			role: z.enum(["report", "primary"]).default("report").describe("Whether reports are held against it."),
		},
		body: "bytes",
		status: 202,
		answer: RECEIVED,
		perform: ({ store }, { query, body: { bytes, mediaType, charset } }: { query: CaptureQuery; body: SentBytes }) => {
			const known = MEDIA_TYPES.find((one) => one === mediaType);
			if (known === undefined) {
				throw new UserError("captures/media-type", `${mediaType} is not read; it is one of ${MEDIA_TYPES.join(", ")}`);
			}
			if (bytes.byteLength === 0) throw new UserError("captures/empty", "there are no bytes");
			const sha256 = sha256Hex(bytes);
			const { url = null, title = null, outlet = null, published = null, role } = query;
			const capture: Capture = {
				...{ place: url ?? `upload:${sha256.slice(0, 16)}`, url, mediaType: known, sha256, bytes, charset },
				at: null,
				stated: { outlet, published, title, role },
			};
			return store.receive(capture);
		},
	}),
	defineWrite({
		method: "post",
		path: "/captures/fetch",
		summary: "Keep the report at an address",
		description:
			"Fetches it, as `stemma add` does. Private and local addresses are refused unless `stemma serve` was told `--allow-net`.",
		scope: "write",
		...{ params: {}, query: {}, status: 202 as const },
		body: z.strictObject({ address: ADDRESS }),
		answer: object<{ readonly captures: number; readonly known: number }>("FetchedCaptures", {
			captures: z.int().min(0),
			known: z.int().min(0),
		}),
		perform: async ({ store, fetchInput }, { body: { address } }) => {
			const given = { primaries: [], names: [], corrections: [] };
			const { captures, known, problems } = await store.queue([address], given, { fetch: fetchInput });
			const [problem] = problems;
			if (captures + known === 0 && problem) throw new UserError("captures/fetch", problem.reason);
			return { captures, known };
		},
	}),
	defineWrite({
		method: "post",
		path: "/feeds",
		summary: "Follow a feed, or the feeds that a page offers",
		scope: "write",
		...{ params: {}, query: {}, status: 201 as const },
		body: z.strictObject({ address: ADDRESS }),
		answer: object<{ readonly sources: readonly Followed[] }>("FollowedSources", { sources: listOf(FOLLOWED) }),
		perform: async ({ following }, { body: { address } }) => {
			const { sources, problems } = await following.sort([address], { feeds: true, follow: false }, () => {});
			if (sources.length === 0) {
				throw new UserError("feeds/none", problems[0]?.reason ?? `${address} is no feed and offers none`);
			}
			const added = await following.add(sources, () => {});
			return { sources: added.map(({ id, kind, url, title, isNew }) => ({ id, kind, url, title, isNew })) };
		},
	}),
	...(["pause", "resume"] as const).map((action) =>
		defineWrite({
			method: "post",
			path: `/feeds/{id}/${action}`,
			summary: action === "pause" ? "Visit a source no more until it is resumed" : "Visit a source again",
			scope: "write",
			...{ params: { id: SAID.describe("An id or address of the list.") }, query: {}, status: 200 as const },
			body: null,
			answer: CHANGED,
			perform: ({ following }, { params }) => changeSource(following.change([params.id], action)),
		}),
	),
	defineWrite({
		method: "delete",
		path: "/feeds/{id}",
		summary: "Follow a source no more",
		description: "What it gave stays in the store.",
		scope: "write",
		...{ params: { id: SAID.describe("An id or address of the list.") }, query: {}, status: 200 as const },
		body: null,
		answer: CHANGED,
		perform: ({ following }, { params }) => changeSource(following.change([params.id], "remove")),
	}),
	defineWrite({
		method: "post",
		path: "/alerts",
		summary: "Save a search",
		description:
			"Its entries are at `/alerts/{name}/entries`. Files and webhooks that they go to are set by `stemma alerts`, on the machine that writes them.",
		scope: "write",
		...{ params: {}, query: {}, status: 201 as const },
		body: SEARCH,
		answer: NAMED,
		perform: async ({ store }, { body }) => {
			await store.alerts.add({ name: body.name, asked: toAsked(body), isForAll: body.all, targets: [] });
			return { name: body.name };
		},
	}),
	defineWrite({
		method: "delete",
		path: "/alerts/{name}",
		summary: "Take a saved search away, with all that it found",
		scope: "write",
		...{ params: { name: SAID }, query: {}, status: 200 as const },
		body: null,
		answer: NAMED,
		perform: async ({ store }, { params: { name } }) => {
			await store.alerts.remove([name]);
			return { name };
		},
	}),
];

interface CaptureQuery {
	readonly url?: string | undefined;
	readonly title?: string | undefined;
	readonly outlet?: string | undefined;
	readonly published?: string | undefined;
	readonly role: "report" | "primary";
}

async function changeSource(
	changed: Promise<readonly { readonly id: string; readonly url: string }[]>,
): Promise<ChangedSource> {
	const [source] = await changed;
	if (source === undefined) throw new Error("nothing was changed");
	return { id: source.id, url: source.url };
}
