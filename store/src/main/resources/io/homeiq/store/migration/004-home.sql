-- Owner: the Data API. What Home Assistant told last of the home's parts: one JSON document of each name.
CREATE TABLE registry_documents (
    home TEXT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (home, name)) WITHOUT ROWID;

CREATE TABLE device_capabilities (
    home TEXT NOT NULL,
    device_id TEXT NOT NULL,
    capabilities TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (home, device_id)) WITHOUT ROWID;
