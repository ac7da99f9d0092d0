import { describe, expect, it } from "vitest";
import { writeAgo, writeIn } from "./time-words.ts";

const AT = "2031-05-14T12:00:00Z";

describe("times between moments", () => {
	it.each([
		["2031-05-14T11:59:30Z", "just now"],
		["2031-05-14T11:59:00Z", "1 minute ago"],
		["2031-05-14T10:45:00Z", "75 minutes ago"],
		["2031-05-14T10:00:00Z", "2 hours ago"],
		["2031-05-10T12:00:00Z", "4 days ago"],
		["2031-05-14T12:00:05Z", "just now"],
	])("say that %s was %s", (moment, words) => {
		expect(writeAgo(moment, AT)).toBe(words);
	});

	it.each([
		["2031-05-14T12:00:30Z", "in a minute"],
		["2031-05-14T12:04:00Z", "in 4 minutes"],
		["2031-05-15T12:00:00Z", "in 24 hours"],
		["2031-05-14T11:00:00Z", "now"],
	])("say that %s is %s", (moment, words) => {
		expect(writeIn(moment, AT)).toBe(words);
	});
});
