import { isLabel, labelKey, leadOf, toLabels } from "./labels.ts";
import type { LineRule } from "./lines.ts";

/**
 * A pointer to another story, often with that story's headline in the same line or glued to it.
 *
 * Catches: "SEE ALSOFerry inquiry opens", "Related: Port strike ends", "Lees ook: Wie redt de molens?"
 * Leaves: "See also the ruling of 2019, on which the court relied, the judge wrote."
 */
const LABEL =
	"(?:see also|read also|also read|related(?: (?:article|articles|story|stories|news|topics|content|posts?|coverage|reading|links?))?|(?:more|further) (?:on this|from this|reading)(?: (?:story|topic|author))?|read (?:more|next)(?: on this| about this)?|recommended(?: (?:for you|reading|stories))?|you (?:may|might) (?:also )?(?:like|be interested in)|don['’]t miss|must read|also on [a-z ]{2,30}|in case you missed it|trending(?: now)?|most (?:read|popular|viewed|watched|shared)(?: [a-z]+){0,2}|top stories|latest (?:news|stories|headlines)|other (?:news|stories|headlines)|editor['’]?s['’]? picks?|what to read next|up next|full coverage|lire aussi|à lire aussi|lea también|lee también|leia também|leia mais|lesen sie auch|mehr zum thema|leggi anche|zobacz też|читайте также|читайте також|смотрите также)";

/** Labels in other languages, alone in a line or before the headline that they point to. */
const LABELS = toLabels(
	"zum thema|mehr dazu|auch interessant|auch lesen|lesen sie mehr|weitere artikel|weitere nachrichten|das könnte sie auch interessieren|meistgelesen|" +
		"voir aussi|sur le même sujet|à lire également|lire également|lire aussi|à lire aussi|aussi sur ce sujet|articles liés|les plus lus|nos autres articles|" +
		"lee también|lea también|te puede interesar|te recomendamos|más noticias|noticias relacionadas|lo más leído|ver también|más información|" +
		"leia também|leia mais|veja também|veja mais|notícias relacionadas|mais lidas|saiba mais|ler também|leia ainda|" +
		"leggi anche|vedi anche|articoli correlati|i più letti|potrebbe interessarti|" +
		"lees ook|lees meer|meer over dit onderwerp|meest gelezen|bekijk ook|zie ook|" +
		"läs mer|läs också|läs även|mer om ämnet|mest lästa|les også|les mer|mest lest|læs også|læs mere|mest læste|lue myös|lue lisää|" +
		"zobacz też|zobacz także|zobacz również|czytaj także|czytaj też|czytaj również|czytaj więcej|przeczytaj też|polecane|najczęściej czytane|" +
		"čtěte také|čtěte též|přečtěte si také|související články|související|nejčtenější|čítajte aj|" +
		"olvassa el|kapcsolódó cikkek|citește și|citeşte şi|прочетете още|вижте още|прочитајте још|pročitajte i|" +
		"читайте также|читать также|смотрите также|по теме|материалы по теме|другие новости|главные новости|популярное|самое читаемое|ещё по теме|" +
		"читайте також|дивіться також|за темою|інші новини|головні новини|популярне|" +
		"διαβάστε επίσης|ilgili haber|ilgili haberler|ayrıca okuyun|benzer haberler|bunlar da ilginizi çekebilir|en çok okunanlar|" +
		"اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|شاهد أيضا|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|" +
		"קראו גם|קרא גם|כתבות נוספות|עוד בנושא|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|यह भी देखें|संबंधित खबरें|" +
		"baca juga|baca selengkapnya|lihat juga|lihat juga video|simak juga|berita terkait|terpopuler|artikel terkait|xem thêm|tin liên quan|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|" +
		"相关新闻|相关阅读|相关报道|相关文章|延伸阅读|推荐阅读|热门新闻|相關新聞|延伸閱讀|" +
		"関連記事|関連ニュース|あわせて読みたい|こちらもおすすめ|人気記事|アクセスランキング|관련기사|관련 기사|많이 본 뉴스|추천 기사|인기 기사",
);

/** Upper case shows a label even when the headline is glued to it. */
const GLUED =
	/^(?:SEE ALSO|READ ALSO|ALSO READ|READ MORE|RELATED|MORE ON THIS|RECOMMENDED|READ NEXT)\s?[:|–—-]?\s*(?=\p{Lu}\p{Ll}|["“‘']|$)|^MORE:\s+\S/u;
const LEADS = "[^\\p{L}\\p{N}\\n]{0,8}";
const ALONE = new RegExp(`^${LEADS}${LABEL}\\s*[:|»>…–—-]*$`, "iu");
const WITH_HEADLINE = new RegExp(`^${LEADS}${LABEL}\\s*(?:[:|»>]|[–—-]\\s)\\s*\\S`, "iu");

/** "Read more: that was the advice." A sentence goes on in small letters after the colon; a headline does not. */
export const ANNOUNCED: RegExp = /^[^:：\n]{1,50}[:：]\s?\p{Ll}[^\n]*[.!?]["'”’»)]{0,2}$/u;

/** Words a pointer with its headline may have. */
const MOST_WORDS = 30;

export const seeAlso: LineRule = {
	rule: "article/see-also",
	find(line) {
		if (line.words > MOST_WORDS) return null;
		return isPointer(line.text) ? "points to another story" : null;
	},
};

function isPointer(text: string): boolean {
	if (ANNOUNCED.test(text)) return false;
	if (ALONE.test(text) || WITH_HEADLINE.test(text) || GLUED.test(text) || isLabel(text, LABELS)) return true;
	const lead = leadOf(text);
	return lead !== null && lead.rest !== "" && LABELS.has(lead.key);
}

/** Buttons that stand below a teaser rather than above a list. */
const BUTTONS = toLabels(
	"read more|read next|saiba mais|leia mais|veja mais|lees meer|läs mer|les mer|czytaj więcej|lesen sie mehr|más información|full coverage",
);

/** Links to the reports before and after this one, each with its headline below. */
const NEIGHBOURS = toLabels(
	"previous article|next article|previous post|next post|previous story|next story|previous|next|vorheriger artikel|nächster artikel|article précédent|article suivant|artículo anterior|artículo siguiente|" +
		"anterior|siguiente|artigo anterior|próximo artigo|próximo|articolo precedente|articolo successivo|vorig artikel|volgend artikel|föregående|nästa|poprzedni artykuł|następny artykuł|" +
		"předchozí článek|další článek|предыдущая статья|следующая статья|попередня стаття|наступна стаття|önceki haber|sonraki haber|上一篇|下一篇|前の記事|次の記事|이전 기사|다음 기사",
);

/** Whether a line is a label that points to one other story, whose headline stands below it. */
export function headsNeighbour(text: string): boolean {
	return isLabel(text, NEIGHBOURS);
}

/** Whether a line is a label that heads headlines of other stories, and holds none itself. */
export function headsOtherStories(text: string): boolean {
	if (!ALONE.test(text) && !isLabel(text, LABELS)) return false;
	return !BUTTONS.has(labelKey(text));
}
