import { leadOf, toLabels } from "./labels.ts";
import { countWords, type LineRule } from "./lines.ts";

/**
 * A line that says where a picture is from.
 *
 * Catches: "Photo via Harbour.example", "R. Osei/AGN/Getty Images",
 * "Fotoğraf: AA", "צילום: רותם שגיא".
 * Leaves: "Photo agencies refused to send the picture, the ministry said.", "Video from the same morning shows no goat."
 */

/** Characters a credit may have. */
const LONGEST = 140;

const OPENING =
	/^[([]?\s*(?:file\s+|handout\s+|press\s+|ap\s+|afp\s+|reuters\s+)?(?:photos?|photographs?|images?|pictures?|pic|illustration|graphic|video|screenshot|screengrab|archive photo|фото|foto|photo credits?|image credits?|picture credits?)\s*(?:(?:via|by|from|courtesy(?: of)?|credits?|source|copyright)\b\s*:?|[:©|/]|\((?:file|handout)\))/iu;
/** Before a word that is no name, "photo by" and its like open a sentence. */
const WORDLESS = /^[([]?\s*[\p{L}\s]+\b(?:via|by|from|courtesy(?: of)?|credits?|source|copyright)\s+\p{Ll}/u;
/** Words for a picture or for who made it, before a colon, in other languages. */
const LEADS = toLabels(
	"foto|fotos|fotografie|bild|bilder|symbolbild|symbolfoto|archivbild|archivfoto|bildquelle|fotoquelle|grafik|fotograf|fotografin|photo|photos|crédit photo|crédit|crédits|crédits photo|photo d'archives|" +
		"photo d'illustration|illustration|image|image d'illustration|foto de archivo|fotografía|imagen|imágenes|crédito|créditos|imagem|imagens|foto de arquivo|foto d'archivio|immagine|immagini|credit|credits|" +
		"beeld|foto van|bron foto|bild|bildkälla|arkivbild|arkivfoto|genrebild|kuva|fot|zdjęcie|zdjęcia|źródło zdjęcia|autor zdjęcia|foto autor|zdroj foto|snímek|fotó|kép|sursa foto|снимка|фото|фотография|" +
		"автор фото|источник фото|фото из архива|скриншот|иллюстрация|світлина|джерело фото|φωτογραφία|πηγή φωτογραφίας|fotoğraf|görsel|صورة|الصورة|تصوير|צילום|צילומים|תמונה|קרדיט|फोटो|फ़ोटो|तस्वीर|dok|foto ilustrasi|ảnh|ภาพ|" +
		"图|图片|图源|图片来源|圖|圖片來源|摄影|写真|画像|撮影|写真提供|사진|사진 제공|사진=",
);
const IMAGE_SOURCE = /^(?:image|photo|picture) (?:source|credit), ?\S/i;
const BRACKETED = /^[([]\s*(?:foto|photo|fot\.|фото|bild|fotos)\s+\p{Lu}[\p{L}\p{M}.'’ /-]{1,60}[)\]]$/iu;
const POLISH = /^fot\.\s+\p{Lu}[\p{L}\p{M}.'’ /-]{1,60}$/iu;
/** Words that may follow such a word. */
const MOST_NAMED = 9;
const CREDIT = /^[([]?\s*(?:credits?|photo|image)\s*:\s*\S/i;
const HOUSES =
	/(?:^|[/|,(–—-]\s*)(?:getty(?: images)?|afp|reuters|ap photo|ap images?|epa(?:-efe)?|shutterstock|alamy|istock|zuma press|nurphoto|anadolu|flickr|wikimedia commons|unsplash|pixabay|file photo|handout|via ap|via reuters)(?:\b|$)/i;
const WITH_HOUSE = /^(?:REUTERS|AP Photo|AFP|EPA|Getty)\s*\/\s*\p{Lu}[\p{L}.' -]{1,60}$/u;

export const photoCredit: LineRule = {
	rule: "article/photo-credit",
	find(line) {
		const { text } = line;
		if (text.length > LONGEST || (line.prose && !text.startsWith("("))) return null;
		if (IMAGE_SOURCE.test(text) || BRACKETED.test(text) || POLISH.test(text)) return "names where a picture is from";
		if (isLed(text)) return "names where a picture is from";
		const opens =
			(OPENING.test(text) && !(line.ended && WORDLESS.test(text))) || CREDIT.test(text) || WITH_HOUSE.test(text);
		// "NAME/AGENCY/LIBRARY": slashes without spaces around, and nothing that reads as a sentence.
		const slashed = HOUSES.test(text) && /\S\/\S/.test(text) && line.words <= 10 && !line.ended;
		const bare = /^(?:©\s*)?(?:getty images|shutterstock|file photo|file image|handout|istock|alamy)$/i.test(text);
		return opens || slashed || bare ? "names where a picture is from" : null;
	},
};

/** "© Foto: NAME": a word for a picture, a colon and a name that no full stop ends. */
function isLed(text: string): boolean {
	if (/[.!?。]["”»]?$/u.test(text) && !/\p{Lu}\.$/u.test(text)) return false;
	const lead = leadOf(text.replace(/^[©ⓒ\s]+/u, ""));
	return lead !== null && lead.rest !== "" && LEADS.has(lead.key) && countWords(lead.rest) <= MOST_NAMED;
}
