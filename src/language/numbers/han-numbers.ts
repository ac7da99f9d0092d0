import type { FoundNumber, NumberKind } from "../../model/annotation.ts";
import type { Reading } from "../shapes.ts";
import { makeNumber } from "./number.ts";
import { boundsOf } from "./number-bounds.ts";
import type { Qualified } from "./quantities.ts";

/**
 * Numbers in figures in Chinese, Japanese and Korean, which part no words: with the scale signs and the counter or unit
 * behind them. Caught: "超过1500人", "2.3亿元", "2億3000万円", "약 300명". Not: figures without a counter, numbers in
 * Chinese figures ("三人"), "2031年", "第5次".
 */

const SCALES: ReadonlyMap<string, number> = new Map([
	["百", 1e2],
	["千", 1e3],
	["천", 1e3],
	["万", 1e4],
	["萬", 1e4],
	["만", 1e4],
	["亿", 1e8],
	["億", 1e8],
	["억", 1e8],
	["兆", 1e12],
	["조", 1e12],
]);

interface Unit {
	readonly kind: NumberKind;
	readonly of: string | null;
}

/** Counters and units, longest first where one begins another. */
const UNITS: ReadonlyMap<string, Unit> = new Map(
	(
		"人:count:person 名:count:person 명:count:person 人民币:money:CNY 元:money:CNY 日元:money:JPY 円:money:JPY 美元:money:USD 美金:money:USD ドル:money:$ 달러:money:$ " +
		"欧元:money:EUR 歐元:money:EUR ユーロ:money:EUR 유로:money:EUR 英镑:money:GBP 英鎊:money:GBP ポンド:money:GBP 港元:money:HKD 韩元:money:KRW ウォン:money:KRW 원:money:KRW " +
		"卢布:money:RUB ルーブル:money:RUB %:share:% ％:share:% パーセント:share:% 퍼센트:share:% 公里:measure:km キロメートル:measure:km 킬로미터:measure:km メートル:measure:m " +
		"公顷:measure:hectare ヘクタール:measure:hectare 吨:measure:tonne 噸:measure:tonne トン:measure:tonne 톤:measure:tonne 岁:age:year 歲:age:year 歳:age:year 세:age:year " +
		"年間:measure:year 年间:measure:year 个月:measure:month 個月:measure:month か月:measure:month カ月:measure:month ヶ月:measure:month 개월:measure:month " +
		"天:measure:day 日間:measure:day 小时:measure:hour 小時:measure:hour 時間:measure:hour 시간:measure:hour 分钟:measure:minute 分鐘:measure:minute 分間:measure:minute"
	)
		.split(" ")
		.map((entry) => entry.split(":"))
		.map(([word = "", kind = "count", of = ""]) => [word, { kind: kind as NumberKind, of }] as const),
);
/** Counters of things, whose noun is not read. */
const COUNTERS = "个 個 件 户 戶 戸 家 所 社 棟 栋 頭 头 台 辆 輛 隻 只 匹 本 개 건 가구 마리".split(" ");

const BEFORE: ReadonlyMap<string, Qualified["qualifier"]> = new Map([
	["超过", "more-than"],
	["超過", "more-than"],
	["逾", "more-than"],
	["至少", "at-least"],
	["不少于", "at-least"],
	["少なくとも", "at-least"],
	["最少", "at-least"],
	["不到", "fewer-than"],
	["不足", "fewer-than"],
	["最多", "at-most"],
	["最大", "at-most"],
	["至多", "at-most"],
	["约", "about"],
	["約", "about"],
	["大约", "about"],
	["およそ", "about"],
	["약", "about"],
	["近", "nearly"],
	["将近", "nearly"],
]);
const BEHIND: ReadonlyMap<string, Qualified["qualifier"]> = new Map([
	["以上", "at-least"],
	["이상", "at-least"],
	["以下", "at-most"],
	["이하", "at-most"],
	["未満", "fewer-than"],
	["未满", "fewer-than"],
	["미만", "fewer-than"],
]);

const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join("|");
const NUMBER = new RegExp(
	`(?:(${longestFirst(BEFORE.keys())}) ?)?(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(\\.\\d{1,6})?((?:[百千천万萬만亿億억兆조](?:\\d{1,4}(?:\\.\\d{1,4})?)?){0,4})` +
		`([余餘多])?([百千万萬亿億]?) ?(${longestFirst([...UNITS.keys(), ...COUNTERS])})`,
	"gu",
);
/** What may not stand before: figures of a longer number, a date's, or an ordinal's. */
const TIED = /[\p{Nd}\p{Script=Latin}.,/:第제-]$/u;
/** Behind "人" and the like these make another word of it: "5人制", "3家族", "1元化", "2本柱". */
const OTHER_WORD = /^(?:制|族|化|権|権利|类|類|级|級|次)/u;

/** The numbers of an article in one of these languages, sorted by place. */
export function findHanNumbers(reading: Reading): FoundNumber[] {
	const found: FoundNumber[] = [];
	const { text } = reading;
	for (const match of text.matchAll(NUMBER)) {
		const [whole, qualified, figures = "", decimals = "", scales = "", more, last = "", word = ""] = match;
		const start = match.index;
		const end = start + whole.length;
		if (TIED.test(text.slice(Math.max(0, start - 1), start))) continue;
		if (OTHER_WORD.test(text.slice(end, end + 2))) continue;
		const value = amountOf(figures + decimals, scales) * (SCALES.get(last) ?? 1);
		const unit = UNITS.get(word) ?? { kind: "count", of: null };
		const behind = [...BEHIND].find(([suffix]) => text.startsWith(suffix, end));
		const qualifier =
			(qualified === undefined ? null : BEFORE.get(qualified)) ?? (more ? "at-least" : null) ?? behind?.[1] ?? null;
		const counts = unit.kind === "count";
		const bounds = boundsOf(value, value, false, qualifier && { qualifier, first: 0 }, counts, false);
		const inside = unit.kind === "money" || unit.kind === "share";
		const noun = unit.of === null ? null : { start: end - word.length, end };
		const span = { start, end: inside ? end : trimEnd(text, end - word.length) };
		found.push(makeNumber(text, span, bounds, unit.of, noun, unit.kind));
	}
	return found;
}

function trimEnd(text: string, end: number): number {
	return text.charAt(end - 1) === " " ? end - 1 : end;
}

/** "2億3000万" is 2 hundred millions and 3,000 ten-thousands; "1万2000" adds what has no scale. */
function amountOf(first: string, scales: string): number {
	let total = 0;
	let part = Number(first.replace(/,/g, ""));
	for (const [, scale = "", next] of scales.matchAll(/([百千천万萬만亿億억兆조])(\d{1,4}(?:\.\d{1,4})?)?/gu)) {
		const times = SCALES.get(scale) ?? 1;
		// "3千万": a small scale multiplies the next one.
		if (next === undefined && times < 1e4) {
			part *= times;
			continue;
		}
		total += part * times;
		part = next === undefined ? 0 : Number(next);
	}
	return Number((total + part).toPrecision(15));
}
