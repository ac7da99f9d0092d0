import { isLabel, toLabels } from "./labels.ts";
import type { LineRule } from "./lines.ts";

/**
 * A site's note that a machine translated the text.
 *
 * Catches: "Translated from German by machine", "See original".
 * Leaves: "Translated from Old Norse by her grandmother, the poem was read out at the grave."
 */
const LABELS = toLabels(
	"see original|show original|view original|see translation|hide translation|translate post|translate tweet|rate this translation|übersetzung anzeigen|original anzeigen|voir la traduction|" +
		"voir l'original|ver traducción|ver original|ver tradução|mostra originale|vertaling bekijken|visa översättning|zobacz tłumaczenie|zobacz oryginał|показать перевод|показать оригинал|показати переклад|çeviriyi gör|عرض الترجمة|翻译帖子|查看翻译|翻訳を表示|번역 보기",
);
const NOTE =
	/^(?:[([]?\s*)(?:(?:machine[- ]|automatically |auto-?)translated\b.{0,60}|translated (?:from|by|with)\b.{0,30}\b(?:machine|google|deepl|automatically|ai)\b.{0,30}|(?:automatisch|maschinell) übersetzt\b.{0,60}|traduit automatiquement\b.{0,60}|traducido automáticamente\b.{0,60})$/iu;

/** Words a note may have. */
const MOST_WORDS = 14;

export const translationNote: LineRule = {
	rule: "article/translation-note",
	find(line) {
		if (line.words > MOST_WORDS) return null;
		return isLabel(line.text, LABELS) || NOTE.test(line.text) ? "a note about a machine's translation" : null;
	},
};
