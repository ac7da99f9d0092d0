import type { Context } from "hono";
import type { Html } from "../report/html/parts.tsx";
import { type PageFrame, ProblemPage } from "./pages/frame.tsx";

type PageStatus = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500;

/** A page as it goes out. */
export function answer(context: Context, page: Html, status: PageStatus = 200): Response | Promise<Response> {
	context.header("cache-control", "no-cache");
	return context.html(`<!doctype html>\n${page}\n`, status);
}

export function notFound(context: Context, frame: PageFrame): Response | Promise<Response> {
	const page = (
		<ProblemPage frame={frame} title="There is no such page">
			What it told of may have been forgotten, or has become part of another story. <a href="/">All stories</a>
		</ProblemPage>
	);
	return answer(context, page, 404);
}

/** An id as it stands in an address; null where it is none. */
export function readId(given: string | undefined): string | null {
	return given !== undefined && /^[0-7][0-9a-f]{15}$/.test(given) ? given : null;
}
