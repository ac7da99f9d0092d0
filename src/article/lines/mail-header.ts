import type { LineRule } from "./lines.ts";

/**
 * The header lines of a mail or a press release, at the head of a text.
 *
 * Catches: "From: desk@harbour.example" above "Subject: Ferry inquiry opens".
 * Leaves: "To: the people of Port Amity", alone at the head of an open letter.
 */
const HEADER =
	/^(?:from|to|cc|bcc|subject|date|sent|reply-to|message-id|return-path|received|mime-version|content-type|content-transfer-encoding|x-[a-z-]{2,30}|von|an|betreff|gesendet|de|à|objet|envoyé|от|кому|тема|дата)\s?:\s*\S/iu;

export const mailHeader: LineRule = {
	rule: "article/mail-header",
	find(line, { lines, index }) {
		if (index > 20 || !HEADER.test(line.text)) return null;
		for (let i = 0; i < index; i++) if (!HEADER.test(lines[i]?.text ?? "")) return null;
		const beside = HEADER.test(lines[index + 1]?.text ?? "") || index > 0;
		return beside ? "a header of the mail that the text came in" : null;
	},
};
