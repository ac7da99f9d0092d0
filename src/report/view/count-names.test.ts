import { expect, it } from "vitest";
import { nameCount } from "./count-names.ts";

it.each([
	["number of vote", "how many votes"],
	["number of lorry / truck", "how many lorries or trucks"],
	["number of woman", "how many women"],
	["number of people", "how many people"],
	["killed (dead / death / patient)", "how many patients died"],
	["killed (people)", "how many died"],
	["evacuated", "how many had to leave their homes"],
	["confirmed (case)", "how many cases were confirmed"],
	["margin (vote)", "by how much"],
	["capacity (patient)", "how many patients it can hold"],
	["amount (hour)", "how long"],
	["amount (km / mile)", "how far"],
	["amount (%)", "what share"],
	["amount (florin)", "how much"],
	["age", "how old"],
])("says %s in plain words: %s", (statement, asked) => expect(nameCount(statement)).toBe(asked));

it("leaves a statement that it does not know to itself", () => {
	expect(nameCount("price")).toBeNull();
	expect(nameCount("people hurt")).toBeNull();
});
