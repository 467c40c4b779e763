"""The chain itself: what gives each row of a journal its place when its transaction commits.

1. The trigger that `seal` puts on a table works out the digest of each added row at once, and sets them down in
   `audit_sealing`, a table without a log that is empty again when the transaction ends.
2. At commit, after all other deferred checks, the transaction takes its turn: it waits for the one lock, reads
   the newest position, and appends its rows. The lock is let go after the transaction can be seen, so whoever
   comes next, and whoever reads, sees every position up to the newest.
"""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal

WAITING = """
CREATE UNLOGGED TABLE audit_sealing (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id bigint GENERATED ALWAYS AS IDENTITY,
    table_name text NOT NULL,
    form smallint NOT NULL,
    row_ids bigint[] NOT NULL,
    digests bytea[] NOT NULL,
    PRIMARY KEY (xid, id)
);
CREATE UNLOGGED TABLE audit_sealing_turn (xid xid8 PRIMARY KEY);
CREATE UNLOGGED TABLE audit_erasing (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    table_name text NOT NULL,
    row_id bigint NOT NULL,
    PRIMARY KEY (xid, table_name, row_id)
);
"""

TURN = """
CREATE FUNCTION take_turn_to_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO public, pg_temp
AS $$
BEGIN
    -- A row added now fires its own trigger after the checks that wait already: foreign keys lock rows, and
    -- whoever holds those must not wait for the chain while the chain waits for them.
    INSERT INTO audit_sealing_turn VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER takes_its_turn AFTER INSERT ON audit_sealing
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION take_turn_to_seal();
"""

CHAIN = """
CREATE FUNCTION seal_at_commit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO public, pg_temp
AS $$
DECLARE
    place bigint;
    before bytea;
    part record;
    ids bigint[];
    digests bytea[];
    chain bytea[];
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'a journal is written at the isolation level read committed only';
    END IF;
    PERFORM pg_advisory_xact_lock(24225, 0);
    SELECT position, digest INTO place, before FROM audit_seal ORDER BY position DESC LIMIT 1;
    IF place IS NULL THEN
        place := 0;
        before := '';
    END IF;
    FOR part IN SELECT * FROM audit_sealing WHERE xid = pg_current_xact_id() ORDER BY id LOOP
        ids := part.row_ids;
        digests := part.digests;
        chain := NULL;
        FOR i IN 1 .. cardinality(ids) LOOP
            before := sha256(
                before
                || convert_to(concat_ws('|', place + i, part.table_name, ids[i], part.form, ''), 'UTF8')
                || digests[i]
            );
            chain[i] := before;
        END LOOP;
        INSERT INTO audit_seal (position, table_name, row_id, form, row_digest, digest)
        SELECT place + n, part.table_name, row_id, part.form, row_digest, digest
        FROM unnest(ids, digests, chain) WITH ORDINALITY AS sealed (row_id, row_digest, digest, n);
        place := place + cardinality(ids);
    END LOOP;
    DELETE FROM audit_sealing WHERE xid = pg_current_xact_id();
    DELETE FROM audit_sealing_turn WHERE xid = pg_current_xact_id();
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER seals_at_commit AFTER INSERT ON audit_sealing_turn
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_at_commit();
"""

REFUSE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF EXISTS (
            SELECT FROM audit_erasing
            WHERE xid = pg_current_xact_id_if_assigned() AND table_name = TG_TABLE_NAME
                AND row_id = (to_jsonb(OLD) ->> 'id')::bigint
        ) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'rows of % are added, never changed', TG_TABLE_NAME;
END $$;
"""

ERASE = """
CREATE FUNCTION erase_rows(
    authority bigint, from_table text, ids bigint[], by_id bigint, by_name text, at timestamptz
) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO public, pg_temp
    SET timezone TO 'UTC' SET datestyle TO 'ISO, YMD' SET intervalstyle TO 'iso_8601'
    SET extra_float_digits TO '1' SET bytea_output TO 'hex'
AS $$
DECLARE
    people bigint;
    covered jsonb;
    shape audit_sealform;
    changes text;
    remains text;
    erased integer;
BEGIN
    SELECT covers -> from_table INTO covered FROM audit_erasureauthority WHERE id = authority;
    SELECT count(DISTINCT who) INTO people FROM (
        SELECT asked_by_id FROM audit_erasureauthority WHERE id = authority
        UNION ALL SELECT approved_by_id FROM audit_erasureapproval WHERE authority_id = authority
    ) AS agreed (who);
    IF people < 2 THEN
        RAISE EXCEPTION 'nothing is erased without the authority of two people' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF covered IS NULL OR EXISTS (
        SELECT unnest(ids) EXCEPT SELECT jsonb_array_elements_text(covered)::bigint
    ) THEN
        RAISE EXCEPTION 'the authority does not cover these rows of %', from_table USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO shape FROM audit_sealform WHERE table_name = from_table ORDER BY form DESC LIMIT 1;
    IF shape IS NULL OR cardinality(shape.erasable) = 0 THEN
        RAISE EXCEPTION 'rows of % hold nothing that is erased', from_table USING ERRCODE = 'insufficient_privilege';
    END IF;

    SELECT string_agg(format('%I = %s', attname, CASE
            WHEN atttypid = 'jsonb'::regtype THEN format('jsonb_build_object(''erased_under'', %s)', authority)
            WHEN NOT attnotnull THEN 'NULL'
            ELSE '''''' END), ', ')
        INTO changes
        FROM pg_attribute
        WHERE attrelid = format('public.%I', from_table)::regclass AND attname = ANY (shape.erasable);
    SELECT string_agg(format('one.%I::text', name), ', ' ORDER BY n) INTO remains
        FROM unnest(shape.columns) WITH ORDINALITY AS named (name, n);

    INSERT INTO audit_erasing (table_name, row_id)
        SELECT from_table, id FROM (SELECT DISTINCT unnest(ids) AS id) AS asked
        WHERE NOT EXISTS (
            SELECT FROM audit_erasure AS done WHERE done.table_name = from_table AND done.row_id = asked.id
        );
    EXECUTE format(
        'UPDATE %1$I AS one SET seal_salt = NULL, %2$s FROM audit_erasing AS now'
        ' WHERE now.xid = pg_current_xact_id() AND now.table_name = %1$L AND now.row_id = one.id',
        from_table, changes
    );
    EXECUTE format(
        'INSERT INTO audit_erasure (authority_id, table_name, row_id, form, remains_digest, erased_at,'
        ' erased_by_id, erased_by_name) SELECT $1, %1$L, one.id, $2,'
        ' sha256(convert_to(''erased'' || json_build_array(%2$s)::text, ''UTF8'')), $3, $4, $5'
        ' FROM %1$I AS one JOIN audit_erasing AS now'
        ' ON now.xid = pg_current_xact_id() AND now.table_name = %1$L AND now.row_id = one.id ORDER BY one.id',
        from_table, remains
    ) USING authority, shape.form, at, by_id, by_name;
    GET DIAGNOSTICS erased = ROW_COUNT;
    DELETE FROM audit_erasing WHERE xid = pg_current_xact_id();
    RETURN erased;
END $$;
REVOKE ALL ON FUNCTION erase_rows FROM PUBLIC;
"""

RIGHTS = """
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN
        REVOKE ALL ON audit_seal, audit_sealform, audit_sealing, audit_sealing_turn, audit_erasing, audit_erasure
            FROM app;
        GRANT SELECT ON audit_seal, audit_sealform, audit_erasure TO app;
        GRANT EXECUTE ON FUNCTION erase_rows TO app;
    END IF;
END $$;
CREATE TRIGGER audit_seal_is_never_emptied BEFORE TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""

UNDO = """
DROP TRIGGER audit_seal_is_never_emptied ON audit_seal;
DROP FUNCTION erase_rows;
DROP TABLE audit_sealing, audit_sealing_turn, audit_erasing;
DROP FUNCTION seal_at_commit;
DROP FUNCTION take_turn_to_seal;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_seal")]

    operations = [
        migrations.RunSQL(WAITING + TURN + CHAIN + REFUSE + ERASE + RIGHTS, UNDO),
        protect("audit_seal"),
        protect("audit_erasureauthority"),
        protect("audit_erasureapproval"),
        protect("audit_erasure"),
        seal(
            "audit_auditevent",
            ["id", "at", "act", "actor_id", "actor_name", "subject_kind", "subject_id", "because", "details"]
            + ["person_id", "way"],
            erasable=["because", "details"],
        ),
        seal(
            "audit_erasureauthority",
            ["id", "why", "rule", "covers", "asked_at", "asked_by_id", "asked_by_name"],
        ),
        seal(
            "audit_erasureapproval",
            ["id", "authority_id", "approved_at", "approved_by_id", "approved_by_name"],
        ),
        seal(
            "audit_erasure",
            ["id", "authority_id", "table_name", "row_id", "form", "remains_digest", "erased_at"]
            + ["erased_by_id", "erased_by_name"],
        ),
    ]
