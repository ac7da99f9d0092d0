-- What is kept of reports, and what is found in each by itself.
--
-- Shaped for Citus from the start. The first word of each table's comment says where it stands there:
-- "distributed" by article_id, whose place in every key makes that possible; "reference", a copy on every
-- node; "local", on the coordinator alone. docs/decisions/store.md has the reasons, docs/scale.md the commands.
--
-- Bytes and JSON are packed by the program (src/store/packing.ts), so that the server is not to try again. What grows
-- with the reports' text is partitioned by day; until days are opened, all of it is in one default partition.

CREATE TABLE stemma.article (
	article_id bigint NOT NULL,
	-- The day that retention goes by: of publication, else of capture, else of adding. Never changes.
	day date NOT NULL,
	source_key bigint NOT NULL,
	-- The outlet whose repeated blocks are told from all of its reports; null when it is not known.
	outlet_key bigint,
	-- The capture that the article was read from.
	capture_id bigint NOT NULL,
	role text NOT NULL,
	published_from date,
	published_to date,
	language text,
	-- Which capture leads where several gave the article: the earliest, then by place. Both are cut to a length.
	captured text,
	place text NOT NULL,
	-- For people who look, cut to a length.
	headline text,
	outlet text,
	letters int NOT NULL,
	added_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (article_id)
);
COMMENT ON TABLE stemma.article IS 'distributed: one row for each article, small';
CREATE INDEX article_source ON stemma.article (source_key);
CREATE INDEX article_outlet ON stemma.article (outlet_key) WHERE outlet_key IS NOT NULL;
CREATE INDEX article_day ON stemma.article (day);
CREATE INDEX article_published ON stemma.article (published_from) WHERE published_from IS NOT NULL;

-- A capture that gave no article stands under an id of its own in the place of the article's.
CREATE TABLE stemma.capture (
	article_id bigint NOT NULL,
	capture_id bigint NOT NULL,
	day date NOT NULL,
	-- The file or address that it came from, without the line of a list.
	input_key bigint NOT NULL,
	place_key bigint NOT NULL,
	place text NOT NULL,
	sha256 bytea NOT NULL,
	bytes int NOT NULL,
	is_article boolean NOT NULL,
	-- The version of the program that read it.
	program text NOT NULL,
	detail bytea NOT NULL,
	added_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (article_id, capture_id, day)
) PARTITION BY RANGE (day);
COMMENT ON TABLE stemma.capture IS 'distributed: what was read, when and where from';
ALTER TABLE stemma.capture ALTER COLUMN detail SET STORAGE EXTERNAL;
CREATE TABLE stemma.capture_default PARTITION OF stemma.capture DEFAULT;
CREATE INDEX capture_capture ON stemma.capture (capture_id);
CREATE INDEX capture_input ON stemma.capture (input_key);
CREATE INDEX capture_place ON stemma.capture (place_key);

CREATE TABLE stemma.content (
	article_id bigint NOT NULL,
	sha256 bytea NOT NULL,
	day date NOT NULL,
	packed bytea NOT NULL,
	PRIMARY KEY (article_id, sha256, day)
) PARTITION BY RANGE (day);
COMMENT ON TABLE stemma.content IS 'distributed: the bytes of captures, by their hash';
ALTER TABLE stemma.content ALTER COLUMN packed SET STORAGE EXTERNAL;
CREATE TABLE stemma.content_default PARTITION OF stemma.content DEFAULT;

CREATE TABLE stemma.article_body (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	day date NOT NULL,
	packed bytea NOT NULL,
	PRIMARY KEY (article_id, day)
) PARTITION BY RANGE (day);
COMMENT ON TABLE stemma.article_body IS 'distributed: the article as it was read, before its outlet''s blocks are dropped';
ALTER TABLE stemma.article_body ALTER COLUMN packed SET STORAGE EXTERNAL;
CREATE TABLE stemma.article_body_default PARTITION OF stemma.article_body DEFAULT;

CREATE TABLE stemma.annotation (
	article_id bigint NOT NULL REFERENCES stemma.article ON DELETE CASCADE,
	day date NOT NULL,
	-- Hash of all that it was made from: the article without its outlet's blocks, the program, its data.
	made_from bigint NOT NULL,
	packed bytea NOT NULL,
	PRIMARY KEY (article_id, day)
) PARTITION BY RANGE (day);
COMMENT ON TABLE stemma.annotation IS 'distributed: what is found in an article by itself';
ALTER TABLE stemma.annotation ALTER COLUMN packed SET STORAGE EXTERNAL;
CREATE TABLE stemma.annotation_default PARTITION OF stemma.annotation DEFAULT;

-- Inputs that gave nothing, and what is wrong with lines of lists.
CREATE TABLE stemma.problem (
	problem_id bigint NOT NULL,
	input_key bigint NOT NULL,
	packed bytea NOT NULL,
	PRIMARY KEY (problem_id)
);
COMMENT ON TABLE stemma.problem IS 'local: inputs that gave nothing, few';
CREATE INDEX problem_input ON stemma.problem (input_key);

-- Files that the user wrote: names, and a person's decisions.
CREATE TABLE stemma.user_file (
	kind text NOT NULL,
	place_key bigint NOT NULL,
	position bigint GENERATED ALWAYS AS IDENTITY,
	packed bytea NOT NULL,
	added_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (kind, place_key)
);
COMMENT ON TABLE stemma.user_file IS 'reference: names and corrections that a person gave';
