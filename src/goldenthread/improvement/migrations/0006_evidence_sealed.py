"""Evidence, its checks and withdrawals, and what is written beside a promise: added, never changed, sealed."""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal

BY = ["by_id_number", "by_name"]


class Migration(migrations.Migration):
    dependencies = [("improvement", "0005_evidence"), ("audit", "0005_sealing")]

    operations = [
        protect("improvement_evidence"),
        seal(
            "improvement_evidence",
            ["id", "promise_id", "kind", "title", "shows", "happened_on", "provenance", "seen_by", "owner_id"]
            + ["owner_team_id", "milestone_id", "cited_figure_id", "document_id", "replaces_id"]
            + ["is_pseudonymised", "consented_by", "consented_on", "consent_covers", "consent_kept_at"]
            + ["person_id", "is_example", "added_at", "added_by_id", "added_by_name"],
            erasable=["title", "shows", "provenance", "consented_by", "consent_kept_at"],
        ),
        protect("improvement_evidencecheck"),
        seal(
            "improvement_evidencecheck",
            ["id", "evidence_id", "holds", "because", "checked_at", *BY, "by_body"],
            erasable=["because", "by_body"],
        ),
        protect("improvement_evidencewithdrawal"),
        seal(
            "improvement_evidencewithdrawal",
            ["id", "evidence_id", "because", "consent_ended", "withdrawn_at", *BY],
            erasable=["because"],
        ),
        protect("improvement_forumword"),
        seal(
            "improvement_forumword",
            ["id", "promise_id", "words", "written_at", "is_example", *BY],
            erasable=["words"],
        ),
        protect("improvement_commentary"),
        seal(
            "improvement_commentary",
            ["id", "promise_id", "words", "role", "written_at", "is_example", *BY],
            erasable=["words"],
        ),
    ]
