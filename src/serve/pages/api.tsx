import { type Html, Iso } from "../../report/html/parts.tsx";
import { Page, type PageFrame } from "./frame.tsx";

/** A JSON Schema as the document has it, as far as it is shown. */
interface Schema {
	readonly $ref?: string;
	readonly type?: string | readonly string[];
	readonly description?: string;
	readonly format?: string;
	readonly pattern?: string;
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
	readonly default?: unknown;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
}

interface Operation {
	readonly operationId?: string;
	readonly summary?: string;
	readonly description?: string;
	readonly parameters?: readonly {
		readonly name: string;
		readonly in: string;
		readonly required?: boolean;
		readonly description?: string;
		readonly schema?: Schema;
	}[];
	readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
	readonly responses?: Readonly<
		Record<
			string,
			{ readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
		>
	>;
}

/** The OpenAPI document, as far as it is shown. */
export interface ApiDocument {
	readonly info: { readonly version: string; readonly description?: string };
	readonly servers: readonly { readonly url: string }[];
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

interface Route {
	readonly path: string;
	readonly method: (typeof METHODS)[number];
	readonly operation: Operation;
	readonly id: string;
}

function listRoutes(document: ApiDocument): readonly Route[] {
	return Object.entries(document.paths).flatMap(([path, operations]) =>
		METHODS.flatMap((method) => {
			const operation = operations[method];
			return operation === undefined ? [] : [{ path, method, operation, id: operation.operationId ?? method }];
		}),
	);
}

/** The interface for other programs, browsed: every route, and every shape that answers have. */
export function ApiPage({ frame, document }: { readonly frame: PageFrame; readonly document: ApiDocument }): Html {
	const base = document.servers[0]?.url ?? "";
	return (
		<Page frame={frame} title="For other programs" room={null}>
			<h1>For other programs</h1>
			<p>{document.info.description}</p>
			<p>
				Everything below is under <code>{base}</code>. The same as a document for tools:{" "}
				<a href={`${base}/openapi.json`}>openapi.json</a> (OpenAPI 3.1). Lists go on with <code>after</code>, which
				takes the <code>next</code> of the page before; every answer has an <code>ETag</code>; a mistake is answered as{" "}
				<code>application/problem+json</code>.
			</p>
			<h2>Routes</h2>
			<ul class="plain routes">
				{listRoutes(document).map(({ path, method, operation, id }) => (
					<li>
						<a href={`/api/routes/${id}`}>
							<code>
								{method.toUpperCase()} {path}
							</code>
						</a>{" "}
						{operation.summary}
					</li>
				))}
			</ul>
			<h2>Shapes</h2>
			<ul class="columns">
				{Object.keys(document.components.schemas).map((name) => (
					<li>
						<a href={`/api/shapes/${name}`}>{name}</a>
					</li>
				))}
			</ul>
		</Page>
	);
}

/** A shape by its name; null where there is none. */
export function ShapePage({
	frame,
	document,
	name,
}: {
	readonly frame: PageFrame;
	readonly document: ApiDocument;
	readonly name: string;
}): Html | null {
	const { schemas } = document.components;
	const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
	if (schema === undefined) return null;
	return (
		<Page frame={frame} title={name} room={null}>
			<p class="kicker">
				<a href="/api">For other programs</a>
			</p>
			<h1>{name}</h1>
			{schema.description === undefined ? null : <p>{schema.description}</p>}
			<Properties schema={schema} name={name} />
		</Page>
	);
}

/** A route by its name; null where there is none. */
export function RoutePage({
	frame,
	document,
	name,
}: {
	readonly frame: PageFrame;
	readonly document: ApiDocument;
	readonly name: string;
}): Html | null {
	const route = listRoutes(document).find(({ id }) => id === name);
	if (route === undefined) return null;
	const { path, method, operation } = route;
	const { summary, description, parameters = [], requestBody, responses = {} } = operation;
	const base = document.servers[0]?.url ?? "";
	const isOpen = method === "get" && parameters.every(({ required }) => required !== true);
	return (
		<Page frame={frame} title={`${method.toUpperCase()} ${path}`} room={null}>
			<p class="kicker">
				<a href="/api">For other programs</a>
			</p>
			<h1>
				<code>
					{method.toUpperCase()} {path}
				</code>
			</h1>
			<p>
				{summary}. {description ?? ""} {isOpen ? <a href={`${base}${path}`}>Ask it</a> : null}
			</p>
			{parameters.length === 0 ? null : (
				<section class="scroll" tabindex={0} aria-label="Fields">
					<table class="sources">
						<thead>
							<tr>
								{["Field", "In", "What", "Values"].map((head) => (
									<th scope="col">{head}</th>
								))}
							</tr>
						</thead>
						<tbody>
							{parameters.map((parameter) => (
								<tr>
									<th scope="row">
										<code>{parameter.name}</code>
										{parameter.required === true ? "" : <span class="note"> may be left out</span>}
									</th>
									<td>{parameter.in}</td>
									<td>{parameter.description ?? ""}</td>
									<td>
										<Type schema={parameter.schema ?? {}} />
									</td>
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
			{requestBody === undefined ? null : <Contents title="Takes" content={requestBody.content ?? {}} />}
			<h2>Answers</h2>
			{Object.entries(responses).map(([status, { description: words, content }]) => (
				<p class="answer">
					<b>{status}</b> {words}{" "}
					{Object.values(content ?? {}).map(({ schema }) => (
						<Type schema={schema ?? {}} />
					))}
				</p>
			))}
		</Page>
	);
}

function Contents({
	title,
	content,
}: {
	readonly title: string;
	readonly content: Readonly<Record<string, { readonly schema?: Schema }>>;
}) {
	return (
		<>
			{Object.entries(content).map(([type, { schema }]) => (
				<p class="answer">
					<b>{title}</b> <code>{type}</code> <Type schema={schema ?? {}} />
				</p>
			))}
		</>
	);
}

function Properties({ schema, name }: { readonly schema: Schema; readonly name: string }) {
	const properties = Object.entries(schema.properties ?? {});
	if (properties.length === 0) {
		return (
			<p>
				<Type schema={schema} />
			</p>
		);
	}
	return (
		<section class="scroll" tabindex={0} aria-label={`Fields of ${name}`}>
			<table class="sources">
				<tbody>
					{properties.map(([field, own]) => (
						<tr>
							<th scope="row">
								<code>{field}</code>
								{schema.required?.includes(field) === false ? <span class="note"> may be left out</span> : null}
							</th>
							<td>
								<Type schema={own} /> {own.description ?? ""}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** Levels of an unnamed object that are written out inside a line. */
const DEEPEST = 4;

/** A schema in words, what has a name of its own by that. */
function Type({ schema, depth = 0 }: { readonly schema: Schema; readonly depth?: number }): Html {
	const { $ref, type, items, anyOf, properties, enum: values, const: only } = schema;
	if ($ref !== undefined) {
		const name = $ref.split("/").at(-1) ?? $ref;
		return <a href={`/api/shapes/${name}`}>{name}</a>;
	}
	if (depth > DEEPEST) return <>…</>;
	if (anyOf !== undefined) {
		return (
			<>
				{anyOf.map((one, at) => (
					<>
						{at > 0 ? " or " : ""}
						<Type schema={one} depth={depth + 1} />
					</>
				))}
			</>
		);
	}
	if (values !== undefined) return <Iso text={values.map((one) => JSON.stringify(one)).join(", ")} whole />;
	if (only !== undefined) return <code>{JSON.stringify(only)}</code>;
	if (items !== undefined) {
		return (
			<>
				list of <Type schema={items} depth={depth + 1} />
			</>
		);
	}
	if (properties !== undefined) {
		return (
			<>
				{"{ "}
				{Object.entries(properties).map(([field, own], at) => (
					<>
						{at > 0 ? ", " : ""}
						<code>{field}</code>: <Type schema={own} depth={depth + 1} />
					</>
				))}
				{" }"}
			</>
		);
	}
	const words = [
		Array.isArray(type) ? type.join(" or ") : (type ?? "anything"),
		...(schema.format === undefined ? [] : [schema.format]),
		...(schema.minimum === undefined || schema.minimum === 0 ? [] : [`from ${schema.minimum}`]),
		...(schema.maximum === undefined || schema.maximum >= Number.MAX_SAFE_INTEGER ? [] : [`up to ${schema.maximum}`]),
		...(schema.default === undefined ? [] : [`else ${JSON.stringify(schema.default)}`]),
	];
	return <>{words.join(", ")}</>;
}
