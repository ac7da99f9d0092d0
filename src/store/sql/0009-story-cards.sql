-- What lists of stories show and are narrowed by, so that a list unpacks no record. Kept with the record of a story, in
-- one transaction, and gone with it.

CREATE TABLE stemma.story_card (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	story_id bigint NOT NULL,
	-- Of the story's state that the record was made of.
	revision bigint NOT NULL,
	-- JSON; lone surrogates and NUL as their escapes.
	card text NOT NULL,
	PRIMARY KEY (story_id, article_id)
);
COMMENT ON TABLE stemma.story_card IS 'distributed: each story as lists show it';

-- Whose reports a story has, in which languages, who and what is named in it, whether its reports contradict each other.
CREATE TABLE stemma.story_label (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	story_id bigint NOT NULL,
	-- Of a kind and a name (src/store/cards/labels.ts).
	label bigint NOT NULL,
	-- Those of the story, by which lists are ordered; -infinity where no day is known.
	day date NOT NULL,
	lines int NOT NULL,
	PRIMARY KEY (story_id, label, article_id)
);
COMMENT ON TABLE stemma.story_label IS 'distributed: what lists of stories are narrowed by';
CREATE INDEX story_label_label ON stemma.story_label (label, day, lines, story_id);

-- Lists go by the day on which a story began or, where no report tells it, by which it was known.
CREATE INDEX story_day ON stemma.story ((coalesce(when_from, when_to, '-infinity'::date)), lines, story_id);
DROP INDEX stemma.story_when;
