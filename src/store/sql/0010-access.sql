-- Who may change a store, and what people decided on what was found in it.

CREATE TABLE stemma.token (
	-- The part of a token that is no secret.
	token_id bigint NOT NULL,
	-- Its owner, as logs name them; never given twice: the hash of it is unique.
	name text NOT NULL,
	name_id bigint NOT NULL,
	-- SHA-256 of the secret.
	hash bytea NOT NULL,
	scopes text[] NOT NULL,
	added_at timestamptz NOT NULL DEFAULT now(),
	expires_at timestamptz,
	revoked_at timestamptz,
	used_at timestamptz,
	PRIMARY KEY (token_id),
	UNIQUE (name_id)
);
COMMENT ON TABLE stemma.token IS 'local: who may read over the network, and write; not in backups';

-- Rows are added and never changed or taken away: what is undone is so by a later row.
CREATE TABLE stemma.correction (
	entry_id bigint NOT NULL,
	-- In the order in which entries were made.
	position bigint GENERATED ALWAYS AS IDENTITY,
	at timestamptz NOT NULL DEFAULT now(),
	-- The entry that this one undoes; null for a decision.
	undoes bigint,
	packed bytea NOT NULL,
	PRIMARY KEY (entry_id),
	UNIQUE (undoes)
);
COMMENT ON TABLE stemma.correction IS 'local: the log of people''s decisions';
CREATE INDEX correction_position ON stemma.correction (position);

CREATE TABLE stemma.correction_article (
	entry_id bigint NOT NULL,
	-- An article that the decision names; it may be forgotten meanwhile.
	subject bigint NOT NULL,
	PRIMARY KEY (entry_id, subject)
);
COMMENT ON TABLE stemma.correction_article IS 'local: by article the decisions that name it';
CREATE INDEX correction_article_subject ON stemma.correction_article (subject);

-- Articles that a decision may put into other stories, until they are placed again.
CREATE TABLE stemma.place_again (
	subject bigint NOT NULL,
	PRIMARY KEY (subject)
);
COMMENT ON TABLE stemma.place_again IS 'local: articles to be placed again';
