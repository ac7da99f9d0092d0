import { isLabel, toLabels } from "./labels.ts";
import type { LineRule } from "./lines.ts";

/**
 * Buttons and labels of a site: the next story, more of this one, the top of the page, an
 * advertisement, the time it takes to read.
 *
 * Catches: "Load Next Story", "Continue reading", "ADVERTISEMENT", "4 min read", "Home > World".
 * Leaves: "Continue reading the treaty until its last page, the envoy told them."
 */
const LABEL =
	/^(?:[>»<«‹›↑↓…•*|[(-]\s*)*(?:(?:load|show|view|see|read|hide|open|go to|back to|skip to|return to|jump to|click (?:here )?(?:for|to)|tap to|scroll (?:down )?(?:for|to)|swipe (?:for|to)|watch|play|listen to)(?: (?:the|this|all|more|less|next|previous|full|main|top|entire|original|our|a|an|in|on|of))*(?: (?:story|stories|article|articles|news|content|page|top|home|homepage|comments|coverage|gallery|video|audio|site|website|posts?|version|episode|menu|navigation|transcript|photos?|details|enlarge|expand|read|view|continue))*|read (?:more|full story|the full story|on|next)|continue(?: reading)?(?: (?:the|this|below|full|with|main) ?(?:story|article|advertisement|ad|content)?)?|(?:story|article|text|content) continues (?:below|after)(?: (?:this |the )?(?:ad|ads|advertisement|video|newsletter promotion|promotion))?|next|previous|prev|next (?:article|story|post|page)|previous (?:article|story|post|page)|older posts?|newer posts?|all (?:news|stories|articles|rights|topics)|more (?:news|stories|articles|videos|photos|details|info)|advertisements?|advert|ad|ads|anzeige|werbung|publicité|publicidad|реклама|sponsored(?: content)?|promoted(?: content)?|paid content|(?:less than )?(?:\d{1,3}|a|one|two|three) ?-?min(?:ute)?s?\.?(?: of)?(?: to)? read(?:ing)?(?: time)?|reading time:? .{0,20}|listen|listen to (?:this )?(?:article|story)|menu|search|close|home|top|tags?|topics?|contact us|about us|privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings)|accept(?: all)?(?: cookies)?|loading(?: ?\.{3}|…)?|image|video|photo|gallery|live|breaking(?: news)?|developing story|breadcrumb|\d{1,7} (?:views?|shares?|likes?|reads))(?:\s*[.:>»›→|…\])-])*$/iu;
/** The same in other languages, and players', galleries' and embeds' own words. */
const LABELS = toLabels(
	"anzeige|werbung|- anzeige -|zur startseite|startseite|nach oben|zum seitenanfang|seite drucken|weiterlesen|mehr anzeigen|mehr laden|artikel anhören|zum video|" +
		"publicité|la suite après cette publicité|la suite après la publicité|retour en haut|retour à l'accueil|haut de page|accueil|lire la suite|voir plus|afficher plus|écouter l'article|" +
		"publicidad|continúa leyendo|seguir leyendo|sigue leyendo|volver arriba|ver más|cargar más|volver al inicio|inicio|escuchar|" +
		"publicidade|continua após a publicidade|continua depois da publicidade|continue lendo|continue a ler|continuar a ler|ver mais|carregar mais|voltar ao topo|topo|ouvir|" +
		"pubblicità|continua a leggere|continua dopo la pubblicità|torna su|torna alla home|carica altro|" +
		"advertentie|lees verder|lees verder onder de advertentie|artikel gaat verder onder de advertentie|naar boven|meer laden|toon meer|" +
		"annons|annonce|annonse|artikeln fortsätter efter annonsen|artikkelen fortsetter under annonsen|artiklen fortsætter efter annoncen|till toppen|visa mer|vis mer|mainos|" +
		"reklama|reklam|dalsza część artykułu pod reklamą|ciąg dalszy artykułu pod reklamą|wróć na górę|czytaj dalej|rozwiń|pokaż więcej|pokračování článku|zpět nahoru|zobrazit více|hirdetés|publicitate|" +
		"реклама|наверх|на главную|показать ещё|показать еще|загрузить ещё|загрузить еще|читать далее|читать дальше|продолжение после рекламы|нагору|на головну|показати ще|читати далі|διαφήμιση|" +
		"ana sayfa|başa dön|devamını oku|reklamdan sonra devam ediyor|daha fazla|إعلان|اعلان|الرئيسية|المزيد|اقرأ المزيد|عرض المزيد|العودة للأعلى|פרסומת|חזרה למעלה|עוד|" +
		"विज्ञापन|और पढ़ें|आगे पढ़ें|होम|iklan|scroll to continue with content|gulir untuk lanjut membaca|halaman selanjutnya|lihat semua|selengkapnya|kembali ke atas|beranda|quảng cáo|โฆษณา|" +
		"广告|廣告|返回首页|返回顶部|查看更多|点击查看更多|阅读全文|展开全文|首页|広告|続きを読む|もっと見る|トップへ戻る|ページトップへ|ホーム|광고|더보기|더 보기|맨 위로|홈으로|" +
		"text size|font size|open in app|full story|read the full story|view gallery|view all|see all|cancel anytime|expand|collapse|mute|unmute|pause|play|play video|autoplay|1x|1.5x|2x|" +
		"view this post on instagram|view this post on facebook|view this post on x|watch on youtube|this embed did not load|transcript|full screen|show more|show less|click to expand|print this page|accept all|reject all|manage cookies|cookie settings|advertisement continue reading below|article continues below|story continues below advertisement|more to come",
);
const SENTENCE =
	/^(?:this audio (?:is|was) (?:auto-?generated|generated)\b.{0,120}|(?:a|this) (?:post|photo|video) shared by .{1,80}\(@[\w.]{2,30}\).{0,60}|listen to this (?:article|story)\b.{0,40}|\d{1,2}:\d{2} ?\/ ?\d{1,2}:\d{2}|(?:lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid|lesetid|czas czytania|doba čtení|время чтения|час читання|okuma süresi|waktu baca|读完需|阅读时间)\s?:?\s?.{0,20}|\d{1,3} ?(?:min|minuten|minutes|minutos|minuti|minuter|мин|хв|dk)\.? (?:lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|lästid|чтения|читання))$/iu;
const BREADCRUMB =
	/^(?:home|homepage|startseite|accueil|inicio|início|главная|головна|ana sayfa|strona główna|domů|hem|hjem|beranda|首页|トップ|홈)\s*[>»›/|→]\s*\S/i;

/** Words a label may have. */
const MOST_WORDS = 12;

export const pageFurniture: LineRule = {
	rule: "article/page-furniture",
	find(line) {
		if (line.text.length > 300 || line.words === 0) return null;
		if (/^https?:\/\/\S+$/i.test(line.text)) return "an address alone";
		if (/\brequires? javascript\b/i.test(line.text)) return "a note of the site about the browser";
		if (SENTENCE.test(line.text)) return "words of a player or of an embedded post";
		if (line.words > MOST_WORDS) return null;
		return LABEL.test(line.text) || isLabel(line.text, LABELS) || BREADCRUMB.test(line.text)
			? "a button or label of the site"
			: null;
	},
};
