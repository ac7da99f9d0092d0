import type { Line } from "../lines/lines.ts";
import { headerEnd } from "../lines/mail-header.ts";
import type { SourceValue } from "../metadata/source-value.ts";

/**
 * A mail that was forwarded: what the sender wrote above it, its header, and the headline its subject gives.
 *
 * Catches: "FYI, see below." above "---------- Forwarded message ---------", "From: …" and "Subject: Fwd: Dam talks collapse".
 * Leaves: "From: the harbour" and "To: the hills" between two paragraphs, with no divider above them.
 */

/** Lines, and words in them, that the sender may have written above. */
const MOST_ABOVE = 8;
const MOST_WORDS = 80;

const DIVIDER = /^(?:[-_=*]\s?){2,}|^\p{L}[^:]{5,60}:?$/u;
const SUBJECT =
	/^(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|předmět|aihe|тема|konu|الموضوع|נושא|subjek|主题|件名|제목)\s?[:：]\s*(.+)$/iu;
const ANSWER = /^(?:(?:re|aw|fwd?|wg|tr|rv|sv|vs|vb|odp|отв|antw)\s?(?:\[\d{1,3}\])?\s?:\s*){1,6}/iu;

/** Where the header of a mail that was forwarded starts and ends, as indices of lines; null when there is none. */
export function findForwarded(lines: readonly Line[]): { readonly from: number; readonly to: number } | null {
	let words = 0;
	for (let i = 1; i <= MOST_ABOVE && i < lines.length; i++) {
		words += lines[i - 1]?.words ?? 0;
		if (words > MOST_WORDS) return null;
		if (!DIVIDER.test(lines[i]?.text ?? "")) continue;
		const fields = headerEnd(lines.slice(i + 1, i + 30));
		if (fields > 0 && headerEnd(lines.slice(i, i + 30)) > fields) return { from: i, to: i + 1 + fields };
	}
	return null;
}

/** The headline that the subject in a mail's header gives, without "Fwd:" before it. */
export function readSubject(header: readonly Line[]): SourceValue | null {
	for (const { text } of header) {
		const subject = SUBJECT.exec(text)?.[1]
			?.replace(ANSWER, "")
			.replace(/^\[[^[\]]{1,40}\]\s*/, "")
			.trim();
		if (subject) return { field: "title", text: subject, span: null, from: "mail-subject" };
	}
	return null;
}
