"""Each message, and what became of it, has its place in the chain."""

from django.db import migrations

from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):
    dependencies = [("outbox", "0002_append_only"), ("audit", "0005_sealing")]

    operations = [
        seal(
            "outbox_message",
            ["id", "kind", "channel", "recipient", "recipient_name", "subject", "body", "media_type", "digest"]
            + ["about_person_id", "to_person_id", "idempotency_key", "queued_at", "queued_by_id"]
            + ["queued_by_name"],
            erasable=["recipient", "recipient_name", "subject", "body", "digest"],
        ),
        seal(
            "outbox_deliveryevent",
            ["id", "message_id", "status", "attempt", "at", "by_id_number", "by_name", "says", "reference"],
            erasable=["says"],
        ),
    ]
