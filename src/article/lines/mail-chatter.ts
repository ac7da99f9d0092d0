import type { LineRule } from "./lines.ts";

/**
 * The line by which a mail program introduces the mail that is answered.
 *
 * Catches: "On Wed, 5 Mar 2031 at 17:40, Ada Quill <ada@quill.example> wrote:".
 * Leaves: "On Wednesday, in a letter of 5 March, the minister wrote:", before what he wrote.
 */
const WROTE =
	/(?:\bwrote|\bschrieb(?: .{2,60})?|\ba écrit|\bescribió|\bescreveu|\bha scritto|\bschreef(?: .{2,60})?|\bskrev(?: .{2,60})?|\bkirjoitti|\bnapisała?|\bnapsala?|\bнаписала?|\bпише|\bпишет|\byazdı|كتب|כתב)\s?:$/iu;
const ADDRESS = /[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,40}/;
/** A clock time beside a numeric or written year: what mail programs print and prose does not. */
const STAMP = /\b\d{4}\b.{0,30}\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[:.h]\d{2}\b.{0,40}\b\d{4}\b/;

/** UTF-16 units such a line may have. */
const LONGEST = 240;

export const mailChatter: LineRule = {
	rule: "article/mail-chatter",
	find(line) {
		const { text } = line;
		if (text.length > LONGEST || !text.endsWith(":")) return null;
		const wrote = WROTE.test(text) && (ADDRESS.test(text) || STAMP.test(text));
		return wrote ? "introduces the mail that is answered" : null;
	},
};
