-- rank: the higher, the earlier it is shown. The confidence, unless a model that ranks suggestions is in use.
ALTER TABLE suggestions ADD COLUMN rank DOUBLE NOT NULL DEFAULT 0;
UPDATE suggestions SET rank = confidence;
DROP INDEX suggestions_best;
CREATE INDEX suggestions_best ON suggestions (home, status, rank DESC, id);
