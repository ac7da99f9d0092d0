import type { LineRule } from "./lines.ts";
import { ANNOUNCED } from "./see-also.ts";

/**
 * The heading of links to other stories, or a pointer with its headline, in languages other than English.
 *
 * Catches: "Auch interessant", "Para saber más", "Czytaj więcej", "Läs också: Färjan sjönk", "You may also like...".
 * Leaves: "Auch interessant ist, was der Kapitän sagte."; "Läs också brevet till rederiet, bad hon."
 */
const LABEL =
	"(?:you (?:may|might) (?:also )?like|(?:das könnte sie |das könnte dich )?auch interess(?:ant|ieren)|lesen sie (?:auch|mehr|dazu)(?: zum thema)?|lies auch|mehr (?:zum thema|dazu|lesen|nachrichten)|weitere (?:artikel|meldungen|informationen|nachrichten)(?: zum thema)?|meistgelesen|passend dazu|(?:à )?lire (?:aussi|également)|(?:sur le |dans le )?même (?:sujet|thème)|les plus lus|voir aussi|para saber más|más información|más sobre|lea también|lee también|te puede interesar|lo más leído|ver también|noticias relacionadas|leia (?:também|mais)|veja (?:também|mais)|saiba mais|mais lidas|leggi anche|per approfondire|potrebbe interessarti|i più letti|lees (?:ook|meer|verder)|meest gelezen|bekijk ook|läs (?:också|även|mer|vidare)|mest läst[ae]?|les (?:også|mer)|mest leste?|læs (?:også|mere)|lue (?:myös|lisää)|luetuimmat|lesið (?:einnig|meira)|loe (?:ka|veel|lisaks)|lasi arī|skaitykite taip pat|czytaj (?:także|też|więcej|również|dalej)|zobacz (?:także|też|również)|polecamy|čtěte (?:také|též|více)|přečtěte si(?: také)?|mohlo by vás zajímat|čítajte (?:aj|viac)|olvass(?:a el| még| tovább)?(?: ezt is)?|citește (?:și|mai mult)|vezi și|pročitajte (?:i|još|više)|pročitaj(?:te)? još|preberite (?:tudi|več)|прочетете (?:още|също)|вижте (?:още|също)|(?:читайте|смотрите|см\\.) (?:также|ещё|еще)|читать также|(?:читайте|дивіться) (?:також|ще)|популярное|δείτε (?:επίσης|ακόμη)|διαβάστε (?:επίσης|ακόμη|περισσότερα)|ilgili haberler?|(?:bunu da|ayrıca) oku(?:yun)?|اقرأ (?:أيضا|أيضًا|أيضاً|المزيد)|קראו (?:גם|עוד)|بیشتر بخوانید|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|xem thêm|đọc thêm|tin liên quan|baca (?:juga|selengkapnya)|อ่าน(?:เพิ่มเติม|ต่อ)|関連記事|あわせて読みたい|相关(?:阅读|新闻|文章)|相關(?:閱讀|新聞)|延伸閱讀|관련 ?기사)";
const ALONE = new RegExp(`^[>»*•➡▶→-]?\\s*${LABEL}\\s*(?:[:|»>…–—→-]|\\.{3}|\\.)*$`, "iu");
const WITH_HEADLINE = new RegExp(`^[>»*•➡▶→-]?\\s*[([]?${LABEL}\\s*(?:[:：|»>]|[–—-]\\s)\\s*\\S`, "iu");

/** Words a pointer with its headline may have. */
const MOST_WORDS = 30;

export const pointerLabel: LineRule = {
	rule: "article/see-also",
	find(line) {
		if (line.words > MOST_WORDS || ANNOUNCED.test(line.text)) return null;
		return ALONE.test(line.text) || WITH_HEADLINE.test(line.text) ? "points to another story" : null;
	},
};
