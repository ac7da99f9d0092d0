import type { LineRule } from "./lines.ts";

/**
 * Buttons and labels of a site: the next story, more of this one, the top of the page, an
 * advertisement, the time it takes to read.
 *
 * Catches: "Load Next Story", "Continue reading", "ADVERTISEMENT", "4 min read", "Home > World".
 * Leaves: "Continue reading the treaty until its last page, the envoy told them."
 */
const LABEL =
	/^(?:[>»<«‹›↑↓…•*|[(-]\s*)*(?:(?:load|show|view|see|read|hide|open|go to|back to|skip to|return to|jump to|click (?:here )?(?:for|to)|tap to|scroll (?:down )?(?:for|to)|swipe (?:for|to)|watch|play|listen to)(?: (?:the|this|all|more|less|next|previous|full|main|top|entire|original|our|a|an|in|on|of))*(?: (?:story|stories|article|articles|news|content|page|top|home|homepage|comments|coverage|gallery|video|audio|site|website|posts?|version|episode|menu|navigation|transcript|photos?|details|enlarge|expand|read|view|continue))*|read (?:more|full story|the full story|on|next)|continue(?: reading)?(?: (?:the|this|below|full|with|main) ?(?:story|article|advertisement|ad|content)?)?|(?:story|article|text|content) continues (?:below|after)(?: (?:this |the )?(?:ad|ads|advertisement|video|newsletter promotion|promotion))?|next|previous|prev|next (?:article|story|post|page)|previous (?:article|story|post|page)|older posts?|newer posts?|all (?:news|stories|articles|rights|topics)|more (?:news|stories|articles|videos|photos|details|info)|advertisements?|advert|ad|ads|anzeige|werbung|publicité|publicidad|реклама|sponsored(?: content)?|promoted(?: content)?|paid content|(?:less than )?(?:\d{1,3}|a|one|two|three) ?-?min(?:ute)?s?\.?(?: of)?(?: to)? read(?:ing)?(?: time)?|reading time:? .{0,20}|listen|listen to (?:this )?(?:article|story)|menu|search|close|home|top|tags?|topics?|contact us|about us|privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings)|accept(?: all)?(?: cookies)?|loading(?: ?\.{3}|…)?|image|video|photo|gallery|live|breaking(?: news)?|developing story|breadcrumb|\d{1,7} (?:views?|shares?|likes?|reads))(?:\s*[.:>»›→|…\])-])*$/iu;
const BREADCRUMB = /^(?:home|homepage|startseite|accueil|inicio)\s*[>»›/|→]\s*\S/i;

/** Words a label may have. */
const MOST_WORDS = 12;

export const pageFurniture: LineRule = {
	rule: "article/page-furniture",
	find(line) {
		if (line.text.length > 300 || line.words === 0) return null;
		if (/^https?:\/\/\S+$/i.test(line.text)) return "an address alone";
		if (/\brequires? javascript\b/i.test(line.text)) return "a note of the site about the browser";
		if (line.words > MOST_WORDS) return null;
		return LABEL.test(line.text) || BREADCRUMB.test(line.text) ? "a button or label of the site" : null;
	},
};
