-- What is followed, and what is to be asked for next. All of it is local: who asks has to agree with everybody else who
-- does, host by host.

CREATE TABLE stemma.followed_source (
	source_id bigint NOT NULL,
	url_key bigint NOT NULL,
	host_key bigint NOT NULL,
	-- When it is to be visited next; null when it is not visited: paused, or gone.
	due timestamptz,
	is_gone boolean NOT NULL,
	-- For people who look, cut to a length.
	url text NOT NULL,
	-- By whose key its captures are found: where it was added.
	input_key bigint NOT NULL,
	packed bytea NOT NULL,
	added_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (source_id)
);
COMMENT ON TABLE stemma.followed_source IS 'local: feeds, sitemaps, pages and folders that are followed';
CREATE UNIQUE INDEX followed_source_url ON stemma.followed_source (url_key) WHERE NOT is_gone;
CREATE INDEX followed_source_due ON stemma.followed_source (host_key, due) WHERE due IS NOT NULL;

-- Everything that is asked of a host goes through its row: who holds the lease asks, and nobody else.
CREATE TABLE stemma.followed_host (
	host_key bigint NOT NULL,
	host text NOT NULL,
	-- When the first of what is to be asked of it is due; null when there is nothing.
	due timestamptz,
	-- Before this nothing is asked of it.
	free timestamptz NOT NULL,
	lease uuid,
	leased_until timestamptz,
	robots bytea NOT NULL,
	PRIMARY KEY (host_key)
);
COMMENT ON TABLE stemma.followed_host IS 'local: hosts, with who asks them and when they may be asked again';
ALTER TABLE stemma.followed_host ALTER COLUMN robots SET STORAGE EXTERNAL;
CREATE INDEX followed_host_ready ON stemma.followed_host (greatest(due, free, leased_until)) WHERE due IS NOT NULL;

CREATE TABLE stemma.wanted_page (
	-- Of the source and its entry.
	page_key bigint NOT NULL,
	source_id bigint NOT NULL,
	host_key bigint NOT NULL,
	due timestamptz NOT NULL,
	mark bigint NOT NULL,
	packed bytea NOT NULL,
	PRIMARY KEY (page_key)
);
COMMENT ON TABLE stemma.wanted_page IS 'local: reports that a source announced and whose pages are to be fetched';
ALTER TABLE stemma.wanted_page ALTER COLUMN packed SET STORAGE EXTERNAL;
CREATE INDEX wanted_page_due ON stemma.wanted_page (host_key, due, page_key);
CREATE INDEX wanted_page_source ON stemma.wanted_page (source_id);

CREATE TABLE stemma.announced_entry (
	source_id bigint NOT NULL,
	entry_key bigint NOT NULL,
	-- Of what the source says of it.
	mark bigint NOT NULL,
	changes int NOT NULL,
	-- The day on which it was last in its source, to a week: what has long been out of it is forgotten.
	seen date NOT NULL,
	PRIMARY KEY (source_id, entry_key)
);
COMMENT ON TABLE stemma.announced_entry IS 'local: what sources announced, so that nothing is new twice';

-- Agencies that the report itself credits, one a line; empty when none, null for what an earlier program read.
ALTER TABLE stemma.article ADD COLUMN agencies text;
