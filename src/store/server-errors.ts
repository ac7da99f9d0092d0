import { UserError } from "../model/problem.ts";
import { errorCode } from "./database.ts";

/** How a server is called in messages: never with its password. */
export function nameServer(url: string): string {
	try {
		const { username, host, pathname } = new URL(url);
		const who = username === "" ? "" : `${decodeURIComponent(username)}@`;
		return `postgres://${who}${host === "" ? "localhost" : host}${pathname}`;
	} catch {
		return "the PostgreSQL server";
	}
}

const START = "check its address, and that it runs";

/** What can be done about it, by SQLSTATE or by the system's error code. */
const REASONS: Readonly<{ [code: string]: readonly [code: string, reason: string] }> = {
	ECONNREFUSED: ["store/no-server", `no server answers there; ${START}`],
	ENOENT: ["store/no-server", `there is no such socket; ${START}`],
	EHOSTUNREACH: ["store/no-server", `the host cannot be reached; ${START}`],
	ENETUNREACH: ["store/no-server", `the network cannot be reached; ${START}`],
	ETIMEDOUT: ["store/no-server", `the host does not answer; ${START}`],
	ENOTFOUND: ["store/no-server", "there is no such host; check its name"],
	EAI_AGAIN: ["store/no-server", "the host's name cannot be looked up; check it and the network"],
	ECONNRESET: ["store/lost", "the connection was lost; what was not finished is not kept: run it again"],
	EPIPE: ["store/lost", "the connection was lost; what was not finished is not kept: run it again"],
	"28P01": ["store/login", "the password is wrong; give it in the address, in PGPASSWORD or in ~/.pgpass"],
	"28000": ["store/login", "the server lets this user in by no way; check the user's name and pg_hba.conf"],
	"3D000": ["store/no-database", "there is no such database; createdb makes one"],
	"42501": ["store/forbidden", "this user may not do that; let it own the database or the schema stemma"],
	"25006": ["store/read-only", "the server is read-only (a standby?); give the address of the primary server"],
	"53100": ["store/full", "the server's disk is full; nothing of the last step is kept"],
	"53300": ["store/busy", "the server has no connection left; raise max_connections or run fewer processes"],
	"57P01": ["store/lost", "the server was stopped; what was not finished is not kept: run it again"],
	"57P02": ["store/lost", "the server crashed; what was not finished is not kept: run it again"],
	"57P03": ["store/no-server", "the server is starting or stopping; try again in a moment"],
};

/** The same error, or a UserError where somebody can do something about it. */
export function explainServerError(error: unknown, url: string): unknown {
	if (!(error instanceof Error) || error instanceof UserError) return error;
	const [code, reason] = REASONS[errorCode(error)] ?? byMessage(error) ?? [];
	if (code === undefined || reason === undefined) return error;
	return Object.assign(new UserError(code, `${nameServer(url)}: ${reason}`), { cause: error });
}

/** The driver has no codes for what it finds out by itself. */
function byMessage(error: Error): readonly [string, string] | null {
	// Node tries every address of a name and gives what went wrong with each.
	if (error instanceof AggregateError) {
		for (const one of error.errors) {
			const known = REASONS[errorCode(one)];
			if (known) return known;
		}
	}
	if (/password must be a (?:non-empty )?string|no password/i.test(error.message)) {
		return ["store/login", "the server asks for a password; give it in the address, in PGPASSWORD or in ~/.pgpass"];
	}
	if (/timeout/i.test(error.message)) return ["store/no-server", `the server does not answer; ${START}`];
	if (/Connection terminated|Client has encountered a connection error/i.test(error.message)) {
		return ["store/lost", "the connection was lost; what was not finished is not kept: run it again"];
	}
	if (/SSL/.test(error.message))
		return ["store/ssl", `${error.message}; sslmode in the address says whether to use TLS`];
	return null;
}
