import { describe, expect, it } from "vitest";
import { locateStore } from "./location.ts";

describe("where a store is", () => {
	const folder = (path: string): object => ({ kind: "folder", folder: path });

	it("is said by the option, else by STEMMA_STORE", () => {
		const env = { STEMMA_STORE: "kept", XDG_DATA_HOME: "/data" };
		expect(locateStore("here", env, "linux", "/home/ada")).toEqual(folder("here"));
		expect(locateStore(undefined, env, "linux", "/home/ada")).toEqual(folder("kept"));
	});

	it("is a server where an address says so", () => {
		for (const url of ["postgres://ada@db.example/news", "postgresql:///news", "POSTGRES://x/y"]) {
			expect(locateStore(url, {}, "linux", "/home/ada")).toEqual({ kind: "server", url });
		}
	});

	it("is else where the system keeps its users' data", () => {
		expect(locateStore(undefined, {}, "linux", "/home/ada")).toEqual(folder("/home/ada/.local/share/stemma/store"));
		expect(locateStore(undefined, { XDG_DATA_HOME: "/data" }, "linux", "/home/ada")).toEqual(
			folder("/data/stemma/store"),
		);
		expect(locateStore(undefined, { XDG_DATA_HOME: "data" }, "linux", "/home/ada")).toEqual(
			folder("/home/ada/.local/share/stemma/store"),
		);
		expect(locateStore(undefined, { STEMMA_STORE: "" }, "darwin", "/Users/ada")).toEqual(
			folder("/Users/ada/Library/Application Support/stemma/store"),
		);
		expect(locateStore(undefined, { LOCALAPPDATA: "/local" }, "win32", "/ada")).toEqual(folder("/local/stemma/store"));
	});
});
