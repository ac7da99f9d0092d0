/**
 * Reads hand-written cases of positions: a few reports of invented news, and the rows that a careful reader would enter.
 *
 *     === turned                                          its id
 *     @ Lake Charter, Orvania                             whom or what the rows are about: all others are left out
 *     2031-05-02 “We support the Lake Charter,” …         a report of that day
 *     > Orla Vane | Lake Charter | statement | supports | We support | for Norrland | changed
 *     ? …                                                 a row that may be found or missed
 *
 * A row gives speaker, matter, `statement` or the deed, and the side (`-` for none). Then, for a statement at least, some
 * of its words; `for` and who is spoken for (`-` for nobody; not asked where left out); and `changed` where the side is
 * another than before. A line that starts with `#` before the first case is a remark.
 */
export interface PositionCase {
	readonly id: string;
	/** The file's name without its ending. */
	readonly theme: string;
	readonly about: readonly string[];
	readonly reports: readonly { readonly day: string; readonly text: string }[];
	readonly rows: readonly GoldRow[];
}

export interface GoldRow {
	readonly speaker: string;
	readonly about: string;
	readonly kind: "statement" | "act";
	/** The deed; null for a statement. */
	readonly act: string | null;
	/** Null for none. */
	readonly stance: string | null;
	/** Words that the row's text holds; "" for any. */
	readonly words: string;
	/** Who is spoken for; null for nobody, absent where it is not asked. */
	readonly behalf?: string | null;
	readonly changed: boolean;
	readonly optional: boolean;
}

/** @throws Error `THEME line N: …` when a file breaks the format */
export function readPositionCases(theme: string, file: string): PositionCase[] {
	const cases: {
		id: string;
		theme: string;
		about: string[];
		reports: { day: string; text: string }[];
		rows: GoldRow[];
	}[] = [];
	for (const [index, line] of file.split("\n").entries()) {
		const fail = (what: string): never => {
			throw new Error(`${theme} line ${index + 1}: ${what}`);
		};
		const last = cases.at(-1);
		const report = /^(\d{4}-\d\d-\d\d) (.+)$/.exec(line);
		if (line.startsWith("=== ")) cases.push({ id: line.slice(4).trim(), theme, about: [], reports: [], rows: [] });
		else if (line.trim() === "" || (last === undefined && line.startsWith("#"))) continue;
		else if (!last) fail("text before the first case");
		else if (line.startsWith("@ "))
			last.about.push(
				...line
					.slice(2)
					.split(",")
					.map((name) => name.trim()),
			);
		else if (report) last.reports.push({ day: report[1] ?? "", text: report[2] ?? "" });
		else if (/^[>?] /.test(line)) last.rows.push(readRow(line, fail));
		else fail(`no line of a case: ${line}`);
	}
	return cases;
}

function readRow(line: string, fail: (what: string) => never): GoldRow {
	const [speaker = "", about = "", kind = "", stance = "", ...rest] = line
		.slice(2)
		.split("|")
		.map((cell) => cell.trim());
	if (stance === "") fail("a row without a side");
	const behalf = rest.find((cell) => cell.startsWith("for "))?.slice(4);
	return {
		speaker,
		about,
		kind: kind === "statement" ? "statement" : "act",
		act: kind === "statement" ? null : kind,
		stance: stance === "-" ? null : stance,
		words: rest.find((cell) => cell !== "changed" && !cell.startsWith("for ")) ?? "",
		...(behalf === undefined ? {} : { behalf: behalf === "-" ? null : behalf }),
		changed: rest.includes("changed"),
		optional: line.startsWith("?"),
	};
}
