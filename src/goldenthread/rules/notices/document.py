"""The register of notices as a page, made from the register."""

from __future__ import annotations

from datetime import date

from goldenthread.rules.citation import MAIN_INSTRUMENTS, cited, how_sure
from goldenthread.rules.notices.notice import Notice
from goldenthread.rules.notices.register import NOTICES

_OPENING = """\
# Notices: what each letter must carry

Made from `goldenthread.rules.notices` by `just register`. Do not edit it by hand.

A letter that leaves something out can be a ground for a late appeal. "Must" is law; "should" is guidance or
good practice.
"""


def notices_document(on: date) -> str:
    """The page `docs/law/notices.md`: every notice in force on the day `on`, in Markdown."""
    return "\n".join([_OPENING, MAIN_INSTRUMENTS, *(_section(notice) for notice in NOTICES.on(on).value)])


def _section(notice: Notice) -> str:
    lines = [
        f"## {notice.code}. {notice.title}",
        "",
        f"It goes out {notice.by_when} ({cited(notice.source)}).",
    ]
    if notice.duty is not None:
        lines.append(f"The day: [{notice.duty}](register.md#{notice.duty}).")
    lines += ["", "| To | Source | How sure |", "|---|---|---|"]
    lines += [
        f"| {one.recipient.value} | {cited(one.source)} | {how_sure(one.source)} |" for one in notice.to
    ]
    lines += ["", "| Gives | | Source | How sure |", "|---|---|---|---|"]
    lines += [
        f"| {one.element.words} | {'must' if one.is_duty else 'should'} | {cited(one.source)} "
        f"| {how_sure(one.source)} |"
        for one in notice.carries
    ]
    return "\n".join([*lines, ""])
