import type { LineRule } from "./lines.ts";

/**
 * Buttons for passing a page on.
 *
 * Catches: "Share on Facebook Tweet WhatsApp Email", "Copy link".
 * Leaves: "Share prices fell", which has other words.
 */
const BUTTONS: ReadonlySet<string> = new Set(
	(
		"share shares tweet tweets retweet facebook twitter x whatsapp telegram linkedin reddit pinterest email e-mail mail print copy " +
		"link url messenger viber vk ok instagram youtube tiktok bluesky threads mastodon flipboard pocket sms save bookmark gift " +
		"this article story post page on via to with by and the in a or your friends it pin listen font size"
	).split(" "),
);

/** At least one of these must stand in the line: the rest is what goes with them. */
const ACTIONS =
	/\b(?:share|shares|tweet|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|print|copy|messenger|viber|instagram|bookmark|flipboard)\b/i;

/** Words a bar may have. */
const MOST = 20;

export const shareBar: LineRule = {
	rule: "article/share-bar",
	find(line) {
		if (line.words > MOST || line.prose || line.words === 0 || !ACTIONS.test(line.text)) return null;
		const words = line.text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
		return words.every((word) => BUTTONS.has(word) || /^\d+$/.test(word)) ? "buttons for passing the page on" : null;
	},
};
