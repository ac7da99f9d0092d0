/** How a count of people or things is asked for, by the class of what happened to them as the record names it. */
const ASKED: Readonly<Record<string, string>> = {
	killed: "died",
	injured: "were injured",
	hospitalised: "were taken to hospital",
	infected: "fell ill",
	missing: "are missing",
	trapped: "were trapped",
	rescued: "were rescued",
	arrested: "were arrested",
	charged: "were charged",
	freed: "were freed",
	escaped: "escaped",
	recaptured: "were caught again",
	evacuated: "had to leave their homes",
	powerless: "were without power",
	aboard: "were aboard",
	crowd: "came",
	struck: "went on strike",
	dismissed: "lost their jobs",
	electorate: "may vote",
	counted: "were counted",
	abstained: "abstained",
	destroyed: "were destroyed or damaged",
	confirmed: "were confirmed",
	suspected: "were suspected",
};

/** Nouns that say no more than that it was done to them: "12 deaths" were killed. */
const NOMINAL =
	/^(?:dead|death|fatality|body|life|killed|injured|wounded|injury|hurt|missing|survivor|evacuee|abstention|arrest|escapee|people)$/;
/** Units by what is asked of them. */
const UNITS: readonly (readonly [RegExp, string])[] = [
	[/^(?:second|minute|hour|day|night|week|month|year|decade)$/, "how long"],
	[/^(?:km|mm|cm|m|metre|meter|mile|foot|yard|inch|kilomet(?:er|re))$/, "how far"],
	[/^(?:%|percent|per cent)$/, "what share"],
];
const IRREGULAR: Readonly<Record<string, string>> = {
	person: "people",
	man: "men",
	woman: "women",
	child: "children",
	foot: "feet",
	people: "people",
	police: "police",
	crew: "crew",
	staff: "staff",
	aircraft: "aircraft",
};
/** Nouns that one name of a fact holds. */
const MOST_NOUNS = 2;

/**
 * What a number is of, in plain words, from the statement that the record gives it: "number of vote" is "how many votes",
 * "killed (people)" "how many were killed", "amount (hour)" "how long". Null for a statement that it does not know, as of
 * another program.
 */
export function nameCount(statement: string): string | null {
	if (statement === "age") return "how old";
	const counted = /^number of (.+)$/.exec(statement)?.[1];
	if (counted !== undefined) return `how many ${joinNouns(counted)}`;
	const unit = /^amount \((.*)\)$/.exec(statement)?.[1];
	if (unit !== undefined) return nameAmount(unit);
	const [, name = statement, nouns = ""] = /^(\w+) \((.+)\)$/.exec(statement) ?? [];
	if (name === "margin") return "by how much";
	if (name === "capacity") return `how many ${nouns === "" ? "it can hold" : `${joinNouns(nouns)} it can hold`}`;
	const asked = ASKED[name];
	if (asked === undefined) return null;
	const telling = nouns.split(" / ").filter((noun) => noun !== "" && !NOMINAL.test(noun));
	return telling.length === 0 || telling.length > MOST_NOUNS
		? `how many ${asked}`
		: `how many ${joinNouns(telling.join(" / "))} ${asked}`;
}

function nameAmount(units: string): string {
	const asked = new Set(
		units.split(" / ").map((unit) => UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? "how much"),
	);
	return asked.size === 1 ? ([...asked][0] ?? "how much") : "how much";
}

/** "vote" as "votes", "lorry / truck" as "lorries or trucks". */
function joinNouns(nouns: string): string {
	return nouns.split(" / ").slice(0, MOST_NOUNS).map(pluralise).join(" or ");
}

function pluralise(noun: string): string {
	const irregular = IRREGULAR[noun];
	if (irregular !== undefined) return irregular;
	if (/(?:[^aeiou]|qu)y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
	if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
	return /\p{L}$/u.test(noun) ? `${noun}s` : noun;
}
