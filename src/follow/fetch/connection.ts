import type { Socket } from "node:net";
import { Client } from "undici";
import { findClosed, isSameAddress, type OpenNet } from "./address-ranges.ts";
import type { FetchLimits, NetworkEffects, Target } from "./network.ts";
import { FetchRefusal } from "./refusal.ts";

/** The numeric addresses of the host that may be asked, at least one. */
export async function findOpenAddresses(
	url: URL,
	open: readonly OpenNet[],
	effects: NetworkEffects,
): Promise<readonly string[]> {
	const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
	const numeric = host !== url.hostname || /^\d+(?:\.\d+){3}$/.test(host);
	const found = numeric ? [host] : await effects.resolve(host);
	const looked = found.map((address) => ({ address, closed: findClosed(address, open) }));
	const allowed = looked.filter(({ closed }) => closed === null).map(({ address }) => address);
	if (allowed.length > 0) return allowed;
	const [first] = looked;
	if (!first) throw new FetchRefusal("fetch/no-such-host", "there is no address for this host");
	const { address, closed } = first;
	throw new FetchRefusal(
		"fetch/closed-address",
		`the host is at ${address}, ${closed}, which is closed to fetching; --allow-net ${address} opens it`,
	);
}

/** Addresses of a host that are tried, one after the other. */
const TRIED = 3;

/** A client for one request to a host, at one of these numeric addresses: the first that takes the connection. */
export function openClient(
	url: URL,
	addresses: readonly string[],
	limits: FetchLimits,
	effects: NetworkEffects,
	signal: AbortSignal,
): Client {
	const secure = url.protocol === "https:";
	const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
	const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
	let used = false;
	const dial = async (): Promise<Socket> => {
		// One client is one request: a second connection would be one that nobody asked for.
		if (used) throw new FetchRefusal("fetch/broken-off", "the answer broke off before its end");
		used = true;
		let failure: unknown = null;
		for (const address of addresses.slice(0, TRIED)) {
			effects.log?.(url.href, address);
			try {
				return await connectTo({ address, port, certified: secure ? host : null }, limits, effects, signal);
			} catch (error) {
				if (signal.aborted) throw error;
				failure ??= error;
			}
		}
		throw failure;
	};
	return new Client(url.origin, {
		connect: (_options, callback) => {
			dial().then(
				(socket) => callback(null, socket),
				(error: unknown) =>
					callback(error instanceof Error ? error : new Error("no connection", { cause: error }), null),
			);
		},
		maxHeaderSize: limits.headers,
		// The watches here hold all of it; undici's look twice a second at best.
		headersTimeout: 0,
		bodyTimeout: 0,
		pipelining: 1,
	});
}

async function connectTo(
	target: Target,
	limits: FetchLimits,
	effects: NetworkEffects,
	signal: AbortSignal,
): Promise<Socket> {
	const late = new AbortController();
	const timer = setTimeout(
		() =>
			late.abort(
				new FetchRefusal("fetch/unreachable", `the host takes no connection within ${limits.connect / 1000} seconds`),
			),
		limits.connect,
	);
	try {
		const socket = await effects.connect(target, AbortSignal.any([signal, late.signal]));
		if (socket.remoteAddress === undefined || !isSameAddress(socket.remoteAddress, target.address)) {
			socket.on("error", () => {});
			socket.destroy();
			throw new FetchRefusal("fetch/closed-address", "the connection went elsewhere than to the address looked up");
		}
		return socket;
	} finally {
		clearTimeout(timer);
	}
}
