import { isLabel, toLabels } from "../lines/labels.ts";
import type { Line } from "../lines/lines.ts";

/**
 * Where the signature of a mail begins: everything below is the sender's or the mailing list's.
 *
 * Catches: "--" above a name and an office; a line of underscores above a list's address; in a mail,
 * "Mit freundlichen Grüßen" above a name.
 * Leaves: "Yours sincerely," in a letter that a report prints; "--" between two parts of a report.
 */
export const SIGNATURE_RULE = "article/mail-footer";

/** Lines and words of prose that a signature may have. */
const MOST_LINES = 15;
const MOST_CLOSING = 8;
/** Share of the words above that it may have. */
const SHARE = 0.5;

const CLOSINGS = toLabels(
	"best regards|kind regards|regards|best|best wishes|many thanks|sincerely|yours sincerely|cheers|mit freundlichen grüßen|mit freundlichen grüssen|freundliche grüße|viele grüße|beste grüße|" +
		"cordialement|bien cordialement|bien à vous|salutations|saludos|un saludo|saludos cordiales|atentamente|atenciosamente|cumprimentos|com os melhores cumprimentos|cordiali saluti|distinti saluti|" +
		"met vriendelijke groet|groeten|med vänlig hälsning|med vänliga hälsningar|med vennlig hilsen|med venlig hilsen|z poważaniem|pozdrawiam|s pozdravem|с уважением|з повагою|saygılarımla|مع التحية|בברכה|सादर|salam|hormat kami|此致|敬具|よろしくお願いします",
);

/**
 * Index of the first line of the signature, or -1.
 *
 * @param mail whether the text came with a mail's header
 */
export function findSignature(lines: readonly Line[], mail: boolean): number {
	let below = 0;
	let prose = 0;
	let all = 0;
	for (const { words } of lines) all += words;
	for (let i = lines.length - 1; i > 0 && lines.length - i <= MOST_LINES; i--) {
		const line = lines[i];
		if (!line) return -1;
		const small = below <= (all - below) * SHARE && prose <= 3;
		if (/^--$/.test(line.text) && small && below > 0) return i;
		if (/^_{20,}$/.test(line.text) && small && hasAddress(lines, i)) return i;
		if (mail && isLabel(line.text, CLOSINGS) && prose === 0 && lines.length - i <= MOST_CLOSING) return i;
		below += line.words;
		if (line.prose) prose++;
	}
	return -1;
}

function hasAddress(lines: readonly Line[], from: number): boolean {
	return lines.slice(from).some(({ text }) => /[\w.+-]{1,60}@[\w-]{1,60}\.|https?:\/\//.test(text.slice(0, 400)));
}
