import { describe, expect, it } from "vitest";
import type { ReadEffects } from "../read/captures.ts";
import { folderPath, folderUrl, machineName, readElsewhere } from "./folder-source.ts";

describe("a folder that is followed", () => {
	it("has an address with its machine, which gives its path again", () => {
		const url = folderUrl("desk", "/home/ada/späte Berichte #1");
		expect(url).toBe("file://desk/home/ada/sp%C3%A4te%20Berichte%20%231");
		expect(folderPath({ url })).toBe("/home/ada/späte Berichte #1");
		expect(folderPath({ url: folderUrl("desk", "C:/reports") })).toBe("C:/reports");
	});

	it.each([
		["Ada's Laptop.local", "ada-s-laptop.local"],
		["-desk-", "desk"],
		["??", "here"],
	])("calls the machine %s %s", (hostname, name) => {
		expect(machineName(hostname)).toBe(name);
	});

	it("calls its files what they were called when it was added, wherever it is read from", async () => {
		const asked: string[] = [];
		const world: ReadEffects = {
			list: async (input) => {
				asked.push(input);
				return { kind: "folder", files: [{ path: "/home/ada/reports/may/a.txt", size: 3 }] };
			},
			read: async (path) => {
				asked.push(path);
				return new Uint8Array();
			},
			stdin: async () => new Uint8Array(),
		};
		for (const given of ["reports", "../ada/reports", "."]) {
			const effects = readElsewhere(world, given, "/home/ada/reports");
			const { files } = await effects.list(given);
			expect(files[0]?.path).toBe(`${given}/may/a.txt`);
			await effects.read(`${given}/may/a.txt`, 9);
		}
		expect(new Set(asked)).toEqual(new Set(["/home/ada/reports", "/home/ada/reports/may/a.txt"]));
	});
});
