import type { SourceLine, Stated } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { contains } from "../../text/spans.ts";
import { areWires, isAgency, splitWires } from "./agencies.ts";

/**
 * Where a report's own text credits an agency: in brackets or between slashes at its ends, or in a
 * line that says whose material it holds.
 *
 * Catches: "… was closed. (AFP, Reuters)", "/AFP/ The ferry sank", "With files from Brask News Agency",
 * "(mit Material von dpa)", "avec AFP", "Reuters contributed to this report."
 * Leaves: "the deal (AFP saw a copy) was closed", "With reporting by Ada Quill", "he told Reuters."
 */
export const AGENCY_TAG = "agency-tag";

/** Blocks at the report's start and end that are looked at, and UTF-16 units of each. */
const FIRST = 2;
const LAST = 4;
const LOOKED_AT = 200;

/** Agencies that one text credits. */
const MOST = 12;

/** Agencies that write themselves small; of others a small writing is a word ("trend", "spa"). */
const SMALL =
	/^(?:dpa(?:-afx)?|afp|ap|sid|kna|epd|apa|sda|dts|ddp|dapd|rtr|ntb|tt|ritzau|anp|belga|ansa|efe|lusa|čtk|pap|reuters)$/;
/** Names that show themselves to be agencies'. */
const AGENCY_NAME =
	/^(?:Agen(?:ce|cia|zia)\s.+|.+\s(?:News Agency|Newswire|Wire|Wire Service|News Service|Press Agency|Press Association))$/u;

/** "with files from": what follows is whose words they are, whatever it is called. */
const MATERIAL =
	/^(?:\s|[—–-])*(?:(?:(?:with|additional|includes?|contains?|this (?:report|story|article) (?:includes|contains|uses)) )+(?:additional )?(?:files?|material|inputs?|agency inputs?|information|contributions?|copy|agency reports?|wire (?:reports?|services?))(?: provided)? (?:from|by)|(?:mit|unter verwendung von) (?:agentur)?(?:material|materialien|informationen|inhalten)(?: (?:der|von|vom))?|avec (?:des )?(?:informations|dépêches) (?:de|d['’])|con (?:informaci[oó]n|datos|material|reportes|informes) de(?: la agencia| agencias)?|con (?:informazioni|materiale) (?:di|da)|com (?:informações|material|dados|agências?) (?:de|da|do|das|dos)|met (?:informatie|materiaal) van|med (?:materiale?|stoff|information) (?:fra|från)|с использованием материалов|za materiał(?:em|ami)|s využitím materiálu)\s*:?\s+(?:the |la |l['’]|der |die |dem )?/iu;
/** "Source:", "©", "avec": counts only before the name of a known agency. */
const BEFORE_AGENCY =
	/^(?:\s|[—–-])*(?:(?:source|sources|quellen?|fuentes?|fonti|fonte|fontes|bron(?:nen)?|kilde|källa|lähde|źródło|zdroj|источник|джерело|kaynak|sumber|出典|来源|來源|자료|المصدر)\s*[:：]|©|\(c\)|copyright|(?:with )?(?:additional )?reporting (?:by|from)|(?:with )?reports? (?:by|from)|по материалам|по данным|за матеріалами|за даними|with|avec|mit|con|com|met|med|med|z|via|par|by)\s*(?:the |l['’]|agencias? |agenzia |agence )?/iu;
const CONTRIBUTED =
	/\s+(?:also )?(?:contributed|helped)\s+(?:to|with)\s+(?:this|the) (?:report|story|article|reporting)\.?$|\s+contributed reporting\.?$/iu;
const PARTS = /\s*(?:[,;/+&、，]|\s(?:and|und|et|y|e|og|och|en|i|и|та|ve|dan)\s)\s*/iu;

/**
 * The agencies credited, in the order of the text, each place once; `text` is the name as written and
 * `span` its place.
 *
 * @param body the report's blocks, sorted
 * @param sourceLines lines by which the text says where it was taken from, which stand beside the body
 */
export function findAgencyTags(text: string, body: readonly Span[], sourceLines: readonly SourceLine[] = []): Stated[] {
	const tags: Stated[] = [];
	const add = (start: number, name: string): void => {
		const span = { start, end: start + name.length };
		if (tags.length < MOST && !tags.some((tag) => tag.span && contains(tag.span, span)))
			tags.push({ text: name, span, from: AGENCY_TAG });
	};
	for (const block of body.slice(0, FIRST))
		readHead(text.slice(block.start, Math.min(block.end, block.start + LOOKED_AT)), block.start, add);
	for (const block of body.slice(-LAST)) readTail(text, block, add);
	for (const line of sourceLines) {
		const at = line.name === null ? -1 : line.exact.lastIndexOf(line.name);
		if (at >= 0 && line.name !== null && (isKnown(line.name) || MATERIAL.test(unbracket(line.exact))))
			add(line.start + at, line.name);
		else if (at < 0) readCredit(line.exact, line.start, add);
	}
	return tags.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

type Add = (start: number, name: string) => void;

function isKnown(name: string): boolean {
	const bare = name.trim();
	if (AGENCY_NAME.test(bare)) return true;
	return isAgency(bare) && (SMALL.test(bare) || bare !== bare.toLowerCase() || bare === bare.toUpperCase());
}

function unbracket(text: string): string {
	return text.replace(/^[\s([（]+|[\s)\]）.]+$/g, "");
}

/** "(AFP) – The ferry", "/AFP/ The ferry", "AFP — The ferry". */
function readHead(head: string, start: number, add: Add): void {
	const match =
		/^\s*(?:[([（]([^()[\]（）]{2,40})[)\]）]|\/([^/\s][^/]{1,30})\/|(\p{Lu}[\p{L} .-]{1,30}?)\s*[–—](?=\s))/u.exec(
			head,
		);
	const name = match?.[1] ?? match?.[2] ?? match?.[3];
	if (!match || name === undefined) return;
	// "(CNN) —": an outlet that others carry is credited so before the first word, and nowhere else.
	if (match[1] !== undefined && areWires(name) && /^\s*[([（][^)\]）]*[)\]）]\s*(?:--|[–—]|-\s)/u.test(head))
		addWires(name, start + match[0].indexOf(name), add);
	else if (match[2] !== undefined && /^\p{Lu}{2,10}$/u.test(name)) add(start + match[0].indexOf(name), name);
	else addParts(name, start + match[0].indexOf(name), false, add);
}

function addWires(written: string, start: number, add: Add): void {
	let at = 0;
	for (const name of splitWires(written)) {
		at = written.indexOf(name, at);
		add(start + at, name);
		at += name.length;
	}
}

function readTail(text: string, block: Span, add: Add): void {
	const from = Math.max(block.start, block.end - LOOKED_AT);
	const tail = text.slice(from, block.end);
	const bracketed = /[([（]([^()[\]（）]{2,100})[)\]）]\s*[.。]?\s*$/u.exec(tail);
	if (bracketed?.[1] !== undefined) {
		const inside = from + bracketed.index + 1;
		if (!readCredit(bracketed[1], inside, add)) addParts(bracketed[1], inside, true, add);
		return;
	}
	if (block.end - block.start <= LOOKED_AT) {
		const whole = tail.trimEnd();
		if (readCredit(whole, from, add)) return;
		const lone = unbracket(whole);
		if (isKnown(lone)) add(from + whole.indexOf(lone), lone);
	}
}

/** A stretch that is a credit from end to end. */
function readCredit(written: string, start: number, add: Add): boolean {
	const contributed = CONTRIBUTED.exec(written);
	if (contributed)
		return addParts(
			written.slice(0, contributed.index).replace(/^\s*the /i, (the) => " ".repeat(the.length)),
			start,
			false,
			add,
		);
	const material = MATERIAL.exec(written)?.[0].length;
	if (material !== undefined) return addNamed(written.slice(material), start + material, add);
	const before = BEFORE_AGENCY.exec(written)?.[0].length;
	return before !== undefined && before > 0 && addParts(written.slice(before), start + before, false, add);
}

/** Every part must be an agency; with `initials`, also the small letters by which a desk signs. */
function addParts(written: string, start: number, initials: boolean, add: Add): boolean {
	const parts = splitParts(written);
	const known = parts.filter(({ name }) => isKnown(name));
	if (known.length === 0) return false;
	if (!parts.every(({ name }) => isKnown(name) || (initials && /^[\p{Ll}\d-]{1,5}$/u.test(name)))) return false;
	for (const { name, at } of known) add(start + at, name);
	return true;
}

/** Every part must be known, or a name: few words, each with a capital but for particles. */
function addNamed(written: string, start: number, add: Add): boolean {
	const parts = splitParts(written);
	const isName = (name: string): boolean =>
		isKnown(name) ||
		(/^\p{Lu}/u.test(name) &&
			/^(?:\p{Lu}\S*|of|the|de|del|der|di|da|do)(?:\s(?:\p{Lu}\S*|of|the|de|del|der|di|da|do)){0,5}$/u.test(name));
	if (parts.length === 0 || !parts.every(({ name }) => isName(name))) return false;
	for (const { name, at } of parts) add(start + at, name);
	return true;
}

function splitParts(written: string): { readonly name: string; readonly at: number }[] {
	const parts: { name: string; at: number }[] = [];
	let at = 0;
	const push = (from: number, to: number): void => {
		const raw = written.slice(from, to);
		const article = /^\s*(?:the|l['’]|la|der|die)\s+/i.exec(raw)?.[0].length ?? 0;
		const name = raw
			.slice(article)
			.trim()
			.replace(/[\s.)\]）*]+$/u, "");
		if (name !== "") parts.push({ name, at: from + article + raw.slice(article).indexOf(name) });
	};
	for (const match of written.matchAll(new RegExp(PARTS, "giu"))) {
		push(at, match.index);
		at = match.index + match[0].length;
	}
	push(at, written.length);
	return parts;
}
