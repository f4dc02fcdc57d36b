-- Owner: the automation service. document is the whole suggestion as JSON, state only its state; the others are for searching.
CREATE TABLE suggestions (
    home TEXT NOT NULL,
    id TEXT NOT NULL,
    pattern_id TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    automation_yaml TEXT,
    status TEXT NOT NULL,
    state TEXT NOT NULL,
    document TEXT NOT NULL,
    confidence DOUBLE NOT NULL,
    safety_score DOUBLE NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    automation_id TEXT,
    deployed_at INTEGER,
    PRIMARY KEY (home, id));
CREATE INDEX suggestions_best ON suggestions (home, status, confidence DESC, id);
CREATE INDEX suggestions_of_pattern ON suggestions (home, pattern_id);

CREATE TABLE automation_versions (
    home TEXT NOT NULL,
    automation_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    suggestion_id TEXT NOT NULL,
    automation TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    previous TEXT,
    target TEXT NOT NULL,
    location TEXT NOT NULL,
    deployed_at INTEGER NOT NULL,
    rolled_back_at INTEGER,
    PRIMARY KEY (home, automation_id, version));
