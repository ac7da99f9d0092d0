import type { LineRule } from "./lines.ts";

/**
 * Buttons for passing a page on.
 *
 * Catches: "Share on Facebook Tweet WhatsApp Email", "Copy link", "Partager sur Facebook".
 * Leaves: "Share prices fell", which has other words.
 */
const words = (written: string): ReadonlySet<string> => new Set(written.split(" "));

/** What goes with the buttons' own words. */
const BESIDE: ReadonlySet<string> = words(
	"x pocket pin sms url link links gift this article story post page on via to with by and the in a or your friends it listen " +
		"font size opens new window click loading vk ok threads top hide report share shares dit deze artikel artikeln artikkelen " +
		"diesen den beitrag cet l'article sur en no na o su op på i på di в на с и у ara article это эту dalam على ב",
);

/** At least one of these must stand in the line. */
const ACTIONS: ReadonlySet<string> = words(
	"share shares tweet tweets retweet facebook twitter whatsapp telegram linkedin reddit pinterest email e-mail mail print copy " +
		"messenger viber instagram youtube tiktok bluesky mastodon flipboard bookmark " +
		"teilen drucken merken partager imprimer envoyer compartir imprimir compartilhar partilhar condividi condividere stampa " +
		"deel delen dela skriv del dele skriv jaa udostępnij drukuj sdílet zdieľať megosztás distribuie поделиться поділитися поширити " +
		"сподели paylaş paylas شارك مشاركة שתפו שתף facebook'ta twitter'da whatsapp'ta शेयर साझा करें bagikan kongsi แชร์ シェア シェアする ツイート 공유 공유하기 分享 分享到 微信 微博 " +
		"κοινοποίηση בפייסבוק בטוויטר בוואטסאפ בטלגרם",
);

/** These are buttons only when hardly anything stands beside them. */
const SMALL: ReadonlySet<string> = words(
	"save like likes reply comment hide report antworten gefällt répondre j'aime responder curtir rispondi ответить нравится " +
		"відповісти подобається balas suka antworten svar gilla lubię odpowiedz odpovědět beğen yanıtla",
);
const MOST_SMALL = 2;

const SENTENCES =
	/^(?:click to (?:share|email|print)\b.{0,60}|like loading.{0,5}|like this:|share (?:or comment on )?this (?:article|story|page)\b.{0,160}|shared (?:via|from|with|using) \p{Lu}[\p{L}\p{N} ]{1,30}|(?:\d[\d.,]*[km]? (?:shares?|likes?)[\s·,|]*)+)$/iu;

/** Words a bar may have. */
const MOST = 20;

export const shareBar: LineRule = {
	rule: "article/share-bar",
	find(line) {
		if (line.words > 40 || line.words === 0) return null;
		if (!line.prose && SENTENCES.test(line.text)) return "buttons for passing the page on";
		if (line.words > MOST || line.prose) return null;
		const found = line.text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
		if (found.length === 0) return null;
		const all = found.every((word) => ACTIONS.has(word) || SMALL.has(word) || BESIDE.has(word) || /^\d+$/.test(word));
		if (!all || /[.!?]["”»)]*$/u.test(line.text)) return null;
		const shown = found.some((word) => ACTIONS.has(word));
		const small = found.length <= MOST_SMALL && found.some((word) => SMALL.has(word));
		return shown || small ? "buttons for passing the page on" : null;
	},
};
