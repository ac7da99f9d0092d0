import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Outlet } from "../../model/article.ts";
import { findVersions } from "./versions.ts";

describe("findVersions", () => {
	it("lists the sentences that a later text of one source drops and adds", () => {
		const old = annotateText("The ferry sank. Two people died. Nobody knows why.", {
			id: "b",
			sourceId: "s",
			day: "2031-05-14",
		});
		const now = annotateText("The ferry sank. Five people died. Nobody knows why!", {
			id: "a",
			sourceId: "s",
			day: "2031-05-15",
		});
		const [group, ...others] = findVersions([now, old]);
		expect(others).toEqual([]);
		expect(group?.articles).toEqual(["b", "a"]);
		const [change] = group?.changes ?? [];
		const slice = (text: string, places: readonly { start: number; end: number }[] = []): string[] =>
			places.map(({ start, end }) => text.slice(start, end));
		expect(slice(old.article.text, change?.removed)).toEqual(["Two people died."]);
		expect(slice(now.article.text, change?.added)).toEqual(["Five people died."]);
	});

	it("takes what states a change for later than what was published at the same time and states none", () => {
		const make = (id: string, text: string, modified: string | null): AnnotatedArticle => {
			const one = annotateText(text, { id, sourceId: "s", day: "2031-05-14" });
			const change = { ...one.article.modified, earliest: modified, latest: modified };
			return { ...one, article: { ...one.article, modified: change } };
		};
		const [group] = findVersions([
			make("a", "The ferry sank. Five people died.", "2031-05-14T09:30Z"),
			make("b", "The ferry sank. Two people died.", null),
		]);
		expect(group?.articles).toEqual(["b", "a"]);
	});

	it("finds no versions among different sources", () => {
		expect(findVersions([annotateText("One.", { sourceId: "s" }), annotateText("Two.", { sourceId: "t" })])).toEqual(
			[],
		);
	});

	it("takes a copy that the same outlet published later under another address for a version, another outlet's not", () => {
		const text = "The ferry Halcyon sank off Marena at dawn with ninety people aboard, the coastguard said.";
		const outlet = (name: string): Outlet => ({ text: name, span: null, from: "test", site: null });
		const make = (id: string, day: string, name: string): AnnotatedArticle =>
			annotateText(text.replace("ninety", id === "a" ? "eighty" : "ninety"), {
				id,
				sourceId: `s-${id}`,
				day,
				outlet: outlet(name),
			});
		const bases = [0, 0];
		const later = [make("a", "2031-05-14", "Corra Post"), make("b", "2031-05-15", "Corra Post")];
		expect(findVersions(later, bases).map(({ sourceId, articles }) => [sourceId, articles])).toEqual([
			["s-a", ["a", "b"]],
		]);
		expect(findVersions([make("a", "2031-05-14", "Corra Post"), make("b", "2031-05-15", "Tarn News")], bases)).toEqual(
			[],
		);
		expect(findVersions([make("a", "2031-05-14", "Corra Post"), make("b", "2031-05-14", "Corra Post")], bases)).toEqual(
			[],
		);
	});

	const outletOf = (name: string): Outlet => ({ text: name, span: null, from: "test", site: null });

	it("takes two reports of one outlet under one headline for versions where they share a good part, not a daily heading", () => {
		const shared = "The ferry Halcyon sank off Marena at dawn with ninety people aboard";
		const make = (id: string, rest: string, day: string): AnnotatedArticle =>
			annotateText(`${shared}. ${rest}`, {
				id,
				sourceId: `s-${id}`,
				day,
				outlet: outletOf("Corra Post"),
				headline: { text: "Ferry sinks off Marena", span: null, from: "test", made: false },
			});
		const a = make("a", "Nobody knows why.", "2031-05-14");
		const b = make("b", "Divers found the wheelhouse. The captain was held.", "2031-05-15");
		const end = shared.length;
		const passage = { a: { article: "a", start: 0, end }, b: { article: "b", start: 0, end } };
		const passages = [{ ...passage, exact: shared, quoted: false, stock: false }];
		expect(findVersions([a, b], [0, 1], passages).map(({ articles }) => articles)).toEqual([["a", "b"]]);
		expect(findVersions([a, b], [0, 1])).toEqual([]);
	});

	it("tells the later of two dispatches of one agency by its mark where no day does", () => {
		const make = (id: string, text: string): AnnotatedArticle =>
			annotateText(text, {
				id,
				sourceId: `s-${id}`,
				dateline: {
					text: "MARENA (Corra Wire) -",
					span: null,
					from: "test",
					place: "MARENA",
					date: null,
					agency: "Corra Wire",
				},
			});
		const now = make("a", "(Corrects count in paragraph 1)\n\nThe ferry sank with eighty people aboard.");
		const old = make("b", "The ferry sank with ninety people aboard.");
		expect(findVersions([now, old], [0, 0]).map(({ articles }) => articles)).toEqual([["b", "a"]]);
		expect(findVersions([old, { ...old, article: { ...old.article, id: "c", sourceId: "s-c" } }], [0, 0])).toEqual([]);
	});
});
