-- What every module's tables may use.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE SCHEMA base;

-- Text as it is searched: without marks or case, đ as d, Ủy as Uỷ. The dictionary is named so that the function may be
-- marked immutable and stand in an index.
CREATE FUNCTION base.fold(written text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN public.unaccent('public.unaccent'::regdictionary, lower(normalize(written, NFC)));
