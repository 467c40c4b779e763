"""What a pack says, its files and that it was issued are added, never changed, each with its place in the chain."""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal

SEALED = {
    "packs_packcontents": (["id", "pack_id", "text", "digest", "as_at", "made_at"], ["text"]),
    "packs_packfile": (["id", "pack_id", "form", "content", "size", "digest", "made_at"], ["content"]),
    "packs_packissue": (["id", "pack_id", "issued_at", "by_id_number", "by_name"], []),
}


class Migration(migrations.Migration):
    dependencies = [("packs", "0001_initial"), ("audit", "0005_sealing")]

    operations = [
        operation
        for table, (columns, erasable) in SEALED.items()
        for operation in (protect(table), seal(table, columns, erasable=erasable))
    ]
