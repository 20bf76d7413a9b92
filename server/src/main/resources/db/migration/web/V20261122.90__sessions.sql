-- Who is signed in. The columns are those that Spring Session asks for; a session without use for the time set under
-- server.servlet.session.timeout is deleted by it.
CREATE SCHEMA web;

CREATE TABLE web.session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval integer NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX ON web.session (expiry_time);
CREATE INDEX ON web.session (principal_name);

CREATE TABLE web.session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES web.session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
