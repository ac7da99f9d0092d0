-- What is found across articles. A story stands where its first report does: that report's id is its article_id.

CREATE TABLE stemma.copy_member (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	group_id bigint NOT NULL,
	-- Its place in the group; an article may be in one twice, by its two halves.
	position int NOT NULL,
	kind text NOT NULL,
	-- Starts and ends in turn, in UTF-16 units.
	spans int[] NOT NULL,
	PRIMARY KEY (article_id, group_id, position)
);
COMMENT ON TABLE stemma.copy_member IS 'distributed: which articles are one text';
CREATE INDEX copy_member_group ON stemma.copy_member (group_id);

-- Each passage twice, under either article, so that an article's own are all in one place.
CREATE TABLE stemma.passage (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	other_id bigint NOT NULL,
	from_unit int NOT NULL,
	to_unit int NOT NULL,
	other_from int NOT NULL,
	other_to int NOT NULL,
	-- Whether this article is the one that the record names first.
	leads boolean NOT NULL,
	quoted boolean NOT NULL,
	stock boolean NOT NULL,
	PRIMARY KEY (article_id, other_id, from_unit, to_unit, other_from, other_to)
);
COMMENT ON TABLE stemma.passage IS 'distributed: stretches of text that two articles share';
CREATE INDEX passage_other ON stemma.passage (other_id);

CREATE TABLE stemma.story (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	story_id bigint NOT NULL,
	when_from date,
	when_to date,
	articles int NOT NULL,
	lines int NOT NULL,
	headline text,
	-- Grows with each change of what the story holds; a record made of an earlier one is out of date.
	revision bigint NOT NULL DEFAULT 1,
	packed bytea NOT NULL,
	changed_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (article_id, story_id)
);
COMMENT ON TABLE stemma.story IS 'distributed: stories, where their first report is';
CREATE INDEX story_story ON stemma.story (story_id);
CREATE INDEX story_when ON stemma.story (when_from);

CREATE TABLE stemma.story_alias (
	article_id bigint NOT NULL,
	alias_id bigint NOT NULL,
	story_id bigint NOT NULL,
	PRIMARY KEY (article_id, alias_id)
);
COMMENT ON TABLE stemma.story_alias IS 'distributed: former ids of stories, beside the story';
CREATE INDEX story_alias_alias ON stemma.story_alias (alias_id);

CREATE TABLE stemma.story_member (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	story_id bigint NOT NULL,
	-- The article that the story stands with.
	story_article_id bigint NOT NULL,
	position int NOT NULL,
	PRIMARY KEY (article_id, story_id)
);
COMMENT ON TABLE stemma.story_member IS 'distributed: which story an article is in';
CREATE INDEX story_member_story ON stemma.story_member (story_id);

CREATE TABLE stemma.story_record (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	story_id bigint NOT NULL,
	revision bigint NOT NULL,
	program text NOT NULL,
	packed bytea NOT NULL,
	made_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (article_id, story_id)
);
COMMENT ON TABLE stemma.story_record IS 'distributed: the record of each story, as last collated';
CREATE INDEX story_record_story ON stemma.story_record (story_id);
