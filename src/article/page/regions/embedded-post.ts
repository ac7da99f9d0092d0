import type { Ancestor, Piece } from "../linearise.ts";
import { type Chosen, type Extent, listOf, type RegionRule, wordsOf } from "./region.ts";

/**
 * A post of a social network shown inside the report: another's text, with a date of its own.
 *
 * Catches: "View this post on Instagram"; what an embedding code holds without saying whose words they are.
 * Leaves: a block quotation that ends in "— Ada Quill (@quill) May 14, 2031": its words are hers, and the
 * report quotes them; a block quotation from a letter.
 */

/** What the networks' own embedding codes call the element, whoever's page it stands on. */
const CODES = listOf(
	"twitter-tweet twitter-video twitter-timeline instagram-media tiktok-embed fb-post fb-video fb-comment telegram-post bluesky-embed reddit-embed reddit-embed-bq reddit-card mastodon-embed text-post-media threads-post vk-post-embed tumblr-post imgur-embed-pub truthsocial-embed linkedin-post",
);

/** How a post is signed in the code that the networks give: "— Ada Quill (@quill) May 14, 2031". */
const SIGNED = /(?:^|\s)[—–-]\s?[^\n]{1,120}\(@[\w.]{1,40}\)[,·\s]{0,3}[^\n]{0,40}\d[^\n]{0,20}$/u;

/** What else shows that a block belongs to a post. */
const TRACE =
	/pic\.(?:twitter|x)\.com\/\w{4,20}\s*$|^A post shared by .{1,120}\(@[\w.]{1,40}\)|^(?:View this post on Instagram|See (?:this|more) posts? on (?:Facebook|Threads|Instagram|X|Bluesky))\b/iu;

export const embeddedPost: RegionRule = {
	rule: "article/embedded-post",
	element(element, extent, chosen) {
		const code = element.classes.split(/\s+/).find((name) => CODES.has(name.toLowerCase()));
		if (code === undefined || isQuoted(element, extent, chosen)) return null;
		return `a post of a social network, embedded by its own code (${code}), that does not say whose words it holds`;
	},
	block(piece) {
		if (piece.text.length > 400 || piece.kind === "quote") return null;
		return SIGNED.test(piece.text) || TRACE.test(piece.text) ? "belongs to a social network's post" : null;
	},
};

/** Whether a block of the report is the signature of a post that it quotes, or ends in one. */
export function isSigned({ kind, text }: Pick<Piece, "kind" | "text">): boolean {
	return kind === "quote" && SIGNED.test(text.slice(-300));
}

/** Whether all that an element holds is a block quotation whose end says whose words they are. */
function isQuoted(element: Ancestor, { last }: Extent, { pieces }: Chosen): boolean {
	const end = pieces[last];
	if (!end || !isSigned(end)) return false;
	for (let i = last; i >= 0 && pieces[i]?.around.includes(element); i--) if (pieces[i]?.kind !== "quote") return false;
	return true;
}

/** Whether an element's names say that it holds something embedded. */
export function isEmbed(element: Ancestor): boolean {
	return wordsOf(element).some((word) => word === "embed" || word === "embedded" || word === "oembed");
}
