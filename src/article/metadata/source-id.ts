/** Parameters that say how a reader came, not what the page is. */
const TRACKING =
	/^(?:utm_\w*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|ocid|cmpid|ns_campaign|ns_mchannel|ns_source|at_medium|at_campaign|ref_src|ref_url|smid|sr_share|__twitter_impression)$/i;

/**
 * An address in the form in which it identifies a source: no fragment, no tracking parameters, no
 * user. Null when it is no http or https address.
 */
export function normaliseAddress(address: string, base: string | null = null): string | null {
	let url: URL;
	try {
		url = base === null ? new URL(address) : new URL(address, base);
	} catch {
		return null;
	}
	if (url.protocol !== "http:" && url.protocol !== "https:") return null;
	if (url.hostname === "") return null;
	url.hash = "";
	url.username = "";
	url.password = "";
	const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
	for (const name of names) url.searchParams.delete(name);
	return url.href;
}

/** An outlet's host as a name: `news.harbour.example` for an address, null when it has none. */
export function hostOf(address: string): string | null {
	try {
		return new URL(address).hostname.replace(/^(?:www|m|amp|edition)\./, "") || null;
	} catch {
		return null;
	}
}
