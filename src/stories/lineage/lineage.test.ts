import { describe, expect, it } from "vitest";
import { annotateText, rarity } from "../../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { LineageEdge } from "../../model/record.ts";
import { groupStories } from "../stories.ts";

const FIRST =
	"A ferry with ninety passengers capsized near Marena harbour on Tuesday after striking a sandbank, the coastguard of Tarn said.";
const SECOND =
	"Divers searched the wreck for survivors until nightfall and found Captain Ada Vane clinging to a lifebelt beside the hull.";
const THIRD =
	"Relatives waited behind a fence at the fish market for buses that never came, and bakers of the quay handed them bread.";
const OWN_B =
	"Harbour pilots had asked for newer charts since the dredging, and the ministry of ports answered none of their four letters.";
const OWN_C =
	"Prices of mackerel doubled overnight, stallholders complained, while tourists photographed the crane that lifted the bow.";

const WIRE: Partial<Article> = {
	dateline: { text: "MARENA (Corra) -", span: null, from: "test", place: "MARENA", date: null, agency: "Corra" },
};
const outlet = (text: string): Partial<Article> => ({ outlet: { text, span: null, from: "test", site: null } });

function make(id: string, text: string, given: Partial<Article> & { readonly day?: string } = {}): AnnotatedArticle {
	return annotateText(text, { id, sourceId: `${id}.txt`, ...given }, [
		{ type: "place", names: ["Marena"] },
		{ type: "person", names: ["Ada Vane"] },
	]);
}

/** The edges of a kind between reports, as `b from a` or, undirected, `a with b`. */
function edgesOf(kind: LineageEdge["kind"], ...articles: readonly AnnotatedArticle[]): string[] {
	return groupStories(articles, rarity)
		.lineage.flatMap(({ nodes, edges }) => {
			const articleOf = (id: string): string | null => nodes.find((node) => node.id === id)?.article ?? null;
			return edges.flatMap((edge) => {
				const [from, to] = [articleOf(edge.from), articleOf(edge.to)];
				if (edge.kind !== kind || from === null || to === null) return [];
				return [edge.directed ? `${from} from ${to}` : [from, to].sort().join(" with ")];
			});
		})
		.sort();
}

describe("the lineage of a story", () => {
	it("hangs the copies of a text on the agency's own, though a newspaper states an earlier day and prints more", () => {
		const wire = make("w", `${FIRST} ${SECOND} ${THIRD}`, WIRE);
		const credit = "With reporting by Corra";
		const fuller = make("a", `${FIRST} ${SECOND} ${THIRD} The ministry said nothing.\n${credit}`, {
			...outlet("Tarn Mirror"),
			day: "2031-05-14",
		});
		const other = make("b", `${FIRST} ${SECOND} ${THIRD}\n${credit}`, { ...outlet("Quell Echo"), day: "2031-05-15" });
		expect(edgesOf("copies", wire, fuller, other)).toEqual(["a from w", "b from w"]);
	});

	it("leads what is shared with a copy back to the agency's own text, with places in that text", () => {
		const wire = make("w", `${FIRST} ${SECOND} ${THIRD}`, WIRE);
		const copy = make(
			"a",
			`${FIRST} ${SECOND} ${THIRD} The ministry said nothing.\nWith reporting by Corra`,
			outlet("Tarn Mirror"),
		);
		const part = make("b", `${OWN_B} ${SECOND} ${OWN_C}\nWith reporting by Corra`, outlet("Quell Echo"));
		expect(edgesOf("shares", wire, copy, part)).toEqual(["b from w"]);
		const edges = groupStories([wire, copy, part], rarity).lineage.flatMap((lineage) => lineage.edges);
		const places = edges.find(({ kind }) => kind === "shares")?.evidence ?? [];
		const texts = new Map([wire, copy, part].map(({ article }) => [article.id, article.text]));
		expect(places.map(({ article, start, end }) => [article, texts.get(article)?.slice(start, end)])).toEqual([
			["b", SECOND.slice(0, -1)],
			["w", SECOND.slice(0, -1)],
		]);
	});

	it("ties two reports not to each other that share no more than both have from a third", () => {
		const wire = make("w", `${FIRST} ${SECOND} ${THIRD}`, WIRE);
		const credit = "\nWith reporting by Corra";
		const a = make("a", `${OWN_B} ${SECOND} ${FIRST}${credit}`, outlet("Tarn Mirror"));
		const b = make("b", `${SECOND} ${OWN_C}${credit}`, outlet("Quell Echo"));
		expect(edgesOf("shares", wire, a, b)).toEqual(["a from w", "b from w"]);
	});

	it("makes no edge of a single run of nine words", () => {
		const few = "clinging to a lifebelt beside the rusty green hull";
		const told =
			"Ninety passengers were aboard the ferry that capsized off Marena when it struck a sandbank, Tarn's coastguard said on Tuesday.";
		const a = make("a", `${FIRST} They found Captain Ada Vane ${few}.`);
		const b = make("b", `${told} Captain Ada Vane was seen ${few}.`);
		const { stories, passages } = groupStories([a, b], rarity);
		expect([stories.length, passages.map(({ exact }) => exact)]).toEqual([1, [few]]);
		expect(edgesOf("shares", a, b)).toEqual([]);
	});
});
