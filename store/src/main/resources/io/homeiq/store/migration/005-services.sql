-- Owner: the training service.
CREATE TABLE training_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    home TEXT NOT NULL,
    training_type TEXT NOT NULL,
    status TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    dataset_size INTEGER,
    base_model TEXT,
    run_identifier TEXT,
    metrics TEXT,
    error_message TEXT,
    triggered_by TEXT NOT NULL);
CREATE UNIQUE INDEX training_run_active ON training_runs (home, training_type) WHERE status IN ('queued', 'running');

CREATE TABLE models (
    home TEXT NOT NULL,
    id TEXT NOT NULL,
    model_type TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    metrics TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    promoted_at INTEGER,
    PRIMARY KEY (home, id),
    UNIQUE (home, model_type, version));

-- Owner: the query service.
CREATE TABLE ask_ai_queries (
    home TEXT NOT NULL,
    id TEXT NOT NULL,
    query TEXT NOT NULL,
    user_id TEXT,
    status TEXT NOT NULL,
    document TEXT NOT NULL,
    confidence DOUBLE NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (home, id));

CREATE TABLE clarification_sessions (
    home TEXT NOT NULL,
    id TEXT NOT NULL,
    query_id TEXT NOT NULL,
    rounds INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL,
    document TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (home, id));

CREATE TABLE entity_aliases (
    home TEXT NOT NULL,
    alias TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (home, alias, entity_id)) WITHOUT ROWID;

-- Settings that are changed while it runs, by any service.
CREATE TABLE system_settings (
    home TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (home, name)) WITHOUT ROWID;
