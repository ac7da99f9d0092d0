import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import type { FoundNumber } from "../../model/annotation.ts";
import { findWords } from "../../text/words.ts";
import { findLanguage } from "../language.ts";

function numbersOf(text: string, language = "en"): readonly FoundNumber[] {
	const article = makeArticle(text, { language });
	return findLanguage(article, findWords(article)).numbers;
}

/** "exact [low, high] qualifier of" of each number, with the kind when it is no count. */
function say({ exact, low, high, qualifier, of, kind }: FoundNumber): string {
	return `${exact} [${low}, ${high}] ${qualifier} ${of}${kind === "count" ? "" : ` (${kind})`}`;
}

describe("numbers and what they count", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["It hit 63 people.", ["63 [63, 63] exact person"]],
		["The fire killed 11.", ["11 [11, 11] exact person"]],
		["It burned for hours, injuring 22, the mayor said.", ["22 [22, 22] exact person"]],
		["The death toll from a fire in Corra rose to 11 on Monday.", ["11 [11, 11] exact person"]],
		["Of those inside, 22 were hurt.", ["22 [22, 22] exact person"]],
		["The fire killed 11 cows.", ["11 [11, 11] exact cow"]],
		["She was killed in 2031.", []],
		["Flight 22 is missing.", []],
		["It hit sixty-three passengers.", ["sixty-three [63, 63] exact passenger"]],
		["Sixty-three people fled.", ["Sixty-three [63, 63] exact person"]],
		["Twenty-one homes fell.", ["Twenty-one [21, 21] exact home"]],
		["Forty-five thousand homes fell.", ["Forty-five thousand [45000, 45000] exact home"]],
		["Twenty-sixers fled.", []],
		["It hit 54,000 homes.", ["54,000 [54000, 54000] exact home"]],
		["It hit 1,000 homes.", ["1,000 [1000, 1000] exact home"]],
		["It hit more than 2,400 homes.", ["more than 2,400 [2401, null] more-than home"]],
		["It hit over 60 homes.", ["over 60 [61, null] more-than home"]],
		["It hit at least 60 homes.", ["at least 60 [60, null] at-least home"]],
		["It hit no fewer than 60 homes.", ["no fewer than 60 [60, null] at-least home"]],
		["It hit fewer than 60 homes.", ["fewer than 60 [null, 59] fewer-than home"]],
		["It hit up to 60 homes.", ["up to 60 [null, 60] at-most home"]],
		["It hit as many as 60 homes.", ["as many as 60 [null, 60] at-most home"]],
		["It hit no more than 60 homes.", ["no more than 60 [null, 60] at-most home"]],
		["Kell handed over two envelopes.", ["two [2, 2] exact envelope"]],
		["It hit well over 60 homes.", ["well over 60 [61, null] more-than home"]],
		["It hit about 60 homes.", ["about 60 [54, 66] about home"]],
		["It hit some 2,400 homes.", ["some 2,400 [2160, 2640] about home"]],
		["It hit nearly 60 homes.", ["nearly 60 [54, 59] about home"]],
		["It hit almost 100 homes.", ["almost 100 [50, 99] about home"]],
		["It hit more than two thousand homes.", ["more than two thousand [2001, null] more-than home"]],
		["It hit two thousand four hundred and six homes.", ["two thousand four hundred and six [2406, 2406] exact home"]],
		["It hit about 8 homes.", ["about 8 [7, 9] about home"]],
		["It hit nearly three homes.", ["nearly three [2, 2] about home"]],
		["It hit 200 , 000 homes.", ["200 , 000 [200000, 200000] exact home"]],
		["It hit a dozen homes.", ["a dozen [12, 12] exact home"]],
		["It hit half a million homes.", ["half a million [500000, 500000] exact home"]],
		["It hit 1.2 million homes.", ["1.2 million [1200000, 1200000] exact home"]],
		["It hit between 40 and 50 homes.", ["between 40 and 50 [40, 50] range home"]],
		["It hit 30-40 homes.", ["30-40 [30, 40] range home"]],
		["It hit 30 to 40 homes.", ["30 to 40 [30, 40] range home"]],
		["It hit two or three homes.", ["two or three [2, 3] range home"]],
		["It hit 2 to 3 million homes.", ["2 to 3 million [2000000, 3000000] range home"]],
		["Wheat rose $1.40 to $71.65.", ["$1.40 [1.4, 1.4] exact $ (money)", "$71.65 [71.65, 71.65] exact $ (money)"]],
		["It cut its force by 200 to 1,800 guards.", ["200 [200, 200] exact null", "1,800 [1800, 1800] exact guard"]],
		["Rents rose 10 to 15 percent.", ["10 to 15 percent [10, 15] range % (share)"]],
		["The odds are one in 2.5 million.", ["one in 2.5 million [0.00004, 0.00004] exact % (share)"]],
		["It is one in a million.", ["one in a million [0.0001, 0.0001] exact % (share)"]],
		["About one in 4,000 lambs is blind.", ["About one in 4,000 [0.0225, 0.0275] about % (share)"]],
		["It is a $3 million-a-year job.", ["$3 million [3000000, 3000000] exact $ (money)"]],
		["Not fewer than 60 homes fell.", ["Not fewer than 60 [60, null] at-least home"]],
		["A quarter of a million ewes fled.", ["A quarter of a million [250000, 250000] exact ewe"]],
		["A quake of magnitude 6 or higher.", ["6 or higher [6, null] at-least magnitude (measure)"]],
		["It hit 60 homes or fewer.", ["60 [null, 60] at-most home"]],
		["Women aged 40 or older came.", ["40 or older [40, null] at-least year (age)"]],
		["It was minus 8 in Tarn.", ["minus 8 [-8, -8] exact null"]],
		["It fell to -8C.", ["-8 [-8, -8] exact °C (measure)"]],
		["Seat 12C is free.", []],
		["The play runs over six years.", ["six [6, 6] exact year (measure)"]],
		["It took over six years.", ["over six [6, null] at-least year (measure)"]],
		["Updated on 2031-02-30.", []],
		["Mr Bo Garr was 51.", ["51 [51, 51] exact year (age)"]],
		["Orla Vane turns 30 in June.", ["30 [30, 30] exact year (age)"]],
		["The mark was 51.", ["51 [51, 51] exact null"]],
		["Several hundred thousand fled.", ["Several hundred thousand [300000, null] at-least null"]],
		["It lay ½ mile away.", ["½ [0.5, 0.5] exact mile (measure)"]],
		["A bun cost 50p.", ["50p [50, 50] exact penny (money)"]],
		["It was shown in 720p.", []],
		["It cut rates by 25 basis points.", ["25 basis points [25, 25] exact basis point (share)"]],
		["It has 900 sq ft.", ["900 [900, 900] exact square foot (measure)"]],
		["It is in its third year.", ["third [3, 3] exact year (ordinal)"]],
		["She left in the third year.", []],
		["It cost R12.4m.", ["R12.4m [12400000, 12400000] exact ZAR (money)"]],
		["The R12 is shut, and the N300.", []],
		["It gave GH¢5 million.", ["GH¢5 million [5000000, 5000000] exact GHS (money)"]],
		["It gave KSh 4.5 billion.", ["KSh 4.5 billion [4500000000, 4500000000] exact KES (money)"]],
		["It hit dozens of homes.", ["dozens [20, null] at-least home"]],
		["It hit hundreds of small boats.", ["hundreds [200, null] at-least boat"]],
		["It hit tens of thousands of people.", ["tens of thousands [20000, null] at-least person"]],
		["It killed 140 people.", ["140 [140, 140] exact person"]],
		["It left 63 dead and 12 injured.", ["63 [63, 63] exact dead", "12 [12, 12] exact injured"]],
		["In all 63 were injured.", ["63 [63, 63] exact person"]],
		["It sank with 12 police officers aboard.", ["12 [12, 12] exact officer"]],
		["It sank with 12 children aboard.", ["12 [12, 12] exact child"]],
		["It sank with 12 families aboard.", ["12 [12, 12] exact family"]],
		[
			"It hit 12 buses, 3 houses and 4 churches.",
			["12 [12, 12] exact bus", "3 [3, 3] exact house", "4 [4, 4] exact church"],
		],
		["It hit one person.", ["one [1, 1] exact person"]],
		["It took three of the men.", ["three [3, 3] exact man"]],
		["They built 300 km of road.", ["300 [300, 300] exact km (measure)"]],
		["It took four hours.", ["four [4, 4] exact hour (measure)"]],
		["It took over two days.", ["over two [2, null] at-least day (measure)"]],
		["It grew by 40%.", ["40% [40, 40] exact % (share)"]],
		["It grew by 12 percent.", ["12 percent [12, 12] exact % (share)"]],
		["It grew by more than 12.5 per cent.", ["more than 12.5 per cent [12.5, null] more-than % (share)"]],
		["It cost $2.5 billion.", ["$2.5 billion [2500000000, 2500000000] exact $ (money)"]],
		["It cost £3m.", ["£3m [3000000, 3000000] exact GBP (money)"]],
		["It cost US$5,000.", ["US$5,000 [5000, 5000] exact USD (money)"]],
		["It cost up to 200,000 rubles.", ["up to 200,000 rubles [null, 200000] at-most RUB (money)"]],
		["It cost $500 to $2,000.", ["$500 to $2,000 [500, 2000] range $ (money)"]],
		["The man, aged 33, left.", ["33 [33, 33] exact year (age)"]],
		["A 33-year-old man left.", ["33 [33, 33] exact year (age)"]],
		["She is 33 years old.", ["33 [33, 33] exact year (age)"]],
		[
			"Three men, ages 25, 27 and 29, left.",
			[
				"Three [3, 3] exact man",
				"25 [25, 25] exact year (age)",
				"27 [27, 27] exact year (age)",
				"29 [29, 29] exact year (age)",
			],
		],
		["A man aged 25 and 12 women left.", ["25 [25, 25] exact year (age)", "12 [12, 12] exact woman"]],
		["Ana Vane, 33, left.", ["33 [33, 33] exact year (age)"]],
		["It hit a boy of 12.", ["12 [12, 12] exact year (age)"]],
		["She was 17 when it fell.", ["17 [17, 17] exact year (age)"]],
		["It hit a dozen of 12.", ["a dozen [12, 12] exact null", "12 [12, 12] exact null"]],
		["She was 17 points behind.", ["17 [17, 17] exact point"]],
		["It took a three-day visit.", ["three [3, 3] exact day (measure)"]],
		["A four-year-old left.", ["four [4, 4] exact year (age)"]],
		["A 12-member panel met.", ["12 [12, 12] exact member"]],
		["It was a 40-million-euro deal.", ["40-million-euro [40000000, 40000000] exact EUR (money)"]],
		["Two thirds of the wells dried.", ["Two thirds [66.6667, 66.6667] exact % (share)"]],
		["It hit more than half of them.", ["more than half [50, null] more-than % (share)"]],
		["It hit half the town.", ["half [50, 50] exact % (share)"]],
		["It took half an hour.", ["half an [0.5, 0.5] exact hour (measure)"]],
		["It hit one in five drivers.", ["one in five [20, 20] exact % (share)"]],
		["A third victim died.", ["third [3, 3] exact victim (ordinal)"]],
		["It was the 14th attack.", ["14th [14, 14] exact attack (ordinal)"]],
		["It was his twenty-first goal.", ["twenty-first [21, 21] exact goal (ordinal)"]],
		["Several homes fell.", ["Several [3, null] at-least home"]],
		["A couple of homes fell.", ["A couple of [2, 3] about home"]],
		["A few dozen homes fell.", ["A few dozen [24, null] at-least home"]],
		["It caused no casualties.", ["no [0, 0] exact casualty"]],
		["None of the passengers was hurt.", ["None [0, 0] exact passenger"]],
		["Nobody was killed.", ["Nobody [0, 0] exact person"]],
		["Both men left.", ["Both [2, 2] exact man"]],
		["The rate is 12 per 100,000.", ["12 [12, 12] exact per 100,000 (share)"]],
		["They paid 30 euros per head.", ["30 euros [30, 30] exact EUR (money)"]],
		["It fell to minus 12 degrees.", ["minus 12 [-12, -12] exact degree (measure)"]],
		["- 5 men left.", ["5 [5, 5] exact man"]],
		["It hit 12 of the 63 passengers.", ["12 [12, 12] exact passenger", "63 [63, 63] exact passenger"]],
		["It hit 12 and 14 homes.", ["12 [12, 12] exact home", "14 [14, 14] exact home"]],
		["In all 63 fled, and 12 homes burned.", ["63 [63, 63] exact null", "12 [12, 12] exact home"]],
		["It hit three men and a child.", ["three [3, 3] exact man", "a [1, 1] exact child"]],
		["It rose from 40 to 50.", ["40 [40, 40] exact null", "50 [50, 50] exact null"]],
		["It hit from 40 to 50 homes.", ["from 40 to 50 [40, 50] range home"]],
		["In all 63 were killed and 12 injured.", ["63 [63, 63] exact person", "12 [12, 12] exact person"]],
		["It hit at least about 60 homes.", ["at least about 60 [54, null] at-least home"]],
		["It hit 60-odd homes.", ["60-odd [60, 69] about home"]],
		["It hit 60 or more homes.", ["60 or more [60, null] at-least home"]],
		["CORRA — Four people left.", ["Four [4, 4] exact person"]],
	];
	it.each(cases)("%s", (text, expected) => {
		expect(numbersOf(text).map(say)).toEqual(expected);
	});

	it("gives the counted noun phrase its own span", () => {
		const text = "It hit more than 2,400 wooden homes.";
		expect(numbersOf(text)[0]).toMatchObject({
			start: 7,
			end: 22,
			counted: { start: 23, end: 35, exact: "wooden homes" },
		});
	});
});

describe("numbers in other languages", () => {
	it("reads a comma before decimals and a point between thousands where the language writes so", () => {
		const text = "Das Unwetter zerstörte 1.200 Häuser und kostete 3,5 Millionen Euro.";
		const article = makeArticle(text, { language: "de" });
		const { numbers } = findLanguage(article, findWords(article));
		expect(numbers.map(say)).toEqual([
			"1.200 [1200, 1200] exact null",
			"3,5 Millionen Euro [3500000, 3500000] exact EUR (money)",
		]);
	});
});

describe("numbers in other languages", () => {
	const cases: readonly (readonly [string, string, readonly string[]])[] = [
		["de", "Mehr als 2.400 Menschen kamen.", ["Mehr als 2.400 [2401, null] more-than null"]],
		["de", "Es kostete rund 3,5 Millionen Euro.", ["rund 3,5 Millionen Euro [3150000, 3850000] about EUR (money)"]],
		["es", "Costó 2,3 millones de euros.", ["2,3 millones de euros [2300000, 2300000] exact EUR (money)"]],
		["ru", "Это стоило 25 тыс. рублей.", ["25 тыс. рублей [25000, 25000] exact RUB (money)"]],
		["ru", "Более 1500 человек ушли.", ["Более 1500 [1501, null] more-than null"]],
		["ru", "Это было около 1600 года.", []],
		["tr", "Oran yüzde 12,4 oldu.", ["yüzde 12,4 [12.4, 12.4] exact % (share)"]],
		["tr", "20.000'den fazla ev yandı.", ["20.000'den fazla [20001, null] more-than null"]],
		["ar", "بلغت الكلفة 2.3 مليون دولار.", ["2.3 مليون دولار [2300000, 2300000] exact $ (money)"]],
		[
			"zh",
			"超过1500人参加，耗资2.3亿元。",
			["超过1500 [1501, null] more-than person", "2.3亿元 [230000000, 230000000] exact CNY (money)"],
		],
		["zh", "2031年5月3日举行第5次会议。", []],
		["ja", "被害額は2億3000万円だった。", ["2億3000万円 [230000000, 230000000] exact JPY (money)"]],
		["ja", "5人制の試合。", []],
		["ko", "약 300명이 모였다.", ["약 300 [250, 350] about person"]],
	];
	it.each(cases)("%s: %s", (language, text, expected) => {
		expect(numbersOf(text, language).map(say)).toEqual(expected);
	});
});

describe("numbers that count nothing", () => {
	const cases = [
		"It ended in 2031.",
		"It ended on May 14, 2031, at 9:30 a.m.",
		"Resolution 1988 passed.",
		"Article 5 applies.",
		"See No. 7 there.",
		"It was the 14th time.",
		"He lives on Fifth Avenue.",
		"They gave it a second chance.",
		"The first lady came.",
		"It was the third-largest port.",
		"The second half was slow.",
		"It burned at half past six.",
		"No plans were made.",
		"No other injuries were reported.",
		"No one else was hurt.",
		"They hope no one is hurt.",
		"Both sides met.",
		"Both the mayor and his wife came.",
		"The couple was found.",
		"It was a one-way street.",
		"They have a three-point plan.",
		"The odds were 3 to 1.",
		"World War Two ended.",
		"The Group of Seven met.",
		"Type 2 diabetes spreads.",
		"Call (205) 555-0134.",
		"Call +44 20 7946 0958.",
		"They have zero tolerance.",
		"One day it will rain.",
		"They won 3-2.",
		"No one came.",
		"One of the men came.",
		"One soon learns.",
		"Call 555-0134.",
		"See http://example.org/a/123/456 there.",
		"The Falcon 9 flew.",
		"It was version 2.0.1 of it.",
		"She came second.",
		"It burned in the 900 block of Orve Street.",
		"It burned at 5210 Orve Street.",
		"They called 911.",
	];
	it.each(cases)("%s", (text) => {
		expect(numbersOf(text)).toEqual([]);
	});
});
