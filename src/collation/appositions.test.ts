import { expect, it } from "vitest";
import { isInApposition } from "./appositions.ts";

function stands(text: string, words: string): boolean {
	const start = text.indexOf(words);
	return isInApposition(text, { start: 0, end: text.length }, { start, end: start + words.length });
}

it("tells what a reporter puts behind a name from what is reported", () => {
	const text = "that the Orve Front, a banned group in Tessaria, held the port";
	expect(stands(text, "Tessaria")).toBe(true);
	expect(stands(text, "the port")).toBe(false);
});

it("takes neither the second of a list nor a clause with a verb for one", () => {
	expect(stands("that Kelm, the port, and the harbour would close", "port")).toBe(false);
	expect(stands("that if Orla Vane came, the port in Kelm was shut, and so on", "Kelm")).toBe(false);
});
