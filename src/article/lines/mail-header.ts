import type { Line, LineRule } from "./lines.ts";

/**
 * The header lines of a mail or a press release, and the divider above a forwarded one.
 *
 * Catches: "From: desk@harbour.example" above "Subject: Ferry inquiry opens", "---------- Forwarded message ---------" above them.
 * Leaves: "To: the people of Port Amity", alone at the head of an open letter.
 */
const FIELD =
	/^(?:from|to|cc|bcc|subject|date|sent|reply-to|message-id|return-path|received|delivered-to|list-id|mime-version|content-type|content-transfer-encoding|x-[a-z-]{2,30}|von|an|betreff|datum|gesendet|antwort an|de|à|pour|objet|envoyé|date|para|asunto|fecha|enviado(?: el)?|assunto|data|enviada?|da|a|oggetto|inviato|van|aan|onderwerp|verzonden|från|till|ämne|skickat|fra|til|emne|sendt|od|do|temat|wysłano|odesláno|komu|předmět|datum|lähettäjä|aihe|от|от кого|кому|тема|дата|отправлено|від|надіслано|kimden|kime|konu|tarih|gönderilen|من|إلى|الموضوع|التاريخ|מאת|אל|נושא|dari|kepada|subjek|发件人|收件人|主题|发送时间|日期|差出人|宛先|件名|送信日時|보낸 사람|받는 사람|제목|날짜)\s?[:：]\s*\S/iu;
const DIVIDER =
	/^(?:[-_=*]\s?){2,}\s*[\p{L}][^\n]{2,60}?\s*(?:[-_=*]\s?){2,}$|^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|начало переадресованного сообщения)\s?:?$/iu;

/** Lines at the head among which headers are looked for. */
const HEAD = 24;

/** A mail's header has at least this many fields, when no divider stands above it. */
const FEWEST = 2;

export const mailHeader: LineRule = {
	rule: "article/mail-header",
	find(_line, { lines, index }) {
		if (index > HEAD) return null;
		return index < headerEnd(lines) ? "a header of the mail that the text came in" : null;
	},
};

const known = new WeakMap<object, number>();

/** How many lines at the head of a text are a mail's header. */
export function headerEnd(lines: readonly Line[]): number {
	const before = known.get(lines);
	if (before !== undefined) return before;
	let at = 0;
	let fields = 0;
	let divided = false;
	for (; at < lines.length && at <= HEAD; at++) {
		const text = lines[at]?.text ?? "";
		if (fields === 0 && DIVIDER.test(text)) divided = true;
		else if (FIELD.test(text)) fields++;
		else break;
	}
	// "From: …" alone may open a letter: a divider above it or a second field shows a mail.
	const found = fields >= FEWEST || (fields > 0 && divided) ? at : 0;
	known.set(lines, found);
	return found;
}
