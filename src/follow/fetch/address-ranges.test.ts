import { describe, expect, it } from "vitest";
import { findClosed, isSameAddress, parseOpenNets } from "./address-ranges.ts";

describe("addresses", () => {
	it.each(["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"])(
		"%s is public",
		(address) => {
			expect(findClosed(address, [])).toBeNull();
		},
	);

	it.each([
		"127.0.0.1",
		"127.255.0.3",
		"0.0.0.0",
		"10.1.2.3",
		"172.16.0.1",
		"172.31.255.255",
		"192.168.1.1",
		"100.64.0.1",
		"100.100.100.200",
		"169.254.169.254",
		"168.63.129.16",
		"192.0.0.192",
		"192.0.2.1",
		"198.18.0.1",
		"203.0.113.9",
		"224.0.0.1",
		"240.0.0.1",
		"255.255.255.255",
		"::",
		"::1",
		"::127.0.0.1",
		"::ffff:127.0.0.1",
		"::ffff:93.184.216.34",
		"::ffff:0:127.0.0.1",
		"64:ff9b::7f00:1",
		"64:ff9b:1::a00:1",
		"2002:7f00:1::",
		"2001:0:4136:e378:8000:63bf:3fff:fdd2",
		"fe80::1",
		"fe80::1%eth0",
		"2606:4700::1%eth0",
		"fec0::1",
		"fc00::1",
		"fd00:ec2::254",
		"ff02::1",
		"2001:db8::1",
		"3fff::1",
		"5f00::1",
		"100::1",
		"4000::1",
		"127.1",
		"0x7f.0.0.1",
		"2130706433",
		"localhost",
		"",
	])("%s is closed", (address) => {
		expect(findClosed(address, [])).not.toBeNull();
	});

	it("are opened one range at a time", () => {
		const open = parseOpenNets(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);
		expect(findClosed("127.0.0.1", open)).toBeNull();
		expect(findClosed("127.0.0.2", open)).not.toBeNull();
		expect(findClosed("10.255.0.1", open)).toBeNull();
		expect(findClosed("11.0.0.1", [])).toBeNull();
		expect(findClosed("fd00::1", open)).toBeNull();
		expect(findClosed("::ffff:10.0.0.1", open)).not.toBeNull();
		expect(findClosed("192.168.0.1", open)).not.toBeNull();
	});

	it.each(["", "10.0.0.0/33", "0x7f.1/8", "10/8", "localhost", "10.0.0.0/8/8", "::1/129", "*"])(
		"say that %j is no range",
		(range) => {
			expect(() => parseOpenNets([range])).toThrow(`takes an address or a range such as 10.0.0.0/8, and got ${range}`);
		},
	);

	it("are the same in every way of writing them", () => {
		expect(isSameAddress("2606:4700::1", "2606:4700:0:0:0:0:0:1")).toBe(true);
		expect(isSameAddress("1.1.1.1", "1.1.1.2")).toBe(false);
		expect(isSameAddress("1.1.1.1", "")).toBe(false);
	});
});
