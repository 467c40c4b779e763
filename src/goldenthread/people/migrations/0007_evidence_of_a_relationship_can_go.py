"""What a relationship was shown by is a text that may name people: an erasure takes it too.

Parental responsibility rests on evidence, but for a row that was erased: that one has no salt any more.
"""

from django.db import migrations

from goldenthread.audit.seal.operation import seal

COLUMNS = (
    *("id", "recorded_at", "by_id_number", "by_name", "because", "replaces_id", "withdrawn", "starts_on", "ends_on"),
    *("person_id", "adult_id", "kind", "has_responsibility", "evidence", "young_person_agrees"),
)
RESTS_ON_EVIDENCE = """
ALTER TABLE people_relationship DROP CONSTRAINT parental_responsibility_rests_on_evidence;
ALTER TABLE people_relationship ADD CONSTRAINT parental_responsibility_rests_on_evidence
    CHECK (NOT has_responsibility OR evidence <> '' OR seal_salt IS NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0006_corrected_details")]

    operations = [
        migrations.RunSQL(RESTS_ON_EVIDENCE, migrations.RunSQL.noop),
        seal("people_relationship", COLUMNS, form=2, erasable=["because", "evidence"]),
    ]
