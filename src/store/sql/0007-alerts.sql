-- Saved searches, what they found, and where that is sent.

CREATE TABLE stemma.alert (
	-- Of its name.
	alert_id bigint NOT NULL,
	name text NOT NULL,
	-- What is waited for: JSON.
	asked text NOT NULL,
	-- Reports that the store has from before are nothing new; null where all counts.
	since timestamptz,
	added_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (alert_id)
);
COMMENT ON TABLE stemma.alert IS 'local: saved searches, few';

CREATE TABLE stemma.alert_entry (
	entry_id bigint NOT NULL,
	alert_id bigint NOT NULL,
	-- In the order in which an alert's entries were found.
	position bigint GENERATED ALWAYS AS IDENTITY,
	found_at timestamptz NOT NULL DEFAULT now(),
	packed bytea NOT NULL,
	PRIMARY KEY (entry_id)
);
COMMENT ON TABLE stemma.alert_entry IS 'local: what alerts found, each once';
CREATE INDEX alert_entry_alert ON stemma.alert_entry (alert_id, position);
ALTER TABLE stemma.alert_entry ALTER COLUMN packed SET STORAGE EXTERNAL;

-- What findings stand on in single reports: by it a finding is known again.
CREATE TABLE stemma.alert_key (
	alert_id bigint NOT NULL,
	key bigint NOT NULL,
	entry_id bigint NOT NULL,
	-- The article that it stands on.
	subject bigint NOT NULL,
	-- Whether the entry gives words of that article.
	is_cited boolean NOT NULL,
	PRIMARY KEY (alert_id, key)
);
COMMENT ON TABLE stemma.alert_key IS 'local: by what the findings of alerts are known again';
CREATE INDEX alert_key_subject ON stemma.alert_key (subject);
CREATE INDEX alert_key_entry ON stemma.alert_key (entry_id);

CREATE TABLE stemma.alert_output (
	output_id bigint GENERATED ALWAYS AS IDENTITY,
	alert_id bigint NOT NULL,
	kind text NOT NULL,
	-- The file and its machine; or the address, and the file that its secret is in. Never the secret.
	target text NOT NULL,
	-- The last entry that a file holds.
	written bigint NOT NULL DEFAULT 0,
	-- Until when nothing is sent there, after a failure.
	held_until timestamptz NOT NULL DEFAULT now(),
	failure text,
	-- Why nothing is sent there any more.
	stopped text,
	PRIMARY KEY (output_id)
);
COMMENT ON TABLE stemma.alert_output IS 'local: where the entries of alerts go';
CREATE INDEX alert_output_alert ON stemma.alert_output (alert_id);

CREATE TABLE stemma.alert_delivery (
	entry_id bigint NOT NULL,
	output_id bigint NOT NULL,
	due timestamptz NOT NULL DEFAULT now(),
	lease uuid,
	attempts int NOT NULL DEFAULT 0,
	failure text,
	sent_at timestamptz,
	dead_at timestamptz,
	PRIMARY KEY (entry_id, output_id)
);
COMMENT ON TABLE stemma.alert_delivery IS 'local: what is sent where, and what became of it';
CREATE INDEX alert_delivery_due ON stemma.alert_delivery (output_id, due) WHERE sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX alert_delivery_dead ON stemma.alert_delivery (dead_at) WHERE dead_at IS NOT NULL;
