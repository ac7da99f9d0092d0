/** A time of day as written. */
export interface Clock {
	/** 0–24. */
	readonly hour: number;
	readonly minute: number;
	/** The zone or offset as written; null when none is. */
	readonly zone: string | null;
}

/** What may stand between a day and its time, in the usual news languages. */
const JOINT =
	/^(?:\s*[,|@•·–—/;-]+|\s+(?:at|um|à|a las?|alle(?: ore)?|ore|h|às|as|kl|kello|klo|om|saat|pukul|jam|godz|o godz|v|ve|в|о|об|у|στις|lúc|ora|la ora|ob|u|um|den|der|, Stand|Uhrzeit)\.?(?=\s))*[\s\u00a0]*/iu;
const EAST_ASIAN =
	/^(오전|오후|午前|午後|上午|下午|AM|PM)?\s?(\d{1,2})(?:[:：]|\s?[時时시点點]\s?)(\d{2})(?:[:：]\d{2}|[分분](?:\s?\d{2}[秒초])?)?/i;
const TIME = /^(\d{1,2})(?:[:：.h]|\s?h\s?|\s?Uhr\s?)(\d{2})(?::\d{2}(?:[.,]\d{1,6})?)?(?!\d)/i;
const HALF = /^\s?([ap])\.?\s?m\b\.?/i;
const AFTER = /^(?:\s?(?:Uhr|hrs|uur|klo)(?![\p{L}]))/iu;

/**
 * Zones that news gives by name. They are kept as written; only UTC, GMT and Z and offsets say by
 * themselves how far they are from UTC (IST alone is three of them).
 */
const ZONES: ReadonlySet<string> = new Set(
	(
		"Z UTC GMT WET WEST BST IST CET CEST MEZ MESZ EET EEST OEZ OESZ MSK TRT SAST WAT CAT EAT AST ADT GST PKT NPT BDT " +
		"MMT ICT WIB WITA WIT SGT MYT PHT HKT CST KST JST AWST ACST ACDT AEST AEDT NZST NZDT NST NDT ET EST EDT CT CDT " +
		"MT MST MDT PT PST PDT AKST AKDT HST BRT ART CLT COT PET UYT AMT UZT ALMT"
	).split(" "),
);
const ZONE = /^\s*\(?([A-Z]{1,5}(?![\p{L}])(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})\)?/u;

/** The time of day at the start of `written`, after what joins it to a day, or null; `length` in UTF-16 units. */
export function readClock(written: string): { readonly clock: Clock; readonly length: number } | null {
	const joint = JOINT.exec(written)?.[0].length ?? 0;
	const text = written.slice(joint, joint + 60);
	const asian = EAST_ASIAN.exec(text);
	const time = asian && /[오午上下時时시点點：]/.test(asian[0]) ? asian : TIME.exec(text);
	if (!time) return null;
	let at = time[0].length;
	const half = time === asian ? (asian[1] ?? "") : (HALF.exec(text.slice(at))?.[0] ?? "");
	let hour = Number(time === asian ? time[2] : time[1]);
	const minute = Number(time === asian ? time[3] : time[2]);
	if (time !== asian) at += half.length;
	if (half !== "" && hour > 12) return null;
	if (/^\s?p|오후|午後|下午/i.test(half) && hour < 12) hour += 12;
	else if (/^\s?a|오전|午前|上午/i.test(half) && hour === 12) hour = 0;
	if (hour > 24 || minute > 59) return null;
	at += AFTER.exec(text.slice(at))?.[0].length ?? 0;
	const zone = ZONE.exec(text.slice(at));
	const name = zone?.[1]?.replace(/\s/g, "") ?? "";
	const known = ZONES.has(name.replace(/[+-].*$/, "")) || /^[+-]/.test(name);
	return {
		clock: { hour, minute, zone: known ? name : null },
		length: joint + at + (known ? (zone?.[0].length ?? 0) : 0),
	};
}
