import { expect, it } from "vitest";
import { collateTexts, nameOf } from "../../../test/collate-texts.ts";

const LEAD =
	"KELM — Harbour Minister Orla Vane of Tessaria spoke about the fever in Ondria at a summit in Kelm on Tuesday.";

/** Facts of what was said that are no agreement, as `relation: reports (reason)`. */
function differences(...texts: string[]): string[] {
	const record = collateTexts(texts.map((text, at) => ({ name: "abc".charAt(at), text: `${LEAD}\n${text}` })));
	return record.facts
		.filter(({ type, relation }) => type === "attribution" && (relation === "conflict" || relation === "unclear"))
		.map(({ relation, reason, states }) => {
			const reports = states.map(({ article }) => nameOf(record, article)).sort();
			return `${relation}: ${reports.join("")} (${reason})`;
		});
}

const SPOKEN =
	"“There are still fevers that demand constant vigilance both inside the country and from the league of physicians,” Orla Vane said.";

it("sets what a paraphrase names against the words of another report and of its own", () => {
	const told =
		"Orla Vane said that Ondria faces fevers that demand “constant vigilance” from both Tessaria and the league of physicians.";
	const found = "where the words have “inside the country”, and Ondria is what it speaks of";
	expect(differences(SPOKEN, told)).toEqual([`conflict: ab (the paraphrase has “Tessaria” ${found})`]);
	expect(differences(`${told}\n${SPOKEN}`)).toEqual([`conflict: aa (the paraphrase has “Tessaria” ${found})`]);
});

it("finds nothing where a paraphrase only says which country it is", () => {
	expect(
		differences(
			SPOKEN,
			"Orla Vane said that fevers demanded constant vigilance both in Ondria and from the league of physicians.",
		),
	).toEqual([]);
});

it("leaves open whether two names of one slot are one, where it is not known what they name", () => {
	expect(
		differences(
			"“We signed the harbour treaty with Ondria after three nights of talks,” Orla Vane said.",
			"Orla Vane said the harbour treaty with Velmark had been signed after three nights of talks.",
		),
	).toEqual([
		"unclear: ab (the paraphrase has “Velmark” where the words have “Ondria”; whether both mean the same is not certain)",
	]);
});

it("takes two states in one slot for a conflict, and a capital for its state", () => {
	const signed = (state: string): string =>
		`Orla Vane said the harbour treaty with ${state} had been signed after three nights of talks.`;
	const spoken = "“We signed the harbour treaty with Norway after three nights of talks,” Orla Vane said.";
	expect(differences(spoken, signed("Finland"))).toEqual([
		"conflict: ab (the paraphrase has “Finland” where the words have “Norway”)",
	]);
	expect(differences(spoken, signed("Oslo"))).toEqual([]);
});

it("sets a paraphrase without a negation against the words of another report", () => {
	expect(
		differences(
			"“We will not close the northern quay before the winter storms,” Orla Vane said.",
			"Orla Vane said the northern quay would close before the winter storms.",
		),
	).toEqual(["conflict: ab (the quotation has “not … close”, the summary no negation)"]);
});
