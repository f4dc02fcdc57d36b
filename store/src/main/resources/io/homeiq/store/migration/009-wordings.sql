-- Owner: the automation service. Other words for suggestions, and what the model that finds them has used in each month.
CREATE TABLE suggestion_wordings (
    home TEXT NOT NULL,
    suggestion_id TEXT NOT NULL,
    our_title TEXT NOT NULL,
    our_description TEXT NOT NULL,
    title TEXT,
    description TEXT,
    objection TEXT,
    model TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (home, suggestion_id)) WITHOUT ROWID;

CREATE TABLE model_usage (
    home TEXT NOT NULL,
    month TEXT NOT NULL,
    tokens INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    discarded INTEGER NOT NULL,
    PRIMARY KEY (home, month)) WITHOUT ROWID;
