"""Where the chain stood at a moment, signed, in a file kept where the database's keeper cannot reach it.

A chain alone does not show that its end was cut off, or that all of it was worked out anew. A head does.
"""

import json
import os
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from goldenthread.audit.models import Seal
from goldenthread.audit.seal import signing


class NotAHead(Exception):
    """A file that is no head of this kind. The message is a sentence that names it."""


@dataclass(frozen=True, slots=True)
class Head:
    """Position and digest (hex) of the newest place, whose it is, and when it was taken (ISO 8601)."""

    area: str
    position: int
    digest: str
    taken_at: str
    public_key: str = ""
    signature: str = ""

    def words(self) -> bytes:
        """What is signed: everything but the signature, as JSON with sorted names."""
        said = {name: value for name, value in asdict(self).items() if name != "signature"}
        return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()

    def is_signed_by(self, public_keys: Collection[str]) -> bool:
        """Whether one of these keys signed it, whatever key it names itself."""
        return any(signing.is_signed(self.words(), self.signature, key) for key in public_keys)

    @property
    def file_name(self) -> str:
        """Sorts by position; no two heads of one moment and position differ."""
        moment = datetime.fromisoformat(self.taken_at).strftime("%Y%m%dT%H%M%S")
        return f"head-{self.area}-{self.position:012d}-{moment}.json"


def newest_head(area: str, at: datetime, key: Ed25519PrivateKey) -> Head:
    """The newest place that can be seen, signed. Position 0 with no digest before anything was recorded."""
    newest = Seal.objects.order_by("-position").first()
    head = Head(
        area=area,
        position=newest.position if newest else 0,
        digest=bytes(newest.digest).hex() if newest else "",
        taken_at=at.isoformat(timespec="seconds"),
        public_key=signing.public_text(key),
    )
    return replace(head, signature=signing.sign(head.words(), key))


def write(head: Head, folder: Path) -> Path:
    """Put the head into a file of its own, whole or not at all; where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / head.file_name
    draft = path.with_suffix(".draft")
    with draft.open("w") as out:
        json.dump(asdict(head), out, indent=2)
        out.write("\n")
        out.flush()
        os.fsync(out.fileno())
    draft.rename(path)
    return path


def read(path: Path) -> Head:
    """The head in a file. Raises `NotAHead`, also for a file that cannot be read."""
    try:
        head = Head(**json.loads(path.read_text(encoding="utf-8")))
        if isinstance(head.position, int) and bytes.fromhex(head.digest) is not None and head.file_name:
            return head
    except (OSError, ValueError, TypeError) as problem:
        raise NotAHead(f"{path} is not a head of the journal: {problem}") from problem
    raise NotAHead(f"{path} is not a head of the journal.")


def read_all(folder: Path) -> Iterable[tuple[Path, Head]]:
    """Every head in a folder, the earliest position first. Raises `NotAHead` for a file that is none."""
    return [(path, read(path)) for path in sorted(folder.glob("head-*.json"))]
