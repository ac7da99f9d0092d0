import { francAll } from "franc";
import type { MetadataValue } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { countClosedWords, hasClosedWords, outright, surest } from "./closed-words.ts";

/** Languages of news by their ISO 639-3 code, as the detector names them, and their BCP 47 code. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
	(
		"eng en,fra fr,deu de,spa es,por pt,ita it,nld nl,swe sv,dan da,nob nb,nno nn,fin fi,est et,lvs lv,lit lt,pol pl,ces cs,slk sk," +
		"slv sl,hrv hr,srp sr,bos bs,bul bg,mkd mk,ron ro,hun hu,ell el,tur tr,azj az,rus ru,ukr uk,bel be,kaz kk,kir ky,uzn uz,tgk tg," +
		"hye hy,kat ka,heb he,arb ar,pes fa,prs fa,pbu ps,urd ur,hin hi,ben bn,mar mr,nep ne,guj gu,pan pa,tam ta,tel te,kan kn,mal ml," +
		"sin si,mya my,tha th,lao lo,khm km,vie vi,ind id,zlm ms,tgl tl,fil tl,jav jv,kor ko,jpn ja,cmn zh,amh am,som so,swh sw,hau ha," +
		"yor yo,ibo ig,zul zu,xho xh,afr af,cat ca,glg gl,eus eu,als sq,isl is,gle ga,cym cy,uig ug,khk mn,kmr ku,ckb ku"
	)
		.split(",")
		.map((pair) => {
			const [long = "", short = ""] = pair.split(" ");
			return [long, short];
		}),
);

/** Letters below which no language is told. */
const FEWEST_LETTERS = 60;

/** UTF-16 units of the body that are looked at. */
const LOOKED_AT = 1500;

/** Languages whose texts the detector confuses: what the page states decides between them. */
const NEIGHBOURS: readonly ReadonlySet<string>[] = [
	new Set(["nb", "nn", "no", "da", "sv"]),
	new Set(["hr", "sr", "bs", "sl"]),
	new Set(["id", "ms", "jv"]),
	new Set(["cs", "sk"]),
	new Set(["es", "gl", "ca", "pt"]),
	new Set(["fa", "ps", "ur", "ku"]),
	new Set(["ru", "uk", "be", "bg", "mk"]),
	new Set(["hi", "mr", "ne"]),
	new Set(["nl", "af", "de"]),
];

/** Lead (0–1) that the first language must have over the second when nothing else says which it is. */
const LEAD = 0.02;

/**
 * The body's language as a BCP 47 primary tag, or null: too few letters, or two languages too near
 * each other. A language that the page states counts when the text bears it out or speaks for none.
 */
export function detectLanguage(text: string, body: readonly Span[], stated: string | null): string | null {
	let sample = "";
	for (const { start, end } of body) {
		if (sample.length >= LOOKED_AT) break;
		sample += `${text.slice(start, Math.min(end, start + LOOKED_AT))}\n`;
	}
	const written = languageByLetters(sample);
	if (written !== null) return written;
	if ((sample.match(/[\p{L}\p{M}]/gu)?.length ?? 0) < FEWEST_LETTERS) return null;
	const own = stated === null ? null : (LANGUAGES.get(stated) ?? stated);
	const words = countClosedWords(sample.slice(0, LOOKED_AT));
	const plain = outright(words);
	if (plain !== null) return own !== null && areNeighbours(own, plain) ? own : plain;
	const ranked = francAll(sample.slice(0, LOOKED_AT), { only: [...LANGUAGES.keys()] });
	const first = ranked[0];
	const found = first === undefined ? null : (LANGUAGES.get(first[0]) ?? null);
	if (found === null) return own;
	if (own === found) return own;
	// "no" stands for both written forms of Norwegian; the text tells which.
	if (own === "no" && (found === "nb" || found === "nn")) return found;
	if (own !== null && areNeighbours(own, found)) return own;
	// Small words outweigh letters: a short text has few of these, and relatives share most.
	const told = surest(words);
	if (told !== null && (own === null || own === told || !areNeighbours(own, told))) return told;
	const hits = words.find(({ language }) => language === found)?.hits ?? 0;
	const rivals = words.filter((one) => one.language !== found && one.hits >= hits);
	if (own === null && rivals.some((one) => one.hits > hits || areNeighbours(one.language, found))) return null;
	if (own === null && hits === 0 && hasClosedWords(found) && NEIGHBOURS.some((group) => group.has(found))) return null;
	const second = ranked.find(([code]) => LANGUAGES.get(code) !== found);
	if (second && first && first[1] - second[1] < LEAD && !(own === null && first[1] === 1)) {
		return own !== null && LANGUAGES.get(second[0]) === own ? own : null;
	}
	return found;
}

function areNeighbours(a: string, b: string): boolean {
	return NEIGHBOURS.some((group) => group.has(a) && group.has(b));
}

/** Scripts that one language of news is written in. */
const OWN_SCRIPT: readonly (readonly [language: string, letter: RegExp])[] = [
	["ko", /\p{Script=Hangul}/gu],
	["he", /\p{Script=Hebrew}/gu],
	["th", /\p{Script=Thai}/gu],
	["ka", /\p{Script=Georgian}/gu],
	["hy", /\p{Script=Armenian}/gu],
	["el", /\p{Script=Greek}/gu],
];
/** Letters from which a script tells the language. */
const FEWEST_OF_SCRIPT = 10;

/** Letters of Persian, Urdu, Pashto, Kurdish and Uyghur that Arabic does not have. */
const NOT_ARABIC = /[پچژگیکٹڈڑےںہھټډړښۆێڕڵۇۈې]/u;

/** Share of kana among Han and kana from which a text is Japanese, and up to which it is Chinese with a borrowed name. */
const JAPANESE_FROM = 0.1;
const CHINESE_TO = 0.02;

/** Share of the letters that þ and ð must have for Icelandic; English of a thousand years ago is no news. */
const ICELANDIC_FROM = 0.01;

/** The language that the letters alone show; null when they leave it open. */
function languageByLetters(sample: string): string | null {
	const letters = sample.match(/\p{L}/gu)?.length ?? 0;
	const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
	const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
	if (letters < FEWEST_OF_SCRIPT) return null;
	for (const [language, letter] of OWN_SCRIPT) {
		if ((sample.match(letter)?.length ?? 0) * 2 > letters) return language;
	}
	const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0;
	if (
		arabic * 2 > letters &&
		!NOT_ARABIC.test(sample) &&
		(sample.match(/(?:^|[^\p{L}])و?ال\p{L}|ة/gu)?.length ?? 0) >= 2
	)
		return "ar";
	if ((han + kana) * 2 >= letters) {
		const share = kana / (han + kana);
		return share >= JAPANESE_FROM ? "ja" : share <= CHINESE_TO ? "zh" : null;
	}
	const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
	if (cyrillic * 2 > letters && !/[әғқңөұүһҳҷӣӯ]/iu.test(sample)) {
		if (/ў/iu.test(sample)) return "be";
		if (/[їє]/iu.test(sample) && !/[ыэ]/iu.test(sample)) return "uk";
		if (/[ыэ]/iu.test(sample) && !/[іїєђћѓќ]/iu.test(sample)) return "ru";
	}
	// Letters that of all languages of news in Latin letters Czech or Slovak alone has.
	const czech = sample.match(/[řů]/giu)?.length ?? 0;
	const slovak = sample.match(/[ľŕĺ]/giu)?.length ?? 0;
	if (czech >= 3 && slovak === 0 && czech * 100 >= letters) return "cs";
	if (slovak >= 3 && czech === 0 && slovak * 100 >= letters) return "sk";
	const icelandic = sample.match(/[þð]/giu)?.length ?? 0;
	return icelandic >= letters * ICELANDIC_FROM && /þ/iu.test(sample) && /ð/iu.test(sample) ? "is" : null;
}

/** The values of a report's languages, of which those count as taken that say what its text was found to be. */
export function markLanguages(metadata: readonly MetadataValue[], language: string | null): MetadataValue[] {
	let taken = false;
	return metadata.map((value) => {
		if (value.field !== "language") return value;
		const code = primaryTag(value.text);
		const own = !taken && code !== null && (LANGUAGES.get(code) ?? code) === language;
		if (own) taken = true;
		return { ...value, taken: own };
	});
}

/** The primary tag of a language as a page writes it (`en-GB`, `de_AT`), or null when it is none ("utf-8"). */
export function primaryTag(written: string): string | null {
	const code = /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i.exec(written.trim())?.[1]?.toLowerCase() ?? null;
	return code === null || code === "utf" || code === "und" || code === "mul" ? null : code;
}
