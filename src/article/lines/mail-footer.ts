import type { LineRule } from "./lines.ts";

/**
 * What mail programs and mailing lists write around a text.
 *
 * Catches: "Sent from my iPhone", "Unsubscribe | Update your preferences", "View this email in your browser".
 * Leaves: "Sent from my village to the city at nine, she never wrote home."
 */
const FOOTER =
	/^(?:[^\p{L}\p{N}]{0,4})(?:sent from (?:my|a|the) (?:\w+ ){0,2}(?:phone|iphone|ipad|android|mobile|blackberry|galaxy|device|tablet|mail|outlook)\b.{0,40}|get outlook for .{2,20}|von meinem \S+ gesendet|gesendet von .{2,40}|envoyé (?:de|depuis) mon .{2,30}|enviado desde mi .{2,30}|enviado do meu .{2,30}|inviato da .{2,30}|verzonden vanaf mijn .{2,30}|verstuurd vanaf mijn .{2,30}|skickat från min .{2,30}|sendt fra min .{2,30}|wysłane z .{2,30}|odesláno z .{2,30}|отправлено с .{2,30}|надіслано з .{2,30}|تم الإرسال من .{2,30}|view (?:this|it) (?:e-?mail|newsletter|message)?\s?(?:in|on) your (?:web )?browser.{0,40}|(?:e-?mail|newsletter) (?:not displaying|im browser).{0,60}|unsubscribe(?:\s?[|·•/,].{0,100}| (?:here|from|now)\b.{0,100})?|(?:to |click here to )?unsubscribe (?:from|here|at)\b.{0,160}|to (?:unsubscribe|stop receiving|opt out)\b.{0,160}|(?:you(?:['’]re| are)? (?:receiv(?:ed|ing)|subscribed)|you have received) .{0,20}(?:e-?mail|message|newsletter|mail)\b.{0,200}|(?:update|manage) your (?:e-?mail )?(?:preferences|subscription).{0,60}|our mailing address(?: is)?\b.{0,120}|this (?:e-?mail|message)(?: and any (?:attachments?|files).{0,40})? (?:is|are|may be|contains?)\b.{0,40}(?:confidential|privileged).{0,500}|if you (?:have received|are not the intended|received) .{0,300}|abmelden|vom newsletter abmelden.{0,60}|se désinscrire.{0,60}|se désabonner.{0,60}|darse de baja.{0,80}|para darse de baja.{0,120}|cancelar (?:la )?suscripción.{0,60}|cancelar inscrição.{0,60}|disiscriviti.{0,60}|uitschrijven.{0,60}|afmelden.{0,60}|avsluta prenumeration.{0,60}|wypisz się.{0,60}|odhlásit (?:se|odběr).{0,60}|отписаться.{0,60}|відписатися.{0,60}|إلغاء الاشتراك.{0,40}|退订.{0,30}|配信停止.{0,30}|수신거부.{0,30})[.!]?$/iu;

/** Words a footer may have. */
const MOST_WORDS = 80;

export const mailFooter: LineRule = {
	rule: "article/mail-footer",
	find(line, { lastProse, index, lines }) {
		if (line.words > MOST_WORDS || line.text.length > 700 || !FOOTER.test(line.text)) return null;
		// In the middle of the report only a short line is a mail program's.
		const outside = index >= lastProse || index <= 3 || index >= lines.length - 6;
		return outside || !line.prose ? "words of a mail program or a mailing list" : null;
	},
};
