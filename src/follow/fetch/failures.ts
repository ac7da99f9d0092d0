import { FetchRefusal } from "./refusal.ts";

/** Errors of the system, of TLS and of the HTTP reader by their `code`, and what a reader is told. */
const BY_CODE: readonly (readonly [pattern: RegExp, code: string, reason: string])[] = [
	[/^(?:ENOTFOUND|ENODATA|EAI_NONAME)$/, "fetch/no-such-host", "there is no host of this name"],
	[/^(?:EAI_\w+|ESERVFAIL|EREFUSED|ETIMEOUT)$/, "fetch/name-service", "the host's name could not be looked up"],
	[
		/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ETIMEDOUT|EADDRNOTAVAIL|EACCES|EPERM)$/,
		"fetch/unreachable",
		"the host does not take the connection",
	],
	[
		/^(?:CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_CERT_ALTNAME_\w+|HOSTNAME_MISMATCH)$/,
		"fetch/certificate",
		"the host's certificate is not valid",
	],
	[/^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, "fetch/tls", "no secure connection came about"],
	[/^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/, "fetch/headers", "the answer's headers are too large"],
	[/^HPE_/, "fetch/no-http", "the answer is not HTTP"],
	[
		/^(?:UND_ERR_\w+|ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/,
		"fetch/broken-off",
		"the answer broke off before its end",
	],
];

/** An error as a refusal; one that is no failure of the network is thrown on, for it is a bug. */
export function toRefusal(error: unknown): FetchRefusal {
	if (error instanceof FetchRefusal) return error;
	if (error instanceof Error) {
		// A connection's failure is what stands behind that of the request.
		if (error.cause instanceof FetchRefusal) return error.cause;
		const stated = "code" in error && typeof error.code === "string" ? error.code : null;
		const code = stated ?? (error.name === "HTTPParserError" ? "HPE_INVALID" : null);
		const known = code === null ? undefined : BY_CODE.find(([pattern]) => pattern.test(code));
		if (known) return new FetchRefusal(known[1], `${known[2]} (${code})`);
	}
	throw error;
}

/** What a status means that brings no body, or null for one that does. */
export function refuseStatus(status: number, retryAfter: number | null): FetchRefusal {
	const refuse = (code: string, reason: string): FetchRefusal => new FetchRefusal(code, reason, status, retryAfter);
	if (status === 404) return refuse("fetch/not-found", "there is nothing at this address (404)");
	if (status === 410) return refuse("fetch/gone", "what was at this address is gone for good (410)");
	if (status === 429) return refuse("fetch/too-many", "the host asks for fewer requests (429)");
	if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451) {
		return refuse("fetch/forbidden", `the host does not give this to us (${status})`);
	}
	if (status >= 500) return refuse("fetch/host-error", `the host failed (${status})`);
	return refuse("fetch/status", `the host answered ${status}, with nothing to read`);
}
