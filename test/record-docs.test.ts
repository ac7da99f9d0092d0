import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A node of the syntax tree, as far as this test reads it (ESTree with TypeScript's types). */
interface Node {
	readonly type: string;
	readonly [key: string]: unknown;
}

/** An interface of the model: its own fields by path, which of them are lists, and the types they name. */
interface Model {
	readonly fields: { readonly path: string; readonly list: boolean }[];
	readonly refers: Set<string>;
	/** String literals among its fields' types. */
	readonly literals: Set<string>;
}

function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

function nodes(value: unknown): Node[] {
	return Array.isArray(value) ? value.filter(isNode) : [];
}

function nameOf(value: unknown): string {
	return isNode(value) && typeof value["name"] === "string" ? value["name"] : "";
}

/** Reads a type: notes the types and literals in it, and the fields of unnamed objects in it. */
function readType(type: unknown, path: string, model: Model): { list: boolean } {
	if (!isNode(type)) return { list: false };
	if (type.type === "TSTypeOperator" || type.type === "TSParenthesizedType") {
		return readType(type["typeAnnotation"], path, model);
	}
	if (type.type === "TSArrayType") {
		readType(type["elementType"], `${path}[]`, model);
		return { list: true };
	}
	if (type.type === "TSTupleType") {
		for (const element of nodes(type["elementTypes"])) readType(element, `${path}[]`, model);
		return { list: true };
	}
	if (type.type === "TSUnionType" || type.type === "TSIntersectionType") {
		return {
			list: nodes(type["types"])
				.map((one) => readType(one, path, model).list)
				.some(Boolean),
		};
	}
	if (type.type === "TSTypeReference") {
		model.refers.add(nameOf(type["typeName"]));
		const given = isNode(type["typeArguments"]) ? nodes(type["typeArguments"]["params"]) : [];
		return { list: given.map((one) => readType(one, path, model).list).some(Boolean) };
	}
	if (type.type === "TSTypeLiteral") readMembers(nodes(type["members"]), `${path}.`, model);
	if (type.type === "TSLiteralType" && isNode(type["literal"]) && typeof type["literal"]["value"] === "string") {
		model.literals.add(type["literal"]["value"]);
	}
	return { list: false };
}

function readMembers(members: readonly Node[], prefix: string, model: Model): void {
	for (const member of members) {
		if (member.type !== "TSPropertySignature") continue;
		const path = `${prefix}${nameOf(member["key"])}`;
		const annotation = isNode(member["typeAnnotation"]) ? member["typeAnnotation"]["typeAnnotation"] : null;
		const place = model.fields.length;
		const { list } = readType(annotation, path, model);
		model.fields.splice(place, 0, { path, list });
	}
}

/** Interfaces and type aliases of src/model by name. */
function readModels(): Map<string, Model> {
	const models = new Map<string, Model>();
	const folder = join(root, "src", "model");
	for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes(".test."))) {
		const { program } = parseSync(file, readFileSync(join(folder, file), "utf8"));
		for (const statement of nodes(program.body)) {
			const declared = statement["declaration"];
			if (!isNode(declared)) continue;
			const model: Model = { fields: [], refers: new Set(), literals: new Set() };
			if (declared.type === "TSInterfaceDeclaration") {
				for (const base of nodes(declared["extends"])) model.refers.add(nameOf(base["expression"]));
				readMembers(isNode(declared["body"]) ? nodes(declared["body"]["body"]) : [], "", model);
			} else if (declared.type === "TSTypeAliasDeclaration") readType(declared["typeAnnotation"], "", model);
			else continue;
			models.set(nameOf(declared["id"]), model);
		}
	}
	return models;
}

/** What a record, the listings and a comparison of records are made of: the types reached from them. */
function reach(models: ReadonlyMap<string, Model>): Map<string, Model> {
	const reached = new Map<string, Model>();
	const open = [
		"CollationRecord",
		"ArticleListing",
		"QuotationListing",
		"StoryListing",
		"PositionListing",
		"RecordDiff",
		"TraceListing",
	];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		const model = models.get(name);
		if (!model || reached.has(name)) continue;
		reached.set(name, model);
		open.push(...model.refers);
	}
	return reached;
}

/** The rows of the tables by the heading above them: field path and order. */
function readTables(page: string): Map<string, Map<string, string>> {
	const tables = new Map<string, Map<string, string>>();
	let rows: Map<string, string> | null = null;
	for (const line of page.split("\n")) {
		const heading = /^### `(\w+)`$/.exec(line);
		if (heading?.[1]) {
			rows = new Map();
			tables.set(heading[1], rows);
		} else if (line.startsWith("#")) rows = null;
		const cells = line.split("|").map((cell) => cell.trim());
		const field = /^`([^`]+)`$/.exec(cells[1] ?? "")?.[1];
		if (field && rows) rows.set(field, cells.slice(3, -1).join("|"));
	}
	return tables;
}

const page = readFileSync(join(root, "docs", "record.md"), "utf8");
const reached = reach(readModels());
const tables = readTables(page);
const interfaces = [...reached].filter(([, model]) => model.fields.length > 0);

describe("docs/record.md", () => {
	it("is held against the whole record and the listings", () => {
		expect(interfaces.map(([name]) => name)).toEqual(
			expect.arrayContaining([
				"CollationRecord",
				"ArticleListing",
				"QuotationListing",
				"StoryListing",
				"PositionListing",
				"Article",
				"Quotation",
				"LineageEdge",
				"StatedDate",
				"Span",
				"EntityMention",
			]),
		);
	});

	for (const [name, model] of interfaces) {
		it(`documents every field of ${name} and no other`, () => {
			const documented = [...(tables.get(name)?.keys() ?? [])];
			expect(documented.sort()).toEqual(model.fields.map(({ path }) => path).sort());
		});

		it(`gives the order of every list of ${name}`, () => {
			for (const { path, list } of model.fields) {
				const order = tables.get(name)?.get(path) ?? "";
				expect(order !== "", `${name}.${path} is ${list ? "a list" : "no list"}`).toBe(list);
			}
		});
	}

	it("documents no type that a record does not hold", () => {
		expect([...tables.keys()].filter((name) => !reached.has(name))).toEqual([]);
	});

	it("names every value that a field may take", () => {
		const values = [...reached.values()].flatMap((model) => [...model.literals]);
		expect(values.length).toBeGreaterThan(40);
		expect(values.filter((value) => !page.includes(`\`${value}\``))).toEqual([]);
	});
});
