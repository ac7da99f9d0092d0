import type { LineRule } from "./lines.ts";

/**
 * A site's note that it stores cookies, and its request to agree.
 *
 * Catches: "We use cookies to personalise content and ads."
 * Leaves: "We use cookies as bait, the fisherman said."
 */
const NOTE =
	/^(?:(?:we|our (?:web)?site|this (?:web)?site|our partners)(?: and our partners)?\b.{0,60}\bcookies?\b.{0,400}(?:\bsite\b|\bads?\b|experience|consent|accept|partners|content|traffic|privacy|settings)|by (?:continuing|clicking|using)\b.{0,160}\bcookies?\b|(?:wir|diese (?:web)?seite) (?:verwend|nutz|setz).{0,60}cookies|(?:nous|ce site) utilis.{0,60}cookies|(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|este site (?:utiliza|usa)) .{0,60}cookies|(?:utilizziamo|questo sito utilizza) .{0,60}cookie|(?:wij|we|deze (?:web)?site) gebruik.{0,60}cookies|(?:vi använder|vi bruker|vi bruger) .{0,60}(?:cookies|kakor|informasjonskapsler)|(?:używamy|ta strona (?:używa|korzysta)) .{0,60}(?:cookies|ciasteczek)|(?:мы используем|этот сайт использует|сайт использует|ми використовуємо) .{0,60}(?:cookie|куки)|.{0,80}(?:çerez|Cookie を使用|クッキーを使用|使用cookie|쿠키를 사용)(?:ler|leri)?.{0,120}(?:kullan|使用|$))/iu;

/** Words a note may have. */
const MOST_WORDS = 90;

export const cookieNote: LineRule = {
	rule: "article/cookie-note",
	find(line) {
		return line.words <= MOST_WORDS && NOTE.test(line.text.slice(0, 600)) ? "the site's note about cookies" : null;
	},
};
