"""What was decided about an access is added, never changed, and has its place in the chain."""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("access_review", "0001_initial"), ("audit", "0005_sealing")]

    operations = [
        protect("access_review_accessdecision"),
        seal(
            "access_review_accessdecision",
            ["id", "review_id", "appointment_id", "decision", "because", "decided_at", "by_id_number", "by_name"],
        ),
    ]
