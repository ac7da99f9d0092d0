import type { Made, UnitText } from "./attribution.ts";
import { contentEnd, contentFloor } from "./content-end.ts";
import type { CueMatch } from "./cue-match.ts";
import { type Range, sourceAfter, trimRange } from "./phrases.ts";

/** `According to Pike, the dam holds.`, `The dam holds, according to Pike.` */
export function attributeAccording(context: UnitText, match: CueMatch, floor: number): Made | null {
	const { items } = context.unit;
	const source = sourceAfter(items, match.end);
	if (!source) return null;
	const cue = [{ first: match.group, end: match.end }];
	const base = {
		source,
		cue,
		addressee: null,
		polarity: "said" as const,
		hedged: false,
		rule: "quotations/according-to",
	};
	const before = items[match.group - 1];
	const leading = match.group <= floor + 1 && (!before || before.kind === "mark" || /^(?:and|but)$/.test(before.norm));
	if (leading || match.group - floor < 1) {
		const comma = items[source.end];
		if (!comma) return null;
		const first = comma.norm === "," ? source.end + 1 : source.end;
		const end = contentEnd(context, first, first);
		return end > first ? { attribution: { ...base, content: [{ first, end }] }, floor: match.end } : null;
	}
	let end = match.group;
	while (end > floor && items[end - 1]?.kind === "mark" && !/^[)\]%]$/.test(items[end - 1]?.norm ?? "")) end--;
	const left = trimRange(items, { first: contentFloor(context, end, floor), end }) ?? { first: floor, end };
	if (left.end <= left.first) return null;
	const content: Range[] = [left];
	const comma = items[source.end];
	if (comma?.norm === "," && before?.norm === "," && items[source.end + 1]) {
		const rest = { first: source.end + 1, end: contentEnd(context, source.end + 1, source.end + 1) };
		const next = items[rest.first];
		if (rest.end > rest.first && next && !(next.norm.endsWith("ing") || next.norm === "who" || next.norm === "which"))
			content.push(rest);
	}
	return { attribution: { ...base, content }, floor: source.end };
}
