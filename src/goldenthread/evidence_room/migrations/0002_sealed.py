"""What was opened in the room is added, never changed, and has its place in the chain."""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("evidence_room", "0001_initial"), ("audit", "0005_sealing")]

    operations = [
        protect("evidence_room_opened"),
        seal(
            "evidence_room_opened",
            ["id", "what", "about", "address", "opened_at", "by_id_number", "by_name"],
        ),
    ]
