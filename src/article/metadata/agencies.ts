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
		"the canadian press|aap|lusa|agerpres|tanjug|hina|sta|ata|bta|azertac|armenpress|kcna|cna|jiji|jiji press|inter press service|ips"
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

/** Words that show a name to be that of an outlet or a desk rather than a person. */
const OUTLET_WORD =
	/\b(?:news|times|post|press|herald|tribune|gazette|journal|agency|agencies|media|radio|tv|television|broadcasting|daily|weekly|online|network|wire|service|bureau|desk|staff|team|editors?|editorial|newsroom|monitor|magazine|review|telegraph|standard|dispatch|ledger|examiner|sentinel|echo|guardian|globe|chronicle|courier|observer|telegraph|today|report|reporters?|correspondents?)\b/i;

/** Whether a name, as written, is an outlet's, a desk's or an agency's rather than a person's. */
export function isOutletName(name: string): boolean {
	return isAgency(name) || OUTLET_WORD.test(name) || /^\w+\.(?:com|org|net|info|tv|news|[a-z]{2})$/i.test(name);
}
