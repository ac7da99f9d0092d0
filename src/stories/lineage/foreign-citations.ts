/**
 * Whether words of other languages than English beside a medium's name make it a source.
 *
 * Catches: "laut Nordpress", "Nordpress zufolge", "wie die Agentur Nordpress meldete", "selon Nordpress", "a déclaré
 * Hedda Brand à l'agence Nordpress", "informó Nordpress", "сообщает Нордпресс".
 * Must not: "Nordpress entlässt vierzig Reporter", "le siège de Nordpress", "la directora de Nordpress".
 *
 * @param before the folded words of the sentence before the name
 * @param after those behind it
 */
export function isCitedAbroad(before: readonly string[], after: readonly string[]): boolean {
	let at = before.length - 1;
	let toAgency = false;
	while (at >= 0 && before.length - at <= MOST_SKIPPED && BETWEEN.test(before[at] ?? "")) {
		toAgency ||= TO_AGENCY.test(`${before[at - 1] ?? ""} ${before[at] ?? ""}`);
		at--;
	}
	const [earlier, last] = [before[at - 1] ?? "", before[at] ?? ""];
	if (toAgency || ACCORDING.test(last) || ACCORDING_TWO.test(`${earlier} ${last}`) || REPORTS.test(last)) return true;
	const [next, second] = [after[0] ?? "", after[1] ?? ""];
	return BEHIND.test(next) || REPORTS.test(next) || (AUXILIARY.test(next) && REPORTS.test(second));
}

/** How many words between what makes a source and the name are passed over. */
const MOST_SKIPPED = 4;
const BETWEEN =
	/^(?:der|die|das|den|dem|le|la|les|el|il|lo|los|o|a|à|al|de|het|en|nachrichtenagentur|agentur|zeitung|sender|l['’]agence|agence|journal|quotidien|l['’]agencia|agencia|agência|diario|periódico|l['’]agenzia|all['’]agenzia|agenzia|quotidiano|jornal|persbureau|агентство|агентства|агентству|газета|газете|издание|изданию)$/u;
/** "told the agency": behind a verb or not, the words go to it. */
const TO_AGENCY =
	/^(?:der (?:nachrichten)?agentur|der zeitung|dem sender|à l['’]agence|au (?:journal|quotidien)|a la agencia|al (?:diario|periódico)|à agência|ao jornal|\S* all['’]agenzia|al quotidiano|\S* агентству|\S* газете|\S* изданию)$/u;
const ACCORDING =
	/^(?:laut|gegenüber|selon|d['’]après|según|segundo|secondo|volgens|enligt|ifølge|według|согласно|podle|tegenover)$/u;
const ACCORDING_TWO =
	/^(?:по (?:данным|информации|сообщению|словам)|со ссылкой|ссылкой на|als (?:quelle|meldung)|citant l['’]agence)$/u;
const REPORTS =
	/^(?:berichtet|berichtete|berichteten|meldet|meldete|schreibt|schrieb|zitiert|zitierte|rapporte|rapportait|rapporté|écrit|indique|annonce|informe|informa|informó|reporta|reportó|señala|señaló|publicó|publica|recoge|riporta|riferisce|scrive|informou|noticiou|relatou|noticia|meldde|meldt|schreef|rapporterar|skriver|сообщает|сообщил|сообщила|сообщило|передает|передаёт|передал|передало|пишет|пишут)$/u;
const BEHIND = /^(?:zufolge)$/u;
const AUXILIARY = /^(?:a|ha|hat|hatte|avait|había|heeft|har)$/u;
