-- Whether this database is a demonstration's: no row in a real one. A load without end was cut short.
CREATE SCHEMA demo;

CREATE TABLE demo.load (
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    started_at  timestamptz NOT NULL,
    finished_at timestamptz
);
