import { HONORIFICS, PLACE_HEADS, ROLES } from "../../language/names/data/name-words.ts";
import type { LanguageFindings } from "../../model/annotated.ts";
import type { LocalEntity, Mention } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { firstFrom } from "../../text/span-index.ts";

/** A mention with the entity it names. */
export interface Named {
	readonly mention: Mention;
	readonly entity: LocalEntity;
}

/** The mentions of an article by place, for looking up what a stretch names. */
export interface NamedIndex {
	readonly list: readonly Named[];
	/** The persons among them, in the order of their first mention. */
	readonly persons: readonly LocalEntity[];
	/** Persons by the last word of a name that one alone bears. */
	readonly surnames: ReadonlyMap<string, LocalEntity>;
	/**
	 * The bearers of a last word that several persons' names have, in the order of their first mention; the one
	 * alone whom the article calls by that word, where it does so of one.
	 */
	readonly shared: ReadonlyMap<string, readonly LocalEntity[]>;
	/** Bodies, outlets and documents by the last words of a name that one alone bears. */
	readonly endings: ReadonlyMap<string, LocalEntity>;
	/** All of them by id. */
	readonly entities: ReadonlyMap<string, LocalEntity>;
	/** The mentions that lie wholly inside a span, by place. */
	readonly inside: (span: Span) => readonly Named[];
}

export function indexNames(findings: LanguageFindings): NamedIndex {
	const list = findings.entities
		.flatMap((entity) => entity.mentions.map((mention): Named => ({ mention, entity })))
		.sort(
			(a, b) =>
				a.mention.start - b.mention.start || b.mention.end - a.mention.end || (a.entity.id < b.entity.id ? -1 : 1),
		);
	const starts = list.map(({ mention }) => mention.start);
	const entities = new Map(list.map(({ entity }) => [entity.id, entity]));
	return {
		list,
		entities,
		surnames: findSurnames([...entities.values()]),
		shared: findShared([...entities.values()]),
		endings: findEndings([...entities.values()]),
		persons: [...entities.values()].filter((entity) => entity.type === "person"),
		inside: (span) => {
			const found: Named[] = [];
			for (let i = firstFrom(starts, span.start); i < list.length; i++) {
				const named = list[i];
				if (!named || named.mention.start >= span.end) break;
				if (named.mention.end <= span.end) found.push(named);
			}
			return found;
		},
	};
}

/** A person, or a name of two words or more that nothing says is anything else. */
export function mayBePerson(entity: LocalEntity): boolean {
	return (
		entity.type === "person" ||
		(entity.type === "unknown" && /^\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}.'\u2019-]+)+$/u.test(entity.name))
	);
}

const SURNAME = /\s(\p{Lu}[\p{L}'\u2019-]{2,})$/u;

function findSurnames(entities: readonly LocalEntity[]): Map<string, LocalEntity> {
	const bearers = new Map<string, LocalEntity | null>();
	for (const entity of entities)
		for (const name of entity.type === "person" ? entity.names : []) {
			const last = SURNAME.exec(name)?.[1];
			if (last === undefined) continue;
			const other = bearers.get(last);
			bearers.set(last, other === undefined || other === entity ? entity : null);
		}
	// "Tarn" of "Orla Tarn" is also a place's name: then it tells nobody.
	for (const { names, type } of entities)
		for (const name of type === "person" ? [] : names) if (bearers.has(name)) bearers.set(name, null);
	return new Map([...bearers].flatMap(([name, entity]) => (entity ? [[name, entity] as const] : [])));
}

/** Whom an article calls by the surname alone so many times, it goes on to call so. */
const OFTEN = 2;

function findShared(entities: readonly LocalEntity[]): Map<string, LocalEntity[]> {
	const bearers = new Map<string, LocalEntity[]>();
	for (const entity of entities) {
		const last = entity.type === "person" ? SURNAME.exec(entity.name)?.[1] : undefined;
		if (last === undefined) continue;
		const known = bearers.get(last);
		if (known) known.push(entity);
		else bearers.set(last, [entity]);
	}
	return new Map(
		[...bearers].flatMap(([last, list]) => {
			if (list.length < 2) return [];
			const called = list.filter(({ mentions }) => mentions.filter(({ exact }) => exact === last).length >= OFTEN);
			return [[last, called.length === 1 ? called : list] as const];
		}),
	);
}

function findEndings(entities: readonly LocalEntity[]): Map<string, LocalEntity> {
	const bearers = new Map<string, LocalEntity | null>();
	for (const entity of entities) {
		if (!/^(?:organisation|agency|outlet|document)$/.test(entity.type)) continue;
		for (const name of entity.names) {
			const words = name.split(" ");
			for (let from = Math.max(1, words.length - 3); from < words.length; from++) {
				const ending = words.slice(from).join(" ");
				const other = bearers.get(ending);
				bearers.set(ending, other === undefined || other === entity ? entity : null);
			}
		}
	}
	return new Map([...bearers].flatMap(([ending, entity]) => (entity ? [[ending, entity] as const] : [])));
}

/** An office with its domain right before a name: "Minister of Waters Orla Vane" is one person, not two. */
const OFFICE =
	/\b(?:Minister|Secretary|Commissioner|Chancellor|Chief|Director)\s+(?:of|for)\s+((?:(?:\p{Lu}[\p{L}-]*|and|the)\s+){1,5})$/u;
const TITLE = /\b(?:President|Prime|Premier|King|Queen|Prince|Mr|Mrs|Ms|Dr|General|Minister|Senator|Governor)\b/;

function isOffice(before: string): boolean {
	const domain = OFFICE.exec(before)?.[1];
	return domain !== undefined && !TITLE.test(domain);
}

/** "head of the Orsk region Orla Pike": an office and what it is over, before the name of who holds it. */
const HEAD_OF =
	/^(?:the\s)?(?:(?:deputy|acting|former)\s)?(?:head|chief|director|leader|governor|chair(?:man|woman|person)?|commander|rector)\s(?:of|for)\s(?:the\s)?(?:\p{L}[\p{L}-]*\s){0,4}(?:region|city|district|department|committee|council|agency|service|company|state|fund|institute|union|association|centre|center|office|administration|province|republic|ministry|commission|party|movement|group|university|hospital|board|branch|directorate)\s$/iu;

const DOING = /\s\p{Ll}{3,}ing\s+(?:(?:\p{Lu}[\p{L}]*\.?|the|a|an)\s+){0,3}$/u;
const OF_OFFICE =
	/\b(?:acting|sitting|outgoing|incoming|leading|ruling|reigning|founding|managing|presiding|commanding|serving|visiting|attending|including)\s+(?:\p{Lu}[\p{L}]*\.?\s+){0,3}$/iu;

/** "Parents at Tarn Primary", "workers outside the closed Vane Bank": where somebody is, whatever the name was read as. */
const PLACED =
	/\s(?:at|in|inside|outside|behind|across|near|beside|opposite|around|throughout|within)\s+(?:the\s+|an?\s+)?(?:\p{Ll}+\s+)?$/u;

/** "Mayor Street", "Mr Hall": a person of such a name. */
function isTitled(before: string): boolean {
	const word = /([\p{L}]+)\.?\s$/u.exec(before)?.[1]?.toLowerCase() ?? "";
	return ROLES.has(word) || HONORIFICS.has(word);
}

/** Nouns that say what a name already is: "the Ostra news agency", "Tarn newspaper". */
const KIND_NOUNS =
	/^(?:state|news|press|wire|official|semi-official)?[\s-]*(?:news|agency|newspaper|daily|weekly|channel|television|tv|radio|website|site|portal|outlet|service|broadcaster|network|magazine|ministry|office|department|group|movement|company|government|party|(?:trade\s)?union|association|club|bank|airline|charity|watchdog|regulator|institute|foundation|consortium)\b/i;

/**
 * What the head of a noun phrase names: mentions that stand as modifiers ("Tarn officials", "Pike's aide", "the
 * mayor of Tarn") or after "who" are left out. Several when names are joined.
 */
export function headNames(text: string, span: Span, index: NamedIndex): readonly Named[] {
	const inside = index.inside(span);
	const heads: Named[] = [];
	// "an article in Ways and Means": what somebody or something unnamed is of.
	const indefinite = /^(?:an?|one|some|several|two|three|many)\s/i.test(text.slice(span.start, span.start + 8));
	for (const named of inside) {
		const { mention, entity } = named;
		if (heads.some((head) => head.mention.end > mention.start)) continue;
		const before = text.slice(Math.max(span.start, mention.start - 120), mention.start);
		const after = text.slice(mention.end, Math.min(span.end, mention.end + 60));
		if (/\b(?:who|which|that|whose)\b[^,]*$/i.test(before) || /\b(?:who|which|whose)\b.*,[^,]*$/i.test(before))
			continue;
		if ((entity.type === "place" || entity.type === "state") && mention.form === "demonym") continue;
		if (indefinite && /^[^,]*\s(?:of|in|for|from|at|to|by|with|on|near)\s[^,]*$/.test(before)) continue;
		// "Orla Pike (Ostra Party)": what brackets add.
		if (/\([^)]*$/.test(before)) continue;
		if (/^['\u2019]s?\s*\S/.test(after)) continue;
		// "a pastor supporting Mr. Vane": whom somebody else's doing touches.
		if (DOING.test(before) && !OF_OFFICE.test(before)) continue;
		// "Vane spokesman Joren Hale", "a Vane supporter"
		if (
			entity.type === "person" &&
			/^\s+\p{Ll}/u.test(after) &&
			!/^\s+(?:in|on|at|of|from|for|with|and|or|nor|who|himself|herself|then|also|later)\b/.test(after)
		)
			continue;
		if (PLACED.test(before)) continue;
		// "Downing Street": what was cut off a longer name names nothing.
		if (PLACE_HEADS.has(entity.name.toLowerCase()) && /\p{Lu}\p{Ll}+\s$/u.test(before) && !isTitled(before)) continue;
		if (
			/\b(?:of|for|to|at|in|on|from|by|with|near|against|under|about|between|among|over)\s+(?:the\s+|a\s+|an\s+)?(?:[\p{L}-]+\s+){0,2}$/iu.test(
				before,
			) &&
			entity.type !== "person"
		)
			continue;
		if (
			/\b(?:of|for|to|with|by|from|under|against|about)\s+(?:[\p{L}.-]+\s+){0,3}$/iu.test(before) &&
			entity.type === "person" &&
			!isOffice(before) &&
			!HEAD_OF.test(text.slice(span.start, mention.start)) &&
			!/,\s*\p{L}*\s*$/u.test(before)
		)
			continue;
		if (
			entity.type !== "person" &&
			/^\s+\p{Ll}/u.test(after) &&
			!/^\s+(?:in|on|at|of|from|for|and|or|nor|who|which|itself|himself)\b/.test(after) &&
			!KIND_NOUNS.test(after.trim())
		)
			continue;
		if (
			entity.type !== "person" &&
			inside.some(
				(other) =>
					other.entity.type === "person" &&
					other.mention.start > mention.start &&
					other.mention.start - mention.end < 40 &&
					!/,|\b(?:and|or|nor)\b/.test(text.slice(mention.end, other.mention.start)),
			)
		)
			continue;
		heads.push(named);
	}
	return heads;
}
