import { leadOf, toLabels } from "./labels.ts";
import type { LineRule } from "./lines.ts";

/**
 * Keywords under a report.
 *
 * Catches: "Tags: courts, antiques", "#fraud #antiques".
 * Leaves: "Topics: the meeting discussed three, and settled none of them."
 */
const LEADS = toLabels(
	"tag|tags|filed under|topics|keywords|key words|categories|category|posted in|schlagwörter|schlagworte|themen|stichwörter|mots-clés|mots clés|thèmes|sujets|etiquetas|temas|palavras-chave|tópicos|" +
		"argomenti|trefwoorden|ämnen|taggar|emner|tagi|tematy|štítky|témata|теги|тэги|темы|ключевые слова|мітки|ключові слова|etiketler|الكلمات المفتاحية|وسوم|תגיות|टैग|标签|关键词|標籤|タグ|キーワード|태그",
);
const HASHTAGS = /^(?:#[\p{L}\p{M}\p{N}_]{2,60}[\s,]*){2,}$/u;

/** Words a line of keywords may have. */
const MOST_WORDS = 30;

export const tags: LineRule = {
	rule: "article/tags",
	find(line) {
		if (line.words > MOST_WORDS || line.ended) return null;
		if (HASHTAGS.test(line.text.slice(0, 600))) return "keywords of the report";
		const lead = leadOf(line.text);
		return lead !== null && lead.rest !== "" && LEADS.has(lead.key) ? "keywords of the report" : null;
	},
};
