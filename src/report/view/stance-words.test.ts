import { expect, it } from "vitest";
import { readStance } from "./stance-words.ts";

it("takes a sentence in marks beside a denial for the denial, and a phrase for what is denied", () => {
	const denied = { polarity: "denied", hedged: false } as const;
	expect(readStance({ ...denied, kind: "direct", exact: "I never left the bridge that night." })).toBe(null);
	expect(readStance({ ...denied, kind: "direct", exact: "leaving the bridge that night" })).toBe("denied");
	expect(readStance({ ...denied, kind: "indirect", exact: "That he left the bridge that night" })).toBe("denied");
	expect(readStance({ polarity: "said", hedged: true, kind: "direct", exact: "I did" })).toBe("reserve");
});
