"""What tests of publication share: a partnership of which some may be public and some may not."""

from datetime import date

import pytest

import factories
from areas.governance import made
from areas.publication.releasing import a_letter, release
from goldenthread.accounts.roles import Role
from goldenthread.governance.models import Meeting, Paper
from goldenthread.improvement.models import SeenBy
from goldenthread.publication.actions.writing import mark
from goldenthread.publication.models import PublicMark


@pytest.fixture
def lead(db):
    return factories.scope(Role.IMPROVEMENT_LEAD, name="Lena Example")


@pytest.fixture
def director(db):
    return factories.scope(Role.DIRECTOR, name="Dora Example")


@pytest.fixture
def marked(lead):
    """Lets a row into releases."""

    def let(kind, row, public=True):
        return mark(
            PublicMark.Kind(kind), row.pk, public=public, because="" if public else "Not yet", by=lead
        )

    return let


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


@pytest.fixture
def partnership(lead, marked, settings, tmp_path):
    """Of everything one that is public, and one that is not and holds a secret."""
    settings.MEDIA_ROOT = tmp_path / "files"
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
    marked("plan", promise.theme.plan)
    marked("document", point.origin)
    marked("survey", survey)
    marked("said", heard)
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


@pytest.fixture
def released(partnership, lead, director, worked_out):
    return release(lead, director)
