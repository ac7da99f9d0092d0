/** Closed classes of words that stand in bylines around names, in the usual news languages. */

/** What opens a byline: "By", "Written by", "Von", "作者：". */
export const BYLINE_LEAD: RegExp =
	/^(?:[|•·–—>/\s-]*)(?:(?:(?:written|story|reports?|reported|reporting|text|words|analysis|opinion|posted|published|article|photos?|updated|reviewed|created|a report)\s+)?by|von|par|por|di|door|av|af|przez|oleh|tekst(?:\s+(?:av|af))?|ein(?:e)? \p{Lu}\p{L}{3,20} von|un (?:article|texte) de|propos recueillis par|texto(?: de)?|testo di|a cura di|autor(?:i|es|en|in|innen|ka|ka?\s*textu)?|author\(?s?\)?|auteurs?|autore|autori|autoria|forfatter|författare|kirjoittanut|skrevet av|skriven av|publi(?:é|ée|cado|cato) par|publicado por|penulis|reporter|wartawan|pewarta|yazan|yazar|haber|szerző|автор(?:ы|и|ка)?|текст|корреспондент|بقلم|كتب|كتبت|作者|文|撰文|記者|记者|本报记者|本報記者|取材|執筆|글)(?=[\s:：/|])\s*[:：/|]?\s*/iu;
/** The same for scripts without spaces, where no space follows. */
export const ASIAN_LEAD: RegExp =
	/^(?:作者|撰文|文|本报记者|本報記者|本报通讯员|记者|記者|編譯|编译|取材|執筆|글)\s*[:：/|丨｜]?\s*(?=\p{Script=Han}|\p{Script=Hangul})/u;
/** What follows a name and is no part of it: 기자 (reporter), 記者, "외 1명" (and one more). */
export const TRAILING_TITLE: RegExp =
	/\s*(?:(?:선임|수습|인턴|객원|전문)?기자|특파원|논설위원|앵커|아나운서)?(?:\s*외\s*\d+\s*명)?$|\s*(?:記者|记者|報導|报道|特派員|編集委員|論説委員)$/u;

/** What a person is at an outlet: no part of a name. A whole part that is one is left out. */
export const ROLE: RegExp =
	/^(?:(?:the|our|a|an|de|del|della|der|die|le|la|il|senior|junior|chief|special|foreign|political|politics|staff|diplomatic|business|science|technology|tech|culture|sports?|health|education|environment|economics?|crime|court|legal|defen[cs]e|security|world|international|national|local|regional|city|investigative|investigations?|data|deputy|associate|assistant|managing|executive|contributing|digital|news|features?|lifestyle|travel|consumer|money|royal|white house|us|uk|europe|africa|asia|middle east|freelance|guest|agence|redaktionelle[rn]?)\s+)*(?:correspondents?|reporters?|writers?|editors?|editor-in-chief|staff|bureau chief|contributors?|analysts?|columnists?|desk|team|author|journalists?|producer|photographer|freelancer?|stringer|interns?|trainee|fellow|professor|lecturer|researcher|director|redakt(?:eur|eurin|ør|ör|or|orka|orin)|korrespondent(?:in)?|korrespondentin|chefredakt(?:eur|ør|ör)|volontär(?:in)?|journalist(?:in|e|a|ka)?|redact(?:eur|or|ora)|rédact(?:eur|rice)(?: en chef)?|correspondant(?:e)?|corresponsal|reportero|reportera|periodista|colaborador(?:a)?|giornalista|inviat[oa]|corrispondente|redattore|jornalista|repórter|toimittaja|reportér|redaktor|dziennikarz|dziennikarka|muhabir|editör|журналист(?:ка)?|корреспондент(?:ка)?|обозреватель|редактор|кореспондент(?:ка)?|기자|記者|记者)(?:\s+(?:in|at|of|for|für|de|en|i|a)\s.*)?$/iu;

/** A desk, a newsroom or a team, wherever the word stands in a name. */
export const DESK: RegExp =
	/(?:^|[^\p{L}])(?:editorial|newsroom|desk|staff|team|bureau|editors?|admin|administrator|webmaster|webdesk|correspondents?|reporters?|agencies|nachrichtenagentur(?:en)?|agenturen|online|digital|redaktion|onlineredaktion|redazione|redacci[oó]n|r[ée]daction|reda[cç][aã]o|redacció|redaksi|redaksjonen|redaktionen|redakcja|redakce|redakcia|redakcija|redactie|redac[tț]ia|toimitus|szerkesztőség|redação|haber merkezi|yazı işleri|редакция|редакція|редакцията|pressemitteilung|press release|gastbeitrag|guest author|contributors?|tim\s+redaksi)(?![\p{L}])|(?:redaktion|redactie|redakcja|redaktionen|newsroom|newsdesk)(?![\p{L}])|編集部|编辑部|編輯部|編集局|報道部|취재팀|온라인뉴스팀|편집국|뉴스팀|취재부/iu;

/** Parts of an outlet that stand where an author should. */
export const SECTION_WORDS: ReadonlySet<string> = new Set(
	(
		"news nachrichten actualité actualités noticias notizie notícias wiadomości zprávy správy новости новини haber haberler berita nieuws " +
		"uutiset nyheter nyheder world politics politik politique política politica sport sports deportes business wirtschaft économie " +
		"economía economia culture kultur cultura local regional opinion opinión meinung home latest breaking gundem gündem aktuell top"
	).split(" "),
);

/** Names of places of two words or more that bylines end in, as facts; one word after a name is a place anyway. */
export const LONG_PLACES: ReadonlySet<string> = new Set(
	(
		"new york|new york city|los angeles|san francisco|san diego|las vegas|washington dc|washington d.c.|hong kong|new delhi|" +
		"mexico city|cape town|kuala lumpur|abu dhabi|tel aviv|buenos aires|são paulo|rio de janeiro|phnom penh|addis ababa|" +
		"ho chi minh city|port moresby|san salvador|san josé|la paz|saint petersburg|st petersburg|st. petersburg|den haag|the hague|" +
		"frankfurt am main|den bosch|united nations|west bank|gaza city|east jerusalem|sri lanka|south africa|saudi arabia|new zealand"
	).split("|"),
);

/** Words that open or close the names of places: "Port Amity" after a comma is where, not who. */
export const PLACE_WORD: RegExp =
	/^(?:port|san|santa|santo|são|saint|st\.?|new|los|las|el|fort|mount|lake|north|south|east|west|cape|great|tel|abu|kuala|rio|buenos|bad|isle)\s|\s(?:city|town|island|islands|beach|bay|falls|springs|county|state|province|region|district|valley|harbour|harbor)$/iu;
