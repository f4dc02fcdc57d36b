-- Events to announce, each written together with the change that it tells of.
-- waiting: 1 until the broker has confirmed it, and again after a reconnect within the time to live.
-- published_at: when it was confirmed for the first time; the time to live counts from then.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    home TEXT NOT NULL,
    service TEXT NOT NULL,
    event_id TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    payload TEXT NOT NULL,
    waiting INTEGER NOT NULL DEFAULT 1,
    published_at INTEGER);
CREATE INDEX outbox_waiting ON outbox (service, id) WHERE waiting = 1;
CREATE INDEX outbox_published ON outbox (service, published_at) WHERE waiting = 0;

-- Which process may publish for a service now.
CREATE TABLE outbox_lease (
    service TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until INTEGER NOT NULL) WITHOUT ROWID;

-- Events that a consumer has dealt with, each mark written together with the effect.
CREATE TABLE inbox (
    consumer TEXT NOT NULL,
    event_id TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (consumer, event_id)) WITHOUT ROWID;
CREATE INDEX inbox_received ON inbox (received_at);

-- How far each consumer has read the history of a home.
CREATE TABLE cursors (
    home TEXT NOT NULL,
    consumer TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (home, consumer)) WITHOUT ROWID;
