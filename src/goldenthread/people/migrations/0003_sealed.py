"""What was said about a person, and decided about two records, has its place in the chain."""

from django.db import migrations

from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("people", "0002_append_only"), ("audit", "0005_sealing")]

    operations = [
        seal(
            "people_personentry",
            ["id", "person_id", "kind", "happened_on", "recorded_at", "by_id_number", "by_name", "because"]
            + ["return_digest", "payload", "payload_version"],
            erasable=["because", "payload"],
        ),
        seal(
            "people_matchdecision",
            ["id", "question_id", "answer", "recorded_at", "by_id_number", "by_name", "because"],
            erasable=["because"],
        ),
    ]
