import type { WantedPage } from "../src/follow/schedule/state.ts";
import { openStoreState } from "../src/follow/store-state/store-state.ts";
import type { StoreLocation } from "../src/store/location.ts";
import { openDatabase } from "../src/store/open-database.ts";
import { unpack, unpackJson } from "../src/store/packing.ts";
import type { DayKeeper } from "./followed-days.ts";

/** A simulated day kept in a store. */
export async function keepDayInStore(
	place: StoreLocation,
): Promise<DayKeeper & { close(): Promise<void>; count(): Promise<number> }> {
	const database = await openDatabase(place, true);
	return {
		open: async () => openStoreState(database, "desk"),
		async captured() {
			const rows = await database.query<{ packed: Uint8Array }>(
				`SELECT content.packed FROM stemma.capture JOIN stemma.content ON content.article_id = capture.article_id
					AND content.sha256 = capture.sha256 AND content.day = capture.day`,
			);
			return Promise.all(rows.map(async ({ packed }) => new TextDecoder().decode(await unpack(packed))));
		},
		async wanted() {
			const rows = await database.query<{ packed: Uint8Array }>("SELECT packed FROM stemma.wanted_page");
			const pages = await Promise.all(rows.map(({ packed }) => unpackJson<WantedPage>(packed)));
			return new Set(pages.map(({ entry }) => entry.title));
		},
		async count() {
			const [row] = await database.query<{ jobs: number }>("SELECT count(*)::int AS jobs FROM stemma.job");
			return row?.jobs ?? 0;
		},
		close: () => database.close(),
	};
}
