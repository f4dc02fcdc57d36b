-- Owner: the pattern service. pattern_metadata is the whole pattern as JSON; the other columns are for searching.
CREATE TABLE patterns (
    home TEXT NOT NULL,
    id TEXT NOT NULL,
    pattern_type TEXT NOT NULL,
    device_id TEXT NOT NULL,
    pattern_metadata TEXT NOT NULL,
    confidence DOUBLE NOT NULL,
    q_value DOUBLE NOT NULL,
    proven INTEGER NOT NULL,
    occurrences INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    trend_direction TEXT NOT NULL,
    trend_strength DOUBLE NOT NULL,
    deprecated INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (home, id));
CREATE INDEX patterns_best ON patterns (home, deprecated, confidence DESC, id);

CREATE TABLE pattern_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    home TEXT NOT NULL,
    pattern_id TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    confidence DOUBLE NOT NULL,
    occurrences INTEGER NOT NULL,
    proven INTEGER NOT NULL);
CREATE INDEX pattern_history_of ON pattern_history (home, pattern_id, id);

CREATE TABLE synergy_opportunities (
    home TEXT NOT NULL,
    synergy_id TEXT NOT NULL,
    synergy_type TEXT NOT NULL,
    device_ids TEXT NOT NULL,
    impact_score DOUBLE NOT NULL,
    complexity TEXT NOT NULL,
    confidence DOUBLE NOT NULL,
    area TEXT,
    validated_by_patterns INTEGER NOT NULL DEFAULT 0,
    supporting_pattern_ids TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL,
    PRIMARY KEY (home, synergy_id));

CREATE TABLE user_feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    home TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    action TEXT NOT NULL,
    comment TEXT,
    created_at INTEGER NOT NULL);
CREATE INDEX user_feedback_of ON user_feedback (home, subject_type, subject_id, id);

CREATE TABLE analysis_run_status (
    home TEXT NOT NULL,
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    triggered_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    stage TEXT,
    progress DOUBLE NOT NULL DEFAULT 0,
    events INTEGER,
    patterns INTEGER,
    proven INTEGER,
    error_message TEXT,
    PRIMARY KEY (home, id));
-- One at a time for each home.
CREATE UNIQUE INDEX analysis_run_active ON analysis_run_status (home) WHERE status IN ('queued', 'running');
CREATE INDEX analysis_run_latest ON analysis_run_status (home, started_at);
