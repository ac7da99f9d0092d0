import { describe, expect, it } from "vitest";
import { UserError } from "../model/problem.ts";
import { explainServerError, nameServer } from "./server-errors.ts";

const URL_WITH_PASSWORD = "postgres://ada:se%20cret@db.example:5433/news?sslmode=require";

describe("what a server refuses", () => {
	it.each([
		["28P01", "store/login", "PGPASSWORD"],
		["3D000", "store/no-database", "createdb"],
		["ECONNREFUSED", "store/no-server", "that it runs"],
		["ENOTFOUND", "store/no-server", "no such host"],
		["42501", "store/forbidden", "may not"],
		["25006", "store/read-only", "primary server"],
		["53100", "store/full", "disk is full"],
		["57P01", "store/lost", "run it again"],
	])("%s is told as %s, with what to do", (code, told, advice) => {
		const error = explainServerError(Object.assign(new Error("as the server says it"), { code }), URL_WITH_PASSWORD);
		expect(error).toBeInstanceOf(UserError);
		expect(error).toMatchObject({ code: told, exitCode: 2, message: expect.stringContaining(advice) });
	});

	it("is told without the password", () => {
		const error = explainServerError(Object.assign(new Error("x"), { code: "28P01" }), URL_WITH_PASSWORD);
		expect(String(error)).toContain("postgres://ada@db.example:5433/news:");
		expect(String(error)).not.toContain("se%20cret");
		expect(nameServer("postgres:///news")).toBe("postgres://localhost/news");
		expect(nameServer("postgres://a:b@:x")).toBe("the PostgreSQL server");
	});

	it("of all addresses of a name is told by the first that is known", () => {
		const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
		expect(explainServerError(new AggregateError([new Error("?"), refused]), URL_WITH_PASSWORD)).toMatchObject({
			code: "store/no-server",
		});
	});

	it("stays a bug where nobody can do anything about it", () => {
		const bug = Object.assign(new Error("syntax error"), { code: "42601" });
		expect(explainServerError(bug, URL_WITH_PASSWORD)).toBe(bug);
		expect(explainServerError("text", URL_WITH_PASSWORD)).toBe("text");
	});
});
