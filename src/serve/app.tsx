import { Hono } from "hono";
import { compress } from "hono/compress";
import type { Activity } from "../follow/activity.ts";
import type { Following } from "../follow/following.ts";
import { UserError } from "../model/problem.ts";
import type { SourceListing } from "../model/source-listing.ts";
import type { TraceListing } from "../model/trace-listing.ts";
import type { FetchedInput } from "../read/addresses.ts";
import type { PageAssets } from "../report/html/assets.ts";
import { countCards, listCards, listChoices } from "../store/cards/list-cards.ts";
import { countWaiting } from "../store/jobs.ts";
import { readStateMark } from "../store/state-mark.ts";
import type { Store } from "../store/store.ts";
import { requireKnownHost } from "./access/known-host.ts";
import { mountAccess, type RoomAccess } from "./access/mount.tsx";
import { sendPageHeaders } from "./access/page-headers.ts";
import { answer, notFound, readId } from "./answer.tsx";
import { createApi } from "./api/mount.ts";
import { API_BASE } from "./api/openapi.ts";
import { mountCorrecting } from "./correcting/mount.tsx";
import type { Coverage } from "./coverage.ts";
import { keepFor } from "./keep-for.ts";
import { keepAnswers } from "./kept-answers.ts";
import { answerEvents } from "./live/events.ts";
import type { News } from "./live/news.ts";
import { mountMcp } from "./mcp/mount.ts";
import { AboutPage } from "./pages/about.tsx";
import { type PageFrame, ProblemPage } from "./pages/frame.tsx";
import { FrontPage, MOST_COUNTED } from "./pages/front.tsx";
import { SearchPage } from "./pages/search.tsx";
import { SourcesPage } from "./pages/sources.tsx";
import { StoryPage } from "./pages/story.tsx";
import { TracePage } from "./pages/trace.tsx";
import { mountReading } from "./reading/mount.tsx";
import { readAsked } from "./search-form.ts";
import { nameStaticFiles } from "./static-files.ts";
import { findStory } from "./stored-pages.ts";
import { isNarrowed, readAskedStories } from "./story-form.ts";

/** What the reading room is made of. */
export interface RoomParts {
	readonly store: Store;
	readonly assets: PageAssets;
	/** The style sheet of the pages around records. */
	readonly roomStyle: string;
	/** The script that tells readers what has changed since. */
	readonly liveScript: string;
	/** What changes in the store. */
	readonly news: News;
	/** What the store follows. */
	readonly following: Pick<Following, "list" | "sort" | "add" | "change">;
	/** Fetches an address as the command's options allow it. */
	fetchInput(address: string): Promise<FetchedInput>;
	readonly access: RoomAccess;
	/** What the store does not cover. */
	coverage(): Promise<Coverage>;
	/** Host names under which it is reached, beside those of loopback. */
	readonly hosts: readonly string[];
	/** What the room does beside showing pages; null where it does nothing. */
	readonly activity: (() => Activity) | null;
	/** Told of what no answer could be given to; the reader sees that something failed, and nothing of the cause. */
	fail(error: unknown): void;
}

/** Milliseconds for which what can be chosen is taken to be what it was: it changes little from one minute to the next. */
const CHOICES_KEPT = 60_000;

/** The pages and files of a store's reading room, by address. */
export function createApp({ store, assets, roomStyle, liveScript, news, access, ...parts }: RoomParts): Hono {
	const { following, fetchInput, coverage, hosts, activity, fail } = parts;
	const listSources = (): Promise<SourceListing> => following.list();
	const files = nameStaticFiles(assets, roomStyle, liveScript);
	const readChoices = keepFor(CHOICES_KEPT, () => listChoices(store.database));
	const frame: PageFrame = { styles: files.styles, script: files.script, live: files.live, store: store.name };
	const app = new Hono();
	app.use(sendPageHeaders(), requireKnownHost(hosts));
	// Before what gives answers that were kept.
	mountAccess(app, access, frame);
	app.use(
		keepAnswers(() => readStateMark(store.database)),
		compress(),
	);

	app.get("/assets/*", (context) => files.answer(context) ?? context.text("There is no such file.\n", 404));

	app.get("/", async (context) => {
		const { asked, mistakes } = readAskedStories(context.req.query());
		try {
			const page = await listCards(store.database, asked);
			const parts = {
				choices: await readChoices(),
				found: isNarrowed(asked) ? await countCards(store.database, asked, MOST_COUNTED + 1) : null,
				waiting: await countWaiting(store.database),
			};
			return answer(context, <FrontPage frame={frame} asked={asked} mistakes={mistakes} page={page} {...parts} />);
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			return notFound(context, frame);
		}
	});

	app.get("/stories/:id", async (context) => {
		const found = await findStory(store, readId(context.req.param("id")));
		if (found === null) return notFound(context, frame);
		// A story that has become part of another one is that other one, until somebody undoes that.
		if (found.id !== context.req.param("id")) return context.redirect(`/stories/${found.id}`, 302);
		return answer(context, <StoryPage frame={frame} id={found.id} stored={found.stored} />);
	});

	mountReading(app, store, frame);
	mountCorrecting(app, { store, gate: access.gate }, frame);

	app.get("/search", async (context) => {
		const { asked, mistakes } = readAsked(context.req.query());
		const listing = asked === null ? null : await store.search(asked, () => {});
		const query = context.req.query();
		return answer(context, <SearchPage frame={frame} query={query} listing={listing} mistakes={mistakes} />);
	});

	app.get("/trace", async (context) => {
		const text = context.req.query("text")?.trim() ?? "";
		let listing: TraceListing | null = null;
		let mistake: string | null = null;
		try {
			listing = text === "" ? null : await store.trace(text, [], () => {});
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			mistake = error.message;
		}
		return answer(context, <TracePage frame={frame} text={text} listing={listing} mistake={mistake} />);
	});

	app.get("/events", (context) => answerEvents(context, news));

	app.get("/sources", async (context) => {
		const parts = { listing: await listSources(), activity: activity?.() ?? null };
		return answer(context, <SourcesPage frame={frame} {...parts} />);
	});

	app.get("/about", async (context) => {
		const parts = { status: await store.status(), activity: activity?.() ?? null };
		return answer(context, <AboutPage frame={frame} {...parts} />);
	});

	app.route(API_BASE, createApi({ store, listSources, following, fetchInput, gate: access.gate }, fail));

	mountMcp(app, { store, coverage, ready: async () => {} }, fail);

	app.notFound((context) => notFound(context, frame));
	app.onError((error, context) => {
		fail(error);
		const page = (
			<ProblemPage frame={frame} title="Something went wrong">
				This page could not be made. What happened is said where Stemma was started.
			</ProblemPage>
		);
		return answer(context, page, 500);
	});
	return app;
}
