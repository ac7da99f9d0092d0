import { z } from "zod";
import { VERSION } from "../../version.ts";
import type { ApiRoute, FieldSchemas } from "./route.ts";
import type { WriteRoute } from "./write-route.ts";

/** Where the interface is. */
export const API_BASE = "/api/v1";

interface Json {
	readonly [key: string]: unknown;
}

/** An error as every route answers it: RFC 9457. */
const PROBLEM = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		detail: z.string(),
		/** By field. */
		errors: z
			.array(z.object({ in: z.enum(["path", "query", "body"]), name: z.string(), reason: z.string() }))
			.optional(),
	})
	.meta({ id: "ErrorAnswer" });

const PROBLEMS = [
	[400, "A field is missing, unknown, or holds what it cannot hold."],
	[404, "There is no such thing."],
	[401, "Without a token, or with one that is none any more."],
	[403, "The token is not good for this."],
	[422, "This cannot be asked: `detail` says why."],
	[429, "Too often: `Retry-After` says when again."],
] as const;

const WRITE_PROBLEMS = [
	[409, "Something stands in the way: `detail` says what."],
	[413, "What was sent is too large."],
] as const;

/** The OpenAPI 3.1 document of the interface, made of the schemas that requests and answers are held to. */
export function describeApi(routes: readonly ApiRoute[], writes: readonly WriteRoute[]): Json {
	const schemas = [...[...routes, ...writes].map(({ answer }) => answer), PROBLEM];
	const together = z.object(Object.fromEntries(schemas.map((schema, at) => [`${at}`, schema])));
	const { properties = {}, $defs = {} } = toSchema(together, "input") as {
		properties?: Json;
		$defs?: Json;
	};
	const problem = properties[`${schemas.length - 1}`];
	const bodies = describeBodies(writes);
	const paths: { [path: string]: { [method: string]: Json } } = {};
	for (const [at, route] of routes.entries()) {
		paths[route.path] = { ...paths[route.path], get: describeRoute(route, properties[`${at}`], problem) };
	}
	for (const [at, route] of writes.entries()) {
		const answer = properties[`${routes.length + at}`];
		const described = describeWrite(route, bodies.schemas[at], answer, problem);
		paths[route.path] = { ...paths[route.path], [route.method]: described };
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Stemma",
			version: VERSION,
			summary: "Who says what, in whose words, and how the reports stand to each other",
			description:
				"Reading what a store holds, and adding to it. Everything that is found points at exact characters of its source: spans are offsets in UTF-16 code units, the end excluded. Nothing says what is true.",
			license: { name: "MIT", identifier: "MIT" },
		},
		servers: [{ url: API_BASE }],
		paths,
		components: {
			schemas: { ...$defs, ...bodies.named },
			securitySchemes: {
				token: {
					type: "http",
					scheme: "bearer",
					description:
						"A token of `stemma token add`, with the scopes that a route names. Reading takes none where the room is open to this machine alone.",
				},
			},
		},
	};
}

/** The schemas of JSON bodies as they are sent, by the number of their route, and the objects in them that have names. */
function describeBodies(writes: readonly WriteRoute[]): { readonly schemas: readonly unknown[]; readonly named: Json } {
	const bodies = writes.map(({ body }, at) => [`${at}`, body === null || body === "bytes" ? z.null() : body] as const);
	const together = toSchema(z.object(Object.fromEntries(bodies)), "input") as { properties?: Json; $defs?: Json };
	return { schemas: writes.map((_, at) => together.properties?.[`${at}`]), named: together.$defs ?? {} };
}

function describeWrite(route: WriteRoute, body: unknown, answer: unknown, problem: unknown): Json {
	const parameters = [...describeFields("path", route.params), ...describeFields("query", route.query)];
	const content =
		route.body === "bytes" ? { "*/*": {} } : route.body === null ? null : { "application/json": { schema: body } };
	return {
		operationId: nameOperation(route.path, route.method),
		summary: route.summary,
		...(route.description === null ? {} : { description: route.description }),
		...(parameters.length === 0 ? {} : { parameters }),
		...(content === null ? {} : { requestBody: { required: true, content } }),
		security: [{ token: [route.scope] }],
		responses: {
			[route.status]: { description: "Done.", content: { "application/json": { schema: answer } } },
			...describeProblems([...PROBLEMS, ...WRITE_PROBLEMS], problem),
		},
	};
}

function describeProblems(problems: readonly (readonly [number, string])[], schema: unknown): Json {
	const content = { "application/problem+json": { schema } };
	return Object.fromEntries(
		problems.map(([status, description]) => {
			const headers = status === 429 ? { headers: RETRY_AFTER } : {};
			return [status, { description, ...headers, content }];
		}),
	);
}

const RETRY_AFTER = {
	"Retry-After": { description: "Seconds to wait.", schema: { type: "integer", minimum: 1 } },
};

function describeRoute(route: ApiRoute, answer: unknown, problem: unknown): Json {
	const parameters = [...describeFields("path", route.params), ...describeFields("query", route.query)];
	return {
		operationId: nameOperation(route.path),
		summary: route.summary,
		...(route.description === null ? {} : { description: route.description }),
		...(parameters.length === 0 ? {} : { parameters }),
		security: [{}, { token: ["read"] }],
		responses: {
			200: { description: "What was found.", content: { "application/json": { schema: answer } } },
			304: { description: "What the `If-None-Match` names is still what would be answered." },
			...describeProblems(PROBLEMS, problem),
		},
	};
}

/** `/stories/{id}` → `getStoriesById`. */
function nameOperation(path: string, method: string = "get"): string {
	const parts = path.split("/").filter((part) => part !== "");
	return `${method}${parts.map((part) => (part.startsWith("{") ? `By${capital(part.slice(1, -1))}` : capital(part))).join("")}`;
}

function capital(word: string): string {
	return `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`;
}

function describeFields(where: "path" | "query", fields: FieldSchemas): Json[] {
	return Object.entries(fields).map(([name, field]) => {
		const { $schema: _, description, ...schema } = toSchema(field, "output");
		return {
			name,
			in: where,
			required: !field.safeParse(undefined).success,
			...(description === undefined ? {} : { description }),
			schema,
		};
	});
}

/** JSON Schema as OpenAPI 3.1 takes it, with the named objects where a document has them. */
function toSchema(schema: z.ZodType, io: "input" | "output"): Json {
	const text = JSON.stringify(z.toJSONSchema(schema, { target: "draft-2020-12", io }));
	return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
