"""Two records side by side, so that a person can judge."""

from collections.abc import Sequence

from django.urls import reverse

from goldenthread.people.models import MatchAnswer, Person
from goldenthread.people.queries import Question
from goldenthread.ui.values import Cell, Column, Table
from goldenthread.ui.words import day

SAID = {MatchAnswer.SAME: "one child", MatchAnswer.DIFFERENT: "two children"}


def questions_table(questions: Sequence[Question], caption: str) -> Table:
    """The review queue, or what was decided."""
    return Table(
        columns=[Column("New record"), Column("Known record"), Column("Why we ask"), Column("Decided")],
        rows=[
            [
                Cell(str(one.row.newcomer), href=reverse("match-question", args=[one.row.pk])),
                str(one.row.known),
                one.row.why,
                SAID[one.answer] if one.answer else None,
            ]
            for one in questions
        ],
        caption=caption,
        missing="not decided",
    )


def comparison(question: Question) -> Table:
    """What each record says."""
    newcomer, known = question.row.newcomer, question.row.known
    return Table(
        columns=[Column("Detail"), Column("New record"), Column("Known record")],
        rows=[
            ["Name", str(newcomer), str(known)],
            ["Born", _born(newcomer), _born(known)],
            ["UPN", _numbers(newcomer, "UPN"), _numbers(known, "UPN")],
            ["ULN", _numbers(newcomer, "ULN"), _numbers(known, "ULN")],
            ["Postcode", question.postcodes[0] or None, question.postcodes[1] or None],
        ],
        caption="The two records",
        caption_shown=False,
        narrow="scroll",
        missing="none given",
    )


def _born(person: Person) -> str | None:
    return day(person.birth_date) if person.birth_date else None


def _numbers(person: Person, kind: str) -> str | None:
    found = [identifier.value for identifier in person.identifiers.all() if identifier.kind == kind]
    return ", ".join(found) or None
