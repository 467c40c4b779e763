"""Each release has its place in the chain."""

from django.db import migrations

from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("publication", "0002_append_only"), ("audit", "0005_sealing")]

    operations = [
        seal(
            "publication_release",
            ["id", "released_at", "released_by_id", "released_by_name", "figure_set_id", "content", "digest"],
            erasable=["content"],
        ),
    ]
