"""Is the journal's chain whole, and does it go on from a head that a backup holds?"""

from django.conf import settings

from goldenthread.audit import clock
from goldenthread.audit.models import Seal
from goldenthread.audit.seal import signing
from goldenthread.audit.seal.heads import newest_head, read_all, write
from goldenthread.audit.seal.verifying import Heads, verify
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.backup.snapshot import Head


def export_head() -> None:
    """Signs where the journal stands, into the folder of heads, which is part of every backup."""
    write(newest_head(settings.AREA, clock.now(), signing.private_key()), settings.HEADS_ROOT)


def why_chain_is_broken(*, against_heads: bool = False) -> str:
    """The first fault of the chain in words; empty where it is whole. Heads of another server's key are
    not ours."""
    files = sorted(read_all(settings.HEADS_ROOT), key=lambda one: one[1].position) if against_heads else ()
    trusted = {signing.public_text(signing.private_key())} if against_heads else ()
    verdict = verify(heads=Heads(tuple(files), trusted), progress=_silent)
    if verdict.is_whole:
        return ""
    others = len(verdict.faults) + verdict.unnamed - 1
    return f"{verdict.faults[0]}" + (f", and {others:,} more" if others else "")


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


def _silent(_: str) -> None:
    """The commands that ask say how it came out."""
