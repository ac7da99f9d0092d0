import type { LineRule } from "./lines.ts";

/**
 * The labels of players, films and galleries.
 *
 * Catches: "Listen to this article", "Artikel anhören", "Duration 1:30", "1 / 12", "Bild 3 von 8", "watch now".
 * Leaves: "Listen to the sailors, the captain said."; "3 of 8 ferries sail again"; "1/12" within a sentence.
 */
const PLAYER =
	/^(?:[▶►🔊🎧•|-]\s?)?(?:(?:listen|watch|play)(?: (?:now|live|again|here|to|this|the|article|story|audio|video|full|episode))*|(?:audio|video|podcast)(?:[- ]?(?:player|version|is loading|abspielen))?|(?:dieser )?(?:artikel|beitrag|text|meldung)(?: wird)? (?:an)?(?:hören|gehört|vorgelesen|vorlesen)(?: lassen)?|(?:diesen )?artikel (?:hören|vorlesen lassen)|audio(?:version)? (?:hören|abspielen)|(?:écouter|écoutez)(?: (?:l['’]article|cet article|la vidéo))?|(?:escuchar?|ouça|ouvir)(?: (?:este |o |la |el )?(?:artículo|artigo|noticia|notícia|nota|áudio))?|ascolta(?: (?:l['’]|questo )?articolo)?|(?:be)?luister(?: naar dit artikel)?|lyssna(?: på artikeln)?|lytt(?: til (?:saken|artikkelen))?|(?:po)?słuchaj(?: artykułu)?|(?:слушать|прослушать|послушать)(?: (?:статью|новость))?|(?:слухати|прослухати)(?: (?:статтю|новину))?|(?:haberi|makaleyi) dinle|記事を聴く|音声で聞く|기사 듣기|聆听文章|nghe (?:đọc bài|bài viết)|استمع(?: إلى المقال| للخبر)?)\s?[:.…]?$/iu;
const LENGTH =
	/^(?:(?:duration|länge|dauer|durée|duración|duração|durata|längd|varighet|varighed|czas trwania|длительность|тривалість|süre)\s?:?\s?)?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s?(?:min(?:uten|utes|uti|utos)?|std)\.?)?$/iu;
const COUNTER =
	/^(?:(?:photo|image|picture|slide|bild|foto|image|imagen|imagem|immagine|afbeelding|kuva|zdjęcie|фото|фотография|слайд|写真|사진|图)\s?)?\d{1,3}\s?(?:\/|of|von|de|di|van|av|af|sur|z|из|із|з|\/)\s?\d{1,3}$/iu;
const PLACEHOLDER =
	/^(?:(?:image|bild|video|ad|advert)?[ -]?(?:placeholder)(?: (?:image|video|ad))?(?:[ -]?\d{1,3})?|embed|embedded content|external content|\[(?:pr|ad|anzeige|werbung)\]|［?(?:pr|広告)］?|【(?:pr|広告)】|annonce|annons|reclame|advertentie|mainos|reklama|pubblicità|publicitate|hirdetés|διαφήμιση|الإعلانات|إعلان|פרסומת|โฆษณา|quảng cáo|广告|廣告|광고)$/iu;

/** Words a label may have. */
const MOST_WORDS = 8;

export const mediaLabel: LineRule = {
	rule: "article/media-label",
	find(line) {
		if (line.words > MOST_WORDS || line.text.length > 80) return null;
		const { text } = line;
		if (PLAYER.test(text)) return "the label of a player";
		if (LENGTH.test(text)) return "how long a film or a recording is";
		if (COUNTER.test(text)) return "counts the pictures of a gallery";
		return PLACEHOLDER.test(text) ? "a label in the place of something else" : null;
	},
};
