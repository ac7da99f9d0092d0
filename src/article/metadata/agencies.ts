/**
 * News agencies as bylines and credits write them. Wire names are a closed class that changes
 * slowly; an agency that is not here is still read where its place shows it, as in "PLACE (NAME) –".
 */
const AGENCIES: ReadonlySet<string> = new Set(
	(
		"reuters|thomson reuters|afp|agence france-presse|agence france presse|ap|associated press|the associated press|upi|" +
		"united press international|dpa|efe|ansa|pa|pa media|press association|tass|itar-tass|interfax|ria novosti|ria|" +
		"sputnik|xinhua|kyodo|kyodo news|yonhap|pti|press trust of india|ani|ians|app|anadolu|anadolu agency|aa|irna|" +
		"bernama|antara|vna|apa|belga|anp|ntb|tt|ritzau|pap|ctk|mti|ukrinform|unian|belta|kazinform|trend|mena|wam|spa|sana|" +
		"bloomberg|bloomberg news|dow jones|nan|agencies|agency|news agencies|wire services|cp|canadian press|" +
		"the canadian press|aap|lusa|agerpres|tanjug|hina|sta|ata|bta|azertac|armenpress|kcna|cna|jiji|jiji press|inter press service|ips|" +
		"sid|sda|ats|keystone-sda|keystone sda|kna|epd|dts|dapd|dpa-afx|afp deutschland|ntb-afp|stt|bns|leta|elta|čtk|tasr|sita|fena|mediafax|agerpres|" +
		"anadolu ajansı|iha|i̇ha|dha|demirören haber ajansı|ihlas haber ajansı|adnkronos|agi|askanews|lapresse|italpress|europa press|notimex|" +
		"telam|télam|prensa latina|agencia brasil|agência brasil|agência lusa|agência estado|estadão conteúdo|folhapress|colpisa|servimedia|" +
		"тасс|риа новости|интерфакс|рейтер|reuters ukraine|укринформ|укрінформ|уніан|унiан|интерфакс-украина|белта|казинформ|" +
		"新华社|新華社|中新社|中国新闻网|共同通信|共同|時事|时事|時事通信|中央社|法新社|路透社|美聯社|美联社|ロイター|ロイター通信|ap通信|afp時事|" +
		"연합뉴스|뉴시스|뉴스1|رويترز|وكالات|أ ف ب|أ.ف.ب|فرانس برس|واس|وام|الأناضول|سبوتنيك|" +
		"antara news|bernama news agency|news agency of nigeria|ghana news agency|khaama|pajhwok|saba|petra|kuna|spa|qna|wafa|maan|pna|news24 wire|" +
		"ritzaus bureau|tt nyhetsbyrån|ntb scanpix|belga news|anp nieuws|pap biznes|agence belga|agencia efe|agenzia ansa|afp/reuters|reuters/afp|" +
		"भाषा|पीटीआई|वार्ता|एएनआई|आईएएनएस|رويترز للأنباء|شينخوا|كونا|سانا|د ب أ|أ ش أ|ایرنا|ایسنا|تسنیم|بترا|риа|聯合ニュース|聯合|時事通信社|共同通信社|中央通訊社|中通社"
	).split("|"),
);

/** Whether a name, as written, is that of a news agency. */
export function isAgency(name: string): boolean {
	return AGENCIES.has(
		name
			.trim()
			.toLowerCase()
			.replace(/^[([]|[)\].]$/g, ""),
	);
}

/** Outlets whose own reports others carry under their name, in brackets after the place as an agency's. */
const CARRIED = /^(?:cnn|cnn business|cnn wire|bbc|bbc news|npr|voa|voa news|rfe\/rl|dw|nbc news|cbs news|abc news)$/i;

/** Whether a dateline's words name agencies, or outlets that are carried as agencies are, and nothing else: "AFP/dpa". */
export function areWires(written: string): boolean {
	const names = splitWires(written);
	return names.length > 0 && names.every((name) => isAgency(name) || CARRIED.test(name));
}

/** The agencies of a dateline, one by one. */
export function splitWires(written: string): string[] {
	if (isAgency(written) || CARRIED.test(written.trim())) return [written.trim()];
	return written
		.split(/\s*[/,;&]\s*|\s+(?:and|und|et|y|e)\s+/u)
		.map((name) => name.trim())
		.filter((name) => name !== "");
}

/** Words that show a name to be that of an outlet or a desk rather than a person. */
const OUTLET_WORD =
	/\b(?:news|times|post|press|herald|tribune|gazette|journal|agency|agencies|media|radio|tv|television|broadcasting|daily|weekly|online|network|wire|service|bureau|desk|staff|team|editors?|editorial|newsroom|monitor|magazine|review|telegraph|standard|dispatch|ledger|examiner|sentinel|echo|guardian|globe|chronicle|courier|observer|telegraph|today|report|reporters?|correspondents?)\b/i;

/** Whether a name, as written, is an outlet's, a desk's or an agency's rather than a person's. */
export function isOutletName(name: string): boolean {
	return isAgency(name) || OUTLET_WORD.test(name) || /^\w+\.(?:com|org|net|info|tv|news|[a-z]{2})$/i.test(name);
}
