import { foldCase } from "../../text/fold.ts";
import { isLabel, toLabels } from "./labels.ts";
import type { Line, LineRule } from "./lines.ts";

/**
 * A request to subscribe, follow, install or give.
 *
 * Catches: "Sign up for our morning newsletter", "Follow us on Telegram", "Подписывайтесь на наш канал в Telegram".
 * Leaves: "Readers may subscribe to the bond from Monday, the bank said.", "Sign up for the choir, said a notice by the door."
 */
const PROMPT =
	/^(?:[>»*•➡👉-]\s*)?(?:(?:sign up|signup|subscribe|register)(?:\s+(?:now|today|here|free))?\s*(?:$|[!.:|]|(?:for|to|with)\s+(?:our|the|my|free|daily|weekly|this|your|updates?|receive|get|read|continue|[A-Z£$€]))|subscribe\b.{0,80}\b(?:newsletter|channel|youtube|telegram|inbox|podcast)|get (?:the |our |all the |more |your )?.{0,80}\b(?:in|to|into) your (?:inbox|e-?mail)|get (?:our|the) (?:free )?(?:daily |weekly |morning |evening )?(?:newsletter|app)\b|get (?:unlimited|full|digital) access\b|(?:join|follow|like|find|add|watch) (?:us|our)\b.{0,80}(?:telegram|whatsapp|facebook|twitter|instagram|youtube|linkedin|tiktok|google news|channel|group|page|@|on x\b|viber|bluesky)|follow .{1,60} on (?:telegram|facebook|twitter|instagram|youtube|x|google news|whatsapp)|(?:follow|join) us (?:for|on|at)\b|download (?:our|the) .{0,40}\bapp\b|download our app|(?:support|donate to|help) (?:us|our (?:work|journalism|reporting)|(?:independent|local|quality) (?:journalism|news|reporting))\b|(?:you can )?(?:also )?unsubscribe at any time|enter your e-?mail|your e-?mail address|thank you for (?:subscribing|signing up)|never miss (?:a|an|our)\b|stay (?:informed|up to date|updated|connected)\b.{0,60}(?:newsletter|inbox|app|us|channel)|turn on notifications|become a (?:member|subscriber|supporter|patron)|this is a subscriber-only|by (?:signing up|subscribing|registering|submitting),? you (?:agree|consent|accept)|(?:was this e-?mail )?forwarded (?:this e-?mail|to you)\?)/iu;

const SIGN_UP_FOR = /^\W{0,4}(?:sign up|signup|register) (?:now |today |here |free )?for\b/i;
const OFFERED =
	/\bour\b|newsletter|alerts?\b|updates\b|briefing|digest|bulletin|inbox|\bdaily\b|\bweekly\b|\bfree e-?mails?\b/i;

/** A sentence that opens like a request is one only when it speaks of what outlets ask readers to take. */
const MEDIUM =
	/newsletter|inbox|e-?mail|alerts?\b|updates?\b|account|\bfree\b|channel|\bapp\b|daily|weekly|digital|access|you agree|telegram|whatsapp|facebook|twitter|instagram|youtube|viber|tiktok|linkedin|bluesky|google news|journalis|member|support|patron|notification|\bour\b|\bus\b|\byour?\b|\bprice of\b|\bper (?:week|month)\b|\ba (?:week|month)\b|[£$€]/i;

/** Stems of the requests in other languages; each stands among the first words of the line. */
const ASKS =
	/^(?:[^\p{L}]{0,8})(?:(?:jetzt|hier|clique aqui para|haz clic para|cliquez ici pour|нажмите чтобы|tutaj|klik hier om|klicka för att|हमारे|हमसे)\s+)?(?:.{0,24}?\s)?(?:abonnier|abonnez|abonne|inscrivez|rejoignez|suivez|recevez|téléchargez|folgen sie|folge uns|melden sie sich|suscr[ií]b|s[ií]guenos|siga-nos|siga o|sigue a|recib[ea]|recibir|receber|recevoir|[uú]nete|receba|assine|inscreva|acompanhe|participe|iscriviti|seguici|ricevi|meld je aan|schrijf je in|volg ons|abonneer|prenumerera|följ oss|anmäl dig|følg oss|følg os|abonner|meld deg på|tilaa|seuraa|zapisz się|subskrybuj|obserwuj nas|polub nas|dołącz do|odebírejte|sledujte nás|přihlaste se k|iratkozz|kövess|abonează|urmărește|подпис|підпис|следите за|стежте за|присоединяйтесь|приєднуйтесь|абонирай|пратите нас|ακολουθήστε|εγγραφείτε|abone ol|takip ed|bizi takip|اشترك|تابعنا|تابعونا|انضم|הירשמו|הצטרפו|עקבו|सब्सक्राइब|फॉलो|जुड़|berlangganan|ikuti|gabung|dapatkan|langganan|theo dõi|đăng ký|ติดตาม|订阅|关注|訂閱|追蹤|登録|フォロー|友だち追加|구독|팔로우)/iu;
const ASKED_FOR =
	/newsletter|e-?mail|мессенджер|рассылк|розсилк|канал|telegram|телеграм|whatsapp|व्हाट्सएप|व्हाट्सऐप|facebook|फेसबुक|facebooku|facebookie|twitter|instagram|youtube|ютуб|viber|вайбер|tiktok|linkedin|google news|google actualités|google notícias|bolet[ií]n|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|biuletyn|b[üu]lten|notiziario|saluran|kanal|canal|قناة|قناتنا|النشرة|واتساب|تلغرام|فيسبوك|ערוץ|ניוזלטר|चैनल|न्यूज़लेटर|公众号|微信|频道|メルマガ|チャンネル|뉴스레터|채널/iu;
const LABELS = toLabels(
	"subscribe|sign up|newsletter|newsletter abonnieren|abonnieren|jetzt abonnieren|s'abonner|je m'abonne|suscribirse|suscríbete|inscreva-se|assine já|iscriviti|abonneren|" +
		"prenumerera|bli prenumerant|abonner|subskrybuj|odebírat|подписаться|подписаться на канал|підписатися|abone ol|اشترك|اشترك الآن|הירשמו|berlangganan|订阅|購読|登録|구독|구독하기|" +
		"follow us|folgen|suivre|seguir|segui|volgen|följ|følg|śledź|sledovat|following|follow",
);

/** Words a prompt may have. */
const MOST_WORDS = 40;
/** Words a prompt in another language may have, known by two words alone. */
const MOST_ASKED = 16;

export const newsletterPrompt: LineRule = {
	rule: "article/newsletter-prompt",
	find(line) {
		if (line.words > MOST_WORDS) return null;
		return isPrompt(line) ? "asks the reader to subscribe, follow or give" : null;
	},
};

function isPrompt(line: Line): boolean {
	if (isLabel(line.text, LABELS)) return true;
	if (PROMPT.test(line.text)) {
		// A step of a guide may ask readers to sign up elsewhere.
		if (SIGN_UP_FOR.test(line.text) && !OFFERED.test(line.text)) return false;
		return !line.prose || MEDIUM.test(line.text);
	}
	if (line.words > MOST_ASKED || line.text.length > 160) return false;
	if (/^[^\p{L}\p{N}]*(?:join (?:our|the) (?:channel|group)\b|@[\w.]{3,30}$|t\.me\/)/iu.test(line.text)) return true;
	const folded = foldCase(line.text);
	return ASKS.test(folded) && ASKED_FOR.test(folded) && !/["“„«].*["”“»]/u.test(line.text);
}
