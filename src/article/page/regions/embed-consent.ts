import { isEmbed } from "./embedded-post.ts";
import type { RegionRule } from "./region.ts";

/**
 * The notice that stands in place of an embedded post, film or map until the reader lets it load.
 *
 * Catches: "Empfohlener redaktioneller Inhalt", "I agree that content of YouTube is shown to me"; the few
 * words in `<div class="display-embed">`.
 * Leaves: "The minister agreed to the use of external content, the ministry said."
 */
const NOTICE =
	/^(?:empfohlener (?:redaktioneller|externer) inhalt|(?:an dieser stelle|hier) (?:finden sie|findest du|befindet sich|steht|wird|sehen sie) .{0,90}(?:externe[nr]?|youtube|instagram|twitter|facebook|tiktok|inhalt)|(?:externen? inhalte?|inhalte? von .{2,40}) (?:anzeigen|laden|erlauben|zulassen|aktivieren)|(?:alle )?externen? inhalte?(?: immer)? (?:anzeigen|laden|erlauben|zulassen)|.{2,30}-inhalte? (?:erlauben|anzeigen|laden|zulassen)|ich bin (?:damit )?einverstanden, dass (?:mir )?|(?:damit|dabei|hierbei) (?:können|werden) personenbezogene daten|personenbezogene daten können an|ein klick für den datenschutz|link zum .{2,30}-inhalt|(?:ce|cet|le) contenu .{0,60}(?:bloqué|cookies|tiers)|pour afficher ce contenu|afficher le contenu|(?:este|el) contenido .{0,60}(?:bloqueado|cookies|terceros)|(?:questo|il) contenuto .{0,60}(?:bloccato|cookie|terze parti)|(?:dit|deze) (?:onderdeel|inhoud|content|embed).{0,60}(?:cookies|geblokkeerd)|(?:this|the) (?:content|video|post|tweet|embed|map).{0,60}(?:cookies|third.part(?:y|ies)|your consent|privacy settings)|(?:allow|load|show|accept) (?:external|third.party|.{2,20}) (?:content|cookies)\??$|this article contains content provided by|we ask for your permission before anything is loaded|to view this content, click|before you continue to the .{2,20} content)/iu;

/** Characters of a notice. */
const LONGEST = 500;

/** Words that what is named an embedding may have beside what it embeds. */
const EMBED_WORDS = 60;

export const embedConsent: RegionRule = {
	rule: "article/embed-notice",
	element(element, extent) {
		return isEmbed(element) && extent.words <= EMBED_WORDS && extent.main === 0 && element.kept === 0
			? "the few words of something embedded"
			: null;
	},
	block(piece) {
		return piece.text.length <= LONGEST && NOTICE.test(piece.text)
			? "asks whether something embedded may be loaded"
			: null;
	},
};
