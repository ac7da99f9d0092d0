import type { MiddlewareHandler } from "hono";

/** Everything that a page is made of comes from here, and nothing of it stands in the page's own markup. */
const POLICY = [
	"default-src 'none'",
	...["style-src", "script-src", "font-src", "img-src", "connect-src"].map((kind) => `${kind} 'self'`),
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
].join("; ");

/** What every answer says to browsers: to run nothing of others, to guess nothing, to tell other sites nothing. */
export function sendPageHeaders(): MiddlewareHandler {
	return async (context, next) => {
		await next();
		context.header("content-security-policy", POLICY);
		context.header("x-content-type-options", "nosniff");
		// Our own pages say to ourselves where a form was sent from; other sites are told nothing.
		context.header("referrer-policy", "same-origin");
		context.header("cross-origin-opener-policy", "same-origin");
		context.header("cross-origin-resource-policy", "same-origin");
	};
}
