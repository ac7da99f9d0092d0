import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { requireKnownHost } from "./known-host.ts";

const app = new Hono().use(requireKnownHost(["desk.example"])).get("/", (context) => context.text("here"));

async function ask(headers: Record<string, string>): Promise<number> {
	return (await app.request("/", { headers })).status;
}

describe("a request", () => {
	it.each(["127.0.0.1:7070", "localhost", "LOCALHOST:80", "[::1]:7070", "desk.example:443"])(
		"to %s is answered",
		async (host) => {
			expect(await ask({ host })).toBe(200);
		},
	);

	it.each(["rebound.example", "127.0.0.1.rebound.example", "rebound.example:7070", "127.0.0.1:7070:1", "a b", ""])(
		"to %s is refused",
		async (host) => {
			expect(await ask({ host })).toBe(421);
		},
	);

	it("by a script of another site is refused, by one of its own is not", async () => {
		expect(await ask({ host: "localhost", origin: "https://other.example" })).toBe(403);
		expect(await ask({ host: "localhost", origin: "null" })).toBe(403);
		expect(await ask({ host: "localhost:7070", origin: "http://localhost:8080" })).toBe(403);
		expect(await ask({ host: "localhost:7070", origin: "http://localhost:7070" })).toBe(200);
	});
});
