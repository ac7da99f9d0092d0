import type { Ancestor } from "../linearise.ts";
import { type Chosen, type Extent, listOf, type RegionRule, wordsOf } from "./region.ts";

/**
 * A post of a social network shown inside the report: another's text, with a date of its own.
 *
 * Catches: `<blockquote class="twitter-tweet">`, `<blockquote class="instagram-media">`; a block quotation
 * that ends in "— Ada Quill (@quill) May 14, 2031".
 * Leaves: a block quotation from a letter; a sentence of the report about a post.
 */

/** What the networks' own embedding codes call the element, whoever's page it stands on. */
const CODES = listOf(
	"twitter-tweet twitter-video twitter-timeline instagram-media tiktok-embed fb-post fb-video fb-comment telegram-post bluesky-embed reddit-embed reddit-embed-bq reddit-card mastodon-embed text-post-media threads-post vk-post-embed tumblr-post imgur-embed-pub truthsocial-embed linkedin-post",
);

/** How the networks sign a post, in the code that they give. */
const SIGNATURE =
	/(?:^|\s)[—–-]\s?[^\n]{1,120}\(@[\w.]{1,40}\)[,·\s]{0,3}[^\n]{0,40}\d[^\n]{0,20}$|pic\.(?:twitter|x)\.com\/\w{4,20}\s*$|^A post shared by .{1,120}\(@[\w.]{1,40}\)|^(?:View this post on Instagram|See (?:this|more) posts? on (?:Facebook|Threads|Instagram|X|Bluesky))\b/iu;

export const embeddedPost: RegionRule = {
	rule: "article/embedded-post",
	element(element, extent, chosen) {
		const code = element.classes.split(/\s+/).find((name) => CODES.has(name.toLowerCase()));
		if (code !== undefined) return `a post of a social network, embedded by its own code (${code})`;
		return element.name === "blockquote" && isSigned(extent, chosen)
			? "a post of a social network: it ends with the post's signature"
			: null;
	},
	block(piece) {
		return piece.text.length <= 400 && SIGNATURE.test(piece.text) ? "the signature of a social network's post" : null;
	},
};

function isSigned({ last }: Extent, { pieces }: Chosen): boolean {
	return SIGNATURE.test(pieces[last]?.text.slice(-300) ?? "");
}

/** Whether an element's names say that it holds something embedded. */
export function isEmbed(element: Ancestor): boolean {
	return wordsOf(element).some((word) => word === "embed" || word === "embedded" || word === "oembed");
}
