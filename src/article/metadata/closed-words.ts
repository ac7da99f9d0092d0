/**
 * Small words (articles, pronouns, conjunctions, prepositions) that tell one language from its
 * relatives. A word that a relative writes the same way is left out, so that one of these weighs more
 * than many shared letters. In the order of how much news is written in them.
 *
 * Catches: "não … uma … pelo" for Portuguese beside Galician, "und … nicht … wurde" for German.
 * Leaves: a text whose small words speak for two languages alike.
 */
const WORDS: readonly string[] = [
	"en the and of that was with is were have from which this they their has been by",
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
	"fi ja on ei että oli hän mutta ovat kun sekä myös mukaan joka",
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

const LISTS: readonly (readonly [language: string, words: ReadonlySet<string>])[] = WORDS.map((line) => {
	const [language = "", ...words] = line.split(" ");
	return [language, new Set(words)];
});

/** How many running words of a text are small words of a language. */
export interface ClosedWords {
	readonly language: string;
	readonly hits: number;
}

/** Whether small words of a language are known. */
export function hasClosedWords(language: string): boolean {
	return LISTS.some(([known]) => known === language);
}

/** Small words from which, and times the next language's, a text is told by them. */
const FEWEST = 3;
const LEAD = 1.5;

/** Every language that a text has small words of, most first; empty where it has none. */
export function countClosedWords(sample: string): ClosedWords[] {
	const counts = new Map<string, number>();
	for (const match of sample.toLowerCase().matchAll(/'n(?!\p{L})|[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)?/gu)) {
		for (const [language, words] of LISTS) {
			if (words.has(match[0])) counts.set(language, (counts.get(language) ?? 0) + 1);
		}
	}
	const order = LISTS.map(([language]) => language);
	return [...counts]
		.map(([language, hits]) => ({ language, hits }))
		.sort((a, b) => b.hits - a.hits || order.indexOf(a.language) - order.indexOf(b.language));
}

/** The language that the small words show beyond doubt; null when two fit or too few stand there. */
export function surest([first, second]: readonly ClosedWords[]): string | null {
	if (!first) return null;
	const next = second?.hits ?? 0;
	return first.hits >= (next === 0 ? FEWEST - 1 : FEWEST) && first.hits >= next * LEAD ? first.language : null;
}
