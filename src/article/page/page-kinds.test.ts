import { describe, expect, it } from "vitest";
import type { Article } from "../../model/article.ts";
import { sha256Hex } from "../../text/hash.ts";
import { bodyText, readArticle } from "../article.ts";

function read(html: string): Article {
	const bytes = new TextEncoder().encode(html);
	const { article } = readArticle({
		place: "a.html",
		url: null,
		mediaType: "text/html",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated: { outlet: null, published: null, title: null, role: "report" },
	});
	if (!article) throw new Error("no article");
	return article;
}

const P1 =
	"The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said, with thirty people aboard.";
const P2 = "Nine of the crew of thirty were still missing when the search was called off at dark, an officer said.";
const P3 = "The harbour master, Ada Quill, told reporters that the storm had come an hour earlier than was forecast.";

function pageOf(body: string, head = ""): string {
	return `<html><head><title>Ferry sinks off Port Amity</title>${head}</head><body><main><article><h1>Ferry sinks off Port Amity</h1>${body}</article></main></body></html>`;
}

const paragraphs = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join("");
const linked = (data: object): string =>
	`<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", headline: "Ferry sinks off Port Amity", ...data })}</script>`;
const NEWS = { "@type": "NewsArticle", datePublished: "2031-05-14T09:00:00+02:00" };

describe("a page that is cut off", () => {
	it("by a subscription says so with the words that do, and drops them", () => {
		const article = read(
			pageOf(`${paragraphs(P1, `${P2} The captain, who…`)}<div class=z><p>Subscribe to continue reading</p></div>`),
		);
		expect(article.truncated).toMatchObject({ kind: "paywall" });
		const { span } = article.truncated ?? {};
		expect(span && article.text.slice(span.start, span.end)).toBe("Subscribe to continue reading");
		expect(bodyText(article)).not.toContain("Subscribe");
		expect(article.problems.map(({ code }) => code)).toContain("article/truncated");
	});

	it.each([
		["Réservé aux abonnés", "paywall"],
		["Weiterlesen mit Amity Plus", "paywall"],
		["Este artículo es exclusivo para suscriptores", "paywall"],
		["この記事は会員限定です。残り1200文字", "paywall"],
		["Материал доступен только для подписчиков", "paywall"],
		["Pozostało jeszcze 80% artykułu", "paywall"],
		["Log in to continue reading", "log-in"],
	])("by “%s” is cut off by a %s", (words, kind) => {
		const article = read(pageOf(`${paragraphs(P1, `${P2} The captain, who…`)}<p class=z>${words}</p>`));
		expect(article.truncated?.kind).toBe(kind);
	});

	it("is told by its own count of words", () => {
		const head = linked({ ...NEWS, isAccessibleForFree: false, wordCount: 700 });
		expect(read(pageOf(paragraphs(P1, P2, P3), head)).truncated).toMatchObject({ kind: "paywall", span: null });
	});

	it("to one paragraph of a report that the page says is not free is told by that", () => {
		const head = linked({ ...NEWS, isAccessibleForFree: false });
		expect(read(pageOf(paragraphs(P1), head)).truncated).toMatchObject({ kind: "paywall", span: null });
		expect(read(pageOf(paragraphs(P1), linked({ ...NEWS, isAccessibleForFree: true }))).truncated).toBeNull();
	});

	it.each(["Read the full article at The Harbour Post", "Lire l’article complet sur Harbour", "記事全文はこちら"])(
		"above “%s” is an excerpt, and the line is dropped",
		(line) => {
			const article = read(pageOf(paragraphs(P1, P2, line)));
			expect(article.truncated?.kind).toBe("excerpt");
			expect(bodyText(article)).toBe(`${P1}\n\n${P2}`);
		},
	);

	it("is not one above a line that points to the full list of something", () => {
		expect(read(pageOf(paragraphs(P1, P2, "See the full list of ferries"))).truncated).toBeNull();
	});

	it("by its outlet is an excerpt", () => {
		const article = read(
			pageOf(`${paragraphs(P1, P2)}<p>${P3.slice(0, 60)}…</p><p><a href="/full">Continue reading</a></p>`),
		);
		expect(article.truncated?.kind).toBe("excerpt");
	});

	it.each(["reg-wall", "z"])("loses with the gate what stands in its element of class %s", (name) => {
		const gate = `<div class="${name}"><p>Regístrate para seguir leyendo</p><p>Si ya tienes cuenta, inicia sesión.</p><p>Un mes por un euro.</p></div>`;
		expect(bodyText(read(pageOf(paragraphs(P1, P2) + gate)))).toBe(`${P1}\n\n${P2}`);
		expect(bodyText(read(pageOf(paragraphs(P1) + gate + paragraphs(P2, P3))))).toBe(`${P1}\n\n${P2}\n\n${P3}`);
		const late = `<div class="${name}"><p>Si ya tienes cuenta, inicia sesión.</p><p>Regístrate para seguir leyendo</p></div>`;
		expect(bodyText(read(pageOf(`${paragraphs(P1, P2)}${late}`)))).toBe(`${P1}\n\n${P2}`);
	});

	it("by a dialog about consent shows nothing else", () => {
		const article = read(
			"<html><head><title>Ferry sinks off Port Amity</title></head><body><div><h2>Before you continue</h2><p>We use cookies and similar means to show you what you may like.</p><button>Accept all</button></div></body></html>",
		);
		expect(article.truncated?.kind).toBe("consent");
	});
});

describe("a page that shows no report", () => {
	const bare = (title: string, body: string): Article =>
		read(`<html><head><title>${title}</title></head><body><div class="box">${body}</div></body></html>`);

	it.each([
		[
			"We value your privacy",
			"We and our 842 partners store information on a device, such as cookies, and process personal data. You may consent to it here.",
			"Accept all",
		],
		[
			"Mit Werbung weiterlesen",
			"Wir und unsere 213 Partner verarbeiten Ihre personenbezogenen Daten, zum Beispiel über Cookies, um Anzeigen zu zeigen.",
			"Alle akzeptieren",
		],
		[
			"Respetamos su privacidad",
			"Nosotros y nuestros 90 socios almacenamos cookies y tratamos datos personales para mostrar publicidad personalizada.",
			"Aceptar todas",
		],
		[
			"Prywatność",
			"My i nasi partnerzy przechowujemy pliki cookies i przetwarzamy dane osobowe, takie jak unikalne identyfikatory.",
			"Zaakceptuj wszystko",
		],
	])("but a dialog about consent (%s) is cut off and has no body", (heading, asked, action) => {
		const article = bare("Ferry sinks off Port Amity", `<h2>${heading}</h2><p>${asked}</p><button>${action}</button>`);
		expect(article.truncated?.kind).toBe("consent");
		expect(article.body).toEqual([]);
		expect(article.dropped.map(({ rule }) => rule)).toContain("article/consent");
	});

	it("is not a short report on such dialogs, with one below it", () => {
		const article = read(
			pageOf(
				`${paragraphs("A court in Port Amity ruled on Monday that sites need consent for cookies before they share personal data with partners.", "The firm said that it would let readers choose “Reject all” beside “Accept all” from May.")}<div id=banner><p>We use cookies to improve your experience.</p><button>Accept all</button></div>`,
			),
		);
		expect(article.truncated).toBeNull();
		expect(article.body).toHaveLength(1);
	});

	it.each([
		[
			"Just a moment...",
			"<h1>harbour.example</h1><h2>Checking your browser before accessing harbour.example.</h2><p>Please enable JavaScript and cookies to continue.</p>",
		],
		[
			"404 - Page not found | Harbour Post",
			"<h1>404 Page not found</h1><p>The page you are looking for does not exist or has been moved to another address.</p>",
		],
		[
			"Seite nicht gefunden | Harbour Post",
			"<h1>Seite nicht gefunden</h1><p>Leider gibt es die gesuchte Seite nicht mehr, oder sie hat eine andere Adresse.</p>",
		],
	])("but a server's words (%s) says so and has no body", (title, body) => {
		const article = bare(title, body);
		expect(article.body).toEqual([]);
		expect(article.problems.map(({ code }) => code)).toEqual(["article/no-report"]);
	});

	it.each(["Page not found: how an archive was lost", "Gone – the last ferry of the line", "500 homes without water"])(
		"is not a short report with the headline “%s”",
		(title) => {
			const article = bare(title, `<h1>${title}</h1>${paragraphs(P1, P2)}`);
			expect(article.problems).toEqual([]);
			expect(bodyText(article)).toContain(P2);
		},
	);
});

describe("a page that is whole", () => {
	const long = [
		P1,
		P2,
		P3,
		"Two fishing boats took up survivors and brought them to the old pier, where doctors waited in the rain.",
		"An inquiry will open on Thursday in the town hall, and the owner has promised to hand over the log.",
		"Divers will go down to the wreck as soon as the wind drops, which may be late on Wednesday morning.",
	];

	it("though it says that it is not free is not called cut off", () => {
		expect(read(pageOf(paragraphs(...long), linked({ ...NEWS, isAccessibleForFree: false }))).truncated).toBeNull();
	});

	it("with an offer between its paragraphs is not called cut off", () => {
		const [a = "", b = "", ...rest] = long;
		const article = read(
			pageOf(`${paragraphs(a, b)}<div><p>Subscribe to continue reading</p></div>${paragraphs(...rest)}`),
		);
		expect(article.truncated).toBeNull();
		expect(bodyText(article)).not.toContain("Subscribe");
	});

	it("with an offer below its last paragraph is not called cut off when its count of words is reached", () => {
		const head = linked({ ...NEWS, isAccessibleForFree: false, wordCount: 115 });
		const article = read(pageOf(`${paragraphs(...long)}<p class=z>Subscribe to continue reading</p>`, head));
		expect(article.truncated).toBeNull();
	});
});

describe("a live blog", () => {
	const post = (stamp: string, text: string): string =>
		`<div class="entry">${stamp}<h2>What happened</h2><p>${text}</p></div>`;

	it("keeps its posts with the moments that their stamps give for machines, and drops the stamps", () => {
		const times = ["16:20", "15:05", "14:02"];
		const body = times
			.map((time, i) =>
				post(`<div class=t><time datetime="2031-05-14T${time}:00+02:00">${time}</time></div>`, [P1, P2, P3][i] ?? ""),
			)
			.join("");
		const article = read(pageOf(body, linked({ ...NEWS, "@type": "LiveBlogPosting" })));
		expect(article.posts.map(({ published }) => published.earliest)).toEqual(
			times.map((time) => `2031-05-14T${time}+02:00`),
		);
		for (const { start, end } of article.posts) expect(article.text.slice(start, end)).toMatch(/^What happened\n\n/);
		expect(article.dropped.filter(({ rule }) => rule === "article/post-stamp")).toHaveLength(3);
		expect(bodyText(article)).not.toContain("15:05");
	});

	it("takes the page's day for bare times, and says so", () => {
		const body = ["16.20 Uhr", "15.05 Uhr", "14.02 Uhr"]
			.map((time, i) => post(`<div class=t>${time}</div>`, [P1, P2, P3][i] ?? ""))
			.join("");
		const [first] = read(pageOf(body, linked(NEWS))).posts;
		expect(first?.published).toMatchObject({ earliest: "2031-05-14T16:20", zone: null, exact: "16.20 Uhr" });
		expect(first?.published.reason).toContain("the day is the page's");
		const [undated] = read(pageOf(body)).posts;
		expect(undated?.published.precision).toBeNull();
	});

	it("gives no day to bare times that run over midnight", () => {
		const body = ["01:20", "23:05", "14:02", "15:10"]
			.map((time, i) => post(`<div class=t>${time}</div>`, [P1, P2, P3, P1.replace("ferry", "tug")][i] ?? ""))
			.join("");
		const { posts } = read(pageOf(body, linked(NEWS)));
		expect(posts).toHaveLength(4);
		expect(posts.every(({ published }) => published.precision === null)).toBe(true);
	});

	it("is no chronology by days, and no page with one time below its headline", () => {
		const days = ["12 May 2031", "13 May 2031", "14 May 2031"]
			.map((day, i) => `<h3>${day}</h3><p>${[P1, P2, P3][i]}</p>`)
			.join("");
		expect(read(pageOf(days, linked(NEWS))).posts).toEqual([]);
		expect(read(pageOf(`<div class=t>14:02</div>${paragraphs(P1, P2, P3)}`, linked(NEWS))).posts).toEqual([]);
	});
});

describe("a page's body", () => {
	it("keeps the turns of a transcript, however short", () => {
		const turns = [
			"QUILL: Was the lamp lit?",
			"MARSH: No.",
			"QUILL: Who said so?",
			"MARSH: The mate",
			"QUILL: Thank you",
		];
		const article = read(pageOf(paragraphs(P1, P2, ...turns)));
		for (const turn of turns) expect(bodyText(article)).toContain(turn);
	});

	it("keeps names and answers of a definition list", () => {
		const list =
			"<dl><dt>Ada Quill</dt><dd>Was the lamp lit that night, Mr Marsh?</dd><dt>Bo Marsh</dt><dd>No</dd><dt>Ada Quill</dt><dd>Then who put it out?</dd></dl>";
		const article = read(pageOf(paragraphs(P1, P2, P3) + list));
		expect(bodyText(article)).toContain("Bo Marsh\n\nNo");
	});

	it("keeps a table of data as rows and a list as items", () => {
		const table =
			"<table><tr><th>Town</th><th>Boats</th></tr><tr><td>Port Amity</td><td>12</td></tr><tr><td>Marsh Point</td><td>9</td></tr></table>";
		const article = read(
			pageOf(
				`${paragraphs(P1, P2)}${table}<ul><li>Two lifeboats were lost</li><li>One raft was found empty</li></ul>${paragraphs(P3)}`,
			),
		);
		const kinds = new Map(article.blocks.map(({ start, end, kind }) => [article.text.slice(start, end), kind]));
		expect(kinds.get("Port Amity\t12")).toBe("row");
		expect(kinds.get("One raft was found empty")).toBe("item");
	});

	it("takes a paragraph that stands between the article's, however it is styled and however short", () => {
		const article = read(
			pageOf(`${paragraphs(P1, P2)}<p class="odd">Then it was dark.</p>${paragraphs(P3, P1.replace("ferry", "tug"))}`),
		);
		expect(bodyText(article)).toContain("Then it was dark.");
	});
});

describe("a post of a social network in a page", () => {
	const post =
		'<blockquote class="twitter-tweet"><p>Awful news from the sea tonight.</p>— Ada Quill (@quill) <a href="https://x.example/1">May 14, 2031</a></blockquote>';

	it("that says whose words it holds is kept as a block quotation, and dates nothing but itself", () => {
		const article = read(pageOf(`${paragraphs(P1)}${post}${paragraphs(P2, P3)}`));
		const quotes = article.blocks.filter(({ kind }) => kind === "quote");
		expect(quotes.map(({ start, end }) => article.text.slice(start, end))).toEqual([
			"Awful news from the sea tonight.",
			"— Ada Quill (@quill) May 14, 2031",
		]);
		expect(article.published.earliest).toBeNull();
		expect(article.byline).toBeNull();
	});

	it("stays where it stands at the report's end", () => {
		expect(bodyText(read(pageOf(`${paragraphs(P1, P2, P3)}${post}`)))).toContain("Ada Quill (@quill)");
	});

	it("that does not say whose words it holds is dropped", () => {
		const bare = '<div class="instagram-media"><p>Awful news from the sea tonight.</p></div>';
		expect(bodyText(read(pageOf(`${paragraphs(P1, P2)}${bare}${paragraphs(P3)}`)))).not.toContain("Awful news");
	});
});

describe("links", () => {
	it("are in the order of the text also where one stands inside another", () => {
		const article = read(
			pageOf(
				`${paragraphs(P1)}<p>The port <a href="https://a.example/1">says <span>so <a href="https://a.example/2">here</a></span></a>, in a note of two pages that it gave out.</p>${paragraphs(P2)}`,
			),
		);
		const starts = article.links.map(({ start }) => start);
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
		expect(starts.length).toBeGreaterThan(0);
	});
});

describe("a page of pictures", () => {
	const figure = (words: string): string => `<figure><img src="a.jpg"><figcaption>${words}</figcaption></figure>`;

	it("keeps its captions, without numbers and credits", () => {
		const article = read(
			pageOf(
				`<p>A storm hit the harbour on Monday.</p>${figure(`<span>1 / 4</span> ${P1} Photo: Ada Quill/AGN`)}${figure(P2)}${figure(P3)}`,
			),
		);
		expect(bodyText(article)).toBe(`A storm hit the harbour on Monday.\n\n${P1}\n\n${P2}\n\n${P3}`);
		const dropped = article.dropped.map(({ start, end }) => article.text.slice(start, end));
		expect(dropped).toContain("1 / 4");
		expect(dropped).toContain("Photo: Ada Quill/AGN");
	});

	it("is not a report with pictures", () => {
		const texts = [1, 2, 3].map((day) => `${P1} ${P2} ${P3}`.replace("Monday", `day ${day}`));
		const captions = ["bow", "pier", "lamp"].map((word) => figure(`The ${word} of the ferry on Monday evening.`));
		const article = read(pageOf(`${paragraphs(...texts)}${captions.join("")}`));
		expect(bodyText(article)).not.toContain("The pier of the ferry");
	});
});
