import type { LineRule } from "./lines.ts";
import { photoCredit } from "./photo-credit.ts";
import { shareBar } from "./share-bar.ts";

/**
 * The words under a picture, known by the credit that follows or ends them.
 *
 * Catches: a line that stands right above "R. Osei/AGN/Getty Images", under a blank line.
 * Leaves: the headline above a credit, when the two are the first lines of the text; "From the
 * papers emerged one clear picture: nobody had been in charge."
 */

/** Characters a caption may have. */
const LONGEST = 600;

/** Words of a caption that stands under its credit. */
const MOST_WORDS = 30;

/** Characters at the end in which a closing credit is looked for. */
const CREDIT_REACH = 90;

/** In brackets at the end, with a word that says that what follows is the source: "(Photo courtesy of the harbour museum)". */
const BRACKETED =
	/[([](?:file |handout |ap |afp )?(?:photo|image|picture|photograph|credit|foto|фото)s?\s*(?:by|credits?:?|courtesy(?: of)?|\/|via)\s[^()[\]]{2,80}[)\]]\.?$/iu;
const HOUSED =
	/[([][^()[\]]{2,50}\/(?:afp|ap|reuters|getty images|getty|epa|efe|ap photo|shutterstock|tass)[^()[\]]{0,30}[)\]]\.?$/iu;

/** A word for a picture and what introduces a name: "Photo: ", "Foto © ", "(Bild: ", "Photo by ". */
const LABEL =
	/(?:file photo|photos?|photographs?|images?|pictures?|fotos?|fotografie|fotografía|fot\.|bild|bilder|beeld|imagen|imagem|immagine|kuva|kép|fotó|фото|світлина|снимка|zdjęcie|fotoğraf|φωτογραφία|صورة|الصورة|צילום|फोटो|फ़ोटो|图|图片|写真|사진)(?: ?(?:credits?|by|courtesy of|source))?\s?(?:[:：©|/=]|(?<= by| courtesy of)(?=\s))\s?/giu;
/** What parts a credit from the words before it: the end of a sentence, a bracket, a bar, a dash, a dot. */
const PARTED = /(?:[.!?…。！？।؟][)\]"'”’»]{0,2}|[([|•·–—]|\s[-/]|[)\]"”»])\s*$/u;
/** "…at the quayPhoto: NAME": a page's two elements without a space between. */
const GLUED = /\p{Ll}$/u;

/** Words of a credit, each a name's or one that stands among names. */
const NAME_WORD = "[\\p{Lu}\\p{Lo}\\p{N}@©][\\p{L}\\p{M}\\p{N}.'’@_-]*";
const BETWEEN =
	"(?:of|for|via|by|and|the|de|del|della|di|da|do|dos|du|des|van|von|vom|der|den|la|le|el|al|bin|ibn|und|et|y|e|i|og|och|en|och|courtesy|file|handout|archive|archiv|archivo|arkiv|arkivbild|privat|private|privé|privato|dpa|afp|epa|imago|tass|efe|ansa|ap)";
const NAMES = new RegExp(
	`^(?:${NAME_WORD}|${BETWEEN}(?=[\\s./,]|$))(?:(?:\\s?[,/|&+–—-]\\s?|\\s)(?:${NAME_WORD}|${BETWEEN}(?=[\\s./,]|$))){0,9}[)\\]]?\\.?$`,
	"u",
);
/** Without a name in capitals only these stand for one. */
const NAMELESS =
	/^(?:privat|private|privé|privato|handout|file|archive|archiv|archivo|arkiv|dpa|afp|epa|imago|tass|efe|ansa|ap)\b/u;

/** Characters of a name in a script without capitals, where nothing else tells a name from a sentence. */
const LONGEST_CASELESS = 30;

/** A sign for a picture, and a letter (UTF-16 units). */
const SHORTEST_CREDIT = 3;

/** Whether a line ends with a picture's credit, set apart from the words before it, and with a name. */
function endsWithCredit(text: string): boolean {
	if (text.length < SHORTEST_CREDIT) return false;
	const from = Math.max(0, text.length - CREDIT_REACH);
	const tail = text.slice(from);
	if (BRACKETED.test(tail) || HOUSED.test(tail)) return true;
	for (const match of tail.matchAll(LABEL)) {
		const at = from + match.index;
		const before = text.slice(Math.max(0, at - 12), at);
		const glued = GLUED.test(before) && /^\p{Lu}/u.test(match[0]);
		if (!PARTED.test(before) && !glued) continue;
		const name = text.slice(at + match[0].length).trim();
		if (NAMES.test(name) && isNamed(name)) return true;
	}
	return false;
}

function isNamed(name: string): boolean {
	if (/^[\p{Lo}]/u.test(name)) return name.length <= LONGEST_CASELESS;
	return NAMELESS.test(name) || /[\p{Lu}\p{N}@]/u.test(name);
}

const LABELLED = /^(?:image|photo|picture|video) caption[,:]?\s+\S/i;

export const photoCaption: LineRule = {
	rule: "article/photo-caption",
	find(line, { lines, index, firstProse }) {
		if (line.end - line.start > LONGEST) return null;
		if (endsWithCredit(line.text)) return "a picture's caption: it ends with the picture's credit";
		if (LABELLED.test(line.text)) return "a picture's caption, which says that it is one";
		const next = lines[index + 1];
		const upper = lines[index - 1];
		// Between buttons and a credit stands what the credit is of.
		if (index > 0 && index + 1 < firstProse && upper && next && line.gap === 0 && next.gap === 0) {
			const buttons = shareBar.find(upper, { lines, index: index - 1, firstProse, lastProse: 0 }) !== null;
			const credited = photoCredit.find(next, { lines, index: index + 1, firstProse, lastProse: 0 }) !== null;
			if (buttons && credited) return "a picture's caption: it stands between buttons and the picture's credit";
		}
		const above = lines[index - 1];
		const under =
			above && line.gap === 0 && next && next.gap > 0 && line.words <= MOST_WORDS && !/["“„«]/.test(line.text);
		if (under && photoCredit.find(above, { lines, index: index - 1, firstProse: 0, lastProse: 0 }) !== null) {
			return "a picture's caption: it stands right under the picture's credit";
		}
		if (index === 0 || !next || next.gap > 0 || line.gap === 0) return null;
		const around = { lines, index: index + 1, firstProse: 0, lastProse: 0 };
		return photoCredit.find(next, around) === null
			? null
			: "a picture's caption: the picture's credit stands right under it";
	},
};
