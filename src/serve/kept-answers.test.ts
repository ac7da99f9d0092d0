import { Hono } from "hono";
import { compress } from "hono/compress";
import { beforeEach, describe, expect, it } from "vitest";
import { keepAnswers } from "./kept-answers.ts";

let made: number;
let mark: string | null;
let app: Hono;

beforeEach(() => {
	[made, mark] = [0, "1"];
	app = new Hono().use(
		keepAnswers(async () => mark),
		compress(),
	);
	app.get("/", (context) => context.text(`page ${++made} ${"of words ".repeat(300)}`));
	app.get("/stories/a", async (context) => {
		made++;
		await new Promise((resolve) => setTimeout(resolve, 10));
		return context.text("a story");
	});
	app.get("/search", (context) => context.text(`found ${++made}`, 200, { "cache-control": "no-store" }));
	app.get("/about", (context) => context.text(`about ${++made}`));
	app.get("/trace", (context) => context.text(`not there ${++made}`, 404));
});

async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
	return app.request(path, { headers });
}

describe("an answer", () => {
	it("is made once while nothing changes, packed and plain, and again when something has changed", async () => {
		for (const headers of [{}, { "accept-encoding": "gzip" }]) {
			const [first, second] = [await ask("/", headers), await ask("/", headers)];
			expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
			expect(second.headers.get("content-encoding")).toBe("accept-encoding" in headers ? "gzip" : null);
			expect(second.headers.get("content-type")).toBe(first.headers.get("content-type"));
			expect(await second.arrayBuffer()).toEqual(await first.arrayBuffer());
		}
		expect(made).toBe(2);
		mark = "2";
		expect(await (await ask("/")).text()).toMatch(/^page 3/);
	});

	it("is made once for all who ask at the same time, and again for another query", async () => {
		const answers = await Promise.all([ask("/stories/a"), ask("/stories/a"), ask("/stories/a")]);
		expect(await Promise.all(answers.map((one) => one.text()))).toEqual(["a story", "a story", "a story"]);
		await ask("/stories/a?other");
		expect(made).toBe(2);
	});

	it("is not sent to who has it, whether it is kept or not", async () => {
		const etag = (await ask("/")).headers.get("etag") ?? "";
		const again = await ask("/", { "if-none-match": `"other", W/${etag}` });
		expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
		expect((await ask("/", { "if-none-match": '"other"' })).status).toBe(200);
	});

	it("is neither kept of nor given to who says who he is", async () => {
		await ask("/");
		for (const headers of [{ cookie: "a=b" }, { authorization: "Bearer x" }]) {
			expect((await ask("/", headers as unknown as Record<string, string>)).headers.get("etag")).toBeNull();
		}
		expect(made).toBe(3);
	});

	it.each(["/search", "/about", "/trace"])("of %s, which may be another each time, is made each time", async (path) => {
		await ask(path);
		await ask(path);
		expect(made).toBe(2);
	});

	it("is made each time where nobody can say whether something changed", async () => {
		mark = null;
		await ask("/");
		await ask("/");
		expect(made).toBe(2);
	});
});
