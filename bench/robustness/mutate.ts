import { joinBytes } from "../../src/read/join-bytes.ts";
import type { Random } from "./random.ts";

/** Changes some bytes as accidents and enemies do. `other` is another file of the same kind. */
type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

/** What is put in: marks that parsers act on, and text that breaks what counts or measures it. */
const SNIPPETS: readonly string[] = [
	"<div>".repeat(400),
	"</p></div></article>",
	"<p",
	"<!--",
	"]]>",
	"<table><tr><td>",
	'<a href="',
	"<script>",
	"</script>",
	'<script type="application/ld+json">{"@type":"NewsArticle","headline":',
	"<base href='::'>",
	"&#0;&#xd800;&#1114112;&notanentity;",
	"<p>".repeat(300),
	`<p class="${"x".repeat(3000)}">`,
	"\u0000\u0001\u001b[2J",
	"\ufeff\u202e\u2066\u200b\u200d",
	"“".repeat(500),
	"\n".repeat(2000),
	" ".repeat(4000),
	"\r\r\r",
	"a".repeat(5000),
	"🏴".repeat(50),
	"e\u0301\u0301\u0301\u0301\u0301".repeat(100),
	"\n\nBy Ada Quill\n\n14 May 2031\n\nPORT AMITY, May 3 (AGN) –\n\n",
	"\n> > > > wrote:\n",
	"---\ntitle: [\n---\n",
	'{"text":"',
	"stream\nendstream\nendobj\n",
	"/Kids [1 0 R 1 0 R]",
	"/Length 99999999999",
	"xref\n0 999999999\n",
	"trailer << /Root 1 0 R /Prev 0 >>",
	'<w:p><w:r><w:t xml:space="preserve">',
	"<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>&c;",
];

const MUTATIONS: readonly Mutation[] = [
	(bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
	(bytes, random) => bytes.slice(random.below(bytes.length + 1)),
	(bytes, random) => {
		const [start, end] = range(bytes, random);
		return joinBytes([bytes.subarray(0, start), bytes.subarray(end)]);
	},
	(bytes, random) => {
		const [start, end] = range(bytes, random);
		return joinBytes([bytes.subarray(0, end), bytes.subarray(start)]);
	},
	(bytes, random) => {
		const [start, end] = range(bytes, random);
		const at = random.below(bytes.length + 1);
		return joinBytes([bytes.subarray(0, at), bytes.subarray(start, end), bytes.subarray(at)]);
	},
	(bytes, random, other) => {
		const [start, end] = range(other, random);
		const at = random.below(bytes.length + 1);
		return joinBytes([bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at)]);
	},
	(bytes, random) => {
		const changed = bytes.slice();
		const count = 1 + random.below(40);
		for (let i = 0; i < count && changed.length > 0; i++) changed[random.below(changed.length)] = random.below(256);
		return changed;
	},
	(bytes, random) => {
		const [start, end] = range(bytes, random);
		const changed = bytes.slice();
		const bit = 1 << random.below(8);
		for (let i = start; i < Math.min(end, start + 200); i++) changed[i] = (changed[i] ?? 0) ^ bit;
		return changed;
	},
	insertSnippet,
	insertSnippet,
	insertSnippet,
	// Tags and brackets lose their ends, or every other one does.
	(bytes, random) => {
		const target = random.pick(["<", ">", "/", '"', "\n", " ", "(", ")", "=", "{", "}"]).charCodeAt(0);
		const share = random.next();
		return bytes.filter((byte) => byte !== target || random.next() > share);
	},
	(bytes, random) => {
		const times = 2 + random.below(3);
		return bytes.length * times > 1_500_000 ? bytes : joinBytes(Array.from({ length: times }, () => bytes));
	},
	// Latin letters with marks written in a single byte, as an older character set would.
	(bytes) => Uint8Array.from(new TextDecoder().decode(bytes), (letter) => letter.charCodeAt(0) & 0xff),
	(bytes) => {
		const text = new TextDecoder().decode(bytes.subarray(0, 500_000));
		return new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
	},
];

/** One to four mutations, one after another. Never more than 4 MB. */
export function mutate(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
	let changed = bytes;
	const count = 1 + random.below(4);
	for (let i = 0; i < count; i++) changed = random.pick(MUTATIONS)(changed, random, other);
	return changed.subarray(0, 4_000_000);
}

function insertSnippet(bytes: Uint8Array, random: Random): Uint8Array {
	const snippet = new TextEncoder().encode(random.pick(SNIPPETS));
	const at = random.below(bytes.length + 1);
	return joinBytes([bytes.subarray(0, at), snippet, bytes.subarray(at)]);
}

/** A stretch, mostly short. */
function range(bytes: Uint8Array, random: Random): [number, number] {
	const start = random.below(bytes.length + 1);
	const most = random.next() < 0.7 ? 2000 : bytes.length;
	return [start, Math.min(bytes.length, start + random.below(most + 1))];
}
