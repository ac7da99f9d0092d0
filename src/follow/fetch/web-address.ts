import { FetchRefusal } from "./refusal.ts";

/** UTF-16 units an address may have; servers and proxies take 8,000 (RFC 9110, section 4.1). */
const LONGEST = 8000;

/** Ports above 1023 that other protocols listen on and that browsers refuse (Fetch standard, "port blocking"). */
const OTHER_PROTOCOLS = new Set([
	1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** The scheme, the user and the host of an address as written; a path alone has none. */
const WRITTEN_HOST = /^(?:[a-z][a-z\d+.-]*:[\\/]*|[\\/]{2,})(?:[^\\/?#]*@)?([^\\/?#]*)/i;

/**
 * The address that a person, a redirect or a feed names, without its fragment.
 *
 * @param base what a relative address is relative to
 * @throws FetchRefusal when it is none, has another scheme than http and https, carries a name and password, names a
 * port of another protocol, or writes a numeric address in a form (`0x7f.1`, `2130706433`) that only hides it
 */
export function parseWebAddress(written: string, base?: URL): URL {
	const trimmed = written.trim();
	if (trimmed.length > LONGEST) {
		throw new FetchRefusal("fetch/address", `this address is longer than ${LONGEST} characters`);
	}
	let url: URL;
	try {
		url = new URL(trimmed, base);
	} catch {
		throw new FetchRefusal("fetch/address", `\`${trimmed}\` is no address that can be read; write it as https://…`);
	}
	if (url.protocol !== "http:" && url.protocol !== "https:") {
		throw new FetchRefusal(
			"fetch/scheme",
			`only http and https addresses are fetched, and this is ${url.protocol.slice(0, -1)}`,
		);
	}
	if (url.username !== "" || url.password !== "") {
		throw new FetchRefusal("fetch/credentials", "this address carries a name or a password, which is not sent");
	}
	const port = url.port === "" ? null : Number(url.port);
	if (port !== null && port !== 80 && port !== 443 && (port < 1024 || OTHER_PROTOCOLS.has(port))) {
		throw new FetchRefusal("fetch/port", `port ${port} belongs to another protocol than http`);
	}
	const host = WRITTEN_HOST.exec(trimmed)?.[1]?.replace(/:\d*$/, "") ?? null;
	if (host !== null && /^\d+(?:\.\d+){3}$/.test(url.hostname) && host !== url.hostname) {
		throw new FetchRefusal(
			"fetch/address-form",
			`the host \`${host}\` is ${url.hostname} in another form; write it plainly`,
		);
	}
	url.hash = "";
	return url;
}
