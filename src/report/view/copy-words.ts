import type { CopyGroup } from "../../model/record.ts";
import { contains } from "../../text/spans.ts";
import type { RecordIndex } from "./record-index.ts";
import { shorten } from "./shorten.ts";
import { WITHHELD } from "./withheld.ts";

/** Characters of a text that tell which it is. */
const LONGEST = 32;

/** What a group of copies is, behind the sigla of its members; of the halves of one report, which text it gives twice. */
export function describeCopies(index: RecordIndex, { kind, members }: CopyGroup): string {
	const [first, second] = members;
	const article = index.articles.get(first?.article ?? "");
	const halves = new Set(members.map((member) => member.article)).size === 1;
	if (!halves) return `are one text, ${kind === "exact" ? "word for word" : "cut or changed"}`;
	const start = first?.spans[0]?.start ?? 0;
	const words = shorten((article?.text ?? "").slice(start, start + 2 * LONGEST).replace(/\s+/gu, " "), LONGEST);
	const from = words === "" || words.includes(WITHHELD) ? "" : ` from “${words}” on`;
	const again = kind === "exact" ? "word for word" : "with changes";
	const out = second?.spans.every((span) => article?.dropped.some((dropped) => contains(dropped, span)));
	return `gives its text twice${from}, ${again}${out === true ? "; the second is kept out" : ""}`;
}
