import type { MiddlewareHandler } from "hono";

/** Names under which a machine reaches itself. */
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Refuses requests that name another host than those that are served: a page of somebody else's, whose name suddenly
 * leads to this machine (DNS rebinding), sends its own. Refused too is what another site's page asks for by script;
 * links from anywhere may lead here.
 *
 * @param hosts names beside those of loopback, without a port
 */
export function requireKnownHost(hosts: readonly string[]): MiddlewareHandler {
	const known = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())]);
	return async (context, next) => {
		const header = context.req.header("host") ?? "";
		const host = hostOf(header);
		if (host === null || !known.has(host)) return context.text("This address is not served here.\n", 421);
		const origin = context.req.header("origin");
		if (origin !== undefined && origin.replace(/^https?:\/\//, "") !== header) {
			return context.text("Pages of other sites may not ask for this.\n", 403);
		}
		return next();
	};
}

/** The name in a Host header, in lower case and without its port; null where there is none. */
function hostOf(header: string): string | null {
	return /^(\[[\da-f:.]+\]|[^:/\s]+)(?::\d{1,5})?$/i.exec(header)?.[1]?.toLowerCase() ?? null;
}
