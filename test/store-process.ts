import type { ChildProcess } from "node:child_process";
import type { StoreLocation } from "../src/store/location.ts";
import { compiledForTests } from "./compiled-program.ts";

/** A process of its own that runs `code`, which finds `openStore` and the `place` of a store. */
export function startProcess(place: StoreLocation, code: string): ChildProcess {
	const program = compiledForTests();
	return program.start(`
		import { openStore } from ${program.nameModule("src/store/store")};
		const place = ${JSON.stringify(place)};
		${code}`);
}

/** One that has the `store` open; it says `begun` before it runs `code`, and `done` once it is closed again. */
export function startWithStore(place: StoreLocation, code: string): ChildProcess {
	return startProcess(
		place,
		`const store = await openStore(place, true);
		console.log("begun");
		${code}
		await store.close();
		console.log("done");`,
	);
}

/** Resolves with what it printed, once it has ended; `watch` is told each line as it comes. */
export function ended(child: ChildProcess, watch: (line: string) => void = () => {}): Promise<string> {
	let printed = "";
	let seen = 0;
	child.stdout?.on("data", (chunk: Buffer) => {
		printed += chunk.toString("utf8");
		for (let end = printed.indexOf("\n", seen); end >= 0; end = printed.indexOf("\n", seen)) {
			watch(printed.slice(seen, end));
			seen = end + 1;
		}
	});
	return new Promise((resolve) => child.once("close", () => resolve(printed)));
}
