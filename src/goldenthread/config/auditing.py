"""What `./gt audit` does once Django is set up."""

import sys
import time
from argparse import Namespace
from collections.abc import Callable

from django.conf import settings

from goldenthread.audit import clock
from goldenthread.audit.seal import signing
from goldenthread.audit.seal.heads import Head, NotAHead, newest_head, read, read_all, write
from goldenthread.audit.seal.verifying import Heads, Verdict
from goldenthread.audit.seal.verifying import verify as check

WHOLE, NOT_WHOLE = 0, 1
SECONDS_BETWEEN_LINES = 2.0


def verify(asked: Namespace) -> int:
    """Check, tell how far it is, name what is wrong, and close with one line."""
    try:
        heads, since = _heads(asked)
    except NotAHead as problem:
        print(problem, file=sys.stderr)
        return NOT_WHOLE
    if since is not None and not since.is_signed_by(heads.trusted):
        print(f"{asked.since} is not signed by a key that is trusted: give --public-key", file=sys.stderr)
        return NOT_WHOLE
    verdict = check(heads=heads, since=since, progress=_now_and_then())
    for fault in verdict.faults:
        print(fault)
    if verdict.unnamed:
        print(f"and {verdict.unnamed:,} more")
    for authority, rows in verdict.erased.items():
        print(f"{rows:,} rows erased under authority {authority}")
    print(closing_line(verdict))
    return WHOLE if verdict.is_whole else NOT_WHOLE


def closing_line(verdict: Verdict) -> str:
    """What was checked and what was found, in one line."""
    checked = verdict.newest - verdict.since
    heads = _count(verdict.heads, "exported head") if verdict.heads else "no head"
    said = [_count(checked, "position"), heads]
    if verdict.since:
        said[0] += f" since {verdict.since:,}"
    faults = len(verdict.faults) + verdict.unnamed
    found = "all as they were" if not faults else _count(faults, "fault")
    unproved = "" if verdict.heads else "; without a head, a cut at the end cannot be seen"
    return f"audit verify: {', '.join(said)}: {found}{unproved}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def head(asked: Namespace) -> int:
    """Sign the newest place and put it into a file."""
    signed = newest_head(settings.AREA, clock.now(), signing.private_key())
    path = write(signed, asked.out or settings.HEADS_ROOT)
    print(f"position {signed.position:,}, {signed.digest or 'nothing recorded yet'}")
    print(f"signed by {signed.public_key} in {path}")
    return WHOLE


def _heads(asked: Namespace) -> tuple[Heads, Head | None]:
    """The heads to hold the chain against. Raises `NotAHead`."""
    files = dict(read_all(asked.heads or settings.HEADS_ROOT))
    since = read(asked.since) if asked.since else None
    if since is not None:
        files[asked.since] = since
    in_order = sorted(files.items(), key=lambda one: one[1].position)
    own = signing.public_text(signing.private_key())
    return Heads(in_order, {own, *asked.public_key}), since


def _now_and_then() -> Callable[[str], None]:
    """Progress, at most a line every two seconds."""
    told = time.monotonic()

    def tell(words: str) -> None:
        nonlocal told
        if time.monotonic() - told >= SECONDS_BETWEEN_LINES:
            told = time.monotonic()
            print(f"gt: {words}", file=sys.stderr, flush=True)

    return tell
