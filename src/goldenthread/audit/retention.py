"""What the audit keeps about a child: the reasons and details of acts on their record."""

from goldenthread.audit.kept import Declaration, Kept, Way
from goldenthread.audit.models import AuditEvent

DECLARATION = Declaration(
    kept=[
        Kept(
            AuditEvent,
            lambda people: AuditEvent.objects.filter(person_id__in=people).exclude(because="", details={}),
            Way.TOMBSTONE,
        ),
    ],
    not_of_a_child={
        "audit.Seal": "digests with a salt that goes with the row",
        "audit.SealForm": "names of columns",
        "audit.ErasureAuthority": "numbers of rows, and a reason that may not tell what was erased",
        "audit.ErasureApproval": "who agreed to an erasure",
        "audit.Erasure": "tombstones",
    },
)
