import { expect, it } from "vitest";
import { shortenAround } from "./shorten-around.ts";

const said =
	"But all in all, it has to be said that, in that sense, the harbour of Orrowby remains closed to ferries, and nobody likes it";

it("cuts a text around the clause whose words other wordings have too", () => {
	const cut = shortenAround(
		said,
		["the Orrowby harbour remains closed to ferries", "Orrowby harbour to stay closed"],
		60,
	);
	expect(cut).toBe("[…] the harbour of Orrowby remains closed to ferries […]");
});

it("leaves a short text whole, and begins at the start where nothing is shared", () => {
	expect(shortenAround("Closed.", ["Open."], 60)).toBe("Closed.");
	expect(shortenAround(said, [], 60)).toMatch(/^But all in all, .* \[…\]$/);
});

it("reads a text without end no further than it needs", () => {
	expect(shortenAround(", word".repeat(200_000), ["word"], 60).length).toBeLessThan(80);
});
