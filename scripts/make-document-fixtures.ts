/**
 * Writes the PDF and DOCX documents that tests read, `test/fixtures/documents/*`. Every word in them is
 * invented here. Run: `npx tsx scripts/make-document-fixtures.ts`; the output is the same each time.
 */

import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { zipSync } from "fflate";
import { joinBytes } from "../src/read/join-bytes.ts";

const OUT = new URL("../test/fixtures/documents/", import.meta.url);

/* ---------------------------------------------------------------- PDF */

/** Courier sets every character 0.6 of its size wide, so that lines can be filled without a table of widths. */
const COURIER = 0.6;

class Pdf {
	readonly #objects: (string | Uint8Array)[] = [];

	/** Adds an object and gives its number. */
	add(body: string | Uint8Array): number {
		return this.#objects.push(body);
	}

	reserve(): number {
		return this.#objects.push("");
	}

	set(number: number, body: string): void {
		this.#objects[number - 1] = body;
	}

	stream(content: string | Uint8Array, entries: string = "", encrypt: Encrypt | null = null): number {
		const number = this.reserve();
		const plain = typeof content === "string" ? latin(content) : content;
		const data = encrypt ? encrypt(number, plain) : plain;
		const head = latin(`<< /Length ${data.length} ${entries} >>\nstream\n`);
		this.#objects[number - 1] = joinBytes([head, data, latin("\nendstream")]);
		return number;
	}

	write(root: number, info: number | null, trailer: string = ""): Uint8Array {
		const parts: Uint8Array[] = [latin("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")];
		let at = parts[0]?.length ?? 0;
		const offsets: number[] = [];
		for (const [i, object] of this.#objects.entries()) {
			offsets.push(at);
			const body = typeof object === "string" ? latin(object) : object;
			const whole = joinBytes([latin(`${i + 1} 0 obj\n`), body, latin("\nendobj\n")]);
			parts.push(whole);
			at += whole.length;
		}
		const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
		const size = offsets.length + 1;
		const infoEntry = info === null ? "" : ` /Info ${info} 0 R`;
		parts.push(
			latin(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`),
			latin(`trailer\n<< /Size ${size} /Root ${root} 0 R${infoEntry}${trailer} >>\nstartxref\n${at}\n%%EOF\n`),
		);
		return joinBytes(parts);
	}
}

type Encrypt = (object: number, data: Uint8Array) => Uint8Array;

function latin(text: string): Uint8Array {
	return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

/** Text in the fonts below: WinAnsi, with the ligature fi at code 1. */
function literal(text: string): string {
	const codes = text
		.replace(/[“”]/g, (mark) => (mark === "“" ? "\x93" : "\x94"))
		.replace(/’/g, "\x92")
		.replace(/–/g, "\x96")
		.replace(/—/g, "\x97")
		.replace(/•/g, "\x95")
		.replace(/ﬁ/g, "\x01")
		.replace(/†/g, "\x86");
	return `(${codes.replace(/[\\()]/g, (mark) => `\\${mark}`)})`;
}

interface Font {
	readonly name: "F1" | "F2";
}

/** What a page is drawn with; y counts down from the top of a page of A4. */
class Page {
	readonly #operators: string[] = [];

	text(x: number, y: number, size: number, text: string, font: Font["name"] = "F1"): this {
		this.#operators.push(`BT /${font} ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm ${literal(text)} Tj ET`);
		return this;
	}

	turned(x: number, y: number, size: number, text: string, degrees: number): this {
		const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)].map((n) =>
			n.toFixed(4),
		);
		this.#operators.push(`BT /F2 ${size} Tf ${cos} ${sin} -${sin} ${cos} ${x} ${842 - y} Tm ${literal(text)} Tj ET`);
		return this;
	}

	raw(operator: string): this {
		this.#operators.push(operator);
		return this;
	}

	toString(): string {
		return this.#operators.join("\n");
	}
}

const FONTS = [
	"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>",
	"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
];

interface Options {
	readonly info?: string;
	readonly language?: string;
	/** Further resources, as names to object bodies that are added before the pages. */
	readonly fonts?: (pdf: Pdf) => string;
	readonly xobjects?: (pdf: Pdf) => string;
	readonly password?: string;
}

function makePdf(pages: readonly Page[], options: Options = {}): Uint8Array {
	const pdf = new Pdf();
	const lock = options.password === undefined ? null : makeLock(options.password);
	const tree = pdf.reserve();
	const [f1, f2] = FONTS.map((font) => pdf.add(font));
	const fonts = `/Font << /F1 ${f1} 0 R /F2 ${f2} 0 R ${options.fonts?.(pdf) ?? ""} >>`;
	const resources = `<< ${fonts} ${options.xobjects ? `/XObject << ${options.xobjects(pdf)} >>` : ""} >>`;
	const kids = pages.map((page) => {
		const content = pdf.stream(page.toString(), "", lock?.encrypt ?? null);
		return pdf.add(
			`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${content} 0 R >>`,
		);
	});
	pdf.set(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`);
	const language = options.language === undefined ? "" : ` /Lang (${options.language})`;
	const root = pdf.add(`<< /Type /Catalog /Pages ${tree} 0 R${language} >>`);
	const info = options.info === undefined ? null : pdf.add(`<< ${options.info} >>`);
	return pdf.write(root, info, lock ? ` /Encrypt ${pdf.add(lock.dictionary)} 0 R ${lock.id}` : "");
}

/** Encryption as PDF 1.1 has it (RC4, 40 bits): enough to need a password. */
function makeLock(password: string): { readonly dictionary: string; readonly id: string; readonly encrypt: Encrypt } {
	const pad = Uint8Array.from(
		"28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A".match(/../g) ?? [],
		(hex) => Number.parseInt(hex, 16),
	);
	const padded = joinBytes([latin(password), pad]).slice(0, 32);
	const id = md5(latin("fixture"));
	const owner = rc4(md5(padded).slice(0, 5), padded);
	const permissions = Uint8Array.of(0xfc, 0xff, 0xff, 0xff);
	const key = md5(joinBytes([padded, owner, permissions, id])).slice(0, 5);
	const user = rc4(key, pad);
	const hex = (bytes: Uint8Array): string =>
		`<${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}>`;
	return {
		dictionary: `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -4 >>`,
		id: `/ID [${hex(id)} ${hex(id)}]`,
		encrypt: (object, data) =>
			rc4(md5(joinBytes([key, Uint8Array.of(object & 255, object >> 8, 0, 0, 0)])).slice(0, 10), data),
	};
}

function md5(data: Uint8Array): Uint8Array {
	return new Uint8Array(createHash("md5").update(data).digest());
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
	const state = Uint8Array.from({ length: 256 }, (_, i) => i);
	const swap = (a: number, b: number): void => {
		const kept = state[a] ?? 0;
		state[a] = state[b] ?? 0;
		state[b] = kept;
	};
	for (let i = 0, j = 0; i < 256; i++) {
		j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
		swap(i, j);
	}
	let i = 0;
	let j = 0;
	return data.map((byte) => {
		i = (i + 1) & 255;
		j = (j + (state[i] ?? 0)) & 255;
		swap(i, j);
		return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
	});
}

/** Breaks text into lines of `columns` characters; `\u00ad` marks where a word may be parted. */
function wrap(text: string, columns: number, indent: number = 0): string[] {
	const lines: string[] = [];
	let line = " ".repeat(indent);
	for (const word of text.split(" ")) {
		const bare = word.replaceAll("\u00ad", "");
		const room = columns - line.length - (line.trim() === "" ? 0 : 1);
		if (bare.length <= room) {
			line += (line.trim() === "" ? "" : " ") + bare;
			continue;
		}
		// The longest head that fits, with its hyphen; a hyphen of the word's own may end a line too.
		const cuts = [...word.matchAll(/\u00ad|-/g)].map(({ 0: mark, index }) => {
			const head = word.slice(0, index).replaceAll("\u00ad", "");
			return { head: `${head}-`, tail: word.slice(index + mark.length).replaceAll("\u00ad", "") };
		});
		const cut = cuts.filter(({ head }) => head.length <= room).at(-1);
		if (cut) lines.push(`${line}${line.trim() === "" ? "" : " "}${cut.head}`);
		else lines.push(line);
		line = cut ? cut.tail : bare;
	}
	lines.push(line);
	return lines;
}

/** Sets lines one under the other and gives the height after them. */
function setLines(page: Page, lines: readonly string[], x: number, y: number, size: number, leading: number): number {
	let at = y;
	for (const line of lines) {
		const lead = line.length - line.trimStart().length;
		page.text(x + lead * COURIER * size, at, size, line.trimStart());
		at += leading;
	}
	return at;
}

/** One page: title, byline, date, paragraphs parted by space, a list, a note, a stamp across it. */
function makeStatement(): Uint8Array {
	const page = new Page();
	page.text(72, 80, 20, "Council closes the harbour of Port Amity", "F2");
	page.text(72, 108, 10, "By Ada Quill and Bo Marsh");
	page.text(72, 124, 10, "14 May 2031");
	let y = 160;
	const paragraph = (text: string): void => {
		y = setLines(page, wrap(text, 70), 72, y, 10, 13) + 7;
	};
	paragraph(
		"The council of Port Amity has closed the harbour to all ships after the ferry Amity Star sank on Monday evening with thirty people on board.",
	);
	// A note's mark stands raised between two pieces of the paragraph's first line.
	const opening = "Nine of them are still missing.";
	const rest =
		"The ﬁrst divers went down at dawn and the ﬁnal search will end at dark, the coast guard said in a note.";
	const [line = "", ...others] = wrap(`${opening} ${rest}`, 70);
	page.text(72, y, 10, opening).text(72 + opening.length * 6, y - 4, 6, "1");
	page.text(72 + (opening.length + 1) * 6, y, 10, line.slice(opening.length + 1));
	y = setLines(page, others, 72, y + 13, 10, 13) + 7;
	page.text(72, y + 6, 13, "What is known", "F2");
	y += 28;
	for (const item of [
		"The ferry left the quay at six with all its lamps lit and its doors shut, as the harbour log shows.",
		"Two fishing boats took twenty-one people on board.",
		"Nobody has said why it sank.",
	]) {
		const [first = "", ...rest] = wrap(item, 64);
		page.text(84, y, 10, "•").text(96, y, 10, first);
		y = setLines(page, rest, 96, y + 13, 10, 13);
	}
	y += 7;
	paragraph("“We will not open it until we know,” said Ira Vane, who leads the council. “We owe that to the town.”");
	page
		.text(72, 742, 5.5, "1")
		.text(76, 746, 8, "The list of passengers was kept by the harbour master and has been checked twice.");
	page.turned(180, 600, 60, "DRAFT", 45);
	return makePdf([page], {
		language: "en-GB",
		info: "/Title (Microsoft Word - statement-final.docx) /Author (aquill) /CreationDate (D:20310601120000Z) /ModDate (D:20310602120000Z)",
	});
}

const COLUMN = 38;
const COLUMN_SIZE = 10;
const COLUMN_LINES = 18;

/** Three pages in two columns with running heads: hyphens, headings, a paragraph over columns and pages. */
function makeColumns(): Uint8Array {
	const heading = "\u0001";
	const paragraphs = [
		"The inquiry into the sinking of the ferry Amity Star heard on Tuesday that the doors of the car deck had been left open in calm weather for years, and that no in\u00adspec\u00adtor had ever written it down.",
		"“It was quicker, and nobody told us to stop,” said a long-term member of the crew, who was on watch that night and gave evi\u00addence for three hours before the com\u00admis\u00adsion rose for the day.",
		`${heading}What the inspectors saw`,
		"The inspec\u00adtors came twice a year. An inspector and a member of the crew walked the long deck to\u00adgether, and the term for which the ship was passed fit was then writ\u00adten into a book that the inquiry has now been given.",
		"In that book, the chair of the inquiry said, the same sen\u00adtence stands twenty-seven times: all doors shut. Not one of the twenty-seven entries is signed by more than one hand, and nine of them bear dates on which the ferry was not in port at all.",
		"The owners, Brask Lines, said that they would answer every ques\u00adtion. Their counsel asked for time to read the book. The inquiry gave them a week, which is four days less than they had asked for, and told them to bring the former super\u00adintendent.",
		`${heading}The night watch`,
		"Two wit\u00adnesses had seen the lamp on the bow door from the shore. One of them, who had worked on the Franco-Tarnian ferries as a young man, told his wife that the lamp was red. He did not telephone anybody. “You do not telephone about a lamp,” he said.",
		"The coast guard received the first call at eleven minutes past seven. By then the ferry had been on its side for four minutes, and the two boats that were to take twenty-one people out of the water had already turned round of their own accord.",
		"The inquiry will hear the former superintendent next week. It has asked for the drawings of the bow door, for the letters that were sent about it, and for the re\u00adpairs book of the yard in which the ferry lay in the winter before it sank. The yard has said that the book is lost, and then that it was never kept. The chair said that she would like to hear both of these things said under oath.",
		"After that it will visit the sister ship, which still sails. Its doors, the owners say, are shut. The inquiry said it would rather see for itself, and that it would come with\u00adout say\u00ading when. It will then write its interim report, which is due before the winter, and publish all of the evi\u00addence that it has been given with the names of those who were asked and did not come.",
		"The families of the nine have asked for one thing, that the names be read out on the first day of every sitting. The chair has granted it. On Tuesday it took one minute and ten seconds, and nobody in the room sat down until it was over. Then the clerk called the first witness, and the rain that had been falling on the roof since morning stopped.",
	];
	const lines = paragraphs.flatMap((text) =>
		text.startsWith(heading) ? ["", `${heading}${text.slice(1)}`] : wrap(text, COLUMN, 2),
	);
	const pages: Page[] = [];
	let at = 0;
	while (at < lines.length) {
		const page = new Page();
		const number = pages.length + 1;
		const top = number === 1 ? 150 : 90;
		page.text(60, 50, 8, number % 2 === 0 ? `${number}   Harbour Inquiry` : "Interim bulletin");
		page.text(
			number % 2 === 0 ? 400 : 440,
			50,
			8,
			number % 2 === 0 ? "Interim bulletin" : `Harbour Inquiry   ${number}`,
		);
		if (number === 1) page.text(60, 100, 22, "Ferry doors stood open for years", "F2");
		if (number === 1) page.text(60, 122, 12, "Inquiry into the Amity Star hears of a habit", "F2");
		const perColumn = number === 1 ? COLUMN_LINES - 5 : COLUMN_LINES;
		for (const x of [60, 310]) {
			let y = top;
			for (const line of lines.slice(at, at + perColumn)) {
				if (line.startsWith(heading)) page.text(x, y, 11, line.slice(1), "F2");
				else setLines(page, [line], x, y, COLUMN_SIZE, 0);
				y += 13.5;
			}
			at += perColumn;
		}
		pages.push(page);
	}
	return makePdf(pages, { info: "/Title (Ferry doors stood open for years) /Author (Ada Quill)" });
}

/** A table between two paragraphs. */
function makeTable(): Uint8Array {
	const page = new Page();
	page.text(72, 80, 16, "Ferries held in four harbours", "F2");
	let y = setLines(
		page,
		wrap(
			"Four harbours have held ferries since Monday, the ministry of the coast said in a list that it sent to the councils.",
			70,
		),
		72,
		120,
		10,
		13,
	);
	y += 10;
	const rows = [
		["Harbour", "Ferries", "Passengers"],
		["Port Amity", "12", "1,240"],
		["Halden", "3", "96"],
		["Orrow Quay", "7", "411"],
		["Sarn", "1", "8"],
	];
	for (const [harbour = "", ferries = "", passengers = ""] of rows) {
		page.text(72, y, 10, harbour);
		page.text(260 - ferries.length * 6, y, 10, ferries);
		page.text(400 - passengers.length * 6, y, 10, passengers);
		y += 15;
	}
	setLines(
		page,
		wrap(
			"None of them will sail before the doors of every ferry have been looked at, the ministry said on Tuesday.",
			70,
		),
		72,
		y + 12,
		10,
		13,
	);
	return makePdf([page]);
}

/** A transcript with numbered lines, as courts and ministries print them. */
function makeTranscript(): Uint8Array {
	const lines = [
		"VANE: The harbour stays closed. We will not open it until",
		"we know why the ferry sank, and nobody should expect",
		"anything else from this council.",
		"QUESTION: How long will that be?",
		"VANE: I cannot tell you. It may be a week, it may be a",
		"month. What I can tell you is that we owe this to the",
		"people of the coast.",
		"QUESTION: Were the doors open?",
		"VANE: We have seen the log of the harbour master. The log",
		"says that they were shut. I have asked for the book of the",
		"yard as well, and I will publish both on Friday.",
		"QUESTION: Who will pay?",
		"VANE: The owners of the ferry will pay. No family will be",
		"left without a roof this winter. Thank you.",
	];
	const page = new Page();
	page.text(120, 80, 16, "Briefing on the harbour", "F2");
	page.text(120, 104, 10, "14 May 2031");
	let y = 150;
	for (const [i, line] of lines.entries()) {
		const number = String(i + 1);
		page.text(80 - number.length * 5.4, y, 9, number);
		page.text(120, y, 10, line);
		y += 24;
	}
	page.text(290, 800, 9, "1");
	return makePdf([page], { info: "/Title (Briefing on the harbour)" });
}

/** Hebrew, whose glyphs stand in the file from left to right as they are seen. */
function makeRightToLeft(): Uint8Array {
	const lines = [
		"המעבורת אמיטי סטאר שקעה ביום שני בערב סמוך לנמל",
		"ותשעה מ 30 אנשי הצוות עדיין נעדרים, אמר משמר החופים.",
	];
	const letters = [...new Set(lines.join(""))].sort();
	const codeOf = new Map(letters.map((letter, i) => [letter, i + 1]));
	const hex = (code: number): string => code.toString(16).padStart(4, "0");
	const map = letters.map((letter) => `<${hex(codeOf.get(letter) ?? 0)}> <${hex(letter.charCodeAt(0))}>`).join("\n");
	const unicode = [
		"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
		"/CMapName /Fixture def /CMapType 2 def",
		"1 begincodespacerange <0000> <ffff> endcodespacerange",
		`${letters.length} beginbfchar\n${map}\nendbfchar`,
		"endcmap CMapName currentdict /CMap defineresource pop end end",
	].join("\n");
	const fonts = (pdf: Pdf): string => {
		const toUnicode = pdf.stream(unicode);
		const descriptor = pdf.add(
			"<< /Type /FontDescriptor /FontName /Fixture /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
		);
		const descendant = pdf.add(
			`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Fixture /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 /FontDescriptor ${descriptor} 0 R >>`,
		);
		const font = pdf.add(
			`<< /Type /Font /Subtype /Type0 /BaseFont /Fixture /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R >>`,
		);
		return `/F3 ${font} 0 R`;
	};
	const page = new Page();
	let y = 100;
	for (const line of lines) {
		// As seen: the letters turned round, figures left as they are.
		const seen = [...line]
			.reverse()
			.join("")
			.replace(/\d+/g, (digits) => [...digits].reverse().join(""));
		const codes = [...seen].map((letter) => hex(codeOf.get(letter) ?? 0)).join("");
		page.raw(`BT /F3 11 Tf 1 0 0 1 ${520 - line.length * 6.6} ${842 - y} Tm <${codes}> Tj ET`);
		y += 15;
	}
	return makePdf([page], { fonts, language: "he" });
}

/** A page that is a picture. */
function makeScan(): Uint8Array {
	const pixels = Uint8Array.from({ length: 64 }, (_, i) => (i * 37) % 256);
	const xobjects = (pdf: Pdf): string => {
		const entries = "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8";
		return `/Im ${pdf.stream(pixels, entries)} 0 R`;
	};
	return makePdf([new Page().raw("q 500 0 0 700 50 70 cm /Im Do Q")], { xobjects });
}

function makeEncrypted(): Uint8Array {
	return makePdf([new Page().text(72, 100, 12, "The harbour is closed.")], { password: "amity" });
}

/* --------------------------------------------------------------- DOCX */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function paragraph(runs: string, style: string = "", more: string = ""): string {
	const styled = style === "" ? "" : `<w:pStyle w:val="${style}"/>`;
	return `<w:p><w:pPr>${styled}${more}</w:pPr>${runs}</w:p>`;
}

function words(text: string, properties: string = ""): string {
	const format = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
	return `<w:r>${format}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A report with a title, tracked changes, a list, a table, a note, a header and properties. */
function makeDocx(): Uint8Array {
	const tracked = 'w:id="1" w:author="Bo Marsh" w:date="2031-05-14T10:00:00Z"';
	const item = (text: string): string =>
		paragraph(words(text), "", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
	const cell = (text: string): string => `<w:tc>${paragraph(words(text))}</w:tc>`;
	const row = (cells: readonly string[]): string => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
	const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
	const body = [
		paragraph(words("Ferry sinks off Port Amity"), "Title"),
		paragraph(words("By Ada Quill")),
		paragraph(words("14 May 2031")),
		paragraph(
			`${words("The ferry Amity Star sank on Monday evening with ")}<w:del ${tracked}><w:r><w:delText>forty</w:delText></w:r></w:del><w:ins ${tracked}>${words("thirty")}</w:ins>${words(" people on board, the coast guard of Port Amity said.")}${note}`,
		),
		paragraph(words("What is known"), "Heading1"),
		item("The ferry left the quay at six."),
		item("Nine people are missing."),
		`<w:tbl>${row(["Harbour", "Ferries"])}${row(["Port Amity", "12"])}${row(["Halden", "3"])}</w:tbl>`,
		paragraph(
			`${words("The sea covered 40 km")}${words("2", '<w:vertAlign w:val="superscript"/>')}${words(" that night, and no boat could leave before dawn.")}`,
		),
	].join("");
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
	const type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
	const parts: { [name: string]: string } = {
		"[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/></Types>`,
		"_rels/.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
		"docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Ferry sinks off Port Amity</dc:title><dc:creator>bmarsh</dc:creator><dcterms:created>2031-05-13T08:00:00Z</dcterms:created></cp:coreProperties>`,
		"word/_rels/document.xml.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${rel}/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="${rel}/numbering" Target="numbering.xml"/><Relationship Id="r4" Type="${rel}/header" Target="header1.xml"/></Relationships>`,
		"word/document.xml": `${XML}<w:document ${W}><w:body>${body}</w:body></w:document>`,
		"word/styles.xml": `${XML}<w:styles ${W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
		"word/numbering.xml": `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/footnotes.xml": `${XML}<w:footnotes ${W}><w:footnote w:id="2">${paragraph(words("The list of passengers has been checked twice."))}</w:footnote></w:footnotes>`,
		"word/header1.xml": `${XML}<w:hdr ${W}>${paragraph(words("Harbour Post, not for sale"))}</w:hdr>`,
	};
	return zip(parts);
}

function zip(parts: { readonly [name: string]: string }): Uint8Array {
	const files: { [name: string]: Uint8Array } = {};
	for (const [name, text] of Object.entries(parts)) files[name] = new TextEncoder().encode(text);
	// A fixed day, so that the bytes are the same each time; an archive knows none before 1980.
	return zipSync(files, { level: 9, mtime: new Date(1980, 0, 2) });
}

const FIXTURES: readonly (readonly [name: string, make: () => Uint8Array])[] = [
	["statement.pdf", makeStatement],
	["two-columns.pdf", makeColumns],
	["table.pdf", makeTable],
	["transcript.pdf", makeTranscript],
	["right-to-left.pdf", makeRightToLeft],
	["scan.pdf", makeScan],
	["encrypted.pdf", makeEncrypted],
	["report.docx", makeDocx],
];

mkdirSync(OUT, { recursive: true });
for (const [name, make] of FIXTURES) writeFileSync(new URL(name, OUT), make());
writeFileSync(
	new URL("README.md", OUT),
	"These documents are the project's own: `scripts/make-document-fixtures.ts` writes them, and every word in them is invented.\n",
);
