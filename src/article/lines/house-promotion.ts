import type { LineRule } from "./lines.ts";

/**
 * The outlet's word for itself at the end of a report, and requests to subscribe or follow in languages
 * other than English.
 *
 * Catches: "For the latest news, sign up for our free newsletters.", "Jetzt abonnieren", "Síguenos en Telegram".
 * Leaves: "Our website went down for hours, the ministry said."; in the middle of a report, "He read our newsletter."
 */
const OPENING =
	/^(?:[([>»*•-]\s?)?(?:for (?:more|the latest|all)|to (?:get|receive|read|find|stay|support|contact)|if you|get (?:in touch|the latest|more|our|all)|sign(?:ing)? up|check (?:out )?(?:our|more)|join|follow|visit|read more|see more|stay|want (?:more|to)|do you|have you|you can|please|our (?:website|newsletters?|podcasts?) (?:is|are)|support|subscribe|download|don['’]t miss|want|send|tell us)\b/i;
const OURS =
	/\bour (?:(?:free|daily|weekly|morning|evening|own|new|latest|main|full|dedicated|\p{L}+ing|\p{Lu}\p{L}+) ){0,3}(?:newsletters?|news ?page|news ?(?:team|desk|room)|website|site|apps?|podcasts?|(?:youtube |telegram |whatsapp )?channels?|home ?page|forums?|social (?:media )?(?:channels?|pages?)|(?:facebook|twitter|instagram) page|reporting|journalism|coverage)\b|\bsign(?:ing)? up (?:for|to) our\b|\bemail(?:ing)? us at\b/iu;
const ELSEWHERE = new RegExp(
	"^(?:[>»*•➡-]\\s?)?(?:" +
		[
			"(?:jetzt )?(?:unseren? )?(?:kostenlosen? )?(?:newsletter|kanal|podcast)? ?(?:hier )?(?:jetzt )?abonnieren[.!]?$|jetzt (?:kostenlos )?(?:abonnieren|anmelden|registrieren)\\b|abonnieren sie (?:unseren|unsere|jetzt|hier|den)|melden sie sich (?:hier |jetzt )?(?:für|zu|zum) .{0,40}newsletter|folgen sie uns|folge uns|unser(?:en)? (?:kostenlose[rn]? )?newsletter|fehler gefunden\\s?\\?|hat ihnen (?:dieser|der) artikel gefallen\\s?\\?",
			"abonnez-vous (?:à|au)|inscrivez-vous (?:à|gratuitement)|suivez-nous|rejoignez-nous|soutenez-nous|recevez (?:notre|la|chaque)|téléchargez (?:notre|l['’]application)",
			"suscr[íi]b(?:ete|ase) (?:a|gratis|aquí|y)|s[íi]g(?:ue|a)nos|síguenos|únete a (?:nuestro|nuestra)|recibe (?:nuestr|las|en tu)|descarga (?:nuestra|la) (?:app|aplicación)",
			"inscreva-se|assine (?:a|nossa|gratuitamente)|siga(?:-nos| o | a )|receba (?:as|nossa|no seu)|baixe o (?:nosso )?app|participe do (?:nosso )?(?:canal|grupo)",
			"iscriviti (?:alla|al|gratis)|seguici|abbonati a|ricevi (?:la|le) |scarica (?:la nostra|l['’]) ?app",
			"volg ons|schrijf je in|meld je aan|abonneer je|följ oss|prenumerera på|anmäl dig|følg oss|meld deg på|følg os|tilmeld dig|seuraa meitä|tilaa (?:uutiskirje|maksuton)",
			"obserwuj nas|zapisz się|dołącz do nas|sledujte nás|přihlaste se k|sledujte náš|kövess(?:en)? minket|iratkozz(?:on)? fel|urmărește-ne|abonează-te|pratite nas|prijavite se",
			"подпи(?:сывайтесь|шитесь|ши(?:сь|тесь)) на|следите за (?:нами|новостями)|присоединяйтесь|читайте нас|підпи(?:суйтесь|шіться|шись) на|долучайтеся|стежте за|абонирайте се|последвайте ни|ακολουθήστε|εγγραφείτε",
			"bizi takip edin|abone olun|تابعونا|تابعوا|اشترك(?:وا)? في|עקבו אחרינו|הירשמו",
			"hãy theo dõi|đăng ký (?:nhận|kênh)|ikuti (?:kami|berita)|dapatkan (?:berita|update)|关注我们|訂閱我們|追蹤我們|フォローして|チャンネル登録|구독하기|제보는",
		].join("|") +
		")",
	"iu",
);

/** Somebody is reported to have said it. */
const SPOKEN = /\b(?:said|says|told|asked|wrote|according to)\b/i;

/** Words of a promotion, and lines from the end within which one that speaks of "our" things is looked for. */
const MOST_WORDS = 45;
const NEAR_END = 5;

export const housePromotion: LineRule = {
	rule: "article/house-promotion",
	find(line, { lines, index }) {
		if (line.words > MOST_WORDS) return null;
		if (ELSEWHERE.test(line.text)) return "asks the reader to subscribe, follow or give";
		if (index === 0 || index < lines.length - NEAR_END) return null;
		if (SPOKEN.test(line.text)) return null;
		return OPENING.test(line.text) && OURS.test(line.text) ? "the outlet speaks for its own things" : null;
	},
};
