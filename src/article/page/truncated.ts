import type { Block, Truncated } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { overlaps } from "../../text/spans.ts";
import { countWords } from "../lines/lines.ts";
import type { PageClaims } from "./claims.ts";
import { findConsentBlock, SENTENCE_WORDS } from "./consent.ts";
import type { Placed } from "./layout.ts";
import { GATE_RULE, gateOf } from "./regions/gate.ts";
import type { Region } from "./regions/region.ts";

/**
 * Whether a page holds less than the report, and why.
 *
 * Catches: two paragraphs, the second broken off, and "Subscribe to continue reading"; a consent dialog and nothing
 * else; 90 words of a report that the page says has 700 and is not free.
 * Leaves: a report in full on a page that says it is not free; an offer of a subscription between its paragraphs.
 */
export interface PageText {
	readonly text: string;
	readonly placed: readonly Placed[];
	/** Why each block was dropped, of those taken for the article. */
	readonly regions: readonly (Region | null)[];
	readonly body: readonly Block[];
	readonly claims: PageClaims;
}

/** Share (0–1) of the words that a page says its article has, under which some are missing, and over which none are. */
const MISSING = 0.6;
const COMPLETE = 0.85;

/** Words under which a report that a gate follows is taken for its opening. */
const SHORT = 160;

/** Words of the body below a gate that show that the gate cuts nothing off. */
const BELOW = 25;

/** Words up to which what a page says is not free is an opening, not a report in full. */
const STUB = 50;

/** Blocks below the body in which its gate may stand, and words of a body beside which a consent dialog is all there is. */
const REACH = 12;
const CONSENT_WORDS = 40;

/** Characters of a block in which a dialog's words are looked for. */
const LOOKED_AT = 2000;

/** Characters of a paragraph that ends in no mark and is broken off: shorter ones are lists and labels. */
const LONG = 80;

const REST = /\b(?:il vous reste|remaining|the rest of this|pozostało)\b|残り\s?[0-9０-９,，]{1,7}\s?文字/iu;
const BROKEN = /(?:…|\.{3}|\[…\]|\[\.{3}\]|[\p{L}\p{N},;–-])["'”’»]?$/u;
const ELLIPSIS = /(?:…|\.{3}|\[…\]|\[\.{3}\])["'”’»]?$/u;
const MORE =
	/^(?:[>»→]\s*)?(?:continue reading|read (?:more|the (?:full|rest|whole|entire) .{0,30}|full (?:story|article))|(?:den )?(?:ganzen|vollständigen) (?:artikel|beitrag) lesen|weiterlesen|lire la suite|leer m[áa]s|seguir leyendo|leia mais|continua a leggere|lees (?:meer|verder)|läs (?:mer|hela)|les mer|læs mere|lue lisää|czytaj (?:dalej|więcej)|číst dál|читать (?:далее|полностью)|читати (?:далі|повністю)|devamını oku|続きを読む|阅读全文|閱讀全文|더 ?보기)[^.]{0,60}$/iu;
/** What says that the whole report stands elsewhere, the full stop of a sentence before it or not. */
const WHOLE_ELSEWHERE =
	/^(?:[>»→]\s*)?(?:(?:continue|keep) reading (?:at|on|in)\b|(?:you can )?(?:read|see|find|continue to) (?:the|this) (?:full|whole|entire|complete|rest of (?:the|this)) (?:article|story|piece|column|post)\b|read (?:the )?full (?:article|story|text)\b|(?:den |die )?(?:ganzen?|vollständigen?|kompletten?) (?:artikel|beitrag|text|geschichte|bericht)\b.{0,30}(?:lesen|auf|bei|in)\b|lesen sie (?:den|die) (?:ganzen?|vollständigen?) |(?:lire|lisez|retrouvez) (?:la suite|l['’]article (?:complet|entier|intégral)|l['’]intégralité)|(?:leer|lea|lee|ver) (?:el|la) (?:art[íi]culo|nota|noticia|texto) (?:complet[oa]|[íi]ntegr[oa])|(?:ler|leia) (?:o|a) (?:artigo|mat[ée]ria|not[íi]cia|texto|reportagem) (?:complet[oa]|na [íi]ntegra)|(?:leggi|continua a leggere) (?:l['’]|il )(?:articolo|testo) (?:completo|integrale|intero)|(?:leggi|continua a leggere) (?:tutto )?su\b|lees (?:het )?(?:hele|volledige) (?:artikel|verhaal)|läs hela (?:artikeln|texten)|les (?:hele|resten av) (?:saken|artikkelen)|læs hele (?:artiklen|historien)|lue koko (?:juttu|artikkeli)|(?:prze)?czytaj (?:cały|całość)|(?:čtěte|přečtěte si|celý) (?:celý )?článek (?:čtěte|najdete|na)|читать (?:статью )?(?:полностью|целиком|далее на)|читати повністю|haberin (?:tamamı|devamı)|(?:記事)?全文(?:は|を)|阅读(?:原文|全文)|閱讀(?:原文|全文)|기사 ?전문)(?:[^.!?]|\.(?=\p{L})){0,60}[.!:»→>]?$/iu;

/** Why a page is cut off, and what of its body is the report all the same. */
export interface PageCut {
	readonly truncated: Truncated;
	readonly kept: readonly Block[];
}

export function findTruncated(page: PageText): PageCut | null {
	const consent = findConsent(page);
	if (consent) return consent;
	const truncated = findGateOrExcerpt(page);
	if (!truncated) return null;
	const { span } = truncated;
	return { truncated, kept: span === null ? page.body : page.body.filter((block) => !overlaps(block, span)) };
}

function findGateOrExcerpt(page: PageText): Truncated | null {
	const words = page.body.reduce((sum, { start, end }) => sum + countWords(page.text.slice(start, end)), 0);
	if (words === 0) return null;
	const { claims, text, body } = page;
	const part = claims.wordCount === null ? null : words / claims.wordCount;
	if (part !== null && part >= COMPLETE) return null;
	const last = body[body.length - 1];
	const ending = last ? text.slice(Math.max(last.start, last.end - 12), last.end) : "";
	const found = findGate(page);
	const short = words < SHORT;
	const missing = part !== null && part < MISSING;
	if (found) {
		const { kind, span } = found;
		const written = text.slice(span.start, span.end);
		const seen = REST.test(written)
			? "the page says how much is left to read"
			: missing
				? `the page says that the report has ${claims.wordCount} words, of which ${words} are here`
				: isBroken(last, ending)
					? "the text before it is broken off"
					: short || claims.free === false
						? `only ${words} words stand before it`
						: null;
		if (seen !== null) {
			const what = kind === "paywall" ? "a subscription is asked for to read on" : "an account is asked for to read on";
			return { kind, reason: `${what}, and ${seen}`, span };
		}
	}
	const stub = words <= STUB;
	if (claims.free === false && (missing || stub || (short && ELLIPSIS.test(ending)))) {
		const why = missing
			? `says that it has ${claims.wordCount} words, of which ${words} are here`
			: stub
				? `only ${words} words of it are here`
				: "the text here breaks off";
		return {
			kind: "paywall",
			reason: `the page says that the report is not free to read (${claims.from}), and ${why}`,
			span: null,
		};
	}
	const breaksOff = ELLIPSIS.test(ending);
	const more = findMore(page, last, breaksOff ? MORE : short ? WHOLE_ELSEWHERE : null);
	return (
		more && {
			kind: "excerpt",
			reason: breaksOff
				? "the text breaks off where the page points to the rest of it"
				: `only ${words} words stand above the line that points to the whole of it`,
			span: more,
		}
	);
}

/** Whether a paragraph breaks off: it ends in an ellipsis, or in the middle of a sentence. */
function isBroken(last: Block | undefined, ending: string): boolean {
	if (last?.kind !== "paragraph") return false;
	return ELLIPSIS.test(ending) || (BROKEN.test(ending) && last.end - last.start >= LONG);
}

/** The gate that the body ends at: no more than a few words of the body stand below it. */
function findGate({ placed, regions, body, text }: PageText): { kind: "paywall" | "log-in"; span: Span } | null {
	const first = body[0]?.start ?? 0;
	const end = body[body.length - 1]?.end ?? 0;
	const enough = startOfLast(BELOW, body, text);
	let below = 0;
	for (const [i, { start, end: to, piece, taken }] of placed.entries()) {
		if (start < first) continue;
		if (start >= end) below++;
		if (below > REACH) return null;
		const kind = taken
			? regions[i]?.rule === GATE_RULE
				? (gateOf(piece.text) ?? "paywall")
				: null
			: gateOf(piece.text);
		if (kind === null || isElsewhere(piece.around.map(({ name }) => name))) continue;
		if (start >= enough) return { kind, span: { start, end: to } };
	}
	return null;
}

/** Where the stretch at the body's end begins that has at most so many words. */
function startOfLast(words: number, body: readonly Block[], text: string): number {
	let count = 0;
	let from = body[body.length - 1]?.end ?? 0;
	for (let i = body.length - 1; i >= 0; i--) {
		const block = body[i];
		if (!block) break;
		count += countWords(text.slice(block.start, block.end));
		if (count > words) return block.end;
		from = block.start;
	}
	return from;
}

function isElsewhere(names: readonly string[]): boolean {
	return names.some((name) => name === "nav" || name === "footer" || name === "aside");
}

function findMore({ placed }: PageText, last: Block | undefined, words: RegExp | null): Span | null {
	if (words === null) return null;
	const after = placed.filter(({ start, end }) => last !== undefined && (start >= last.end || end === last.end));
	const more = after.slice(0, 4).find(({ piece }) => piece.text.length <= 100 && words.test(piece.text));
	return more ? { start: more.start, end: more.end } : null;
}

/** A page that shows a consent dialog and next to nothing else. */
function findConsent({ text, placed, body }: PageText): PageCut | null {
	const texts = body.map(({ start, end }) => text.slice(start, Math.min(end, start + LOOKED_AT)));
	const around = placed.filter(({ piece }) => piece.text.length <= LOOKED_AT);
	const shown = around.flatMap(({ piece }) => piece.nodes.map((node) => node.text));
	// Where nothing reads as a report, the dialog may stand outside what was taken for one.
	const bare = texts.every((written) => countWords(written) < SENTENCE_WORDS);
	const asked = bare ? around.map(({ piece }) => piece.text) : texts;
	const found = findConsentBlock(asked, shown);
	if (!found || found.rest > CONSENT_WORDS) return null;
	const span = (bare ? around : body)[found.at];
	const truncated: Truncated = {
		kind: "consent",
		reason: "the page shows a dialog about consent and no report",
		span: span ? { start: span.start, end: span.end } : null,
	};
	return { truncated, kept: bare ? [] : body.filter((_, i) => found.others.has(i)) };
}
