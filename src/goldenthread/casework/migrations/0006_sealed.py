"""Each entry of a case has its place in the chain."""

from django.db import migrations

from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("casework", "0005_statistics_after_loading"), ("audit", "0005_sealing")]

    operations = [
        seal(
            "casework_entry",
            ["id", "case_id", "kind", "happened_on", "recorded_at", "by_id_number", "by_name", "because"]
            + ["corrects_id", "declared_in_id", "payload", "payload_version", "submission"],
            erasable=["because", "payload"],
        ),
    ]
