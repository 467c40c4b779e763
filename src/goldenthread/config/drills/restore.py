"""Does a backup of a whole area come back as it was, and in what time?

An area of `size` made-up people is loaded through the door that a council uses, with documents and letters
beside them. It is backed up, encrypted, and restored into an empty database and empty folders. Every person
counts as tried; they came out as promised when the head is the same, byte for byte, as is the number of
rows of every table, the rights on it, and the digest of every file.
"""

import hashlib
import io
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.db import connection
from lxml import etree
from psycopg import sql
from pyrage import x25519

from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.config.backup import making, restoring, snapshot
from goldenthread.config.backup.destinations import Folder
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.backup.settings import roots
from goldenthread.config.drills.drill import Outcome, Progress
from goldenthread.config.drills.scratch import ScratchArea
from goldenthread.config.embedded_postgres.cluster import let_app_use_what_owner_makes
from goldenthread.documents import actions as documents
from goldenthread.outbox import actions as outbox
from goldenthread.outbox.delivering import deliver
from goldenthread.outbox.models import Channel
from goldenthread.outbox.outgoing import Outgoing

ONE_IN = 10
"""So many people share a document and a letter."""
RESTORED = "goldenthread_restored"


def run(area: ScratchArea, size: int, progress: Progress) -> Outcome:
    """Back up and restore an area of about `size` people."""
    people = _load(area, size, progress)
    _write_beside(progress)
    key = x25519.Identity.generate()
    place = Folder(area.home / "backups")
    address = area.url("owner")
    began = time.monotonic()
    made = making.make(place, key.to_public(), address=address, roots=roots(), say=progress)
    progress(f"backed up in {time.monotonic() - began:.1f} seconds: {made.rows:,} rows, {made.files:,} files")
    with place.read(made.name) as file:
        if not file.read(20).startswith(b"age-encryption.org"):
            raise BackupProblem("The backup can be read without its key.")
    lost = _restore(area, place, made, key, progress)
    held = people if not lost else 0
    return Outcome(tried=people, found=held, lost=lost)


def _restore(
    area: ScratchArea, place: Folder, made: making.Made, key: x25519.Identity, progress: Progress
) -> int:
    """How many things differ, each said."""
    folders = empty_folders(area)
    with empty_database(area) as address:
        began = time.monotonic()
        about = restoring.restore(place, made.name, key, address=address, roots=folders, say=progress)
        progress(f"restored in {time.monotonic() - began:.1f} seconds")
        with psycopg.connect(area.url("owner")) as here, psycopg.connect(address) as there:
            wrong = {
                "head": snapshot.head(here) != snapshot.head(there) or snapshot.head(there) != made.head,
                "rows": snapshot.counts(here) != snapshot.counts(there),
                "rights": snapshot.rights(here) != snapshot.rights(there),
                "files": digests(roots()) != digests(folders),
                "documents": len(snapshot.kept(there)) != about.documents or not about.documents,
            }
        progress(f"head at {made.head.position:,}: {made.head.digest}")
    for what in (what for what, differs in wrong.items() if differs):
        progress(f"the restored area differs in its {what}")
    return sum(wrong.values())


def _load(area: ScratchArea, size: int, progress: Progress) -> int:
    """Makes an area up, cuts it to `size` people and loads it; how many children are there then."""
    whole, cut = area.home / "area.xml", area.home / "cut.xml"
    progress("making an area up")
    area.command("sen2", "synth", "--area", "935", "--year", "2025", "-o", str(whole))
    _cut(whole, cut, size)
    progress(f"loading {size:,} people")
    area.manage("load_return", str(cut))
    count = Case.objects.values("person").distinct().count()
    connection.close()
    return count


def _cut(whole: Path, cut: Path, size: int) -> None:
    tree = etree.parse(str(whole))
    people = tree.getroot().find("Persons")
    assert people is not None  # every return has them
    for extra in list(people)[size:]:
        people.remove(extra)
    tree.write(str(cut), encoding="utf-8", xml_declaration=True)


def _write_beside(progress: Progress) -> None:
    """A document and a letter for one case in ten, the letters handed over."""
    by = Scope.system("a drill writes documents and letters")
    cases = list(Case.objects.order_by("pk").values_list("pk", "person_id")[::ONE_IN])
    progress(f"adding {len(cases):,} documents and letters")
    for case_id, person_id in cases:
        content = f"Advice on case {case_id}. ".encode() * 500
        brought = documents.Brought("advice.txt", len(content), io.BytesIO(content))
        about = documents.About(person_id, case_id)
        documents.add(brought, kind="advice", title="Advice", about=about, by=by)
        deliver(outbox.queue(_letter(case_id, person_id), by=by).pk, by=by)
    connection.close()


def _letter(case_id: int, person_id: int) -> Outgoing:
    return Outgoing(
        kind="drill",
        channel=Channel.POST,
        recipient="1 Made-up Street",
        recipient_name="The family",
        subject="A letter of a drill",
        body=f"About case {case_id}.".encode(),
        idempotency_key=f"drill {case_id}",
        about_person_id=person_id,
    )


@contextmanager
def empty_database(area: ScratchArea) -> Iterator[str]:
    """A second, empty database on the scratch server; its owner's address."""
    name = sql.Identifier(RESTORED)
    with psycopg.connect(area.url("cluster", "postgres"), autocommit=True) as administrator:
        administrator.execute(sql.SQL("CREATE DATABASE {} OWNER owner TEMPLATE template0").format(name))
        try:
            with psycopg.connect(area.url("owner", RESTORED), autocommit=True) as owner:
                let_app_use_what_owner_makes(owner)
            yield area.url("owner", RESTORED)
        finally:
            administrator.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def empty_folders(area: ScratchArea) -> dict[str, Path]:
    """Folders of the same names that nothing lies in yet."""
    return {name: area.home / "restored" / name for name in roots()}


def digests(folders: Mapping[str, Path]) -> dict[str, str]:
    """The SHA-256 of every file, by its name under these folders."""
    found = {}
    for name, folder in folders.items():
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                with path.open("rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
                found[f"{name}/{path.relative_to(folder)}"] = digest
    return found
