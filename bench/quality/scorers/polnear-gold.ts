import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../../src/model/span.ts";
import { compareText } from "../../../src/text/compare.ts";

/** One attribution of the gold: spans in UTF-16 units, sorted. */
export interface GoldAttribution {
	readonly source: readonly Span[];
	readonly cue: readonly Span[];
	readonly content: readonly Span[];
}

export interface GoldArticle {
	readonly name: string;
	readonly text: string;
	readonly attributions: readonly GoldAttribution[];
	/** Regions that the annotators set aside. */
	readonly discard: readonly Span[];
}

/**
 * The articles of a PolNeAR folder (`text/`, `attributions/` in brat stand-off), by name; of several
 * annotators' files of one article the alphabetically first. Brat counts code points; the spans here are
 * UTF-16 units. Null when the folder is not there.
 */
export function readPolnear(folder: string): GoldArticle[] | null {
	const texts = join(folder, "text");
	const attributions = join(folder, "attributions");
	if (!existsSync(texts) || !existsSync(attributions)) return null;
	const files = readdirSync(attributions)
		.filter((file) => file.endsWith(".ann"))
		.sort(compareText);
	const articles: GoldArticle[] = [];
	for (const file of readdirSync(texts).sort(compareText)) {
		const name = file.replace(/\.txt$/, "");
		const annotated = files.find((other) => other.startsWith(`${name}_`) && other.length <= name.length + 10);
		if (!annotated) continue;
		const text = readFileSync(join(texts, file), "utf8");
		articles.push({ name, text, ...readBrat(text, readFileSync(join(attributions, annotated), "utf8")) });
	}
	return articles;
}

function readBrat(text: string, brat: string): Pick<GoldArticle, "attributions" | "discard"> {
	const units = unitOffsets(text);
	const spansOf = new Map<string, Span[]>();
	const discard: Span[] = [];
	const attributions: GoldAttribution[] = [];
	const events: string[] = [];
	for (const line of brat.split("\n")) {
		const match = /^([TE]\d+)\t(.*)$/.exec(line.replace(/\r$/, ""));
		if (!match?.[1] || match[2] === undefined) continue;
		if (match[1].startsWith("E")) {
			events.push(match[2]);
			continue;
		}
		const [head = ""] = match[2].split("\t");
		const kind = head.split(" ")[0] ?? "";
		const spans = head
			.slice(kind.length + 1)
			.split(";")
			.map((range) => {
				const [start = 0, end = 0] = range.split(" ").map(Number);
				return { start: units[start] ?? text.length, end: units[end] ?? text.length };
			})
			.sort((a, b) => a.start - b.start);
		spansOf.set(match[1], spans);
		if (kind === "Discard") discard.push(...spans);
	}
	for (const event of events) {
		const roles: { Source: Span[]; Cue: Span[]; Content: Span[] } = { Source: [], Cue: [], Content: [] };
		for (const argument of event.split(" ").slice(1)) {
			const match = /^(Source|Cue|Content)\d*:(T\d+)$/.exec(argument);
			if (match?.[2]) roles[match[1] as keyof typeof roles].push(...(spansOf.get(match[2]) ?? []));
		}
		if (roles.Content.length === 0 || roles.Cue.length === 0) continue;
		const sorted = (spans: Span[]): Span[] => spans.sort((a, b) => a.start - b.start);
		attributions.push({ source: sorted(roles.Source), cue: sorted(roles.Cue), content: sorted(roles.Content) });
	}
	return { attributions, discard };
}

/** UTF-16 offset of each code point, and of the end. */
function unitOffsets(text: string): Uint32Array {
	const offsets: number[] = [];
	for (let at = 0; at < text.length; at++) {
		offsets.push(at);
		const code = text.charCodeAt(at);
		if (code >= 0xd800 && code < 0xdc00) at++;
	}
	offsets.push(text.length);
	return Uint32Array.from(offsets);
}
