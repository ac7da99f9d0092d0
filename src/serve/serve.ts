import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Activity } from "../follow/activity.ts";
import { openFollowing } from "../follow/following.ts";
import { UserError } from "../model/problem.ts";
import type { PageAssets } from "../report/html/assets.ts";
import { errorCode } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { createApp } from "./app.tsx";
import { watchCoverage } from "./coverage.ts";
import { News } from "./live/news.ts";

/** Only this machine reaches what listens here. */
const LOOPBACK = "127.0.0.1";

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
 * Opens the reading room of a store on this machine.
 *
 * @param port 0 for any that is free
 * @param activity what is done beside in the same process; null where nothing is
 * @throws UserError `serve/port` when the port is taken or may not be used
 */
export async function serve(
	store: Store,
	port: number,
	assets: PageAssets,
	fail: (error: unknown) => void,
	activity: (() => Activity) | null = null,
): Promise<Served> {
	const roomStyle = ["room", "pages"]
		.map((name) => readFileSync(new URL(`./data/${name}.css`, import.meta.url), "utf8"))
		.join("\n");
	const liveScript = readFileSync(new URL("./data/live.js", import.meta.url), "utf8");
	const news = new News(store.database);
	const following = openFollowing(store, { allowNet: [], userAgent: null });
	const app = createApp({
		...{ store, assets, roomStyle, liveScript, news, hosts: [], fail, activity },
		listSources: () => following.list(),
		coverage: watchCoverage(store, () => following.listStates()),
	});
	const server = createAdaptorServer({
		fetch: app.fetch,
		hostname: LOOPBACK,
		serverOptions: { keepAliveTimeout: IDLE },
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error) => reject(explain(error, port)));
		server.listen(port, LOOPBACK, resolve);
	});
	const { port: given } = server.address() as AddressInfo;
	return {
		url: `http://${LOOPBACK}:${given}/`,
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

function explain(error: unknown, port: number): unknown {
	const code = errorCode(error);
	if (code === "EADDRINUSE") {
		return new UserError("serve/port", `port ${port} is taken by another program; choose another with --port`);
	}
	if (code === "EACCES") return new UserError("serve/port", `port ${port} may not be used; choose one above 1023`);
	return error;
}
