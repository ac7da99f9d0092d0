import type { LineRule } from "./lines.ts";

/**
 * A statement of rights.
 *
 * Catches: "© 2031 Harbour Post. All rights reserved."
 * Leaves: "Copyright law must change, the minister said on Monday."
 */
const STATEMENT =
	/^(?:(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|[:|]))|.{0,80}\ball rights reserved\b|.{0,40}\bthis (?:material|article|content|story) may not be (?:published|reproduced|copied)|.{0,60}\b(?:reuse|reproduction|republication) (?:only )?(?:by|with|under|without) (?:licence|license|permission)|(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены)|reproduction (?:in whole|without|of this)|(?:published|republished) under a creative commons)/iu;

/** Where a short line ends with the sign, a year and a name; or says so in another language. */
const CLOSING = /(?:©|ⓒ|\(c\)|copyright)\s*\d{4}\s+\p{Lu}[\p{L}\p{N} .&-]{0,40}$/iu;
const OTHER =
	/(?:^|\s)(?:riproduzione riservata|diritti riservati|alle rechten voorbehouden|alla rättigheter förbehållna|wszelkie prawa zastrzeżone|všechna práva vyhrazena|усі права захищені|всі права захищено|tüm hakları saklıdır|جميع الحقوق محفوظة|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|hak cipta dilindungi|版权所有|未经授权不得转载|無断転載(?:を禁|・複製)|무단\s?전재)/iu;
const MOST_OTHER = 14;

/** "Copyright 2019 was printed on the box.": after the year a statement has a name, a sentence a verb. */
const PREDICATE =
	/^[Cc]opyright\s*(?:[:|]\s)?(?:\d{4}\s)?(?!(?:by|of|the|and|all|held|owned|et|und|y|e|von|par|por|da|di|del|de)\s)\p{Ll}/u;

/** Words a statement may have. */
const MOST_WORDS = 60;

export const copyrightLine: LineRule = {
	rule: "article/copyright-line",
	find(line) {
		if (line.words > MOST_WORDS) return null;
		// A sentence may begin with the same words: then somebody says it.
		const sentence = line.prose && /,/.test(line.text) && !/©|\(c\)|\d{4}|^copyright/i.test(line.text);
		const told = line.ended && PREDICATE.test(line.text);
		if (!sentence && !told && STATEMENT.test(line.text)) return "a statement of rights";
		const short = line.words <= MOST_OTHER && !/[.!?]["”»]?$/u.test(line.text);
		return short && (CLOSING.test(line.text) || OTHER.test(line.text)) ? "a statement of rights" : null;
	},
};
