import { z } from "zod";
import { VERSION } from "../../version.ts";
import type { ApiRoute, FieldSchemas } from "./route.ts";

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
		errors: z.array(z.object({ in: z.enum(["path", "query"]), name: z.string(), reason: z.string() })).optional(),
	})
	.meta({ id: "ErrorAnswer" });

const PROBLEMS = [
	[400, "A field is missing, unknown, or holds what it cannot hold."],
	[404, "There is no such thing."],
	[422, "This cannot be asked: `detail` says why."],
] as const;

/** The OpenAPI 3.1 document of the interface, made of the schemas that requests and answers are held to. */
export function describeApi(routes: readonly ApiRoute[]): Json {
	const schemas = [...routes.map(({ answer }) => answer), PROBLEM];
	const together = z.object(Object.fromEntries(schemas.map((schema, at) => [`${at}`, schema])));
	const { properties = {}, $defs = {} } = toSchema(together, "input") as {
		properties?: Json;
		$defs?: Json;
	};
	const problem = properties[`${routes.length}`];
	return {
		openapi: "3.1.0",
		info: {
			title: "Stemma",
			version: VERSION,
			summary: "Who says what, in whose words, and how the reports stand to each other",
			description:
				"Reading what a store holds. Everything that is found points at exact characters of its source: spans are offsets in UTF-16 code units, the end excluded. Nothing says what is true.",
			license: { name: "MIT", identifier: "MIT" },
		},
		servers: [{ url: API_BASE }],
		paths: Object.fromEntries(
			routes.map((route, at) => [route.path, { get: describeRoute(route, properties[`${at}`], problem) }]),
		),
		components: { schemas: $defs },
	};
}

function describeRoute(route: ApiRoute, answer: unknown, problem: unknown): Json {
	const parameters = [...describeFields("path", route.params), ...describeFields("query", route.query)];
	return {
		operationId: nameOperation(route.path),
		summary: route.summary,
		...(route.description === null ? {} : { description: route.description }),
		...(parameters.length === 0 ? {} : { parameters }),
		responses: {
			200: { description: "What was found.", content: { "application/json": { schema: answer } } },
			304: { description: "What the `If-None-Match` names is still what would be answered." },
			...Object.fromEntries(
				PROBLEMS.map(([status, description]) => [
					status,
					{ description, content: { "application/problem+json": { schema: problem } } },
				]),
			),
		},
	};
}

/** `/stories/{id}` → `getStoriesById`. */
function nameOperation(path: string): string {
	const parts = path.split("/").filter((part) => part !== "");
	return `get${parts.map((part) => (part.startsWith("{") ? `By${capital(part.slice(1, -1))}` : capital(part))).join("")}`;
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
