import ipaddr from "ipaddr.js";
import { UserError } from "../../model/problem.ts";

type Address = ReturnType<typeof ipaddr.parse>;

/** A range of addresses that a person opened. */
export interface OpenNet {
	readonly base: Address;
	/** Length of the prefix in bits. */
	readonly bits: number;
}

/**
 * Reads ranges such as `10.0.0.0/8`, `fd00::/8` or a single address.
 *
 * @throws UserError `fetch/allow-net` for one that is none
 */
export function parseOpenNets(written: readonly string[]): OpenNet[] {
	return written.map((range) => {
		const [address = "", bits] = range.trim().split("/");
		const plain = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
		if (plain && bits === undefined) {
			const base = ipaddr.parse(address);
			return { base, bits: base.toByteArray().length * 8 };
		}
		if (plain && ipaddr.isValidCIDR(range.trim())) {
			const [base, length] = ipaddr.parseCIDR(range.trim());
			return { base, bits: length };
		}
		throw new UserError(
			"fetch/allow-net",
			`--allow-net takes an address or a range such as 10.0.0.0/8, and got ${range}`,
		);
	});
}

/** What the ranges are that no report is published from, in words. */
const CLOSED: Readonly<{ [range: string]: string }> = {
	loopback: "this machine itself",
	unspecified: "this machine itself",
	private: "a private network",
	uniqueLocal: "a private network",
	deprecatedSiteLocal: "a private network",
	carrierGradeNat: "a provider's inner network",
	linkLocal: "the local link, where machines keep their credentials",
	multicast: "a group of machines",
	broadcast: "a group of machines",
	ipv4Mapped: "an IPv4 address inside an IPv6 one",
	rfc6145: "an IPv4 address inside an IPv6 one",
	rfc6052: "an IPv4 address inside an IPv6 one",
	"6to4": "an IPv4 address inside an IPv6 one",
	teredo: "an IPv4 address inside an IPv6 one",
};

/** Public addresses that lead to a cloud's own services from inside of it: Azure's answers for the machine. */
const INNER_SERVICES = new Set(["168.63.129.16"]);

/** The addresses given out to the world (RFC 4291 and IANA's registry): whatever lies outside is for something else. */
const GLOBAL_IPV6 = ipaddr.IPv6.parse("2000::");

/**
 * Why no report may be fetched from an address, or null when one may: it is public, or lies in a range that a person
 * opened. `ipaddr.js` knows the ranges; it calls every address public that it knows nothing of, so that for IPv6 the
 * one range given out to the world is asked for besides.
 *
 * @param address a numeric address as a resolver gives it
 */
export function findClosed(address: string, open: readonly OpenNet[]): string | null {
	if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return "no numeric address";
	const parsed = ipaddr.parse(address);
	if (open.some(({ base, bits }) => base.kind() === parsed.kind() && parsed.match(base, bits))) return null;
	const range: string = parsed.range();
	if (range !== "unicast") return CLOSED[range] ?? "a range for special uses";
	if (INNER_SERVICES.has(parsed.toString())) return "a service inside of a cloud";
	if (parsed instanceof ipaddr.IPv6 && (parsed.zoneId !== undefined || !parsed.match(GLOBAL_IPV6, 3))) {
		return "a range for special uses";
	}
	return null;
}

/** Whether two ways of writing name one address. */
export function isSameAddress(a: string, b: string): boolean {
	return ipaddr.isValid(a) && ipaddr.isValid(b) && ipaddr.parse(a).toString() === ipaddr.parse(b).toString();
}
