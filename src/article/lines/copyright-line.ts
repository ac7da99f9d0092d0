import type { LineRule } from "./lines.ts";

/**
 * A statement of rights.
 *
 * Catches: "© 2031 Harbour Post. All rights reserved."
 * Leaves: "Copyright law must change, the minister said on Monday."
 */
const STATEMENT =
	/^(?:(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|[:|]))|.{0,80}\ball rights reserved\b|.{0,40}\bthis (?:material|article|content|story) may not be (?:published|reproduced|copied)|.{0,60}\b(?:reuse|reproduction|republication) (?:only )?(?:by|with|under|without) (?:licence|license|permission)|(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены)|reproduction (?:in whole|without|of this)|(?:published|republished) under a creative commons)/iu;

/** Words a statement may have. */
const MOST_WORDS = 60;

export const copyrightLine: LineRule = {
	rule: "article/copyright-line",
	find(line) {
		return line.words <= MOST_WORDS && STATEMENT.test(line.text) ? "a statement of rights" : null;
	},
};
