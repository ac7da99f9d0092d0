import type { Ancestor } from "../linearise.ts";
import { type Chosen, findName, innermost, listOf, type RegionRule } from "./region.ts";

/**
 * What stands where the report is cut off: the offer of a subscription, the request for an account.
 *
 * Catches: "Subscribe to continue reading", "Weiterlesen mit Plus", "Réservé aux abonnés", "会員限定記事です", a box of
 * class `paywall-message`.
 * Leaves: paragraphs of class `paywall`; "Subscribers continue reading the paper on trains, the survey found."
 */
export const GATE_RULE = "article/gate";

/** What kind of gate words are, in the languages in which they are known; null when they are none. */
export function gateOf(text: string): "paywall" | "log-in" | null {
	if (text.length > LONGEST) return null;
	if (PAYWALL.test(text)) return "paywall";
	return LOG_IN.test(text) ? "log-in" : null;
}

/** Characters of a gate's line. */
const LONGEST = 400;

/** Where a word begins or ends in any script: `\b` knows the letters of English alone. */
const EDGE = "(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))";

const PAYWALL = new RegExp(
	[
		// English
		"^(?:please )?subscribe (?:now |today )?(?:to|for|and) (?:continue|keep|read|unlock|access|full access)\\b",
		"^to (?:continue|keep) reading\\b.{0,60}\\bsubscri",
		"\\b(?:this|the) (?:article|story|content|post|page) is (?:only |exclusively |available )?(?:available )?(?:only )?(?:for|to) (?:our |paid |paying |premium |registered )?(?:subscribers|members)\\b",
		"^(?:for )?(?:subscribers?|members?)[ -](?:only|exclusive)\\b[^.]{0,30}$|^exclusive (?:to|for) (?:subscribers|members)\\b",
		"^(?:already a (?:subscriber|member)\\?|want to (?:read|continue reading) (?:more|this)\\?|keep reading (?:with|for)\\b|unlock (?:this|the (?:full|rest)|full access)|the rest of this (?:article|story|content) is\\b|you(?:['’]ve| have) (?:reached|read|used) (?:your|all|the)\\b.{0,50}\\b(?:articles?|limit|stories))",
		"^(?:get|enjoy) (?:unlimited|full) access\\b|^this (?:is a|article is) (?:premium|subscriber)",
		// German
		"^(?:jetzt )?(?:weiterlesen|mehr lesen|freischalten) mit\\b|^(?:diesen? |dieser )?artikel .{0,40}(?:nur für|ist exklusiv|abonnenten|freischalten|weiterlesen)|^(?:exklusiv )?(?:nur )?für (?:abonnenten|abonnentinnen|mitglieder|digital-abonnenten)\\b|^(?:um|damit sie) .{0,60}weiter(?:zu)?lesen\\b|^(?:plus|premium|bezahl)(?:-?artikel|-?inhalt)[.!]?$|^lesen sie (?:jetzt )?(?:den ganzen artikel|weiter mit)|^sie haben bereits ein (?:digital)?abo|^testen sie .{0,60}(?:monat|euro|€)|^zugriff auf alle .{0,40}artikel",
		// French
		"réservée?s? (?:à|aux) (?:nos |l['’])?(?:abonnée?s|abonnements?|membres)|^abonnez-vous (?:pour|et|dès)|^(?:il vous reste|vous avez lu) \\d|^(?:pour )?(?:lire|continuer) (?:la suite|à lire|cet article|l['’]article).{0,60}(?:abonn|connect)|^déjà abonnée?|^la suite (?:est|de cet article)|^contenu (?:réservé|premium|abonné)",
		// Spanish, Portuguese, Catalan, Galician
		"(?:art[íi]culo|contenido|noticia|nota|conte[úu]do|mat[ée]ria|reportagem) (?:solo |sólo |exclusiv[oa] |s[óo] )?(?:para|de) (?:nuestros |nossos )?(?:suscriptor(?:es)?|abonados|socios|assinantes|membros|subscritors?)|^(?:este |esta |el |la |o |a )?(?:art[íi]culo|contenido|noticia|conte[úu]do|mat[ée]ria) (?:es|é|está disponible) (?:exclusiv[oa] |solo |sólo )?(?:para|de) (?:nuestros )?(?:suscriptores|abonados|assinantes)|^(?:exclusivo|solo|sólo) (?:para )?(?:suscriptores|abonados|assinantes)|^suscr[íi]bete (?:para|y|ahora)|^(?:assine|assina) (?:para|e|já|agora)|^(?:para )?(?:seguir leyendo|continuar leyendo|sigue leyendo|continue lendo|continuar a ler)\\b.{0,60}$|^ya eres suscriptor|^já [ée] assinante",
		// Italian
		"(?:articolo|contenuto) (?:riservato|esclusivo|in esclusiva|solo) (?:agli|per gli|per|ai)? ?(?:abbonati|iscritti)|^abbonati (?:per|e|ora|subito)|^(?:per )?continua(?:re)? a leggere\\b.{0,60}$|^sei già abbonat",
		// Dutch, Danish, Norwegian, Swedish, Icelandic
		"^(?:dit (?:artikel|verhaal) is )?(?:alleen|exclusief|enkel) voor abonnees|^(?:verder lezen|lees verder|lees onbeperkt)\\b.{0,60}$|^(?:al|reeds) abonnee|^(?:for abonnenter|kun for abonnenter|bare for abonnenter|artiklen er (?:kun )?for|læs (?:videre|hele artiklen)|les (?:videre|hele saken|mer) med|allerede abonnent|er du allerede abonnent|kjøp (?:tilgang|abonnement)|denne (?:artikkelen|saken) er (?:kun )?for)|^(?:för prenumeranter|endast för prenumeranter|(?:den här )?artikeln är (?:bara |endast )?för|läs vidare|fortsätt läsa|redan prenumerant|lås upp)",
		// Finnish, Estonian, Latvian, Lithuanian
		"^(?:vain tilaajille|tilaajille|jatka lukemista|lue koko (?:artikkeli|juttu)|oletko jo tilaaja|(?:ainult )?tellijatele|loe edasi|tik abonentiem|lasīt tālāk abon|tik prenumeratoriams|skaitykite toliau prenum)",
		// Polish, Czech, Slovak, Hungarian, Romanian, Slavic of the south
		"(?:artykuł|treść|tekst) (?:dostępny |dostępna )?(?:tylko )?dla (?:prenumeratorów|subskrybentów)|^(?:czytaj dalej|pozostało|dalszy ciąg|kup dostęp|masz już prenumeratę)\\b.{0,60}$|^(?:pouze|jen|len) pro (?:předplatitele|predplatiteľov)|^(?:pokračovat|dočtěte|odemkněte|prémiový obsah|článek je (?:jen )?pro)|^(?:csak )?előfizetőink(?:nek)?|^(?:conținut|articol) (?:exclusiv )?(?:pentru|rezervat) abonați|^(?:samo|ekskluzivno) za pretplatnike|^само за абонати",
		// Russian, Ukrainian, Belarusian
		"^(?:материал |статья )?(?:доступ(?:ен|на|но) )?(?:только )?(?:для|по) (?:подписчик|подписке)|^оформите подписку|^продолжение (?:доступно|по подписке)|^(?:матеріал |стаття )?(?:доступн\\p{L}* )?(?:тільки |лише )?для (?:передплатників|підписників)|^оформ(?:іть|ити) (?:передплату|підписку)",
		// Greek, Turkish, Arabic, Hebrew, Persian
		"^(?:μόνο )?για συνδρομητές|(?:yalnızca|sadece) aboneler|abone (?:ol(?:un|arak)|olmanız)|^devamını okumak için|للمشتركين|اشترك (?:الآن )?(?:لمتابعة|لقراءة)|למנויים|הצטרפו (?:כמנויים|למינוי)|ویژه مشترکین",
		// Chinese, Japanese, Korean, Hindi, Vietnamese, Indonesian, Thai
		"会員限定(?:記事|の記事)?(?:です|。|$)|有料会員限定|有料記事(?:です|。|$)|残り\\s?[0-9０-９,，]{1,7}\\s?文字|(?:続き|全文).{0,12}(?:会員|登録|購読|ログイン)|この記事は.{0,12}(?:会員|有料|購読)|(?:本文|此文|本篇|全文).{0,10}(?:訂戶|订户|會員|会员|付费|付費)|(?:仅限|僅限|只限).{0,6}(?:会员|會員|订阅|訂閱)|(?:订阅|訂閱).{0,8}(?:继续|繼續|全文)|유료 ?(?:회원|기사|콘텐츠)|(?:구독자|회원) ?전용|구독.{0,12}(?:계속|전문|이어)|केवल (?:सब्सक्राइबर|ग्राहक)|सब्सक्राइब कर.{0,20}पढ़|dành (?:riêng )?cho (?:hội viên|thuê bao|độc giả trả phí)|khusus (?:pelanggan|member)|berlangganan untuk|สำหรับสมาชิก(?:เท่านั้น)?",
	]
		.join("|")
		.replaceAll("\\b", EDGE),
	"iu",
);

const LOG_IN =
	/^(?:(?:please )?(?:log ?in|sign in|sign up|register|create (?:a free |an |your free )?account)\b.{0,50}\bto (?:continue|keep|read|view|access|unlock|finish)|(?:register|sign up) (?:for free )?(?:to|and) (?:read|continue|keep)|(?:bitte )?(?:melden sie sich an|anmelden|registrieren sie sich|einloggen)[, ].{0,40}(?:weiterlesen|lesen|fortzufahren)|(?:connectez-vous|inscrivez-vous|créez un compte) (?:pour|et|gratuitement)|(?:inicia sesi[óo]n|reg[íi]strate|reg[íi]strese) (?:para|y|gratis)|(?:fa[çc]a login|cadastre-se|registe-se) (?:para|e|gratuit)|(?:accedi|registrati) (?:per|e) (?:continuare|leggere)|log in om (?:verder|te)|logga in för att|logg inn for å|log ind for at|zaloguj się,? (?:aby|żeby|i)|přihlaste se|войдите,? чтобы|увійдіть,? щоб|devam etmek için (?:giriş|üye)|ログイン(?:して|すると)|로그인 (?:후|하고|하시면)|登录后|登入後|đăng nhập để)/iu;

const PAIRS = listOf(
	"paywall-overlay paywall-prompt paywall-message paywall-banner paywall-box paywall-offer paywall-gate paywall-barrier paywall-modal paywall-cta paywall-form paywall-info paywall-hint paywall-notice paywall-teaser paywall-widget " +
		"registration-wall subscription-wall subscriber-wall login-wall meter-wall reg-wall pay-wall tp-modal piano-offer piano-inline subscribe-wall article-gate gate-message identity-intro",
);
const SINGLES = listOf("regwall registrationwall subscriptionwall softwall hardwall");

/** Words that a gate's box has at most: more is what it hides. */
const MOST_WORDS = 160;

/** … where nothing but a gate's words tell it, and elements that hold more than a gate. */
const HOST_WORDS = 80;
const BROAD = listOf("html body main article");

export const gate: RegionRule = {
	rule: GATE_RULE,
	element(element, extent) {
		if (extent.main > 0 || extent.words > MOST_WORDS) return null;
		const name = findName(element, SINGLES, PAIRS);
		return name === null ? null : `asks for a subscription or an account: the page names it "${name}"`;
	},
	block(piece, at, chosen) {
		if (gateOf(piece.text) !== null) return "asks for a subscription or an account";
		const { first, last, hosts } = boundsOf(chosen);
		const host = innermost(piece)?.parent ?? null;
		if (host !== null && hosts.has(host))
			return "stands in the element of the words that ask for a subscription or an account";
		return first >= 0 && first > last && at > first ? "stands below the place where the report is cut off" : null;
	},
};

interface Bounds {
	readonly first: number;
	readonly last: number;
	readonly hosts: ReadonlySet<Ancestor>;
}

const bounds = new WeakMap<Chosen, Bounds>();

/**
 * The first gate, and the last block of the report's running text, -1 where there is none; and the elements right
 * around a gate's words that hold a few words more and nothing of the report.
 */
function boundsOf(chosen: Chosen): Bounds {
	let known = bounds.get(chosen);
	if (known === undefined) {
		const last = chosen.main.lastIndexOf(true);
		const first = chosen.pieces.findIndex(
			(piece, i) => i > last && last >= 0 && chosen.taken[i] && gateOf(piece.text) !== null,
		);
		known = { first, last, hosts: hostsOf(chosen) };
		bounds.set(chosen, known);
	}
	return known;
}

function hostsOf(chosen: Chosen): ReadonlySet<Ancestor> {
	const hosts = new Set<Ancestor>();
	for (const [i, piece] of chosen.pieces.entries()) {
		const host = innermost(piece)?.parent ?? null;
		if (!chosen.taken[i] || host === null || hosts.has(host) || gateOf(piece.text) === null) continue;
		const { main, words } = chosen.extentOf(host);
		if (main === 0 && words <= HOST_WORDS && !BROAD.has(host.name)) hosts.add(host);
	}
	return hosts;
}
