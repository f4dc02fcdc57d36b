-- Owner: the automation service. While the owner did not want habits to be learned; resumed_at is null while that is so.
CREATE TABLE learning_pauses (
    home TEXT NOT NULL,
    paused_at INTEGER NOT NULL,
    resumed_at INTEGER,
    PRIMARY KEY (home, paused_at)) WITHOUT ROWID;
