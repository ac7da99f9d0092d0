import { describe, expect, it } from "vitest";
import { SOURCES_SCHEMA, type SourceListing, type SourceSummary } from "../model/source-listing.ts";
import { printSources } from "./sources-page.ts";

const FEED: SourceSummary = {
	id: "00112233445566aa",
	kind: "feed",
	title: "Harbour Post",
	url: "https://harbour-post.example/feed",
	given: "https://harbour-post.example/feed",
	home: null,
	health: "well",
	lastVisit: "2031-05-14T11:56:00Z",
	lastSuccess: "2031-05-14T11:56:00Z",
	lastNew: "2031-05-14T09:00:00Z",
	nextVisit: "2031-05-14T12:19:00Z",
	every: 1350,
	visits: 12,
	failures: 0,
	lastError: null,
	wanted: 0,
	reports: 40,
	fromAgencies: 16,
	agencies: [
		{ name: "Corra Wire", reports: 12 },
		{ name: "Isle Press", reports: 4 },
	],
};

const FAILING: SourceSummary = {
	...FEED,
	title: null,
	url: "https://isle-post.example/rss",
	given: "https://isle-post.example/rss",
	health: "failing",
	nextVisit: "2031-05-14T14:00:00Z",
	failures: 3,
	lastError: {
		code: "fetch/host-error",
		reason: "https://isle-post.example/rss: the host failed (502)",
		at: "2031-05-14T11:56:00Z",
	},
	wanted: 2,
	reports: 1,
	fromAgencies: null,
	agencies: [],
};

function listing(...sources: readonly SourceSummary[]): SourceListing {
	return { schema: SOURCES_SCHEMA, store: "kept", at: "2031-05-14T12:00:00Z", sources };
}

const print = (...sources: readonly SourceSummary[]): string =>
	printSources(listing(...sources), { width: 80, color: false, unicode: true });

describe("the page of what is followed", () => {
	it("gives what fails first, with the reason, and says of each how it goes and what it carries", () => {
		expect(print(FEED, FAILING)).toBe(
			`2 sources followed in kept: 1 failing

https://isle-post.example/rss
  failing, visited 4 minutes ago, something new 3 hours ago, next visit in 2
  hours
  3 times in a row, last 4 minutes ago: https://isle-post.example/rss: the host
  failed (502)
  1 report, whom they credit is not known: stemma migrate reads them again, 2
  pages still to be fetched

Harbour Post
  https://harbour-post.example/feed
  visited 4 minutes ago, something new 3 hours ago, next visit in 19 minutes,
  about every 23 minutes
  40 reports, 16 from agencies (Corra Wire 12, Isle Press 4)
`,
		);
	});

	it("says what is gone, paused, not visited yet, or visited from elsewhere", () => {
		const page = print(
			{ ...FEED, health: "gone", nextVisit: null },
			{ ...FEED, health: "paused", nextVisit: null },
			{ ...FEED, health: "new", lastVisit: null, lastNew: null, visits: 0, reports: 0 },
			{ ...FEED, kind: "folder", title: null, given: "reports", url: "file://desk/home/reports", health: "elsewhere" },
		);
		for (const words of [
			"4 sources followed in kept: 1 gone, 1 paused, 1 not visited yet",
			"gone: visited no more",
			"paused, visited 4 minutes ago",
			"not visited yet, next visit in 19 minutes",
			"reports (folder)\n  /home/reports on desk\n  a folder of another machine, visited from there",
			"0 reports\n",
		]) {
			expect(page).toContain(words);
		}
	});
});
