import { describe, expect, it } from "vitest";
import { parsePage } from "../document.ts";
import { linearise } from "../linearise.ts";
import { findRegions } from "./regions.ts";

const PARAGRAPHS = [
	"The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said, with thirty people aboard.",
	"Nine of the crew of thirty were still missing when the search was called off at dark, an officer said.",
	"The harbour master, Ada Quill, told reporters that the storm had come an hour earlier than was forecast.",
	"Two fishing boats took up survivors and brought them to the old pier, where doctors waited in the rain.",
	"An inquiry will open on Thursday in the town hall, and the owner has promised to hand over the log.",
];

/** The rule that drops the block that begins with some words, of a page whose report has a snippet in its middle. */
function ruleOf(snippet: string, words: string): string | null {
	const [a, b, c, d, e] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
	const html = `<html><body><main><article><h1>Ferry sinks off Port Amity</h1>${a}${b}${snippet}${c}${d}${e}</article></main></body></html>`;
	const root = parsePage(html)?.documentElement;
	if (!root) throw new Error("no page");
	const all = linearise(root);
	const pieces = all.slice(1);
	const { early, late } = findRegions(
		pieces,
		pieces.map(() => true),
		all[0] ?? null,
	);
	for (const text of PARAGRAPHS) {
		const own = pieces.findIndex((piece) => piece.text === text);
		expect([early[own], late[own]]).toEqual([null, null]);
	}
	const at = pieces.findIndex((piece) => piece.text.startsWith(words));
	if (at < 0) throw new Error(`the page's text does not hold "${words}"`);
	return (early[at] ?? late[at] ?? null)?.rule ?? null;
}

const CAUGHT: readonly (readonly [string, string, string])[] = [
	[
		"article/photo-caption",
		"The Amity Star in spring",
		"<figure><img src=a.jpg><figcaption>The Amity Star in spring</figcaption></figure>",
	],
	["article/photo-caption", "The Amity Star in spring", "<div class=photoCaption>The Amity Star in spring</div>"],
	[
		"article/photo-caption",
		"The Amity Star in spring",
		"<div class=lead-image><img src=a.jpg><span>The Amity Star in spring</span></div>",
	],
	[
		"article/photo-caption",
		"The Amity Star in spring",
		"<div class=x1><img src=a.jpg><div>The Amity Star in spring</div></div>",
	],
	[
		"article/aside",
		"Our best stories on the sea",
		"<aside><p>Our best stories on the sea and its people, every week.</p></aside>",
	],
	[
		"article/aside",
		"Our best stories on the sea",
		'<div role="complementary"><p>Our best stories on the sea and its people.</p></div>',
	],
	["article/navigation", "Harbour news by town", "<nav><p>Harbour news by town and by day of the week.</p></nav>"],
	["article/navigation", "Choose your language", '<div role="dialog"><p>Choose your language for this site.</p></div>'],
	[
		"article/fact-box",
		"The ship in numbers",
		"<div class=factbox><h3>The ship in numbers</h3><p>Built in 1998 at Marsh Point.</p></div>",
	],
	[
		"article/beside",
		"Port strike ends after nine",
		"<div class=RelatedStories><p>Port strike ends after nine days of talks.</p></div>",
	],
	[
		"article/beside",
		"One mail every morning",
		"<section id=newsletter-signup><p>One mail every morning from our town.</p></section>",
	],
	[
		"article/hidden",
		"Enjoy the paper",
		'<ul class="benefits hidden"><li>Enjoy the paper on every screen you own.</li></ul>',
	],
	[
		"article/hidden",
		"Author of the article",
		'<div class="visually-hidden">Author of the article: the harbour desk</div>',
	],
	["article/link-list", "Port strike ends", '<ul><li><a href="/1">Port strike ends</a></li></ul>'],
	["article/link-list", "Port strike ends", '<a href="/1"><img src=b.jpg><h3>Port strike ends</h3></a>'],
	[
		"article/embedded-post",
		"Awful news from the sea",
		'<div class="instagram-media"><p>Awful news from the sea tonight.</p></div>',
	],
	["article/embedded-post", "View this post on Instagram", "<div class=z><p>View this post on Instagram</p></div>"],
	[
		"article/embed-notice",
		"Empfohlener redaktioneller Inhalt",
		"<div class=z><p>Empfohlener redaktioneller Inhalt</p></div>",
	],
	["article/embed-notice", "Show the map", "<div class=display-embed><p>Show the map of the strait</p></div>"],
	[
		"article/other-article",
		"Port strike ends",
		"<article class=preview><header><h3>Port strike ends</h3></header></article>",
	],
	[
		"article/pull-quote",
		"the storm had come an hour",
		"<blockquote>the storm had come an hour earlier than was forecast</blockquote>",
	],
	[
		"article/author-box",
		"Bo Marsh has written",
		"<div class=author-content><p class=lead-in>Bo Marsh has written of the sea for ten years.</p></div>",
	],
	["article/meta-line", "Stand: Mittwoch", "<p class=lastchanged>Stand: Mittwoch</p>"],
	["article/gate", "Subscribe to continue reading", "<div class=q><p>Subscribe to continue reading</p></div>"],
	["article/gate", "Réservé aux abonnés", "<p class=status>Réservé aux abonnés</p>"],
	["article/gate", "Artículo exclusivo para suscriptores", "<p class=status>Artículo exclusivo para suscriptores</p>"],
	["article/gate", "Weiterlesen mit", "<p class=status>Weiterlesen mit Amity Plus</p>"],
	["article/gate", "この記事は会員限定です", "<p class=status>この記事は会員限定です。</p>"],
	[
		"article/gate",
		"Get every story",
		"<div class=paywall-message><div>Get every story for one coin a week.</div></div>",
	],
];

const LEFT: readonly (readonly [string, string])[] = [
	[
		"All hands to the boats",
		"<figure><blockquote><p>All hands to the boats, the mate cried, and nobody moved.</p></blockquote></figure>",
	],
	[
		"Port Amity\t12",
		"<figure><table><tr><th>Town</th><th>Boats</th></tr><tr><td>Port Amity</td><td>12</td></tr><tr><td>Marsh Point</td><td>9</td></tr></table></figure>",
	],
	[
		"The lamp, seen here",
		"<p><img src=a.jpg> The lamp, seen here from the pier, burned through the whole of that night.</p>",
	],
	[
		"Ada Quill, in a letter",
		"<blockquote><p>We saw nothing of the ship after nine, and heard less.</p><footer>Ada Quill, in a letter to the mayor that was read out.</footer></blockquote>",
	],
	[
		"It was shown on wide",
		'<div class="hidden md:block"><p>It was shown on wide screens as it was on small ones, she said.</p></div>',
	],
	[
		"The owner, who was at sea",
		'<p><a href="/1">The owner, who was at sea himself that night, has not been reached so far.</a></p>',
	],
	["Nobody had thought", "<blockquote><p>Nobody had thought of the lamp, the letter goes on to say.</p></blockquote>"],
	[
		"The lamp was lit by hand",
		"<p class=paywall>The lamp was lit by hand that night, since the power had failed at eight.</p>",
	],
	["Subscribers continue", "<p>Subscribers continue reading the paper on the ferry, the survey found last year.</p>"],
	["The minister agreed", "<p>The minister agreed to the use of external content in schools, the ministry said.</p>"],
	[
		"Bo Marsh, who had posted",
		"<p>Bo Marsh, who had posted about the storm on Sunday, was among those saved that night.</p>",
	],
	["The lifeboats", "<ul><li>The lifeboats</li><li>The rafts that were stored aft</li></ul>"],
];

describe("the rules about regions of a page", () => {
	it.each(CAUGHT)("drop by %s what begins with “%s”: %s", (rule, words, snippet) => {
		expect(ruleOf(snippet, words)).toBe(rule);
	});

	it.each(LEFT)("leave “%s”: %s", (words, snippet) => {
		expect(ruleOf(snippet, words)).toBeNull();
	});

	it("leave an article that as a whole stands in what is called beside something", () => {
		const more = PARAGRAPHS.map((text) => `<p>${text.replace("Amity", "Marsh")} Nobody could say why it was so.</p>`);
		expect(ruleOf(`<div class="has-related-sidebar">${more.join("")}</div>`, "The ferry Marsh Star")).toBeNull();
	});

	it("drop the next articles of an endless page, each with a headline of its own", () => {
		const text = "The strike in the port of Marsh Point ended on Friday, the union said after a vote.";
		const next = `</article><article><h2>Port strike ends</h2>${`<p>${text}</p>`.repeat(9)}</article><article>`;
		expect(ruleOf(`${next}`, text)).toBe("article/other-article");
	});
});
