import type { Byline, Dateline } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { foldLetters } from "../../text/fold.ts";
import { type OwnNames, readAuthors, uniteNames } from "./author-names.ts";
import { chooseStatedAuthors } from "./choose-authors.ts";
import type { SourceValue } from "./source-value.ts";

/** A line of the page that names who wrote, or may. */
export interface BylineLine {
	readonly text: string;
	readonly span: Span;
	/** `byline`: it says so by its words; `name line`: it is a name and nothing else. */
	readonly from: "byline" | "name line";
}

export interface ChosenByline {
	readonly byline: Byline | null;
	/** Values of the fields `author` and `agency`, the most trusted source first. */
	readonly values: readonly SourceValue[];
	/** The source that the names were taken from; null when there are none. */
	readonly from: readonly string[];
}

/**
 * Who wrote a page's report: the people that its metadata names; where its byline names these and
 * others besides, those as well; where the metadata names none, the people of the byline, else of a
 * line that is a name alone. Agencies that any of them credits are kept. The byline's words and place
 * are the line's, where one names somebody that was taken.
 */
export function chooseByline(
	stated: readonly SourceValue[],
	sections: readonly SourceValue[],
	own: OwnNames,
	lines: readonly BylineLine[],
	dateline: Dateline | null,
): ChosenByline {
	const chosen = chooseStatedAuthors(stated, own, sections);
	const names = sections.map(({ text }) => text);
	const read = lines.map((line) => {
		const found = readAuthors([{ text: line.text, bearer: null }], own, names);
		// One word after "by" is an outlet's name or a word of the page's furniture more often than a person's.
		return { line, ...found, people: found.people.filter((name) => !/^\p{Script=Latin}+$/u.test(name)) };
	});
	const seen = read.filter(({ line }) => line.from === "byline");
	const alone = read.filter(({ line, people }) => line.from === "name line" && people.length > 0);
	let people = chosen?.people ?? [];
	const from: string[] = chosen ? [chosen.from] : [];
	const withMore = seen.find(
		(one) => people.length > 0 && one.people.length > people.length && holds(one.people, people),
	);
	const visible =
		withMore ?? (people.length === 0 ? (seen.find((one) => one.people.length > 0) ?? alone[0]) : undefined);
	if (visible) {
		people = uniteNames(people, visible.people);
		from.push(visible.line.from);
	}
	let agencies = uniteNames(chosen?.agencies ?? [], ...seen.map((one) => one.agencies));
	// A byline's "author" that the dateline names as the agency is the agency.
	const wire = dateline?.agency ?? null;
	if (wire !== null && people.some((name) => foldLetters(name) === foldLetters(wire))) {
		people = people.filter((name) => foldLetters(name) !== foldLetters(wire));
		agencies = uniteNames(agencies, [wire]);
	}
	const values: SourceValue[] = [
		...stated,
		...lines.map(({ text, span, from: source }) => ({ field: "author" as const, text, span, from: source })),
	];
	const shown =
		visible ??
		[...seen, ...alone].find((one) =>
			[...one.people, ...one.agencies].some((name) => holds([...people, ...agencies], [name])),
		) ??
		(people.length + agencies.length === 0 ? seen.find((one) => one.house) : undefined);
	if (people.length + agencies.length === 0 && !shown) return { byline: null, values, from };
	const written = stated.filter((value) => value.from === chosen?.from).map(({ text }) => text);
	return {
		byline: {
			text: shown?.line.text ?? written.join(", "),
			span: shown?.line.span ?? null,
			from: chosen?.from ?? shown?.line.from ?? "byline",
			authors: people,
			agencies,
		},
		values,
		from,
	};
}

function holds(names: readonly string[], others: readonly string[]): boolean {
	const known = new Set(names.map(foldLetters));
	return others.every((name) => known.has(foldLetters(name)));
}
