"""Who can read a backup? Whoever has the identity. The server holds the recipient only, and cannot read
one."""

import os
from pathlib import Path

from pyrage import IdentityError, RecipientError, x25519

from goldenthread.config.backup.problem import BackupProblem

COMMENT = "# Keep this file away from the server. Without it no backup can be read, by anybody."


def make_pair(place: Path) -> str:
    """Writes a new identity to `place`, readable by its owner alone; the recipient to set on the server.

    Raises `BackupProblem` where the file is there already: an identity is never overwritten.
    """
    identity = x25519.Identity.generate()
    recipient = str(identity.to_public())
    try:
        number = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise BackupProblem(f"{place} is there already, and is never overwritten.") from None
    except OSError as problem:
        raise BackupProblem(f"{place} cannot be written: {problem.strerror}.") from None
    with os.fdopen(number, "w") as out:
        out.write(f"{COMMENT}\n# recipient: {recipient}\n{identity}\n")
        out.flush()
        os.fsync(out.fileno())
    return recipient


def recipient(text: str) -> x25519.Recipient:
    """To whom backups are encrypted. Raises `BackupProblem`."""
    try:
        return x25519.Recipient.from_str(text)
    except RecipientError:
        raise BackupProblem(
            "GOLDEN_THREAD_BACKUP_RECIPIENT is no recipient of age. It begins with age1; "
            "make a pair with ./gt backup keys FILE."
        ) from None


def identity(place: Path) -> x25519.Identity:
    """The identity in a file. Raises `BackupProblem`."""
    try:
        lines = place.read_text().split("\n")
        return x25519.Identity.from_str(next(line for line in lines if line.startswith("AGE-SECRET-KEY-")))
    except OSError as problem:
        raise BackupProblem(f"The key {place} cannot be read: {problem.strerror}.") from None
    except (StopIteration, IdentityError):
        raise BackupProblem(f"{place} holds no identity of age.") from None
