import type { LineRule } from "./lines.ts";
import { photoCredit } from "./photo-credit.ts";
import { shareBar } from "./share-bar.ts";

/**
 * The words under a picture, known by the credit that follows or ends them.
 *
 * Catches: a line that stands right above "R. Osei/AGN/Getty Images", under a blank line.
 * Leaves: the headline above a credit, when the two are the first lines of the text.
 */

/** Characters a caption may have. */
const LONGEST = 600;

/** Words of a caption that stands under its credit. */
const MOST_WORDS = 30;

/** Characters at the end in which a closing credit is looked for. */
const CREDIT_REACH = 90;

const CLOSING_CREDIT =
	/(?:[([](?:file |handout |ap |afp )?(?:photo|image|picture|photograph|credit|foto|фото)s?\s*(?:by|:|credits?:?|courtesy(?: of)?|\/|via)[^()[\]]{2,80}[)\]]|\b(?:photo|image|photograph|picture) ?(?:credit|by|courtesy of|source)?: ?[^.:]{2,60}|[([][^()[\]]{2,50}\/(?:afp|ap|reuters|getty images|getty|epa|efe|ap photo|shutterstock|tass)[^()[\]]{0,30}[)\]])\.?$/i;

/** The same in other languages, at the end: "… i påvente av deler. Foto: Siri Moltu". */
const CLOSING_OTHER =
	/[\p{L}\p{N}.)…"”»]\s*[([|–-]?\s?(?:foto|fotos|fot\.|photo|bild|kuva|фото|світлина|zdjęcie|fotoğraf|صورة|צילום|फोटो|图|写真|사진)\s?(?::|©|[/|]|：|=)\s?[\p{L}][\p{L}\p{M}\p{N} .,'’/&-]{1,50}[)\]]?$/iu;
const LABELLED = /^(?:image|photo|picture|video) caption[,:]?\s+\S/i;

export const photoCaption: LineRule = {
	rule: "article/photo-caption",
	find(line, { lines, index, firstProse }) {
		if (line.end - line.start > LONGEST) return null;
		const tail = line.text.slice(-CREDIT_REACH);
		if (CLOSING_CREDIT.test(tail) || CLOSING_OTHER.test(tail))
			return "a picture's caption: it ends with the picture's credit";
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
