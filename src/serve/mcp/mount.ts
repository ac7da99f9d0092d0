import type { Hono } from "hono";
import type { ToolRoom } from "./tool.ts";

/** Where it is asked over HTTP. */
const MCP_PATH = "/mcp";

/** Bytes of a question, at most: the longest text that can be traced takes a tenth of it, however it is escaped. */
const LONGEST_QUESTION = 262_144;

/**
 * Answers programs of the Model Context Protocol (streamable HTTP, without sessions) at `/mcp`. What that takes is
 * loaded when the first one asks.
 */
export function mountMcp(app: Hono, room: ToolRoom, fail: (error: unknown) => void): void {
	let loaded: Promise<(request: Request) => Promise<Response>> | null = null;
	app.all(MCP_PATH, async (context) => {
		loaded ??= load(room, fail);
		return (await loaded)(context.req.raw);
	});
}

async function load(room: ToolRoom, fail: (error: unknown) => void): Promise<(request: Request) => Promise<Response>> {
	const [{ createMcpHandler }, { createMcpServer }] = await Promise.all([
		import("@modelcontextprotocol/server"),
		import("./server.ts"),
	]);
	return createMcpHandler(() => createMcpServer(room, fail), { maxRequestBodySize: LONGEST_QUESTION }).fetch;
}
