-- What facts are found by. Kept with the record of a story, in one transaction, and gone with it.

-- The facts of the record by themselves, packed, so that showing one does not unpack all of it; null of an earlier program.
ALTER TABLE stemma.story_record ADD COLUMN facts bytea;
ALTER TABLE stemma.story_record ALTER COLUMN facts SET STORAGE EXTERNAL;
-- How many there are is said with every search of facts: not by reading the rows.
CREATE INDEX story_record_facts ON stemma.story_record (story_id) WHERE facts IS NOT NULL;

-- Which facts of a story an article states, by their relation; their words are those of the article (stemma.posting).
CREATE TABLE stemma.search_fact (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	story_id bigint NOT NULL,
	-- A number for each relation: src/store/search/fact-index.ts.
	relation smallint NOT NULL,
	-- For each fact its place in the story's list, whose word it is and where its sentences stand, packed.
	facts bytea NOT NULL,
	PRIMARY KEY (article_id, story_id, relation)
);
COMMENT ON TABLE stemma.search_fact IS 'distributed: which facts an article states';
CREATE INDEX search_fact_story ON stemma.search_fact (story_id);
CREATE INDEX search_fact_relation ON stemma.search_fact (relation, article_id);
