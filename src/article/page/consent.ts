import { countWords } from "../lines/lines.ts";

/**
 * The words of a dialog that asks for consent to cookies, in the languages in which they are known.
 *
 * Catches: "We and our 842 partners store cookies and process personal data", "Alle akzeptieren".
 * Leaves: "Websites need consent for cookies before they share personal data with partners, the court ruled."
 */

export const CONSENT_RULE = "article/consent";

/** What a dialog speaks of; each pattern is one subject, so that a page's subjects can be counted. */
const SUBJECTS: readonly RegExp[] = [
	/cookie|kakor|\bkakku|eväste|ciasteczk|informasjonskapsl|vafrakök|çerez|куки|файл\p{L}* cookie|бисквитк|колачић|kolačić|piškot|slapuk|sīkdat|küpsis|süti(?:k|ket)?(?![\p{L}])|クッキー|쿠키|ملفات تعريف الارتباط|עוגיות|کوکی|कुकी|คุกกี้|μπισκότ/iu,
	/\bpartners?\b|partnern?\b|partenaires?\b|\bsocios\b|colaboradores|parceiros|\bfornitori\b|tercer[oa]s parti|terze parti|terceiros|leveranciers|samarbeidspartner|samarbejdspartner|leverantör|kumppan|partner(?:ów|zy|ami|ek)|partneř|партн[её]р|パートナー|파트너|合作伙伴|合作夥伴|الشركاء|parteneri|συνεργάτ|vendors?\b/iu,
	/privacy|datenschutz|privatsphäre|vie privée|confidentialité|privacidad|privacidade|riservatezza|persónuvernd|integritet|personvern|privatliv|tietosuoj|yksityisyy|prywatnoś|soukromí|súkromi|adatvédel|confidențialitat|конфиденциальн|конфіденційн|приватн|gizlilik|プライバシー|개인정보|隐私|隱私|الخصوصية|פרטיות|απόρρητ/iu,
	/personal (?:data|information)|personenbezogen|données (?:à caractère )?personnel|datos personales|dados pessoais|dati personali|persoonsgegevens|personuppgifter|persondata|personopplysning|personoplysning|henkilötie|dan(?:e|ych) osobow|osobní(?:ch)? údaj|osobn(?:é|ých) údaj|személyes adat|date(?:lor)? (?:cu caracter )?personal|персональн|kişisel veri|個人データ|个人数据|البيانات الشخصية|δεδομένα προσωπικού/iu,
	/consent|einwilligung|zustimm|consentement|consentimiento|consentimento|consenso|toestemming|samtycke|samtykk|suostumu|zgod[aęy]|souhlas|súhlas|hozzájárul|consimțăm|согласи[ея]|згод[ауи]|\bonay|\brıza|同意|동의|موافق|הסכמה|συγκατάθεσ/iu,
	/legitimate interest|berechtigt\p{L}* interesse|intérêts? légitime|interés(?:es)? legítimo|interesses? legítimo|interess[ei] legittim|gerechtvaardigd|berättigat intresse|legitim\p{L}* interesse|oikeutet\p{L}+ et|uzasadnion\p{L}* interes|oprávněn\p{L}* zájm|законн\p{L}* интерес|meşru menfaat/iu,
	/tracking|personali[sz]ed (?:ads?|advertis|content)|personalisierte (?:werbung|anzeigen|inhalte)|pur-?abo|mit werbung|publicités? personnalis|publicidad personaliz|publicidade personaliz|pubblicità personaliz|gepersonaliseerd|personligt anpassa|tilpassede annonser|spersonalizowan|reclame personaliz|персонализированн|kişiselleştiril|geolocation|unique identifiers|(?:information|informationen|informations) (?:on|auf|sur) (?:a|your|ihrem|einem|votre|un) (?:device|gerät|endgerät|appareil|terminal)/iu,
];

/** What its buttons say: the whole line. */
const ACTION =
	/^[[(]?\s*(?:(?:yes,? )?(?:i )?(?:accept|agree|consent|reject|decline|refuse|allow|deny)(?: (?:all|to all|everything|cookies|all cookies|and continue|and close|& close|only (?:necessary|essential)(?: cookies)?|non-essential))?|(?:accept|allow|use) (?:only )?(?:necessary|essential)(?: cookies)?(?: only)?|continue without (?:accepting|agreeing)|got it|ok|(?:manage|more|cookie|privacy|customi[sz]e|change)(?: my| your| cookie| privacy)? (?:options|preferences|settings|choices)|privacy (?:policy|notice)|cookie policy|(?:alle(?: cookies)? )?(?:akzeptieren|ablehnen|zustimmen|annehmen|zulassen|erlauben)(?: und (?:weiter|schließen))?|alle (?:akzeptieren|ablehnen|zulassen)|nur notwendige(?: cookies)?(?: (?:akzeptieren|zulassen))?|einstellungen(?: verwalten)?|(?:mehr|weitere) (?:optionen|informationen)|einverstanden|(?:tout |je )?(?:accepter|refuser|accepte|refuse)(?: (?:tout|et (?:continuer|fermer)|les cookies))?|tout (?:accepter|refuser)|continuer sans accepter|paramétrer(?: les cookies| mes choix)?|(?:gérer|personnaliser)(?: mes choix| les cookies| mes préférences)?|(?:aceptar|rechazar|acepto|rechazo)(?: tod[ao]s?| (?:y|e) (?:continuar|cerrar)| cookies| todas las cookies)?|(?:configurar|gestionar|personalizar)(?: cookies| preferencias| opciones)?|(?:aceitar|rejeitar|recusar|aceito)(?: tod[ao]s?| (?:e continuar|e fechar)| (?:os )?cookies)?|(?:accetta|rifiuta|accetto|rifiuto)(?: tutt[oi]| e (?:continua|chiudi)| i cookie)?|continua senza accettare|(?:alles )?(?:accepteren|weigeren|afwijzen|toestaan)|(?:alles )?akkoord|(?:instellingen|voorkeuren)(?: beheren)?|(?:acceptera|godkänn|avvisa|neka|tillåt)(?: alla?)?(?: cookies| kakor)?|(?:godta|aksepter|avvis|godkend|accepter|tillad|afvis)(?: alle?)?(?: cookies)?|hyväksy(?: kaikki)?(?: evästeet)?|hylkää(?: kaikki)?|(?:zaakceptuj|akceptuj|odrzuć|akceptuję)(?: wszystko| wszystkie)?(?: i (?:przejdź|zamknij)\p{L}*)?|(?:přijmout|odmítnout|souhlasím|povolit|prijať|odmietnuť|súhlasím)(?: vše| všetko| všechny)?|(?:elfogadom|elfogad|elutasít(?:om)?)(?: (?:az )?(?:összes|mind)\p{L}*)?|(?:accept|refuz|acceptă|refuză|respinge)(?: toate| tot)?|(?:принять|отклонить|согласен|принимаю|прийняти|відхилити|приемам|откажи)(?: вс[её]| всі| усі| всички)?|(?:tümünü )?(?:kabul et|reddet)|(?:すべて)?(?:同意する|同意|許可|拒否|承諾)(?:する)?|(?:全部)?(?:接受|拒绝|拒絕|同意)(?:全部|所有)?|(?:모두 )?(?:동의|거부|수락)|(?:αποδοχή|απόρριψη)(?: όλων)?|(?:قبول|رفض|موافق)(?: الكل)?)\s*[\])!.]?$/iu;

/** Who speaks and whom to: the site and its reader. */
const ADDRESS =
	/(?<![\p{L}])(?:we|our|your?|wir|unsere?[rnm]?|nous|nos|notre|vous|votre|vos|nosotros|nuestr[oa]s?|usted|utili[zs]amos|usamos|almacenamos|armazenamos|nós|noss[oa]s?|você|noi|nostr[eoia]|vostr[eoia]|utilizziamo|usiamo|archiviamo|wij|onze|uw|jouw|vi|våra?|vår|våre|vores|\p{L}{3,20}mme|nasi|naszych|nasze|używamy|przechowujemy|przetwarzamy|twoj\p{L}{0,4}|naši|naše|naší|našich|používáme|používame|partnereink|webhelyünk|noastr[eă]|noștri|dumneavoastră|мы|наши\p{L}{0,2}|ваш\p{L}{0,3}|ние|нашите|наші|наших|biz|sizin|bizim|çerezler kullan\p{L}{0,6}|σας|μας|εμείς)(?![\p{L}])|当社|弊社|当サイト|お客様|私たち|我们|我們|본 사이트|당사|귀하|نحن|موقعنا|אנו/iu;
/** "Ihre" within a sentence: the polite form. */
const POLITE = /(?<=[\p{L},;] )(?:Ihr(?:e[rnm]?)?|Sie)(?![\p{L}])/u;

/** How a dialog says by itself what it is. */
const STORES =
	/\b(?:we (?:and our (?:\d+ )?partners )?(?:use|store) cookies|accept (?:all )?cookies|wir (?:und unsere .{0,30})?(?:verwenden|nutzen) cookies|mit werbung (?:und tracking )?(?:weiter)?lesen|nous (?:et nos .{0,30})?(?:utilisons|stockons).{0,40}cookies|utilizamos cookies|usiamo i? ?cookie|wij gebruiken cookies|vi (?:använder|bruker|bruger) cookies|używamy plików cookie)|мы используем (?:файлы )?cookie/iu;

/** The subjects of consent that a text speaks of. */
function consentSubjects(text: string): ReadonlySet<number> {
	const found = new Set<number>();
	for (const [i, subject] of SUBJECTS.entries()) if (subject.test(text)) found.add(i);
	return found;
}

/** Whether a text is what one of a dialog's buttons says. */
function isConsentAction(text: string): boolean {
	return text.length <= 60 && ACTION.test(text.trim());
}

/** Whether the site speaks to its reader in a text. */
function isAddressed(text: string): boolean {
	return ADDRESS.test(text) || POLITE.test(text);
}

/** Words of text of a sentence's length. */
export const SENTENCE_WORDS = 8;

/** Subjects that a block of a dialog names at least, and all its blocks together where it shows no button. */
const OF_BLOCK = 2;
const OF_DIALOG = 4;
const WITH_ACTION = 3;
/** … and fewer by so many where a block says what it is. */
const STORING = 2;

interface ConsentPage {
	/** The block that asks. */
	readonly at: number;
	/** The blocks with sentences about something else, and their words. */
	readonly others: ReadonlySet<number>;
	readonly rest: number;
}

/**
 * Whether blocks ask for consent and how much else they say; null when they do not ask.
 *
 * @param body what reads as the report
 * @param others what else the page shows
 */
export function findConsentBlock(body: readonly string[], others: readonly string[]): ConsentPage | null {
	const all = new Set<number>();
	let at = -1;
	const about = new Set<number>();
	let rest = 0;
	let asking = 0;
	let stores = false;
	for (const [i, text] of body.entries()) {
		const own = consentSubjects(text);
		for (const subject of own) all.add(subject);
		const words = countWords(text);
		const storing = STORES.test(text);
		stores ||= storing;
		if (storing || (own.size >= OF_BLOCK && isAddressed(text))) {
			if (at < 0) at = i;
			asking += words;
		} else if (words >= SENTENCE_WORDS && !isAddressed(text)) {
			rest += words;
			about.add(i);
		}
	}
	if (at < 0 || asking <= rest) return null;
	const action = [...body, ...others].some((text) => isConsentAction(text));
	const fewest = (action ? WITH_ACTION : OF_DIALOG) - (stores ? STORING : 0);
	if (all.size < fewest) return null;
	return { at, others: about, rest };
}
