"""Each version of a document has its place in the chain."""

from django.db import migrations

from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_append_only"), ("audit", "0005_sealing")]

    operations = [
        seal(
            "documents_version",
            ["id", "document_id", "number", "file_name", "media_type", "size", "digest", "stored_as"]
            + ["added_at", "added_by_id", "added_by_name", "submission"],
            erasable=["file_name"],
        ),
    ]
