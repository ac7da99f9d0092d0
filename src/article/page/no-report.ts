/**
 * Pages that a server gives in place of a report: an error, or a check that the reader is no machine.
 *
 * Catches: "404 Page not found" above two sentences; "Just a moment…", "Checking your browser before accessing".
 * Leaves: "Page not found: how the archive of Port Amity was lost" above the report.
 */

export const NO_REPORT_RULE = "article/no-report";

/** Words of a page's text up to which its headline and its words can say that there is no report. */
const MOST_WORDS = 120;

const CODE = "(?:40[0134]|410|429|451|50[0-4]|52\\d)";
const MISSING =
	"(?:page|file|article|content|story|url|site)(?: you requested)? (?:was |is |could )?(?:not (?:be )?found|no longer (?:available|exists)|does(?:n['’]t| not) exist|not available|unavailable)|(?:die )?seite (?:wurde )?nicht gefunden|(?:diese |die )?seite (?:existiert|gibt es) nicht(?: mehr)?|(?:cette )?page (?:est )?(?:introuvable|non trouvée|inexistante)|(?:la )?page (?:demandée )?n['’]existe (?:pas|plus)|página no (?:encontrada|existe|disponible)|(?:la )?página no se ha encontrado|página não (?:encontrada|existe)|pagina non (?:trovata|esiste|disponibile)|pagina niet gevonden|sidan (?:hittades inte|kunde inte hittas|finns inte)|siden (?:ble |blev )?(?:ikke funnet|ikke fundet|finnes ikke|findes ikke)|sivua ei (?:löytynyt|löydy)|strona nie (?:istnieje|została znaleziona)|nie znaleziono strony|stránka (?:nebyla nalezena|nenalezena|neexistuje|nenájdená|nebola nájdená)|az oldal nem található|(?:a )?keresett oldal nem található|pagina nu (?:a fost găsită|există)|stranica nije pronađena|страница не (?:найдена|существует)|сторінк[ау] не знайдено|страницата не (?:е намерена|съществува)|sayfa bulunamadı|η σελίδα δεν βρέθηκε|الصفحة غير موجودة|העמוד לא נמצא|דף לא נמצא|页面(?:不存在|未找到)|頁面不存在|找不到(?:页面|頁面|网页|網頁)|ページが見つかりません(?:でした)?|페이지를 찾을 수 없습니다|halaman tidak ditemukan|không tìm thấy trang|पेज नहीं मिला|ไม่พบหน้า(?:ที่คุณต้องการ)?";
/** What says so only after a code: a report may be called "Gone". */
const AFTER_CODE =
	"not found|forbidden|access denied|gone|bad (?:gateway|request)|too many requests|(?:internal )?server error|service (?:temporarily )?unavailable|gateway time-?out|unavailable for legal reasons|nicht gefunden|introuvable|no encontrad[ao]|não encontrad[ao]|non trovat[ao]|niet gevonden|hittades inte|ikke funnet|ikke fundet|nie znaleziono|nenalezeno|не найдено|не знайдено|bulunamadı";
const FILL = "[\\s:!.,|/–—-]{0,6}";
const PREFIX = `(?:(?:oops|sorry|ups|hoppla|désolé|error|http|fehler|erreur|errore|erro|fel|feil|fejl|błąd|chyba|ошибка|помилка|hata)${FILL}){1,2}`;
const SITE = "(?:\\s*(?:\\|.{1,60}|[–—-] [^.,:]{1,30}))?";
const ERROR = new RegExp(
	`^(?:(?:${PREFIX})?${CODE}${FILL}(?:${PREFIX})?(?:${MISSING}|${AFTER_CODE})|${PREFIX}${CODE}|40[34]|(?:${PREFIX})?(?:the |this |that )?(?:${MISSING})(?:${FILL}\\(?${CODE}\\)?)?)[\\s.!]{0,4}${SITE}$`,
	"iu",
);
const CHECK =
	/^(?:just a moment|one moment,? please|attention required|please wait|access (?:to this page has been )?denied|(?:ddos|bot) protection|security (?:check|verification)|human verification|are you (?:a )?(?:human|robot)|(?:please )?(?:verify|confirm|prove)(?:ing)? (?:that )?(?:you are|you['’]re) (?:a )?(?:human|not a (?:ro)?bot)|checking (?:your browser|if the site connection is secure)|robot check|pardon our interruption|einen moment|un instant|un momento|nur einen moment|один момент|подождите|проверка браузера|少々お待ちください|请稍候|請稍候|잠시만)/iu;
const CHECKING =
	/\bchecking (?:your browser|if the site connection)|enable (?:javascript|cookies)\b|verif(?:y|ying) (?:that )?you are (?:a )?(?:human|not a)|unusual (?:traffic|activity)|\bcaptcha\b|browser will redirect|\bray id\b|javascript (?:aktivieren|activer|activar|habilitar|attivare)|(?:activez|activer|activa|active|aktivieren sie|abilita|ative|włącz|povolte|включите|увімкніть) (?:el |le |bitte )?javascript|(?:not|no) a robot|kein roboter|pas un robot|no (?:es|eres|soy) un robot|automated (?:access|requests)|проверя(?:ем|ется) (?:ваш )?браузер/iu;

/** Texts that a page which needs scripts shows instead of itself. */
const SCRIPT_ONLY =
	/^(?:you need to enable javascript|please (?:enable|turn on|activate) javascript|this (?:site|page|app) requires javascript)/iu;

/**
 * Why a page holds no report, in a sentence; null when it may hold one.
 *
 * @param headings the headline and the page's own title
 * @param blocks what reads as the report
 */
export function findNoReport(headings: readonly string[], blocks: readonly string[], words: number): string | null {
	if (words > MOST_WORDS) return null;
	if ([...headings, blocks[0] ?? ""].some((text) => text.length <= 140 && ERROR.test(text.trim())))
		return "this page says that the server has no such page or does not show it: it holds no report";
	const head = [...headings, ...blocks.slice(0, 2)].some((text) => CHECK.test(text.trim()));
	const asked = blocks.some((text) => CHECKING.test(text));
	if ((head && (asked || words === 0)) || blocks.some((text) => SCRIPT_ONLY.test(text)))
		return "this page checks for a browser or asks for scripts before it shows anything: it holds no report";
	return null;
}
