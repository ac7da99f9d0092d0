import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { z } from "zod";
import { UserError } from "../../model/problem.ts";
import { BYTES_OF_TYPE } from "../../read/formats.ts";
import type { Gate, Refusal } from "../access/gate.ts";
import { readBytes } from "../access/sent-bytes.ts";
import { describeApi } from "./openapi.ts";
import type { ApiRoom, ApiRoute, FieldSchemas } from "./route.ts";
import { ROUTES } from "./routes.ts";
import type { WriteRoom, WriteRoute } from "./write-route.ts";
import { WRITES } from "./writes.ts";

interface FieldError {
	readonly in: "path" | "query" | "body";
	readonly name: string;
	readonly reason: string;
}

/** The interface for other programs: all routes, and the document that describes them. */
export function createApi(room: WriteRoom & { readonly gate: Gate }, fail: (error: unknown) => void): Hono {
	const api = new Hono();
	// Before what answers reading: a change is never "not modified".
	for (const route of WRITES) {
		api.on(route.method.toUpperCase(), toHonoPath(route.path), (context) => change(context, route, room));
	}
	api.use(etag());
	const document = describeApi(ROUTES, WRITES);
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

/** Who may not is told so before anything that was sent is read. */
async function change(
	context: Context,
	route: WriteRoute,
	room: WriteRoom & { readonly gate: Gate },
): Promise<Response> {
	const caller = await room.gate.checkToken(context, route.scope);
	if ("status" in caller) return refuse(context, caller);
	const wait = room.gate.countWrite(caller);
	if (wait !== null) return refuse(context, wait);
	const errors: FieldError[] = [];
	const params = parse("path", context.req.param(), route.params, errors);
	const query = parse("query", readQuery(context, errors), route.query, errors);
	const body = await readBody(context, route, errors);
	if (body === null) {
		return problem(context, 413, `${context.req.path} takes up to ${mostBytes(context, route)} bytes of this kind`);
	}
	if (errors.length > 0) {
		const detail = errors.map(({ name, reason }) => `${name}: ${reason}`).join("; ");
		return problem(context, 400, detail, errors);
	}
	try {
		const done = await route.perform(room, { params, query, body: body.value, who: caller.name });
		return context.json(done as object, route.status);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const status = statusOf(error);
		if (status === 429) context.header("retry-after", "60");
		return problem(context, status, error.message);
	}
}

/** Bytes of a JSON body: a decision on a hundred long sentences. */
const MOST_JSON = 512_000;
/** Bytes of a capture of a kind that is not read: its refusal is not to cost more. */
const MOST_UNKNOWN = 1_000_000;

function mostBytes(context: Context, { body }: WriteRoute): number {
	if (body !== "bytes") return MOST_JSON;
	const limits = new Map<string, number>(Object.entries(BYTES_OF_TYPE));
	return limits.get(readType(context).mediaType) ?? MOST_UNKNOWN;
}

function readType(context: Context): { readonly mediaType: string; readonly charset: string | null } {
	const [type = "", ...parameters] = (context.req.header("content-type") ?? "").split(";");
	const charset = parameters.flatMap((one) => /^charset="?([\w.:-]{1,40})"?$/i.exec(one.trim())?.[1] ?? [])[0];
	return { mediaType: type.trim().toLowerCase(), charset: charset ?? null };
}

/** Null where it is too large. */
async function readBody(
	context: Context,
	route: WriteRoute,
	errors: FieldError[],
): Promise<{ readonly value: unknown } | null> {
	if (route.body === null) return { value: null };
	const bytes = await readBytes(context.req.raw, mostBytes(context, route));
	if (bytes === null) return null;
	const { mediaType, charset } = readType(context);
	if (route.body === "bytes") return { value: { bytes, mediaType, charset } };
	if (mediaType !== "application/json") {
		errors.push({ in: "body", name: "Content-Type", reason: "is application/json" });
		return { value: null };
	}
	const result = route.body.safeParse(readJson(bytes));
	if (result.success) return { value: result.data };
	for (const { path, message } of result.error.issues) {
		errors.push({ in: "body", name: path.join(".") || "body", reason: message });
	}
	return { value: null };
}

function readJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}

/** What a UserError says of a thing that is not there, or that something else stands in the way of. */
function statusOf({ code }: UserError): 404 | 409 | 422 | 429 {
	if (code.endsWith("/unknown")) return 404;
	if (code === "store/queue-full") return 429;
	return ["corrections/contradiction", "corrections/undone", "alerts/name"].includes(code) ? 409 : 422;
}

/** Why nothing is answered, as an error. */
export function refuse(context: Context, { status, detail, retryAfter }: Refusal): Response {
	if (status === 401) context.header("www-authenticate", 'Bearer realm="stemma"');
	if (retryAfter !== null) context.header("retry-after", `${retryAfter}`);
	return problem(context, status, detail);
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
	401: "Needs a token",
	403: "May not be done with this token",
	404: "Not found",
	409: "Something stands in the way",
	413: "Too large",
	429: "Too often",
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
