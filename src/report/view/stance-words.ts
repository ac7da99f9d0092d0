import type { Polarity } from "../../model/annotation.ts";

/** What each polarity is called where it is not plain saying. */
export const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
	said: "said",
	denied: "denied",
	"not-said": "did not say",
	declined: "declined",
};
