import { type ExplicitDate, readExplicitDate } from "../metadata/explicit-date.ts";
import { findVisibleDates } from "../metadata/visible-dates.ts";
import type { Line } from "./lines.ts";

/**
 * A line at the head of a text that gives its date and nothing else.
 *
 * Catches: "Published: 14 May 2031, 09:30 GMT", "Wednesday, May 14, 2031", "Updated 15 May 2031" (of no use as a date of publication).
 * Leaves: "14 May 2031 was the day on which the harbour froze."
 */
export const DATE_LINE_RULE = "article/date-line";

/** A line that gives a date: when the text was published, or, with `changed`, when it was altered. */
export interface DateLine {
	readonly date: ExplicitDate;
	readonly start: number;
	readonly end: number;
	readonly changed: boolean;
}

const LABEL =
	/^(?:[([|•·-]\s*)?(?:((?:last )?(?:updated|modified|edited|changed)(?: on| at)?)|(?:date )?(?:published|posted|issued|released|created|date|first published|publication date)(?: on| at)?|on)?\s*[:|–-]?\s*/i;
/** The same label in other languages; those of a change apart. */
const OTHER_CHANGED =
	/^[([|•·\s-]{0,4}(?:(?:zuletzt )?aktualisiert(?: am)?|geändert(?: am)?|mis(?:e)? à jour(?: le)?|modifié(?: le)?|actualizado(?: el)?|atualizado(?: em| a)?|aggiornato(?: il| alle)?|bijgewerkt(?: op)?|gewijzigd|uppdaterad|senast uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|aktualizováno|обновлено|оновлено|güncelleme|آخر تحديث|עודכן|अपडेट|diperbarui|更新时间|更新|업데이트|수정)\s*[:：|–-]?\s*/iu;
const OTHER =
	/^[([|•·\s-]{0,4}(?:veröffentlicht(?: am)?|erschienen(?: am)?|stand|vom|publié(?:e)?(?: le)?|paru le|mis en ligne le|publicado(?: el| em| a)?|pubblicato(?: il)?|gepubliceerd(?: op)?|geplaatst(?: op)?|publicerad(?: den)?|publisert|publiceret|julkaistu|opublikowano|data publikacji|publikováno|vydáno|опубликовано|опубліковано|дата публикации|публикация|haber giriş(?:i)?|yayınlanma|yayın tarihi|giriş|نشر(?: في)?|تاريخ النشر|פורסם|प्रकाशित|diterbitkan|发布时间|发表时间|时间|公開日|配信|입력|등록)\s*[:：|–-]?\s*/iu;
const AFTER =
	/^(?:[\s.,|)\]•·–-]|\b(?:local time|hrs|ist|et|est|edt|pst|pdt|bst|cet|cest|eet|msk|gmt|utc|am|pm|uhr|h|kl|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)*$/i;
const UPDATED_AFTER = /^[\s,|(•·–-]*(?:last )?(?:updated|modified)\b.{0,60}$/i;

/** A label with times and days after it and nothing else, whatever order they come in. */
const STAMPS =
	/^(?:(?:last |first )?(?:updated|posted|published|modified)(?: on| at)?(?![a-z])(?:(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|[ap]\.?m\.?|at|on|gmt|utc|[a-z]{2,4}t|minutes?|hours?|days?|ago|today|yesterday)(?![a-z])|\d+(?!\d)(?:st|nd|rd|th)?|[\s:|;,./–-])*)+$/i;

/** Whether a line says when the text was published or changed in a form that gives no one date. */
export function isStampLine(line: Line): boolean {
	return line.end - line.start <= LONGEST && line.words <= 24 && STAMPS.test(line.text);
}

/** Characters a date line may have. */
const LONGEST = 120;

/** The date a line gives, or null when the line says anything else as well. */
export function findDateLine(line: Line): DateLine | null {
	if (line.end - line.start > LONGEST) return null;
	const changedLead = OTHER_CHANGED.exec(line.text)?.[0];
	const otherLead = changedLead ?? OTHER.exec(line.text)?.[0];
	const label = LABEL.exec(line.text);
	const lead = otherLead?.length ?? label?.[0].length ?? 0;
	const read = readExplicitDate(line.text.slice(lead));
	const rest = read === null ? null : line.text.slice(lead + read.length);
	if (read === null || rest === null || !(AFTER.test(rest) || UPDATED_AFTER.test(rest))) {
		const dated = readDatedLine(line);
		return dated?.names.length === 0 ? (dated.dates.find(({ changed }) => !changed) ?? dated.dates[0] ?? null) : null;
	}
	const start = line.start + lead;
	return {
		date: read.date,
		start,
		end: start + read.length,
		changed: changedLead !== undefined || (otherLead === undefined && label?.[1] !== undefined),
	};
}

/** The dates of a line of the head, and the names that stand beside them. */
export interface DatedLine {
	readonly dates: readonly DateLine[];
	/** A place, an outlet, who posted the text: each as written, with where it stands in the text. */
	readonly names: readonly { readonly text: string; readonly start: number; readonly by: boolean }[];
}

/** What may stand beside dates and says nothing more: their labels, zones, and how long the text takes to read. */
const LABEL_WORDS =
	/(?<![\p{L}\p{M}])(?:(?:first |last )?(?:publish(?:ed)?|posted|issued|released|created|updated|modified|edited|changed|corrected)(?: date| time| on| at)?|(?:publication |release )?date|originally|veröffentlicht(?: am)?|erschienen(?: am)?|(?:zuletzt )?aktualisiert(?: am)?|geändert(?: am)?|stand|vom|uhr|publiée?(?: le)?|paru(?: le)?|mise? à jour(?: le)?|modifiée?(?: le)?|publicado(?: el| em)?|actualizado(?: el)?|atualizado(?: em)?|pubblicato(?: il)?|aggiornato(?: il| alle)?|modifica(?:to)?(?: il)?|gepubliceerd(?: op)?|geplaatst(?: op)?|bijgewerkt(?: op)?|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|julkaistu|päivitetty|opublikowano|aktualizacja|publikováno|aktualizováno|опубликовано|обновлено|опубліковано|оновлено|yayınlanma|güncelleme|diterbitkan|diperbarui|local time|hrs|IST|ET|EST|EDT|PST|PDT|BST|CET|CEST|EET|MSK|GMT|UTC|h|kl|at|on|le|à|el|il|alle|ore|um|am)(?![\p{L}\p{M}])/giu;
const TIMES =
	/(?<![\p{L}\d])(?:\d{1,2}[:.h]\d{2}(?!\d)(?:\s?[ap]\.?m\.?)?|\d{1,3}\s?-?\s?(?:min(?:s|ut[a-zé]{0,4})?\.?|мин(?:ут[аы]?)?|хв|dk)(?:\s(?:read|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|lästid|lesetid|czytania|чтения|okuma))?|\d{1,2}\s(?:minutes?|hours?|days?)\sago)(?![\p{L}\p{M}])/giu;
const BY = /^(?:by|von|par|por|di|da|door|av|af)\s+/iu;
const NAME =
	/^\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*(?:\s(?:(?:of|the|and|de|del|di|la|le|der)\s)?\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*){0,2}$/u;
const MEMBER = /^[\p{L}\p{N}_.'’ -]{2,40}$/u;
const MOST_NAMES = 2;

/**
 * What a line says that gives dates, with their labels, a place, an outlet or who posted it, and nothing else;
 * null when the line says more: "Harbour Post, March 12, 2031", "12 Mar 2031 · 3 min read",
 * "First published: 12 March 2031 | Updated: 13 March 2031".
 */
export function readDatedLine(line: Line): DatedLine | null {
	if (line.end - line.start > LONGEST) return null;
	const found = findVisibleDates(line.text, null);
	const names: { text: string; start: number; by: boolean }[] = [];
	const rests: { text: string; start: number }[] = [];
	let at = 0;
	for (const { start, length } of found) {
		rests.push({ text: line.text.slice(at, start), start: at });
		at = start + length;
	}
	rests.push({ text: line.text.slice(at), start: at });
	// A label that is glued to a date, "2031Updated", is one of the rest.
	for (const { text, start } of rests) {
		const bare = text
			.replace(TIMES, (part) => "|".repeat(part.length))
			.replace(LABEL_WORDS, (part) => "|".repeat(part.length));
		for (const part of bare.matchAll(/(?:[^|/·•,;()[\]:–—\s-]|(?<=\S)[-:](?=\S)|[ \t](?=[^|/·•,;()[\]:–—\s-]))+/gu)) {
			const name = part[0].trim();
			if (name === "" || !/[\p{L}\p{N}]/u.test(name)) continue;
			const lead = BY.exec(name)?.[0].length ?? 0;
			const own = name.slice(lead);
			if (!(lead > 0 ? MEMBER.test(own) : NAME.test(own))) return null;
			const within = part.index + part[0].indexOf(name) + lead;
			names.push({ text: own, start: line.start + start + within, by: lead > 0 });
		}
	}
	if (found.length === 0 || names.length > MOST_NAMES) return null;
	const dates = found.map(({ date, start, length, what }) => ({
		date,
		start: line.start + start,
		end: line.start + start + length,
		changed: what === "changed",
	}));
	return { dates, names };
}
