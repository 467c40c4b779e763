"""A partnership of which some may be public and some may not: of everything one of each."""

from datetime import date

import factories
from areas.governance import made
from areas.publication.releasing import a_letter
from goldenthread.governance.models import Meeting, Paper
from goldenthread.improvement.models import SeenBy
from goldenthread.publication.actions.writing import mark
from goldenthread.publication.models import PublicMark

SECRETS = (
    "an unmarked plan",
    "an unmarked document",
    "a draft letter",
    "an item for boards",
    "an unchecked item",
    "an unagreed wording",
    "a restricted paper",
    "a paper for the board",
    "an unmarked survey",
    "an unmarked saying",
    "words taken back",
)
"""Words that stand in what may not be public."""


def let(kind, row, *, by, public=True):
    """Lets a row into releases, or no longer."""
    return mark(PublicMark.Kind(kind), row.pk, public=public, because="" if public else "Not yet", by=by)


def a_partnership(lead):
    """Its one promise that is public."""
    point = factories.point("Answer families in time")
    promise = factories.promise("1", words="We know when the answer comes")
    promise.answers.add(point)
    factories.met_milestone(promise, "A named person for every child")
    factories.forum_word(promise, "words taken back")
    factories.forum_word(promise, "We still wait, and nobody calls.\n\nCome and listen.")
    factories.commentary(promise, "Two people left.")
    factories.evidence(promise, title="Thirty letters read", checked=True)
    factories.evidence(promise, title="an item for boards", checked=True, seen_by=SeenBy.BOARDS)
    factories.evidence(promise, title="an unchecked item")
    survey = factories.survey("Autumn survey")
    factories.answer(factories.question(survey, "Are you kept informed?"), 60, 100)
    factories.answer(factories.question(survey, "Is it easy?"), 2, 100)
    heard = factories.heard("Nobody answers our e-mails", did="A phone line", did_on=date(2024, 11, 4))
    for kind, row in (
        ("plan", promise.theme.plan),
        ("document", point.origin),
        ("survey", survey),
        ("said", heard),
    ):
        let(kind, row, by=lead)
    factories.promise(words="an unmarked plan")
    factories.point("an unmarked document")
    factories.survey("an unmarked survey")
    factories.heard("an unmarked saying")
    a_letter(lead, "We are sorry")
    a_letter(lead, "a draft letter", is_ready=False)
    _meetings()
    return promise


def _meetings():
    board = made.board()
    first = made.meeting(board, date(2024, 10, 23))
    later = made.meeting(board, date(2024, 12, 18))
    made.meeting(board, date(2024, 4, 12), Meeting.Status.CANCELLED, cancelled_because="The holidays")
    made.ratified(made.minutes(first, words="We agreed to call back."), later)
    made.minutes(later, words="an unagreed wording")
    made.paper(first, title="The dashboard")
    made.paper(first, Paper.Visibility.BOARD, title="a paper for the board")
    made.paper(first, Paper.Visibility.RESTRICTED, title="a restricted paper", because="About one person")
