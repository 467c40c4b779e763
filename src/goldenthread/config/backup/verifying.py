"""Is what runs here whole: does every document's row find its bytes, and are they the ones that were
stored?"""

from dataclasses import dataclass

from goldenthread.config.backup.snapshot import Head, Snapshot, snapshot
from goldenthread.documents.storing import digest_of


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at the running system found."""

    rows: int
    head: Head
    documents: int
    missing: list[str]
    changed: list[str]

    @property
    def whole(self) -> bool:
        return not (self.missing or self.changed)


def look(address: str) -> Found:
    """Counts the rows and reads every document's bytes."""
    with snapshot(address) as moment:
        digests = {one.name: digest_of(one.name) for one in moment.kept}
        return _found(moment, digests)


def _found(moment: Snapshot, digests: dict[str, str | None]) -> Found:
    return Found(
        rows=sum(moment.counts.values()),
        head=moment.head,
        documents=len(moment.kept),
        missing=[one.name for one in moment.kept if digests[one.name] is None],
        changed=[one.name for one in moment.kept if digests[one.name] not in (None, one.digest)],
    )
