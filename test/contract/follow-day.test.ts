import { afterAll, beforeAll, describe, it } from "vitest";
import { checkItems, checkPoliteness, type Day, followFor, HOUR } from "../followed-days.ts";
import { keepDayInStore } from "../stored-day.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

/** Enough for every habit of a host; bench/robustness/follow.ts follows 500 feeds for a day. */
const FEEDS = 20;
const HOURS = 3;
const KILLS = [0.001, 0.02, 1.503].map((hour) => Math.round(hour * HOUR));

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("following simulated feeds", driver), () => {
		let day: Day;
		let close: () => Promise<void>;

		beforeAll(async () => {
			const keeper = await keepDayInStore(await driver.createPlace());
			close = keeper.close;
			day = await followFor(HOURS, FEEDS, keeper, KILLS);
		}, 240_000);
		afterAll(async () => {
			await close?.();
			await driver.dispose();
		});

		it("asks no host and no feed too often, and waits where a server asks to", () => {
			checkPoliteness(day);
		});

		it("loses and doubles nothing, through restarts in the middle of requests", async () => {
			await checkItems(day, HOURS);
		});
	});
}
