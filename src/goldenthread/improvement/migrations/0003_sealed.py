"""What is said of a milestone is added, never changed, and has its place in the chain."""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("improvement", "0002_plans"), ("audit", "0005_sealing")]

    operations = [
        protect("improvement_milestoneentry"),
        seal(
            "improvement_milestoneentry",
            ["id", "milestone_id", "kind", "on", "because", "recorded_at", "by_id_number", "by_name"],
            erasable=["because"],
        ),
    ]
