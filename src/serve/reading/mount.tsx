import type { Hono } from "hono";
import type { Store } from "../../store/store.ts";
import { listCaptures, readCaptureBytes } from "../../store/versions.ts";
import { answer, notFound, readId } from "../answer.tsx";
import { ArticlePage } from "../pages/article.tsx";
import { CompareArticlesPage, ComparePage } from "../pages/compare.tsx";
import type { PageFrame } from "../pages/frame.tsx";
import { MembershipPage } from "../pages/membership.tsx";
import { findStoriesWith, findStory } from "../stored-pages.ts";
import { compareArticles, compareInStory } from "./comparison.ts";
import { explainStory } from "./membership.ts";
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
}
