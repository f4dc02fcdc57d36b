-- Owner: the automation service. What people undid of what its automations had done; what is wrong with automations in place.
CREATE TABLE automation_overrides (
    home TEXT NOT NULL,
    automation_id TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    ran_at INTEGER NOT NULL,
    undone_at INTEGER NOT NULL,
    suggestion_id TEXT NOT NULL,
    PRIMARY KEY (home, automation_id, entity_id, ran_at)) WITHOUT ROWID;

CREATE TABLE automation_troubles (
    home TEXT NOT NULL,
    automation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (home, automation_id)) WITHOUT ROWID;
