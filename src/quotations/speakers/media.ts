import type { Span } from "../../model/span.ts";
import { headNames, type Named, type NamedIndex } from "./named.ts";

/** What an outlet broadcasts or prints. */
const OUTPUT =
	/^['\u2019]s?\s(?:\p{L}+\s){0,3}(?:programme|program|show|podcast|newscast|bulletin|website|channel|edition|newsletter|service|bureau|newsroom)$/iu;

/** The agency or outlet that heads a stretch, or null. */
export function mediumIn(text: string, span: Span, index: NamedIndex): Named | null {
	// "told Radio Varra’s morning programme": what an outlet broadcasts or prints is the outlet's.
	const owner = index.inside(span).find((named) => isMedium(named) || isMediumByName(named));
	const owned = owner ? text.slice(owner.mention.end, span.end) : "";
	if (owner && OUTPUT.test(owned)) return owner;
	return headNames(text, span, index).find(isMedium) ?? null;
}

/** Whether a name is that of an agency or outlet, by what it is known as. */
export function isMedium({ entity }: Named): boolean {
	return entity.type === "agency" || (entity.type === "outlet" && !PLATFORMS.has(entity.name));
}

/** Where anybody posts: they bring nobody's words. */
const PLATFORMS: ReadonlySet<string> = new Set(
	"Telegram Twitter X Facebook Instagram YouTube TikTok WhatsApp LinkedIn Weibo VKontakte Reddit Threads Bluesky Mastodon WeChat".split(
		" ",
	),
);

/** Words of a medium's name whatever else it is taken for: "BBC Radio Orme", "Vell FM". */
const MEDIUM_WORDS =
	/(?:^|\s)(?:FM|Radio|TV|Television|Televisi[oó]n|Newspaper|News|Zeitung|Anzeiger|Tage?blatt|Nachrichten|Rundschau|Kurier|Gazeta|Gazzetta|Corriere|Diario|Periódico|Journal|Presse|Monde)(?:\s|$|\d)|^Channel\s(?:\d{1,3}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)$/u;

/** Whether a name has the shape of a medium's, whatever else it may be. */
export function isMediumByName({ entity }: Named): boolean {
	return !/^(?:place|state|agency|outlet)$/.test(entity.type) && MEDIUM_WORDS.test(entity.name);
}

/** Who quotes somebody: a medium, or a name in capitals or of nobody knows what, which no minister or firm is. */
export function quoterIn(text: string, span: Span, index: NamedIndex): Named | null {
	const medium = mediumIn(text, span, index);
	if (medium) return medium;
	const [head] = headNames(text, span, index);
	if (!head || head.mention.start !== afterArticle(text, span) || head.mention.end !== span.end) return null;
	if (isMediumByName(head)) return head;
	const { type, name } = head.entity;
	return (type === "organisation" && /^\p{Lu}{2,6}$/u.test(name)) || type === "unknown" ? head : null;
}

/** Whom somebody speaks to: a medium by what it is known as, or by the whole of its name. */
export function meetingMedium(text: string, span: Span, index: NamedIndex): Named | null {
	const medium = mediumIn(text, span, index);
	if (medium) return medium;
	const [head] = headNames(text, span, index);
	return head && head.mention.start === afterArticle(text, span) && isMediumByName(head) ? head : null;
}

/** Where a source begins after its article. */
export function afterArticle(text: string, { start }: Span): number {
	return start + (/^the\s/i.exec(text.slice(start, start + 5))?.[0].length ?? 0);
}
