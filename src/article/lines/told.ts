/**
 * Whether a line is a sentence that ends by telling who said it. No site writes its buttons so.
 *
 * Catches: "Support us, the strikers said.", "Folgen Sie uns, sagte der Hafenmeister.", "Download our app, the bank told clients."
 * Leaves: "Support us.", "Comments are closed."
 */

/** UTF-16 units at the end of a line in which the teller is looked for. */
const REACH = 160;

const ENDED = /[.!?。।؟…]["'”’»)\]]{0,3}$/u;

const WORD = "[\\p{L}\\p{M}\\p{N}.'’&-]{1,30}";
const SAID =
	"(?:said|says|say|told|tells|wrote|writes|added|adds|announced|argued|asked|warned|explained|claimed|recalled|replied|insisted|shouted|urged|shows?|showed|reads?|reported|promised|noted)";

/** After a comma or a closing quotation mark: "…, the note said.", "…, court papers show.", "…, said a notice by the door." */
const ENGLISH = new RegExp(
	`[,"”’!?]\\s(?:(?:${WORD}\\s){1,8}${SAID}|${SAID}\\s${WORD})(?:\\s${WORD}){0,7}[.!?]["'”’)]{0,2}$`,
	"iu",
);

const VERBS =
	"sagte|sagten|sagt|erklärte|erklärten|schrieb|schrieben|hieß es|heißt es|so|teilte|meinte|betonte|warnte|rief|riefen|forderte|forderten|" +
	"a dit|ont dit|dit|a déclaré|ont déclaré|a écrit|a expliqué|a lancé|ont lancé|selon|affirme|explique|indique|" +
	"dijo|dijeron|dice|dicen|afirmó|aseguró|explicó|escribió|señaló|declaró|según|pidió|pidieron|" +
	"disse|disseram|diz|afirmou|escreveu|explicou|declarou|segundo|pediu|" +
	"ha detto|hanno detto|dice|ha scritto|ha dichiarato|ha spiegato|secondo|si legge|" +
	"zei|zeiden|zegt|zeggen|schreef|verklaarde|aldus|volgens|sade|säger|sa|sier|skrev|sagde|siger|ifølge|enligt|uppger|" +
	"sanoi|sanoo|kirjoitti|mondta|írta|közölte|a spus|au spus|a scris|a declarat|" +
	"powiedział|powiedziała|mówi|mówią|napisał|napisała|stwierdził|řekl|řekla|říká|napsal|uvedl|uvedla|povedal|povedala|rekao|rekla|kaže|" +
	"сказал|сказала|сказали|говорит|говорят|написал|написала|заявил|заявила|сообщил|сообщила|сообщили|сказав|каже|написав|заявив|заявила|каза|казва|заяви|рекао|" +
	"είπε|δήλωσε|ανέφερε|έγραψε";
const OTHERS = new RegExp(`[,"”“»–—]\\s(?:[–—]\\s)?(?:${VERBS})(?:\\s${WORD}){1,10}[.!?]["”“»]?$`, "iu");
/** Where the verb stands last, or nothing sets the words apart. */
const LAST =
	/(?:\s(?:dedi|diyor|söyledi|açıkladı|yazdı)|(?:と|って)(?:述べた|語った|話した|言った|話す|語る|書いた|説明した|訴えた)|(?:고|라고)\s?(?:말했다|밝혔다|전했다|했다|설명했다)|(?:कहा|बताया|कहते हैं|लिखा)(?:\sहै)?)[.。।]?["”」』]?[.。।]$|[,،"”»]\s?(?:كما\s)?(?:قال|قالت|وقال|صرح|أضاف|يقول)\s.{1,80}[.؟]$|[,"”]\s(?:אמר|אמרה|אמרו|כתב|כתבה|מסר)\s.{1,80}\.$|[，。”」](?:他|她|[\p{Script=Han}]{1,16})(?:说|表示|写道|称|告诉[\p{Script=Han}]{1,10})。$/u;

export function isTold(text: string): boolean {
	const tail = text.slice(-REACH);
	if (!ENDED.test(tail)) return false;
	return ENGLISH.test(tail) || OTHERS.test(tail) || LAST.test(tail);
}
