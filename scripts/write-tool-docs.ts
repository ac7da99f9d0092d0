import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import type { Tool } from "../src/serve/mcp/tool.ts";
import { TOOLS } from "../src/serve/mcp/tools.ts";

/**
 * Writes into docs/mcp.md what programs are told of each tool: `npx tsx scripts/write-tool-docs.ts`. A test fails while
 * the page says otherwise.
 */

const TOOL_PAGE = fileURLToPath(new URL("../docs/mcp.md", import.meta.url));

/** The list begins with the first tool and ends before this. */
const BEHIND = "## What every answer says";

interface FieldSchema {
	readonly description?: string;
	readonly default?: unknown;
}

function describeTool({ name, description, input }: Tool): string {
	const { properties = {}, required = [] } = z.toJSONSchema(input, { io: "input" }) as {
		readonly properties?: Readonly<Record<string, FieldSchema>>;
		readonly required?: readonly string[];
	};
	const rows = Object.entries(properties).map(([field, schema]) => {
		const usual = schema.default === undefined ? "" : ` Usually \`${JSON.stringify(schema.default)}\`.`;
		return `| \`${field}\`${required.includes(field) ? " (needed)" : ""} | ${schema.description ?? ""}${usual} |`;
	});
	return [`### ${name}`, "", description, "", "| field | |", "|---|---|", ...rows, ""].join("\n");
}

/** The page as it stands, and as it is to stand. */
export function writeToolPage(): { readonly page: string; readonly written: string } {
	const page = readFileSync(TOOL_PAGE, "utf8");
	const [begin, end] = [page.indexOf("### "), page.indexOf(BEHIND)];
	return { page, written: `${page.slice(0, begin)}${TOOLS.map(describeTool).join("\n")}\n${page.slice(end)}` };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	writeFileSync(TOOL_PAGE, writeToolPage().written);
}
