import type { FoundNumber } from "../../model/annotation.ts";

/** Two figures that the words make one, or one of which replaced the other. */

/** "two hours and fifty minutes" as 170 minutes. */
export function findDurations(numbers: readonly FoundNumber[], text: string): ReadonlyMap<FoundNumber, FoundNumber> {
	const found = new Map<FoundNumber, FoundNumber>();
	for (const [at, first] of numbers.entries()) {
		const second = numbers[at + 1];
		const scale = SCALES.get(`${first.of} ${second?.of}`);
		if (!second || scale === undefined || first.low === null || first.low !== first.high) continue;
		if (second.low === null || second.low !== second.high || second.low >= scale) continue;
		if (!/^\s(?:hours?|days?|minutes?|weeks?),?\s(?:and\s)?$/i.test(text.slice(first.end, second.start))) continue;
		const value = first.low * scale + second.low;
		const end = second.counted?.end ?? second.end;
		const exact = text.slice(first.start, end);
		found.set(first, { ...second, start: first.start, end, exact, low: value, high: value, counted: null });
	}
	return found;
}

const SCALES: ReadonlyMap<string, number> = new Map([
	["hour minute", 60],
	["minute second", 60],
	["day hour", 24],
	["week day", 7],
]);

/** Passengers and crew make one number of those aboard: "198 passengers and a crew of 16". */
export function findSums(numbers: readonly FoundNumber[], text: string): ReadonlyMap<FoundNumber, FoundNumber> {
	const found = new Map<FoundNumber, FoundNumber>();
	for (const [at, first] of numbers.entries()) {
		const second = numbers[at + 1];
		if (!second || first.of !== "passenger" || second.start - first.end > 40) continue;
		if (first.low === null || first.high === null || second.low === null || second.high === null) continue;
		const between = text.slice(first.end, second.start);
		const crew = /^\spassengers\s(?:and|,)\s(?:an?\s)?crew\sof\s$/i.test(between);
		const members =
			/^\spassengers\s(?:and|,)\s$/i.test(between) &&
			/^\s(?:members of (?:the )?)?crew\b/i.test(text.slice(second.end, second.end + 25));
		if (!crew && !members) continue;
		const end = crew
			? second.end
			: second.end +
				(/^\s(?:members of (?:the )?)?crew(?:\smembers)?/i.exec(text.slice(second.end, second.end + 40))?.[0].length ??
					0);
		found.set(first, {
			start: first.start,
			end,
			exact: text.slice(first.start, end),
			low: first.low + second.low,
			high: first.high + second.high,
			of: "person",
			counted: null,
			qualifier: first.qualifier === "exact" ? second.qualifier : first.qualifier,
			kind: "count",
		});
	}
	return found;
}

/** "34 people had been trapped by the rockfall, not 31": no more UTF-16 units between. */
const MOST_BETWEEN = 90;

/** "rose to 44 from 19", "from 19 to 44": the later number with the one that it replaced. */
export function findFormers(numbers: readonly FoundNumber[], text: string): ReadonlyMap<FoundNumber, FoundNumber> {
	const found = new Map<FoundNumber, FoundNumber>();
	for (const [at, first] of numbers.entries()) {
		const second = numbers[at + 1];
		if (!second || second.start - first.end > MOST_BETWEEN || first.kind !== second.kind) continue;
		const before = text.slice(Math.max(0, first.start - 30), first.start);
		const between = text.slice(first.end, second.start);
		if (/^[^.;:?!]{0,80},\s(?:and\s)?(?:not|rather than|instead of)\s(?:the\s)?$/.test(between))
			found.set(first, second);
		else if (/^(?:\s\p{L}+)?,?\s(?:up |down )?from\s(?:about\s)?$/u.test(between) && /\b(?:to|at)\s$/i.test(before))
			found.set(first, second);
		else if (
			/^(?:\s\p{L}+)?\sto\s$/u.test(between) &&
			/\b(?:rose|risen|rises|rising|climbed|grew|jumped|fell|dropped|went|raised|cut|increased|revised)\s(?:\p{L}+\s){0,2}from\s$/iu.test(
				before,
			)
		)
			found.set(second, first);
	}
	return found;
}
