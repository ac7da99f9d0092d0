import { MEDIA_TYPE } from "../../report/schema/article.ts";
import { COUNT, FLAG, listOf, object, oneOf, orNull, part, TEXT, TEXTS } from "../../report/schema/fields.ts";
import { DATE, PLACE, PLACES } from "../../report/schema/parts.ts";
import { HIT_ARTICLE } from "../../report/schema/search.ts";
import { DIFFERENCE_KIND, VERSION_DIFFERENCE } from "../../report/schema/stories.ts";
import { EXACT_SPAN } from "../../report/schema/words.ts";
import type { PairStanding } from "../../report/view/pair-standing.ts";
import type { SideBySide, SideRow, SideTie } from "../../report/view/side-by-side.ts";
import { type ListedCapture, listCaptures } from "../../store/versions.ts";
import { compareArticles, compareInStory } from "../reading/comparison.ts";
import { explainStory, type MemberAnswer, type MembershipAnswer, type NearAnswer } from "../reading/membership.ts";
import { findVersions, type VersionAnswer, type VersionsAnswer } from "../reading/versions.ts";
import { findStoriesWith, findStory } from "../stored-pages.ts";
import { ID } from "./fields.ts";
import { type ApiRoute, defineRoute } from "./route.ts";

const SIDES = object<SideBySide>("SideBySide", {
	a: TEXT,
	b: TEXT,
	standing: object<PairStanding>("PairStanding", {
		agency: orNull(TEXT),
		ties: TEXTS,
		line: orNull(part<NonNullable<PairStanding["line"]>>({ isOne: FLAG, reason: TEXT })),
	}),
	rows: listOf(
		object<SideRow>("SideRow", {
			a: PLACES,
			b: PLACES,
			tie: orNull(oneOf<SideTie>({ copy: 0, agency: 0, quotation: 0, alike: 0, "own-words": 0 })),
			isHeadline: FLAG,
			differences: listOf(VERSION_DIFFERENCE),
			utterances: TEXTS,
			facts: TEXTS,
			also: PLACES,
		}),
	),
});

const MEMBERSHIP = object<MembershipAnswer>("Membership", {
	story: TEXT,
	members: listOf(
		object<MemberAnswer>("Member", {
			article: TEXT,
			siglum: TEXT,
			reason: TEXT,
			line: orNull(part<NonNullable<MemberAnswer["line"]>>({ articles: TEXTS, reason: TEXT })),
			nearest: orNull(
				part<NonNullable<MemberAnswer["nearest"]>>({
					article: TEXT,
					words: COUNT,
					isWhole: FLAG,
					passages: listOf(
						part<NonNullable<MemberAnswer["nearest"]>["passages"][number]>({ here: PLACE, there: PLACE, quoted: FLAG }),
					),
				}),
			),
		}),
	),
	near: listOf(object<NearAnswer>("NearReport", { article: HIT_ARTICLE, reason: TEXT, stories: TEXTS })),
});

const VERSIONS = object<VersionsAnswer>("Versions", {
	article: TEXT,
	versions: listOf(
		object<VersionAnswer>("VersionOfArticle", {
			article: TEXT,
			headline: orNull(TEXT),
			published: DATE,
			modified: DATE,
			captured: orNull(TEXT),
			before: orNull(TEXT),
			changes: listOf(
				part<VersionAnswer["changes"][number]>({
					kind: DIFFERENCE_KIND,
					from: orNull(EXACT_SPAN),
					to: orNull(EXACT_SPAN),
				}),
			),
		}),
	),
});

interface CapturesAnswer {
	readonly article: string;
	readonly captures: readonly ListedCapture[];
}

const CAPTURES = object<CapturesAnswer>("Captures", {
	article: TEXT,
	captures: listOf(
		object<ListedCapture>("ListedCapture", {
			place: TEXT,
			url: orNull(TEXT),
			mediaType: MEDIA_TYPE,
			sha256: TEXT,
			at: orNull(TEXT),
			bytes: COUNT,
			isLeader: FLAG,
		}),
	),
});

/** What stands behind stories and reports: two of them side by side, why they are together, versions, captures. */
export const READING: readonly ApiRoute[] = [
	defineRoute({
		path: "/stories/{id}/compare",
		summary: "Set two reports of a story side by side",
		description:
			"Which sentences go together and how, where their words differ, and what one report alone has. Without `a` and `b`, the first report and the first of another line.",
		params: { id: ID },
		query: {
			a: ID.optional().describe("A report, by its id."),
			b: ID.optional().describe("Another report, by its id."),
		},
		answer: SIDES,
		find: async ({ store }, { id }, { a = null, b = null }) => {
			const found = await findStory(store, id);
			return found === null ? null : (compareInStory(found, { a, b })?.sides ?? null);
		},
	}),
	defineRoute({
		path: "/stories/{id}/membership",
		summary: "Say why a story holds what it holds, and what came near",
		params: { id: ID },
		query: {},
		answer: MEMBERSHIP,
		find: async ({ store }, { id }) => {
			const found = await findStory(store, id);
			return found === null ? null : explainStory(store, found);
		},
	}),
	defineRoute({
		path: "/articles/{id}/compare",
		summary: "Set any two reports side by side",
		description: "As the two by themselves are read, without the other reports of their stories.",
		params: { id: ID },
		query: { with: ID.describe("The other report, by its id.") },
		answer: SIDES,
		find: async ({ store }, { id }, query) => (await compareArticles(store, id, query.with))?.sides ?? null,
	}),
	defineRoute({
		path: "/articles/{id}/versions",
		summary: "List the texts of a report’s source, and what each changed",
		description: "Earliest first; empty where the store has one text alone.",
		params: { id: ID },
		query: {},
		answer: VERSIONS,
		find: async ({ store }, { id }) => {
			const stories = await findStoriesWith(store, id);
			return stories.length === 0 ? null : findVersions(store, id, stories);
		},
	}),
	defineRoute({
		path: "/articles/{id}/captures",
		summary: "List the captures that gave a report",
		description: "The bytes of each are at `/articles/{id}/captures/{sha256}` of the reading room.",
		params: { id: ID },
		query: {},
		answer: CAPTURES,
		find: async ({ store }, { id }) => {
			const captures = await listCaptures(store.database, id);
			return captures.length === 0 ? null : { article: id, captures };
		},
	}),
];
