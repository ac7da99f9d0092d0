import { mainScript } from "../metadata/scripts.ts";
import { isLabel, toLabels } from "./labels.ts";
import type { LineRule } from "./lines.ts";

/**
 * A site's request to log in or to pay, in any language.
 *
 * Catches: "Log in to continue", "Déjà abonné ? Se connecter"; below an English report, a last line in Cyrillic.
 * Leaves: "Log in hand, the sailor climbed out."; a Greek motto between two paragraphs of an English report.
 */
const PROMPT =
	/^(?:please )?(?:log ?in|sign in|login|register|create (?:a free |an )?account|already (?:a subscriber|a member|have an account|registered)|forgot (?:your )?password|you must be logged in|anmelden|melden sie sich an|loggen sie sich ein|se connecter|connectez-vous|veuillez vous connecter|inici(?:ar|a|e|ad) sesi[óo]n|entrar|fa(?:ça|zer) (?:o )?login|effettua il login|meld je aan|logga in|logg inn|log ind|přihlaste se|giriş yapın|bejelentkezés|masuk untuk|zaloguj|accedi|войти|авторизуйтесь|увійти|登录|로그인|ログイン)(?:\b|$|[\s!?.,])/iu;
const LABELS = toLabels(
	"einloggen|jetzt einloggen|jetzt registrieren|jetzt kostenlos registrieren|zum login|connexion|s'identifier|identifiez-vous|déjà abonné|créer un compte|" +
		"inicia sesión|regístrate|ya soy suscriptor|fazer login|faça login|já sou assinante|sou assinante|accedi|registrati|sei già abbonato|inloggen|al abonnee|logga in|" +
		"redan prenumerant|logg inn|log ind|zaloguj się|zarejestruj się|přihlásit se|přihlášení|registrace|войти|вход|регистрация|зарегистрироваться|увійти|реєстрація|giriş yap|" +
		"üye ol|تسجيل الدخول|הרשמה|כניסה|התחברות|लॉग इन|लॉग इन करें|masuk|daftar|đăng nhập|登录|注册|登入|註冊|ログイン|会員登録|新規登録|無料会員登録|로그인|회원가입",
);
/** What says that a report is for those who pay. */
const PAYWALL =
	/(?:\bto continue reading\b|\bto read the (?:full|rest|whole)\b|subscribe to (?:continue|read|unlock)|(?:article|contenu|content|story|stories) (?:est |is )?(?:réservée?s?|exclusively|reserved|available|only)\b.{0,20}(?:abonnés|subscribers|members)|réservée?s? (?:aux|à nos) abonnés|il vous reste \d{1,3} ?%|exclusiv[oa]s? (?:para|per|a) (?:suscriptores|assinantes|gli abbonati)|(?:solo|nur|alleen|bara|kun|tylko|pouze|только|лише) (?:para|für|per|voor|för|for|dla|pro|для|gli) (?:suscriptores|abonnenten|abbonati|abonnees|prenumeranter|abonnenter|abonentów|prenumeratorów|předplatitele|подписчиков|передплатників)|(?:weiterlesen|lesen sie weiter) mit\b|verder lezen\s*\?|vill du läsa (?:hela|vidare)|有料会員限定|会員限定(?:記事|です)|続きを読むには|续费阅读|订阅后继续|付费阅读|유료\s?회원|구독 후)/iu;
const SUBSCRIBER =
	/^(?:déjà abonnée?\s*\?|bereits abonnent(?:in)?\s*\?|schon abonnent\s*\?|¿ya (?:eres|es) suscriptor|já é assinante\s*\?|sei già abbonato\s*\?|al abonnee\s*\?|redan prenumerant\s*\?|allerede abonnent\s*\?|masz już (?:konto|subskrypcję)|už jste předplatitel|уже (?:есть подписка|подписаны)|вже маєте передплату)/iu;

/** Words a prompt may have. */
const MOST_WORDS = 12;
const MOST_PAYWALL = 25;

export const logInPrompt: LineRule = {
	rule: "article/log-in-prompt",
	find(line, { lines, index, lastProse }) {
		if (line.words === 0 || line.words > MOST_PAYWALL || line.text.length > 220) return null;
		const spoken =
			/["“„«»]/u.test(line.text) || (line.prose && /,/.test(line.text) && /\b(?:said|says)\b/.test(line.text));
		if (!spoken && (PAYWALL.test(line.text) || SUBSCRIBER.test(line.text)))
			return "asks the reader to log in or to pay";
		if (line.words > MOST_WORDS) return null;
		const short = !line.ended || line.words <= 4 || /\b(?:to|or)\b/i.test(line.text);
		if (short && (PROMPT.test(line.text) || isLabel(line.text, LABELS))) return "asks the reader to log in";
		if (lastProse < 0 || index <= lastProse) return null;
		const own = mainScript(line.text);
		const main = mainScript(lines[lastProse]?.text ?? "");
		if (own === null || main === null || own === main) return null;
		return `a short line in another script (${own}) below a report in ${main} letters: the site's own words, not the report's`;
	},
};

/** What a line asks for before the rest may be read; null when it asks for nothing of the kind. */
export function asksToPay(text: string): "paywall" | "log-in" | null {
	if (text.length > 220) return null;
	if (PAYWALL.test(text) || SUBSCRIBER.test(text)) {
		return /\b(?:log ?in|sign in|register|create a (?:free )?account)\b/i.test(text) ? "log-in" : "paywall";
	}
	return null;
}
