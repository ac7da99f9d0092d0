import type { LineRule } from "./lines.ts";

/**
 * How long a text takes to read, or when it appeared as counted from now.
 *
 * Catches: "Lesedauer: 4 Minuten", "3 Min Lesezeit", "Tempo de leitura: 1 minuto", "2min", "14 hours ago", "vor 3 Stunden".
 * Leaves: "The vote took 4 minutes."; "Two hours ago the ferry sailed."
 */
const MINUTES =
	"(?:min(?:s|uten?|utes?|utos?|uti|uter|utter|uut(?:tia)?|ut|uty?)?|мин(?:ут[аы]?)?|хв(?:илин[аи]?)?|dk|dakika|perc|phút|menit|分钟?|分鐘|分|분|دقائق|دقيقة|דקות)\\.?";
const LABEL =
	"(?:reading time|read time|time to read|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura|lectura|tempo de leitura|leitura|tempo di lettura|lettura|leestijd|lästid|læsetid|lesetid|lukuaika|czas czytania|doba čtení|время чтения|час читання|okuma süresi|olvasási idő|thời gian đọc|阅读时间|読了時間|وقت القراءة|read|lesen|lire)";
const READING = new RegExp(
	`^(?:${LABEL}\\s?:?\\s?(?:ca\\.? |about |environ |~)?\\d{1,3}\\s?${MINUTES}|(?:ca\\.? |about )?\\d{1,3}\\s?[-–]?\\s?${MINUTES}(?:\\s(?:${LABEL}|de ${LABEL}|di ${LABEL}|to read|ago))?)$`,
	"iu",
);
const AGO =
	/^(?:(?:published|posted|updated|aktualisiert|publicerad|oppdatert|opdateret|hace|há|il y a|vor|for|fa|pred|przed|для)\s)?(?:(?:about|over|almost) )?\d{1,2}\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|stunden?|minuten?|tagen?|wochen?|heures?|jours?|minutos?|horas?|d[ií]as?|semanas?|ore|minuti|giorni|uur|dagen|timmar|timer|dager|dage|godzin\p{L}*|dni|minut\p{L}*|час\p{L}*|мин\p{L}*|дн\p{L}*|годин\p{L}*|saat|gün|giờ|phút|ngày|時間|小时|分钟|天|시간|분|일)(?:\s?(?:ago|geleden|sedan|siden|fa|temu|назад|тому|önce|trước|前|전))?$/iu;

/** Words such a line may have. */
const MOST_WORDS = 7;

export const readingTime: LineRule = {
	rule: "article/reading-time",
	find(line) {
		if (line.words > MOST_WORDS || line.text.length > 60) return null;
		if (READING.test(line.text)) return "says how long the text takes to read";
		// A number and a unit alone may be an entry of a list: a word must say that it counts from now.
		return AGO.test(line.text) &&
			/\s(?:ago|geleden|sedan|siden|fa|temu|назад|тому|önce|trước)$|前$|전$|^(?:hace|há|il y a|vor|for)\s/iu.test(
				line.text,
			)
			? "says how long ago the text appeared"
			: null;
	},
};
