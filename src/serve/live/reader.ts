/** Stories that one event names; of more it is said that there are more. */
const MOST_NAMED = 100;

/** What is to be told to one reader and has not been yet. Later news join those before: however slow a reader is, it stays small. */
export class Reader {
	readonly #stories = new Set<string>();
	#isMore = false;
	#left: number | null = null;
	#sources: object | null = null;
	#beats = false;
	#isOver = false;
	/** The store's clock when the last of it came about. */
	#at = 0;
	#wake: () => void = () => {};
	/** Looks since anything was taken while there was something to take. */
	idle = 0;

	tellStories(ids: readonly string[], isMore: boolean): void {
		for (const id of ids) {
			if (this.#stories.size < MOST_NAMED) this.#stories.add(id);
			else this.#isMore = true;
		}
		this.#isMore ||= isMore;
		this.#wake();
	}

	tellWork(left: number): void {
		this.#left = left;
		this.#wake();
	}

	tellSources(sources: object): void {
		this.#sources = sources;
		this.#wake();
	}

	beat(): void {
		this.#beats = true;
		this.#wake();
	}

	/** What is told from here on is told as of then. */
	mark(at: number): void {
		this.#at = at;
	}

	end(): void {
		this.#isOver = true;
		this.#wake();
	}

	get hasNews(): boolean {
		return this.#beats || this.#left !== null || this.#sources !== null || this.#stories.size > 0;
	}

	/** Events as they go over the wire, once there are any; null at the end. */
	async take(): Promise<string | null> {
		while (!this.hasNews && !this.#isOver) {
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
		this.idle = 0;
		if (this.#isOver) return null;
		const events: string[] = [];
		const write = (kind: string, data: object): void => {
			events.push(`event: ${kind}\nid: ${this.#at}\ndata: ${JSON.stringify(data)}\n\n`);
		};
		if (this.#stories.size > 0) write("stories", { stories: [...this.#stories], more: this.#isMore });
		if (this.#left !== null) write("work", { left: this.#left });
		if (this.#sources !== null) write("sources", this.#sources);
		if (events.length === 0) events.push(": still here\n\n");
		this.#stories.clear();
		[this.#isMore, this.#left, this.#sources, this.#beats] = [false, null, null, false];
		return events.join("");
	}
}
