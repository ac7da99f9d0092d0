import { listWords } from "../order.ts";

/** Why two reports are one line; `from` depends on `to` where a direction is told. */
export type LineTie =
	| { readonly kind: "repeats" | "one text"; readonly from: number; readonly to: number }
	| { readonly kind: "words"; readonly from: number; readonly to: number; readonly count: number }
	| {
			readonly kind: "owner" | "credit" | "both credit" | "derived";
			readonly from: number;
			readonly to: number;
			readonly name: string;
	  };

/** So many reports are named in one reason; of the others it says how many they are. */
const MOST_NAMED = 12;

/**
 * One sentence from the ties that make a line, those of one sort to one report together: "a.txt and b.txt repeat
 * the text of c.txt; d.txt credits Corra". Null without any.
 *
 * @param members of the line, in the story's order
 */
export function describeLine(
	ties: readonly LineTie[],
	members: readonly number[],
	labels: readonly string[],
): string | null {
	if (ties.length === 0) return null;
	const rank = new Map(members.map((member, index) => [member, index]));
	const nameAll = (list: readonly number[]): string => {
		const sorted = [...new Set(list)].sort((x, y) => (rank.get(x) ?? 0) - (rank.get(y) ?? 0));
		const shown = sorted.slice(0, MOST_NAMED).map((member) => labels[member] ?? "");
		const rest = sorted.length - shown.length;
		return listWords(rest > 0 ? [...shown, `${rest} more`] : shown);
	};
	const groups = new Map<string, LineTie[]>();
	for (const tie of ties) {
		const key = keyOf(tie);
		const group = groups.get(key);
		if (group) group.push(tie);
		else groups.set(key, [tie]);
	}
	return [...groups.values()]
		.flatMap((group) => {
			const [first] = group;
			return first ? [describeTies(first, group, nameAll, labels)] : [];
		})
		.join("; ");
}

/** Ties that one sentence says. */
function keyOf(tie: LineTie): string {
	switch (tie.kind) {
		case "repeats":
		case "one text":
		case "words":
			return `${tie.kind} ${tie.to}`;
		case "credit":
		case "both credit":
			return `credit ${tie.name}`;
		case "owner":
			return `owner ${tie.name}`;
		case "derived":
			return `derived ${tie.name} ${tie.to}`;
	}
}

function describeTies(
	first: LineTie,
	group: readonly LineTie[],
	nameAll: (members: readonly number[]) => string,
	labels: readonly string[],
): string {
	const from = group.map((tie) => tie.from);
	const all = nameAll([...from, ...group.map(({ to }) => to)]);
	const to = labels[first.to] ?? "";
	switch (first.kind) {
		case "repeats":
			return `${nameAll(from)} ${from.length > 1 ? "repeat" : "repeats"} the text of ${to}`;
		case "one text":
			return `${all} are one text, and nothing says which was first`;
		case "words": {
			if (group.length === 1) return `${all} share ${first.count} words that neither quotes`;
			const counts = group.flatMap((tie) => (tie.kind === "words" ? [`${tie.count} with ${nameAll([tie.from])}`] : []));
			return `${to} shares words that neither quotes: ${listWords(counts)}`;
		}
		case "owner":
			return `${all} are ${new Set([...from, first.to]).size > 2 ? "all" : "both"} of ${first.name}`;
		case "derived":
			return `${nameAll(from)} ${from.length > 1 ? "name" : "names"} ${first.name}, and all that ${from.length > 1 ? "they tell" : "it tells"} stands in ${to}`;
		case "credit":
		case "both credit": {
			// Whose own text it is credits nobody.
			const crediting = group.flatMap((tie) => (tie.kind === "both credit" ? [tie.from, tie.to] : [tie.from]));
			const many = new Set(crediting).size;
			return `${nameAll(crediting)} ${many === 1 ? "credits" : many === 2 ? "both credit" : "all credit"} ${first.name}`;
		}
	}
}
