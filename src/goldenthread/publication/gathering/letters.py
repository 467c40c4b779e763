"""Open letters and updates that their writers call ready."""

from goldenthread.audit.scope import Scope
from goldenthread.publication.parts import Part, part
from goldenthread.publication.queries.letters import open_letters


def letters(scope: Scope) -> list[Part]:
    """Every letter and update that is ready, newest first."""
    return [
        part(
            f"letter-{row.pk}",
            row.title,
            says=_first_sentence(row.words),
            on=row.dated_on,
            is_example=row.is_example,
            body={"what": row.get_kind_display(), "signed": row.signed, "words": row.words},
        )
        for row in open_letters(scope)
        if row.is_ready
    ]


def _first_sentence(words: str) -> str:
    line = words.strip().splitlines()[0].strip() if words.strip() else ""
    first, stop, _ = line.partition(". ")
    return f"{first}." if stop else first
