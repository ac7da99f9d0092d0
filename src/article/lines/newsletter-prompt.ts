import type { LineRule } from "./lines.ts";

/**
 * A request to subscribe, follow, install or give.
 *
 * Catches: "Sign up for our morning newsletter", "Follow us on Telegram".
 * Leaves: "Readers may subscribe to the bond from Monday, the bank said."
 */
const PROMPT =
	/^(?:[>»*•➡👉-]\s*)?(?:(?:sign up|signup|subscribe|register)(?:\s+(?:now|today|here|free))?\s*(?:$|[!.:|]|(?:for|to|with)\s+(?:our|the|my|free|daily|weekly|this|your|updates?|receive|get|read|continue|[A-Z]))|subscribe\b.{0,80}\b(?:newsletter|channel|youtube|telegram|inbox|podcast)|get (?:the |our |all the |more |your )?.{0,80}\b(?:in|to|into) your (?:inbox|e-?mail)|get (?:our|the) (?:free )?(?:daily |weekly |morning |evening )?(?:newsletter|app)\b|(?:join|follow|like|find|add|watch) (?:us|our)\b.{0,80}(?:telegram|whatsapp|facebook|twitter|instagram|youtube|linkedin|tiktok|google news|channel|group|page|@|on x\b|viber|bluesky)|follow .{1,60} on (?:telegram|facebook|twitter|instagram|youtube|x|google news|whatsapp)|(?:follow|join) us (?:for|on|at)\b|download (?:our|the) .{0,40}\bapp\b|(?:support|donate to|help) (?:us|our (?:work|journalism|reporting)|independent journalism)\b|(?:you can )?(?:also )?unsubscribe at any time|enter your e-?mail|your e-?mail address|thank you for (?:subscribing|signing up)|never miss (?:a|an|our)\b|stay (?:informed|up to date|updated|connected)\b.{0,60}(?:newsletter|inbox|app|us|channel)|turn on notifications|become a (?:member|subscriber|supporter|patron)|this is a subscriber-only)/iu;

/** Words a prompt may have. */
const MOST_WORDS = 40;

export const newsletterPrompt: LineRule = {
	rule: "article/newsletter-prompt",
	find(line) {
		return line.words <= MOST_WORDS && PROMPT.test(line.text) ? "asks the reader to subscribe, follow or give" : null;
	},
};
