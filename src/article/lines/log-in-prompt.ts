import { mainScript } from "../metadata/scripts.ts";
import type { LineRule } from "./lines.ts";

/**
 * A site's request to log in, in any language.
 *
 * Catches: "Log in to continue"; below an English report, a last line in Cyrillic.
 * Leaves: "Log in hand, the sailor climbed out."; a Greek motto between two paragraphs of an English report.
 */
const PROMPT =
	/^(?:please )?(?:log ?in|sign in|login|register|create (?:a free |an )?account|already (?:a subscriber|have an account|registered)|forgot (?:your )?password|you must be logged in|anmelden|se connecter|iniciar sesi[óo]n|entrar|zaloguj|accedi|войти|авторизуйтесь|увійти|登录|로그인|ログイン)(?:\b|$|[\s!?.,])/iu;

/** Words a prompt may have. */
const MOST_WORDS = 12;

export const logInPrompt: LineRule = {
	rule: "article/log-in-prompt",
	find(line, { lines, index, lastProse }) {
		if (line.words > MOST_WORDS || line.words === 0) return null;
		const short = !line.ended || line.words <= 4 || /\b(?:to|or)\b/i.test(line.text);
		if (short && PROMPT.test(line.text)) return "asks the reader to log in";
		if (lastProse < 0 || index <= lastProse) return null;
		const own = mainScript(line.text);
		const main = mainScript(lines[lastProse]?.text ?? "");
		if (own === null || main === null || own === main) return null;
		return `a short line in another script (${own}) below a report in ${main} letters: the site's own words, not the report's`;
	},
};
