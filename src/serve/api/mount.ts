import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { z } from "zod";
import { UserError } from "../../model/problem.ts";
import { describeApi } from "./openapi.ts";
import type { ApiRoom, ApiRoute, FieldSchemas } from "./route.ts";
import { ROUTES } from "./routes.ts";

interface FieldError {
	readonly in: "path" | "query";
	readonly name: string;
	readonly reason: string;
}

/** The interface for other programs: all routes, and the document that describes them. */
export function createApi(room: ApiRoom, fail: (error: unknown) => void): Hono {
	const api = new Hono();
	api.use(etag());
	const document = describeApi(ROUTES);
	api.get("/openapi.json", (context) => context.json(document));
	for (const route of ROUTES) api.get(toHonoPath(route.path), (context) => answer(context, route, room));
	api.all("*", (context) => problem(context, 404, "there is no such route; /api/v1/openapi.json lists all"));
	api.onError((error, context) => {
		fail(error);
		return problem(context, 500, "what happened is said where Stemma was started");
	});
	return api;
}

/** `/stories/{id}` → `/stories/:id`. */
function toHonoPath(path: string): string {
	return path.replace(/\{(\w+)\}/g, ":$1");
}

async function answer(context: Context, route: ApiRoute, room: ApiRoom): Promise<Response> {
	const errors: FieldError[] = [];
	const params = parse("path", context.req.param(), route.params, errors);
	const query = parse("query", readQuery(context, errors), route.query, errors);
	if (errors.length > 0) {
		const detail = errors.map(({ name, reason }) => `${name}: ${reason}`).join("; ");
		return problem(context, 400, detail, errors);
	}
	try {
		const found = await route.find(room, params, query);
		return found === null ? problem(context, 404, "there is no such thing in this store") : context.json(found);
	} catch (error) {
		if (error instanceof UserError) return problem(context, 422, error.message);
		throw error;
	}
}

/** The fields of the address; one that is given twice is a mistake. */
function readQuery(context: Context, errors: FieldError[]): Record<string, string> {
	const query: Record<string, string> = {};
	for (const [name, values] of Object.entries(context.req.queries())) {
		const [first, ...more] = values;
		if (more.length > 0) errors.push({ in: "query", name, reason: "is given more than once" });
		if (first !== undefined) query[name] = first;
	}
	return query;
}

function parse(
	where: FieldError["in"],
	given: Readonly<Record<string, string>>,
	fields: FieldSchemas,
	errors: FieldError[],
): Readonly<Record<string, unknown>> {
	for (const name of Object.keys(given)) {
		if (!Object.hasOwn(fields, name)) errors.push({ in: where, name, reason: "is not known" });
	}
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, field]) => {
			const result = field.safeParse(given[name]);
			if (result.success) return [[name, result.data]];
			errors.push({ in: where, name, reason: describeIssue(result.error, given[name]) });
			return [];
		}),
	);
}

function describeIssue({ issues }: z.ZodError, given: string | undefined): string {
	return given === undefined ? "is missing" : issues.map(({ message }) => message).join(", ");
}

const TITLES = {
	400: "Not understood",
	404: "Not found",
	422: "Cannot be asked",
	500: "Something went wrong",
} as const;

/** An error as RFC 9457 has it. */
function problem(
	context: Context,
	status: keyof typeof TITLES,
	detail: string,
	errors: readonly FieldError[] = [],
): Response {
	const body = { type: "about:blank", title: TITLES[status], status, detail, ...(errors.length > 0 ? { errors } : {}) };
	return context.body(JSON.stringify(body), status, { "content-type": "application/problem+json" });
}
