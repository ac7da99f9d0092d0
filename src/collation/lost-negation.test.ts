import { expect, it } from "vitest";
import { makeWords } from "../../test/make-words.ts";
import { findLostNegation } from "./lost-negation.ts";

function lost(told: string, spoken: string): string | null {
	const found = findLostNegation(makeWords(told), makeWords(spoken));
	return found && `${found.negation.norm} … ${found.denied.norm}`;
}

it("finds the negation that a paraphrase leaves out", () => {
	expect(lost("that the quay would close", "we will not close the quay")).toBe("not … close");
});

it("finds none where the denial hangs on a day that the paraphrase gives otherwise", () => {
	expect(lost("that they would close the quay in May", "we will not close the quay before May")).toBeNull();
});

it("finds none where the paraphrase denies in other words, or nothing is denied", () => {
	expect(lost("that they refused to close the quay", "we will not close the quay")).toBeNull();
	expect(
		lost("that they would close the quay and the pier", "we will not only close the quay, but the pier"),
	).toBeNull();
	expect(lost("that nobody would close the quay", "we will not close the quay")).toBeNull();
});
