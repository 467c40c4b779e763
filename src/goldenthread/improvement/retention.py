"""What improvement keeps about a child: case studies tied to a record, and what was found of them."""

from goldenthread.audit.kept import Declaration, Kept, Way
from goldenthread.improvement.models import Evidence, EvidenceCheck, EvidenceWithdrawal

PUBLIC = "written for the public or a board"

DECLARATION = Declaration(
    kept=[
        Kept(Evidence, lambda people: Evidence.objects.filter(person_id__in=people), Way.TOMBSTONE),
        Kept(
            EvidenceCheck,
            lambda people: EvidenceCheck.objects.filter(evidence__person_id__in=people),
            Way.TOMBSTONE,
        ),
        Kept(
            EvidenceWithdrawal,
            lambda people: EvidenceWithdrawal.objects.filter(evidence__person_id__in=people),
            Way.TOMBSTONE,
        ),
    ],
    not_of_a_child={"improvement.*": PUBLIC},
)
