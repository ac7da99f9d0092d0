import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database, SqlValue } from "../../store/database.ts";
import { News } from "./news.ts";

const LIMITS = { every: 5, share: 0, beat: 20, patience: 2, readers: 50 };

/** A store of which records, jobs and sources are what the test says. */
class FakeStore {
	stories: { story_id: bigint; made_at: Date }[] = [];
	left = 0;
	visited = 0;
	asked = 0;
	isDown = false;

	make(...ids: readonly number[]): void {
		for (const id of ids) {
			this.stories = this.stories.filter(({ story_id }) => story_id !== BigInt(id));
			this.stories.unshift({ story_id: BigInt(id), made_at: new Date() });
		}
	}

	async query(sql: string, [since, most]: readonly SqlValue[] = []): Promise<readonly object[]> {
		this.asked++;
		if (this.isDown) throw new Error("the store does not answer");
		if (sql.includes("pg_current_snapshot")) {
			return [{ mark: JSON.stringify([this.stories.map(({ made_at }) => made_at), this.left, this.visited]) }];
		}
		if (!sql.includes("story_record")) {
			return [{ at: new Date(), left: this.left, count: 3, visited: this.visited, next: null }];
		}
		return this.stories.filter(({ made_at }) => made_at > (since as Date)).slice(0, Number(most));
	}
}

const idOf = (id: number): string => id.toString(16).padStart(16, "0");

describe("news of a store", () => {
	let store: FakeStore;
	let news: News;

	beforeAll(() => {
		store = new FakeStore();
		news = new News(store as unknown as Database, LIMITS);
	});
	afterAll(() => news.close());

	/** What a reader is told next that is not that the connection lives. */
	async function hear(reader: { take(): Promise<string | null> }): Promise<string> {
		for (;;) {
			const events = await reader.take();
			if (events === null) return "end";
			if (!events.startsWith(":")) return events;
		}
	}

	async function join(since: number | null = null) {
		const reader = await news.join(since);
		if (reader === null) throw new Error("there is no room");
		return reader;
	}

	it("tells each reader once of a story that was made anew, of work and of sources, and when that was", async () => {
		const [one, other] = [await join(), await join()];
		store.make(1);
		expect(await hear(one)).toMatch(
			new RegExp(`^event: stories\\nid: \\d{13}\\ndata: \\{"stories":\\["${idOf(1)}"\\],"more":false\\}\\n\\n$`),
		);
		expect(await hear(other)).toMatch(idOf(1));
		store.left = 4;
		expect(await hear(one)).toMatch(/event: work\nid: \d+\ndata: \{"left":4\}/);
		store.visited = 2;
		expect(await hear(one)).toMatch(/^event: sources/);
		for (const reader of [one, other]) news.leave(reader);
	});

	it("tells who comes back what it has missed, and nobody what is older than a day", async () => {
		const before = Date.now() - 1;
		store.make(7, 8);
		const back = await join(before);
		expect(await hear(back)).toMatch(new RegExp(`"${idOf(8)}","${idOf(7)}"`));
		const late = await join(Date.now() - 2 * 86_400_000);
		store.make(9);
		const heard = await hear(late);
		expect([heard.includes(idOf(9)), heard.includes(idOf(7))]).toEqual([true, false]);
		for (const reader of [back, late]) news.leave(reader);
	});

	it("names a hundred stories at most, and says that there are more", async () => {
		const reader = await join();
		store.make(...Array.from({ length: 300 }, (_, at) => 1000 + at));
		const heard = await hear(reader);
		expect(heard).toMatch(/"more":true/);
		expect(heard.length).toBeLessThan(3000);
		news.leave(reader);
	});

	it("gives a reader up that takes nothing, having kept little for it, and goes on for others", async () => {
		const [slow, other] = [await join(), await join()];
		for (let at = 0; at < 400; at++) slow.tellStories([idOf(5000 + at)], false);
		while (news.readers > 1) await hear({ take: () => Promise.race([other.take(), pause(10)]) });
		expect(slow.hasNews).toBe(true);
		expect(await slow.take()).toBeNull();
		store.make(42);
		expect(await hear(other)).toMatch(idOf(42));
		news.leave(other);
	});

	it("asks the store nothing while nobody reads, once for however many, and again after it did not answer", async () => {
		const asked = store.asked;
		await pause(30);
		expect(store.asked).toBe(asked);
		const readers = await Promise.all(Array.from({ length: LIMITS.readers }, () => join()));
		expect(store.asked - asked).toBeLessThan(20);
		expect(await news.join(null)).toBeNull();
		store.isDown = true;
		await pause(20);
		store.isDown = false;
		store.make(77);
		for (const reader of readers) expect(await hear(reader)).toMatch(idOf(77));
		for (const reader of readers) news.leave(reader);
		expect(news.readers).toBe(0);
	});

	it("ends for everybody when it is closed", async () => {
		const reader = await join();
		const end = hear(reader);
		news.close();
		expect(await end).toBe("end");
		expect(await news.join(null)).toBeNull();
	});
});

function pause(milliseconds: number): Promise<string> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds, "event: nothing"));
}
