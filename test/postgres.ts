import { spawn } from "node:child_process";
import { accessSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A PostgreSQL server for tests. */
export interface TestServer {
	/** A new database with nothing in it: its address. */
	createDatabase(): Promise<string>;
	stop(): Promise<void>;
}

/** The oldest that a store runs on. */
const OLDEST = 15;

/** Milliseconds for a new server to answer. */
const START_DEADLINE = 60_000;

/** Why there is no server to test with; null when there is one. */
export function whyNoPostgres(): string | null {
	if (process.env["STEMMA_TEST_POSTGRES"] || findBinaries() !== null) return null;
	return `no PostgreSQL ${OLDEST} or later is installed, and STEMMA_TEST_POSTGRES names no server`;
}

/**
 * The server that STEMMA_TEST_POSTGRES names, or one of our own in a temporary folder, on 127.0.0.1 and a port that is
 * free, which ends with this process. Rejects where `whyNoPostgres` says why.
 */
export async function startPostgres(): Promise<TestServer> {
	const given = process.env["STEMMA_TEST_POSTGRES"];
	if (given) return serve(given, async () => {});
	const binaries = findBinaries();
	if (binaries === null) throw new Error(whyNoPostgres() ?? "");
	const folder = mkdtempSync(join(tmpdir(), "stemma-postgres-"));
	const user = findUser();
	if (user !== null) chownSync(folder, user.uid, user.gid);
	const data = join(folder, "data");
	const identity = user ?? {};
	const options = ["-D", data, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--no-locale"];
	await finished(spawn(join(binaries, "initdb"), options, { ...identity, stdio: "ignore", cwd: folder }));
	const port = await findPort();
	// The shell ends the server when its input closes, which it does with this process however that ends.
	const script = '"$0" "$@" & server=$!; read -r _; kill -QUIT $server; wait $server';
	const settings = ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", "", "-F", "-c", "max_connections=60"];
	const server = spawn("/bin/sh", ["-c", script, join(binaries, "postgres"), ...settings], {
		...identity,
		cwd: folder,
		stdio: ["pipe", "ignore", "ignore"],
	});
	const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
	const stop = async (): Promise<void> => {
		server.stdin?.end();
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
	const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
	try {
		await answers(url);
	} catch (error) {
		await stop();
		throw error;
	}
	return serve(url, stop);
}

function serve(url: string, stop: () => Promise<void>): TestServer {
	const made: string[] = [];
	let count = 0;
	return {
		createDatabase: async () => {
			const name = `stemma_test_${process.pid}_${count++}`;
			await command(url, `DROP DATABASE IF EXISTS ${name}`);
			await command(url, `CREATE DATABASE ${name}`);
			made.push(name);
			const address = new URL(url);
			address.pathname = `/${name}`;
			return address.href;
		},
		stop: async () => {
			for (const name of made) await command(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => {});
			await stop();
		},
	};
}

async function command(url: string, sql: string): Promise<void> {
	const { default: pg } = await import("pg");
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

async function answers(url: string): Promise<void> {
	for (const until = Date.now() + START_DEADLINE; ; ) {
		try {
			return await command(url, "SELECT 1");
		} catch (error) {
			if (Date.now() > until) throw new Error("the PostgreSQL server for tests did not start", { cause: error });
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
}

function findBinaries(): string | null {
	const roots = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];
	const folders = roots.flatMap((root) =>
		listNames(root).flatMap((name) => {
			const version = Number(/^(?:postgresql@)?(\d+)$/.exec(name)?.[1] ?? 0);
			return version >= OLDEST ? [{ version, folder: join(root, name, "bin") }] : [];
		}),
	);
	const newest = folders.sort((a, b) => b.version - a.version).map(({ folder }) => folder);
	const onPath = (process.env["PATH"] ?? "").split(delimiter);
	return (
		[...newest, ...onPath].find((folder) => ["initdb", "postgres"].every((name) => isThere(join(folder, name)))) ?? null
	);
}

function listNames(folder: string): string[] {
	return existsSync(folder) ? readdirSync(folder) : [];
}

function isThere(path: string): boolean {
	try {
		accessSync(path, 1);
		return true;
	} catch {
		return false;
	}
}

/** PostgreSQL refuses to run as root: then it runs as a user that is there for that. Null to run as who we are. */
function findUser(): { readonly uid: number; readonly gid: number } | null {
	if (process.getuid?.() !== 0) return null;
	const users = readFileSync("/etc/passwd", "utf8")
		.split("\n")
		.map((line) => line.split(":"));
	for (const wanted of ["postgres", "nobody"]) {
		const [, , uid, gid] = users.find(([name]) => name === wanted) ?? [];
		if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
	}
	return null;
}

function findPort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
		});
	});
}

function finished(child: ReturnType<typeof spawn>): Promise<void> {
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}`))));
	});
}
