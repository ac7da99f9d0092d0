import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import { createAdaptorServer } from "@hono/node-server";
import type { Activity } from "../follow/activity.ts";
import { type FetchingGiven, openFollowing } from "../follow/following.ts";
import { nodeInputFetcher } from "../follow/input-fetcher.ts";
import { UserError } from "../model/problem.ts";
import type { ListedToken } from "../model/token.ts";
import type { PageAssets } from "../report/html/assets.ts";
import { errorCode } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { openGate } from "./access/gate.ts";
import { Sessions } from "./access/sessions.ts";
import { createApp } from "./app.tsx";
import { watchCoverage } from "./coverage.ts";
import { News } from "./live/news.ts";

/** Only this machine reaches what listens here. */
const LOOPBACK = "127.0.0.1";

/** Where a room listens, who may come, and what it may fetch. */
export interface RoomOptions extends FetchingGiven {
	/** The address that it listens at; null for loopback, where whoever reaches it may read. */
	readonly host: string | null;
	/** Other names under which readers reach it, through a server before it. */
	readonly names: readonly string[];
	/** What the person who started the program is called on this machine. */
	readonly owner: string;
	/** Told of the address by which that person may sign in, once; and of the next, when it was used. */
	signIn(url: string): void;
}

const LOCAL: RoomOptions = { host: null, names: [], owner: "", allowNet: [], userAgent: null, signIn: () => {} };

/** Milliseconds that answers which are being written have to come to their end. */
const GRACE = 5000;

/** Milliseconds for which a connection is kept that nothing is asked on; Node's 5,000 cut off who is slow to ask again. */
const IDLE = 65_000;

/** A reading room that is open. */
export interface Served {
	/** Where it is reached, with its port. */
	readonly url: string;
	/** Resolves once nobody is answered any more. */
	close(): Promise<void>;
}

/**
 * Opens the reading room of a store, on this machine alone unless it is told otherwise.
 *
 * @param port 0 for any that is free
 * @param activity what is done beside in the same process; null where nothing is
 * @throws UserError `serve/port` when the port is taken or may not be used, `serve/host` for an address that this machine
 * has not, `serve/no-token` for a room that others may reach while the store has no token
 */
export async function serve(
	store: Store,
	port: number,
	assets: PageAssets,
	fail: (error: unknown) => void,
	activity: (() => Activity) | null = null,
	options: RoomOptions = LOCAL,
): Promise<Served> {
	const { host, names, owner, signIn } = options;
	const isOpen = host === null && names.length === 0;
	if (!isOpen) await requireToken(store);
	const now = (): number => performance.now();
	const sessions = new Sessions(store.tokens, now);
	const gate = openGate({ tokens: store.tokens, sessions, isOpen }, now);
	const tellKey = (): void => signIn(`${url}sign-in?key=${sessions.makeKey()}`);
	let url = "";
	const roomStyle = ["room", "pages", "correct"]
		.map((name) => readFileSync(new URL(`./data/${name}.css`, import.meta.url), "utf8"))
		.join("\n");
	const liveScript = readFileSync(new URL("./data/live.js", import.meta.url), "utf8");
	const news = new News(store.database);
	const following = openFollowing(store, options);
	const app = createApp({
		...{ store, assets, roomStyle, liveScript, news, fail, activity, following },
		fetchInput: nodeInputFetcher(options, () => {}),
		access: { gate, sessions, owner, keyUsed: tellKey },
		hosts: [...names, ...listHosts(host)],
		coverage: watchCoverage(store, () => following.listStates()),
	});
	const server = createAdaptorServer({
		fetch: app.fetch,
		hostname: host ?? LOOPBACK,
		serverOptions: { keepAliveTimeout: IDLE },
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error) => reject(explain(error, port, host)));
		server.listen(port, host ?? LOOPBACK, resolve);
	});
	const { port: given } = server.address() as AddressInfo;
	url = `http://${nameHost(host)}:${given}/`;
	tellKey();
	return {
		url,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				news.close();
				if (!("closeAllConnections" in server)) return;
				server.closeIdleConnections();
				setTimeout(() => server.closeAllConnections(), GRACE).unref();
			}),
	};
}

/** Who reads from elsewhere shows a token: a room that nobody could enter is not opened. */
async function requireToken(store: Store): Promise<void> {
	const now = new Date().toISOString();
	const isGood = ({ revokedAt, expiresAt }: ListedToken): boolean =>
		revokedAt === null && (expiresAt === null || expiresAt > now);
	if ((await store.tokens.list()).some(isGood)) return;
	throw new UserError(
		"serve/no-token",
		`whoever reads ${store.name} from elsewhere needs a token, and it has none; make one first: ` +
			"stemma token add NAME --scope read. A folder of reports is kept in memory, and has none: add it to a store",
	);
}

/** The address of a machine as a browser writes it; for all of its addresses that of loopback. */
function nameHost(host: string | null): string {
	if (host === null || ANY.has(host)) return LOOPBACK;
	return host.includes(":") ? `[${host}]` : host;
}

const ANY: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/** The names and addresses under which what listens at an address is reached. */
function listHosts(host: string | null): readonly string[] {
	if (host === null) return [];
	if (!ANY.has(host)) return [nameHost(host)];
	const own = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
	return [hostname(), ...own.map((address) => (address.includes(":") ? `[${address.split("%")[0]}]` : address))];
}

function explain(error: unknown, port: number, host: string | null): unknown {
	const code = errorCode(error);
	if (host !== null && ["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"].includes(code)) {
		return new UserError("serve/host", `this machine has no address ${host}; --host takes one of its own, or 0.0.0.0`);
	}
	if (code === "EADDRINUSE") {
		return new UserError("serve/port", `port ${port} is taken by another program; choose another with --port`);
	}
	if (code === "EACCES") return new UserError("serve/port", `port ${port} may not be used; choose one above 1023`);
	return error;
}
