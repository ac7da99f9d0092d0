-- What search looks in. Made with an article's annotation, in one transaction, by src/store/search.

CREATE TABLE stemma.search_article (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	-- The form of what is kept here; of another form it is made again.
	form int NOT NULL,
	-- Whether the article was too long to be indexed to its end.
	is_cut boolean NOT NULL,
	-- The words of its postings, packed: by them they are found when they are replaced or taken away.
	words bytea NOT NULL,
	-- Where its quotations stand, in the order of the annotation, packed.
	quotations bytea NOT NULL,
	PRIMARY KEY (article_id)
);
COMMENT ON TABLE stemma.search_article IS 'distributed: which articles can be searched';
-- How many there are is said with every search: not by reading the rows.
CREATE INDEX search_article_form ON stemma.search_article (form);
CREATE INDEX search_article_cut ON stemma.search_article (article_id) WHERE is_cut;

-- One row for each word of an article. Not tied to the article, as that would take a second index as large as the
-- rows; a row whose article is gone is never shown.
CREATE TABLE stemma.posting (
	word int NOT NULL,
	article_id bigint NOT NULL,
	-- How much the article is about the word, for its length: hundredths.
	weight smallint NOT NULL,
	places bytea NOT NULL,
	PRIMARY KEY (word, article_id) INCLUDE (weight)
);
COMMENT ON TABLE stemma.posting IS 'distributed: the words of articles';
ALTER TABLE stemma.posting ALTER COLUMN places SET STORAGE EXTERNAL;

-- Who is quoted in an article, by name as the article gives it.
CREATE TABLE stemma.search_speaker (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	position int NOT NULL,
	name_key bigint NOT NULL,
	-- For people who look, cut to a length.
	name text NOT NULL,
	quotations int NOT NULL,
	PRIMARY KEY (article_id, position)
);
COMMENT ON TABLE stemma.search_speaker IS 'distributed: who is quoted in an article';

-- The words of those names, and of the others that the article has for the same person.
CREATE TABLE stemma.speaker_word (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	position int NOT NULL,
	word int NOT NULL,
	PRIMARY KEY (article_id, position, word)
);
COMMENT ON TABLE stemma.speaker_word IS 'distributed: the words of the names of who is quoted';
CREATE INDEX speaker_word_word ON stemma.speaker_word (word);
