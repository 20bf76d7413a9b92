CREATE SCHEMA calendar;

-- A year that somebody has settled: its days off are those written below, not those that the law's rule proposes.
CREATE TABLE calendar.settled_year (
    year       integer PRIMARY KEY CHECK (year BETWEEN 1968 AND 2199),
    settled_by text NOT NULL,
    settled_at timestamptz NOT NULL
);

-- The days of a settled year that differ from the plain week of Monday to Friday.
CREATE TABLE calendar.day_off (
    day   date PRIMARY KEY,
    kind  text NOT NULL CHECK (kind IN ('off', 'working')),   -- working: a weekend day worked in exchange
    name  text NOT NULL CHECK (name <> ''),
    basis text NOT NULL CHECK (basis <> ''),                  -- law or document
    year  integer NOT NULL GENERATED ALWAYS AS (CAST(extract(year FROM day) AS integer)) STORED
          REFERENCES calendar.settled_year,
    CHECK (kind = 'off' OR extract(isodow FROM day) > 5)
);
CREATE INDEX ON calendar.day_off (year);

-- Deadlines hang on these days: who changed what, when.
CREATE TABLE calendar.change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year       integer NOT NULL,
    what       text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX ON calendar.change (year, id);
