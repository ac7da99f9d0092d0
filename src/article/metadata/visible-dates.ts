import { type ReadDate, readExplicitDate } from "./explicit-date.ts";

/**
 * Dates in a short line beside the headline, and whether the line calls them the publication's or a change's.
 *
 * Catches: "Veröffentlicht am 14. Mai 2031, 9:30 Uhr | Aktualisiert: 15.05.2031", "14 мая 2031", "Do 14.05.31 | 14:07 Uhr | Von Ada Quill".
 * Leaves: "The ferry sank on 14 May 2031, the coast guard said, after water had come in through a door.", "12 mayors met in 2031".
 */
export interface VisibleDate extends ReadDate {
	/** UTF-16 offset of the date in the line. */
	readonly start: number;
	readonly what: "published" | "changed" | null;
}

const LONGEST_LINE = 240;
/** Words that a line may have beside its dates. */
const MOST_WORDS = 14;
const MOST_DATES = 6;

const CHANGED =
	/updat|modif|chang|(?<!\p{L})(?:edit(?:ed)?|stand)(?!\p{L})|correct|aktualis|geändert|bearbeitet|mis(?:e)? à jour|actuali[sz]|act\.|aggiornat|atualiza|bijgewerkt|gewijzigd|oppdater|opdater|uppdater|ändrad|päivite|muokattu|aktualiz|zmodyfik|upraven|обновл|измен|оновлен|змінен|güncel|diperbarui|frissít|ενημέρ|تحديث|עודכן|cập nhật|更新|修改|수정|업데이트|최종/iu;
const PUBLISHED =
	/publi|post(?:ed)?|issued|released|created|first|veröff|erstellt|erschienen|vom|am|paru|parution|le\s*$|inserito|pubblic|gepubl|geplaatst|utgitt|udgivet|offentlig|julkais|zveřej|vyd[aá]n|dodano|opublik|utworz|опублик|публик|создан|опублік|yayın|giriş|oluşturma|terbit|diterbitkan|tayang|megjelen|δημοσ|نشر|פורסם|đăng|发布|發布|发表|発行|公開|掲載|配信|発表|등록|입력|발행|게재/iu;

export function findVisibleDates(line: string, language: string | null): VisibleDate[] {
	if (line.length > LONGEST_LINE) return [];
	const found: VisibleDate[] = [];
	let at = 0;
	let beside = "";
	for (const match of line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
		if (match.index < at || found.length >= MOST_DATES) continue;
		const read = readExplicitDate(line.slice(match.index), language);
		if (!read) continue;
		const label = line.slice(at, match.index);
		beside += label;
		// The nearer label counts: in "Published 3 May, updated" the second is of what follows.
		const lead = label.slice(-60);
		found.push({
			...read,
			start: match.index,
			what: CHANGED.test(lead) ? "changed" : PUBLISHED.test(lead) ? "published" : null,
		});
		at = match.index + read.length;
	}
	beside += line.slice(at);
	if ((beside.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) > MOST_WORDS) return [];
	return found;
}
