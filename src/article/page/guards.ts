import type { Problem } from "../../model/problem.ts";

/** UTF-16 units that a page may have: the parser's time grows with the square of it, 20 seconds at 3 MB. */
const MOST_PAGE_UNITS = 3_000_000;

/** Elements inside each other: real pages stay under 100, and the parser never ends on 50,000. */
export const DEEPEST = 1500;

/** Elements in all: the largest of the 900 real pages looked at has under 20,000. */
export const MOST_ELEMENTS = 60_000;

/** Elements that hold nothing, and those that the next of their kind closes: neither adds depth. */
const FLAT: ReadonlySet<string> = new Set(
	"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt".split(
		" ",
	),
);

/** Elements whose content is no markup. */
const RAW: ReadonlySet<string> = new Set(["script", "style", "textarea", "title", "noscript", "template", "xmp"]);

const TAG = /<(?:(!--)|(\/?)([a-z][a-z0-9:-]{0,40}))/gi;

/**
 * Whether a page can be parsed in reasonable time, told by one pass over its characters: too long,
 * nested too deep, or with too many elements, it gives a problem; else null.
 */
export function guardPage(html: string): Problem | null {
	if (html.length > MOST_PAGE_UNITS) {
		return refuse(
			"article/page-too-large",
			`this page has ${html.length} characters; pages over ${MOST_PAGE_UNITS} are not parsed`,
		);
	}
	const open: string[] = [];
	const counts = new Map<string, number>();
	let elements = 0;
	TAG.lastIndex = 0;
	for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
		const [, comment, slash, written = ""] = match;
		if (comment !== undefined) {
			const end = html.indexOf("-->", TAG.lastIndex);
			if (end < 0) break;
			TAG.lastIndex = end + 3;
			continue;
		}
		const name = written.toLowerCase();
		if (slash !== "") {
			closeTag(name, open, counts);
			continue;
		}
		elements++;
		if (elements > MOST_ELEMENTS) {
			return refuse(
				"article/too-many-elements",
				`this page has more than ${MOST_ELEMENTS} elements; such pages are not parsed`,
			);
		}
		if (RAW.has(name) && name !== "noscript" && name !== "template") {
			const end = findClose(html, name, TAG.lastIndex);
			if (end < 0) break;
			TAG.lastIndex = end;
			continue;
		}
		if (FLAT.has(name)) continue;
		open.push(name);
		counts.set(name, (counts.get(name) ?? 0) + 1);
		if (open.length > DEEPEST) {
			return refuse(
				"article/nested-too-deep",
				`this page nests elements more than ${DEEPEST} deep; such pages are not parsed`,
			);
		}
	}
	return null;
}

/** Closes an element and all that were left open inside it; one that is not open closes nothing. */
function closeTag(name: string, open: string[], counts: Map<string, number>): void {
	if ((counts.get(name) ?? 0) === 0) return;
	for (let last = open.pop(); last !== undefined; last = open.pop()) {
		counts.set(last, (counts.get(last) ?? 1) - 1);
		if (last === name) return;
	}
}

function findClose(html: string, name: string, from: number): number {
	const close = new RegExp(`</${name}`, "gi");
	close.lastIndex = from;
	return close.exec(html)?.index ?? -1;
}

function refuse(code: string, reason: string): Problem {
	return { code, span: null, reason: `${reason}; give the report's text instead` };
}
