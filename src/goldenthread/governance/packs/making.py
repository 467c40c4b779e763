"""Makes a pack: reads the record once, keeps what it says, draws it three times, keeps the bytes.

What is said is kept before anything is drawn, in the same transaction as the figures that it cites. Begun
again after an interruption, the making goes on from there, so there is no half pack and no second reading.
"""

import hashlib
from collections.abc import Callable

from django.db import transaction

from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.governance.packs.contents import Contents, NotAPaper
from goldenthread.governance.packs.drawing.html import html
from goldenthread.governance.packs.drawing.pdf import pdf
from goldenthread.governance.packs.drawing.word import word
from goldenthread.governance.packs.kind import Asked
from goldenthread.governance.packs.models import Pack, PackContents, PackFile
from goldenthread.governance.packs.registry import pack_kinds
from goldenthread.governance.packs.written import digest_of, read, written

DRAWN: dict[PackFile.Form, Callable[[Contents], bytes]] = {
    PackFile.Form.HTML: html,
    PackFile.Form.PDF: pdf,
    PackFile.Form.WORD: word,
}
STEPS = 1 + len(DRAWN)


def make(pack_id: int, *, by: Scope) -> Pack:
    """Takes a pack that waits to ready, or to failed with the reason. One that is either stays so."""
    wanted = Pack.objects.select_related("meeting__board").get(pk=pack_id)
    if wanted.status in (Pack.Status.READY, Pack.Status.FAILED):
        return wanted
    try:
        contents = _contents(wanted, by)
        drawn = {}
        for number, (form, draw) in enumerate(DRAWN.items(), start=1):
            _step(wanted, f"Drawing it: {form.label}", number)
            drawn[form] = draw(contents)
        _keep(wanted, drawn, by)
    except (NotPossibleNow, NotAPaper) as problem:
        wanted.status, wanted.problem = Pack.Status.FAILED, str(problem)
        wanted.save(update_fields=["status", "problem"])
    return wanted


def drawn_again(contents: Contents) -> dict[PackFile.Form, bytes]:
    """The files of contents that are kept: the same bytes, while letters and programs are the same."""
    return {form: draw(contents) for form, draw in DRAWN.items()}


def _step(wanted: Pack, words: str, done: int) -> None:
    wanted.status, wanted.step, wanted.done, wanted.to_do = Pack.Status.WORKING, words, done, STEPS
    wanted.save(update_fields=["status", "step", "done", "to_do"])


def _contents(wanted: Pack, by: Scope) -> Contents:
    """What it says: as it is kept already, or read from the record and kept."""
    kept = PackContents.objects.filter(pack=wanted).first()
    if kept is not None:
        return read(kept.text)
    _step(wanted, "Reading the record", 0)
    with transaction.atomic():
        Pack.objects.select_for_update().get(pk=wanted.pk)
        contents = pack_kinds()[wanted.kind].gather(by, _asked(wanted))
        text = written(contents)
        kept = PackContents(
            pack=wanted,
            text=text,
            digest=digest_of(text),
            as_at=contents.as_at,
            made_at=contents.made_at,
        )
        record("gathered a pack", wanted, by=by, details={"digest": journal.append(kept).digest})
    return contents


def _asked(wanted: Pack) -> Asked:
    before = PackContents.objects.filter(pack=wanted.after_id).first() if wanted.after_id else None
    return Asked(
        wanted.title,
        wanted.meeting,
        clock.today(),
        clock.now().replace(microsecond=0),
        wanted.asked_by_name,
        before.made_at if before else None,
    )


@transaction.atomic
def _keep(wanted: Pack, drawn: dict[PackFile.Form, bytes], by: Scope) -> None:
    """Every file and that it is ready, together or not at all."""
    locked = Pack.objects.select_for_update().get(pk=wanted.pk)
    if locked.is_ready:  # another worker was given the same pack and was quicker
        wanted.refresh_from_db()
        return
    moment = clock.now()
    journal.append_many(
        [
            PackFile(
                pack=wanted,
                form=form,
                content=content,
                size=len(content),
                digest=hashlib.sha256(content).hexdigest(),
                made_at=moment,
            )
            for form, content in drawn.items()
        ]
    )
    wanted.status, wanted.step, wanted.done, wanted.ready_at = Pack.Status.READY, "", STEPS, moment
    wanted.save(update_fields=["status", "step", "done", "ready_at"])
    record("made a pack", wanted, by=by, details={"files": [form.value for form in drawn]})
