-- What articles are placed by: which ones are to be looked at for a new one, however many there are.

-- The keys of the article's rows below, four bytes each, by which they are taken away; null of an earlier program.
ALTER TABLE stemma.annotation ADD COLUMN keys bytea;

-- One row for each key of an article; two articles that share one may tell one event (src/store/neighbour-keys.ts). Not
-- tied to the article, as that would take a second index; a row whose article is gone brings nothing.
CREATE TABLE stemma.neighbour (
	key int NOT NULL,
	-- The article's day: only those of the days around are looked at.
	day date NOT NULL,
	article_id bigint NOT NULL,
	PRIMARY KEY (key, day, article_id)
);
COMMENT ON TABLE stemma.neighbour IS 'distributed: which articles may tell one event';

-- The latest reports of an outlet show what it repeats.
CREATE INDEX article_outlet_day ON stemma.article (outlet_key, day) WHERE outlet_key IS NOT NULL;
DROP INDEX stemma.article_outlet;
