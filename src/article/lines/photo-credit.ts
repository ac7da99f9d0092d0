import type { LineRule } from "./lines.ts";

/**
 * A line that says where a picture is from.
 *
 * Catches: "Photo via Harbour.example", "R. Osei/AGN/Getty Images".
 * Leaves: "Photo agencies refused to send the picture, the ministry said."
 */

/** Characters a credit may have. */
const LONGEST = 140;

const OPENING =
	/^[([]?\s*(?:file\s+|handout\s+|press\s+|ap\s+|afp\s+|reuters\s+)?(?:photos?|photographs?|images?|pictures?|pic|illustration|graphic|video|screenshot|screengrab|archive photo|фото|foto|photo credits?|image credits?|picture credits?)\s*(?:(?:via|by|from|courtesy(?: of)?|credits?|source|copyright)\b\s*:?|[:©|/]|\((?:file|handout)\))/iu;
const CREDIT = /^[([]?\s*(?:credits?|photo|image)\s*:\s*\S/i;
const HOUSES =
	/(?:^|[/|,(–—-]\s*)(?:getty(?: images)?|afp|reuters|ap photo|ap images?|epa(?:-efe)?|shutterstock|alamy|istock|zuma press|nurphoto|anadolu|flickr|wikimedia commons|unsplash|pixabay|file photo|handout|via ap|via reuters)(?:\b|$)/i;
const WITH_HOUSE = /^(?:REUTERS|AP Photo|AFP|EPA|Getty)\s*\/\s*\p{Lu}[\p{L}.' -]{1,60}$/u;

export const photoCredit: LineRule = {
	rule: "article/photo-credit",
	find(line) {
		const { text } = line;
		if (text.length > LONGEST || (line.prose && !text.startsWith("("))) return null;
		const opens = OPENING.test(text) || CREDIT.test(text) || WITH_HOUSE.test(text);
		// "NAME/AGENCY/LIBRARY": slashes without spaces around, and nothing that reads as a sentence.
		const slashed = HOUSES.test(text) && /\S\/\S/.test(text) && line.words <= 10 && !line.ended;
		const bare = /^(?:©\s*)?(?:getty images|shutterstock|file photo|file image|handout|istock|alamy)$/i.test(text);
		return opens || slashed || bare ? "names where a picture is from" : null;
	},
};
