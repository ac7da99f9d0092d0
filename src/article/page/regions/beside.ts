import { findName, listOf, type RegionRule } from "./region.ts";

/**
 * What the names that a page's makers gave it say is beside the report.
 *
 * Catches: `<div class="RelatedStories">`, `<section id="newsletter-signup">`, `<div data-testid="donation-box">`.
 * Leaves: an article that as a whole stands in `<div class="has-related-sidebar">`.
 */
const SINGLES = listOf(
	"related relatedarticles relatedposts relatedbroadcast share sharing shares sharebar sharedaddy social socials newsletter newsletters subscribe subscription signup promo promos " +
		"promotion promoted recommend recommended recommendation recommendations recirc recirculation advert adverts advertisement advertising advertorial " +
		"ads adslot adsense adbox admod sponsor sponsored outbrain taboola zergnet trending popular mostread comments commentlist disqus breadcrumb breadcrumbs " +
		"tagcloud toolbar readmore seealso morestories morefrom upsell donate donation donations cta " +
		"authorbio bio biography contributor copyright disclaimer feedback cookie consent gdpr nocontent noprint " +
		"leserbriefe kommentare verwandt empfehlung empfehlungen leseempfehlung werbung anzeige publicidad publicite pubblicita reklame reklam",
);
const PAIRS = listOf(
	"read-more see-also more-stories more-from also-read read-also sign-up author-bio author-info author-box about-author about-the most-read most-popular " +
		"tag-list tags-list article-tags post-tags entry-tags story-tags topic-list more-on call-to inline-links editors-picks top-stories latest-news " +
		"in-article-promo article-footer google-ad ad-container ad-wrapper ad-slot ad-unit ad-label ad-block similar-links similar-articles other-stories more-topic " +
		"prev-next next-article next-post post-navigation reading-list tool-box popup-alert story-community correction-form",
);

export const beside: RegionRule = {
	rule: "article/beside",
	element(element) {
		const name = findName(element, SINGLES, PAIRS);
		return name === null ? null : `the page names it "${name}"`;
	},
};
