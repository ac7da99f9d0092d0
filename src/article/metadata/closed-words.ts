/**
 * Small words (articles, pronouns, conjunctions, prepositions) that tell one language from its
 * relatives. A word that a relative writes the same way is left out, so that one of these weighs more
 * than many shared letters. In the order of how much news is written in them.
 *
 * Catches: "não … uma … pelo" for Portuguese beside Galician, "und … nicht … wurde" for German.
 * Leaves: a text whose small words speak for two languages alike.
 */
const WORDS: readonly string[] = [
	"en the and of that was with is were have from which this they their has been by his said would about after who are had not",
	"es el los las y del una su al más fue pero según desde ha sus muy también hasta sin",
	"pt um uma não em são pelo pela à às mas também já seu sua ao aos foram você mais até isso num numa",
	"fr les des une est dans pour qui sur avec pas aux ont été leur cette sont ses mais où elle",
	"de der das und ist nicht den dem eine mit auf von sich auch wurde nach bei zu im ich wir sie aus einen",
	"it il che di della dei gli è non sono nel alla anche più dal delle degli ha questo dopo",
	"nl het een van niet zijn voor aan ook werd bij naar dat te uit zij heeft hebben maar",
	"ru и что это был или когда они его чтобы как все еще из-за также она их мы",
	"pl się że nie jest przez był oraz są jego po dla jak które ale przy od",
	"tr ve bir bu için ile olarak olan daha çok sonra kadar gibi değil ancak",
	"sv och att är för från ett inte efter också eller där när vid blev sig sedan utanför någon inom",
	"da af blev ikke efter mellem også jeg hvad siger uden været mod og nogen",
	"nb ble ikke etter mellom også jeg hva sier uten vært mot og noen opplyser grunn innen bare",
	"nn ikkje eg frå ein eit nokon dei vart ho kva meir noko og mellom utan sidan",
	"fi ja ei että oli hän mutta ovat kun sekä myös mukaan joka ole olla vain kuin",
	"uk і що це був або коли вони його від та є також після під було які",
	"be і што гэта быў або калі яны яго ад таксама пасля пад было якія",
	"cs že se jsou byl který při jsme pro ještě také nebo podle jeho ve",
	"sk že sa sú bol ktorý pri sme pre ešte tiež alebo podľa jeho vo",
	"ro și în este din pentru care nu au fost cu mai sau după prin",
	"hu az és hogy egy volt meg csak már után szerint vagy",
	"el και το της του να με για από που είναι δεν στην στο",
	"id bahwa bisa karena polisi yang dan tidak dari kepada saat warga mengatakan hingga usai sejumlah sekitar senin selasa jumat minggu",
	"ms bahawa boleh kerana polis yang dan tidak daripada kepada beliau ialah berkata manakala sehingga isnin jumaat ahad",
	"ca els amb dels és aquest aquesta seva perquè una però també va més les",
	"gl unha unhas polo pola coa tamén xa súa moi dende ata máis non nunha",
	"af nie vir hulle wat 'n deur sy was sê dit ook haar",
	"hr tijekom tko također što gdje prije poslije nije koji su vrijeme tisuća",
	"bs također šta gdje prije poslije nije koji su vrijeme hiljada",
	"sr takođe šta gde pre posle nije koji su vreme hiljada",
];

const LANGUAGES: readonly string[] = WORDS.map((line) => line.split(" ")[0] ?? "");

/** The languages of each small word, as places in `LANGUAGES`. */
const KNOWN: ReadonlyMap<string, readonly number[]> = (() => {
	const known = new Map<string, number[]>();
	for (const [at, line] of WORDS.entries())
		for (const word of new Set(line.split(" ").slice(1))) {
			const places = known.get(word);
			if (places) places.push(at);
			else known.set(word, [at]);
		}
	return known;
})();

/** How many running words of a text are small words of a language. */
export interface ClosedWords {
	readonly language: string;
	readonly hits: number;
}

/** Whether small words of a language are known. */
export function hasClosedWords(language: string): boolean {
	return LANGUAGES.includes(language);
}

/** Small words from which, and times the next language's, a text is told by them. */
const FEWEST = 3;
const LEAD = 1.5;

/** Every language that a text has small words of, most first; empty where it has none. */
export function countClosedWords(sample: string): ClosedWords[] {
	const hits = LANGUAGES.map(() => 0);
	for (const [word] of sample.toLowerCase().matchAll(/'n(?!\p{L})|[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)?/gu))
		for (const at of KNOWN.get(word) ?? []) hits[at] = (hits[at] ?? 0) + 1;
	return LANGUAGES.map((language, at) => ({ language, hits: hits[at] ?? 0 }))
		.filter((one) => one.hits > 0)
		.sort((a, b) => b.hits - a.hits);
}

/** The language that the small words show beyond doubt; null when two fit or too few stand there. */
export function surest([first, second]: readonly ClosedWords[]): string | null {
	if (!first) return null;
	const next = second?.hits ?? 0;
	return first.hits >= (next === 0 ? FEWEST - 1 : FEWEST) && first.hits >= next * LEAD ? first.language : null;
}

/** Small words from which, and times the next language's, letters need not be asked any more. */
const MANY = 20;
const FAR_AHEAD = 4;

/** The language of a text so full of its small words that no relative comes near; null when none is. */
export function outright([first, second]: readonly ClosedWords[]): string | null {
	return first && first.hits >= MANY && first.hits >= (second?.hits ?? 0) * FAR_AHEAD ? first.language : null;
}
