-- Work to do, as leases: a job that is taken comes due again when its lease ends, so that a worker that dies gives it
-- back by doing nothing. A job that is done is deleted, in the transaction of what it did.

CREATE TABLE stemma.job (
	job_id bigint GENERATED ALWAYS AS IDENTITY,
	kind text NOT NULL,
	-- What it is about: an article's, a capture's or a story's id. One job of a kind for each.
	subject bigint NOT NULL,
	detail text NOT NULL DEFAULT '{}',
	-- When it may be taken; for one that is taken, when its lease ends.
	due timestamptz NOT NULL DEFAULT now(),
	-- Who has it; null when nobody has.
	lease uuid,
	attempts int NOT NULL DEFAULT 0,
	-- Seconds to wait before it is done again when it was asked for while it was done.
	pause int NOT NULL DEFAULT 0,
	-- Grows when it is asked for again; one that was asked for while it was done is done again.
	revision bigint NOT NULL DEFAULT 1,
	-- Set aside after too many tries.
	aside_at timestamptz,
	failure text,
	asked_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (job_id),
	UNIQUE (kind, subject)
);
COMMENT ON TABLE stemma.job IS 'local: work to do, on the coordinator alone';
CREATE INDEX job_due ON stemma.job (kind, due, job_id) WHERE aside_at IS NULL;
CREATE INDEX job_aside ON stemma.job (aside_at) WHERE aside_at IS NOT NULL;
