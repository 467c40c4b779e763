"""Answers and counts are added, never changed, and have their place in the chain."""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal

GROUP = ["dimension", "group"]
WHO = ["recorded_at", "by_id_number", "by_name"]


class Migration(migrations.Migration):
    dependencies = [("voice", "0001_initial"), ("audit", "0005_sealing")]

    operations = [
        protect("voice_answer"),
        seal("voice_answer", ["id", "question_id", *GROUP, "favourable", "unfavourable", "neither", *WHO]),
        protect("voice_periodcount"),
        seal(
            "voice_periodcount",
            ["id", "series_id", "first_day", *GROUP, "working_days", "count", *WHO],
        ),
    ]
