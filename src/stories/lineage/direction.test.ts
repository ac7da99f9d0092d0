import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import { findCredits } from "./credits.ts";
import { findDirection } from "./direction.ts";
import { listMedia } from "./media.ts";

const WIRE: Partial<Article> = {
	dateline: { text: "MARENA (Corra) -", span: null, from: "test", place: "MARENA", date: null, agency: "Corra" },
};
const PAPER: Partial<Article> = { outlet: { text: "Tarn Mirror", span: null, from: "test", site: null } };

function make(id: string, text: string, given: Partial<Article> & { readonly day?: string } = {}): AnnotatedArticle {
	return annotateText(text, { id, sourceId: id, ...given });
}

/** `x from y 0.9`, or null. */
function tell(x: AnnotatedArticle, y: AnnotatedArticle): string | null {
	const media = listMedia([x, y], []);
	const [a, b] = [x, y].map((one) => ({ article: one.article, credits: findCredits(one, new Map(), media) }));
	const told = a && b ? findDirection(a, b) : null;
	return told && `${told.from.id} from ${told.to.id} ${told.confidence}`;
}

describe("findDirection", () => {
	it("goes by whom a report credits for its text, whatever the days", () => {
		const paper = make("a", "The dam gave way.\nWith reporting by Corra", { ...PAPER, day: "2031-05-14" });
		expect(tell(paper, make("b", "The dam gave way.", { ...WIRE, day: "2031-05-15" }))).toBe("a from b 0.9");
	});

	it("goes by days, the later from the earlier", () => {
		expect(tell(make("a", "One.", { day: "2031-05-14" }), make("b", "Two.", { day: "2031-05-15" }))).toBe(
			"b from a 0.7",
		);
	});

	it("goes by the mark of a correction between two texts of one agency", () => {
		const now = make("a", "(Corrects count in paragraph 1)\n\nThe dam gave way.", WIRE);
		expect(tell(now, make("b", "The dam gave way.", WIRE))).toBe("a from b 0.85");
		expect(tell(make("a", "(Corrects count in paragraph 1)\n\nThe dam gave way."), make("b", "The dam."))).toBeNull();
	});

	it("goes by whom a report has words from when nothing else tells", () => {
		const paper = make("a", "The dam gave way, Corra reported.", PAPER);
		expect(tell(paper, make("b", "The dam gave way.", WIRE))).toBe("a from b 0.7");
	});

	it("goes by an address that a report says its text is from, also where it names no outlet", () => {
		const url = "https://mirror.example/dam";
		const text = `The dam gave way.\nSource: ${url}`;
		const start = text.indexOf("Source");
		const sourceLines = [{ start, end: text.length, exact: text.slice(start), url, name: null }];
		const post = make("a", text, { sourceLines, day: "2031-05-14" });
		const page = make("b", "The dam gave way.", { sourceId: url, day: "2031-05-14" });
		expect(tell(post, page)).toBe("a from b 0.9");
		expect(tell(post, make("b", "The dam gave way.", { day: "2031-05-14" }))).toBeNull();
	});

	it("has an outlet draw on an agency when nothing else tells, and nobody on a text of nobody's", () => {
		expect(tell(make("a", "The dam gave way.", PAPER), make("b", "The dam gave way.", WIRE))).toBe("a from b 0.7");
		expect(tell(make("a", "The dam gave way."), make("b", "The dam gave way.", WIRE))).toBeNull();
	});

	it("tells nothing of two on one day that name nobody", () => {
		expect(tell(make("a", "One.", { day: "2031-05-14" }), make("b", "Two.", { day: "2031-05-14" }))).toBeNull();
	});

	it("draws on a primary document, never the other way round", () => {
		expect(tell(make("a", "One.", { role: "primary" }), make("b", "Two.", { day: "2031-05-14" }))).toBe("b from a 0.9");
	});
});
