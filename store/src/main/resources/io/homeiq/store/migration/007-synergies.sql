-- document is the whole synergy as JSON; the other columns are for searching. Nothing wrote rows before this.
DELETE FROM synergy_opportunities;
ALTER TABLE synergy_opportunities ADD COLUMN synergy_depth INTEGER NOT NULL DEFAULT 2;
ALTER TABLE synergy_opportunities ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE synergy_opportunities ADD COLUMN document TEXT NOT NULL DEFAULT '';
CREATE INDEX synergies_best ON synergy_opportunities (home, impact_score DESC, synergy_id);
