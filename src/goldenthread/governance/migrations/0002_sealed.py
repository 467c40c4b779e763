"""What was agreed, decided, said and written at meetings is added, never changed, and has its place in the chain."""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal

WHO = ["recorded_at", "by_id_number", "by_name"]

SEALED = {
    "governance_termsofreference": (
        ["id", "board_id", "number", "words", "agreed_on", "because", "is_example", *WHO],
        ["words", "because"],
    ),
    "governance_conflict": (["id", "meeting_id", "item_id", "seat_id", "words", "done", *WHO], ["words"]),
    "governance_decision": (
        ["id", "meeting_id", "item_id", "words", "because", "supersedes_id", "is_example", *WHO],
        ["words", "because"],
    ),
    "governance_boardactionentry": (
        ["id", "action_id", "kind", "on", "due_on", "because", "meeting_id", *WHO],
        ["because"],
    ),
    "governance_escalationanswer": (
        ["id", "escalation_id", "meeting_id", "answered_on", "words", "settles", *WHO],
        ["words"],
    ),
    "governance_minutes": (
        ["id", "meeting_id", "number", "words", "shared", "because", "is_example", *WHO],
        ["words", "because"],
    ),
    "governance_ratification": (["id", "meeting_id", "minutes_id", "at_meeting_id", *WHO], []),
    "governance_publishedupdate": (
        ["id", "meeting_id", "number", "opening", "items", "is_example", *WHO],
        ["opening", "items"],
    ),
}


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial"), ("audit", "0005_sealing")]

    operations = [
        operation
        for table, (columns, erasable) in SEALED.items()
        for operation in (protect(table), seal(table, columns, erasable=erasable))
    ]
