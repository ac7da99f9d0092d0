import type { Hono } from "hono";
import { listAside } from "../../store/aside.ts";
import { listQuotedLately } from "../../store/search/quoted.ts";
import type { Store } from "../../store/store.ts";
import { listCaptures, readCaptureBytes } from "../../store/versions.ts";
import { answer, notFound, readId } from "../answer.tsx";
import { describeApi } from "../api/openapi.ts";
import { ROUTES } from "../api/routes.ts";
import { WRITES } from "../api/writes.ts";
import { type ApiDocument, ApiPage, RoutePage, ShapePage } from "../pages/api.tsx";
import { ArticlePage } from "../pages/article.tsx";
import { AsidePage } from "../pages/aside.tsx";
import { CompareArticlesPage, ComparePage } from "../pages/compare.tsx";
import type { PageFrame } from "../pages/frame.tsx";
import { MembershipPage } from "../pages/membership.tsx";
import { OutletPage, OutletsPage } from "../pages/outlet.tsx";
import { QualityPage } from "../pages/quality.tsx";
import { SpeakerPage, SpeakersPage } from "../pages/speaker.tsx";
import { findStoriesWith, findStory } from "../stored-pages.ts";
import { compareArticles, compareInStory } from "./comparison.ts";
import { explainStory } from "./membership.ts";
import { findOutlet, readOutlets } from "./outlet.ts";
import { loadQuality } from "./quality.ts";
import { findSpeaker } from "./speaker.ts";
import { findVersions } from "./versions.ts";

/** The pages that stand behind a story and an article. */
export function mountReading(app: Hono, store: Store, frame: PageFrame): void {
	app.get("/stories/:id/compare", async (context) => {
		const { a, b } = context.req.query();
		const found = await findStory(store, readId(context.req.param("id")));
		if (found === null || (a !== undefined && readId(a) === null) || (b !== undefined && readId(b) === null))
			return notFound(context, frame);
		const comparison = compareInStory(found, { a: readId(a), b: readId(b) });
		if (comparison === null && (a !== undefined || b !== undefined) && a !== b) return notFound(context, frame);
		return answer(
			context,
			<ComparePage
				frame={frame}
				found={found}
				comparison={comparison ?? compareInStory(found, { a: readId(a), b: null })}
			/>,
		);
	});

	app.get("/stories/:id/why", async (context) => {
		const found = await findStory(store, readId(context.req.param("id")));
		if (found === null) return notFound(context, frame);
		return answer(context, <MembershipPage frame={frame} found={found} answer={await explainStory(store, found)} />);
	});

	app.get("/articles/:id", async (context) => {
		const id = readId(context.req.param("id"));
		const stories = await findStoriesWith(store, id);
		const [first, ...others] = stories;
		const article = first?.stored.record.articles.find((one) => one.id === id);
		if (id === null || first === undefined || article === undefined) return notFound(context, frame);
		const [versions, captures] = [await findVersions(store, id, stories), await listCaptures(store.database, id)];
		const page = (
			<ArticlePage
				frame={frame}
				article={article}
				stories={[first, ...others]}
				versions={versions}
				captures={captures}
			/>
		);
		return answer(context, page);
	});

	// Bytes of others, as they were: to be kept as a file, and never shown as anything in a page of this origin.
	app.get("/articles/:id/captures/:sha256", async (context) => {
		const [id, sha256] = [readId(context.req.param("id")), context.req.param("sha256")];
		if (id === null || !/^[\da-f]{64}$/.test(sha256)) return notFound(context, frame);
		const bytes = await readCaptureBytes(store.database, id, sha256);
		if (bytes === null) return notFound(context, frame);
		return context.body(new Uint8Array(bytes), 200, {
			"content-type": "application/octet-stream",
			"content-disposition": `attachment; filename="${id}-${sha256.slice(0, 8)}"`,
			"cache-control": "no-cache",
			etag: `"${sha256}"`,
		});
	});

	app.get("/articles/:id/compare", async (context) => {
		const [a, b] = [readId(context.req.param("id")), readId(context.req.query("with"))];
		const comparison = a === null || b === null ? null : await compareArticles(store, a, b);
		if (comparison === null) return notFound(context, frame);
		const isVersion = comparison.index.record.versions.some(({ articles }) =>
			[a, b].every((one) => one !== null && articles.includes(one)),
		);
		return answer(context, <CompareArticlesPage frame={frame} comparison={comparison} isVersion={isVersion} />);
	});

	app.get("/aside", async (context) => {
		const given = context.req.query("after");
		const after = readId(given);
		if (given !== undefined && after === null) return notFound(context, frame);
		const list = await listAside(store.database, { limit: ASIDE, after });
		return answer(context, <AsidePage frame={frame} list={list} isFirst={after === null} />);
	});

	app.get("/quality", (context) => answer(context, <QualityPage frame={frame} sections={loadQuality()} />));

	let described: ApiDocument | null = null;
	const describe = (): ApiDocument => {
		described ??= describeApi(ROUTES, WRITES) as unknown as ApiDocument;
		return described;
	};
	app.get("/api", (context) => answer(context, <ApiPage frame={frame} document={describe()} />));
	app.get("/api/routes/:name", (context) => {
		const page = RoutePage({ frame, document: describe(), name: context.req.param("name") });
		return page === null ? notFound(context, frame) : answer(context, page);
	});
	app.get("/api/shapes/:name", (context) => {
		const page = ShapePage({ frame, document: describe(), name: context.req.param("name") });
		return page === null ? notFound(context, frame) : answer(context, page);
	});

	app.get("/speakers", async (context) =>
		answer(context, <SpeakersPage frame={frame} quoted={await listQuotedLately(store.database)} />),
	);

	app.get("/speakers/:name", async (context) => {
		const after = context.req.query("after") ?? null;
		const found = await findSpeaker(store, readName(context.req.param("name")), after);
		if (found === null) return notFound(context, frame);
		return answer(context, <SpeakerPage frame={frame} answer={found} isFirst={after === null} />);
	});

	app.get("/outlets", async (context) => {
		const after = context.req.query("after") ?? null;
		const page = await readOutlets(store, OUTLETS, after);
		if (page === null) return notFound(context, frame);
		return answer(
			context,
			<OutletsPage frame={frame} outlets={page.outlets} next={page.next} isFirst={after === null} />,
		);
	});

	app.get("/outlets/:name", async (context) => {
		const found = await findOutlet(store, readName(context.req.param("name")), context.req.query("after") ?? null);
		return found === null ? notFound(context, frame) : answer(context, <OutletPage frame={frame} answer={found} />);
	});
}

/** Outlets, and captures set aside, on one page of their lists. */
const OUTLETS = 100;
const ASIDE = 50;

/** Code units of a name in an address that are looked at. */
const LONGEST_NAME = 500;

function readName(given: string): string {
	return given.slice(0, LONGEST_NAME).toWellFormed();
}
