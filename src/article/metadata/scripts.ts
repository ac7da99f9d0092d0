/** Scripts that news is written in; letters of others count for none. */
const SCRIPTS: readonly (readonly [name: string, letter: RegExp])[] = [
	["Latin", /\p{Script=Latin}/gu],
	["Cyrillic", /\p{Script=Cyrillic}/gu],
	["Greek", /\p{Script=Greek}/gu],
	["Arabic", /\p{Script=Arabic}/gu],
	["Hebrew", /\p{Script=Hebrew}/gu],
	["Devanagari", /\p{Script=Devanagari}/gu],
	["Bengali", /\p{Script=Bengali}/gu],
	["Thai", /\p{Script=Thai}/gu],
	["Georgian", /\p{Script=Georgian}/gu],
	["Armenian", /\p{Script=Armenian}/gu],
	["Hangul", /\p{Script=Hangul}/gu],
	["Chinese or Japanese", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
];

/** The script of at least four in five letters of a text, or null when none is. */
export function mainScript(text: string): string | null {
	let best: string | null = null;
	let most = 0;
	let all = 0;
	for (const [name, letter] of SCRIPTS) {
		const count = text.match(letter)?.length ?? 0;
		all += count;
		if (count > most) {
			most = count;
			best = name;
		}
	}
	return most * 5 >= all * 4 ? best : null;
}
