"""How long records are kept was decided when, and by whom: each decision has its place in the chain."""

from django.db import migrations

from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("retention", "0002_append_only"), ("audit", "0005_sealing")]

    operations = [
        seal("retention_policy", ["id", "kind", "years", "because", "set_at", "set_by_id", "set_by_name"]),
    ]
