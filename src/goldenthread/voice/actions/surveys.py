"""Adding a survey, correcting what is said of it, and answering it theme by theme."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.voice.models import Rating, Survey, ThemeResponse
from goldenthread.voice.newest import most_answers


@dataclass(frozen=True, slots=True)
class SurveyDetails:
    """What is known of a survey. `invited` is None where nobody knows how many were asked."""

    title: str
    run_by: str
    opened_on: date
    closed_on: date
    replies: int
    invited: int | None = None
    asked_when: str = ""
    did_not_answer: str = ""
    source: str = ""
    before: Survey | None = None
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class ResponseDetails:
    """What we answer to a theme. A rating is None where nobody gave one."""

    families_rating: Rating | None
    our_rating: Rating | None
    what_was_done: str
    how_well: str
    what_next: str
    is_example: bool = False


@transaction.atomic
def add_survey(details: SurveyDetails, *, by: Scope) -> Survey:
    """Keeps a survey; its answers are brought as a spreadsheet.

    Raises `NotPossibleNow` where a survey of that title is here already.
    """
    by.require(Permission.KEEP_VOICE)
    _check_title(details.title)
    survey = Survey(added_at=clock.now(), added_by_id=by.actor_id, added_by_name=by.actor_name)
    _set(survey, details)
    record("kept a survey", survey, by=by, details={"replies": details.replies})
    return survey


@transaction.atomic
def correct_survey(survey: Survey, details: SurveyDetails, *, because: str, by: Scope) -> Survey:
    """Corrects what is said of a survey. Raises `NotPossibleNow` for fewer replies than one question has."""
    by.require(Permission.KEEP_VOICE)
    if details.title != survey.title:
        _check_title(details.title)
    if (most := most_answers(survey)) > details.replies:
        raise NotPossibleNow(
            f"{most:,} answered one of its questions, so no fewer replied. Correct the answers first."
        )
    was = {"title": survey.title, "invited": survey.invited, "replies": survey.replies}
    _set(survey, details)
    record("corrected a survey", survey, by=by, because=because, details={"was": was})
    return survey


def _check_title(title: str) -> None:
    if Survey.objects.filter(title=title).exists():
        raise NotPossibleNow(f"“{title}” is here already. Open it from the list.")


def _set(survey: Survey, details: SurveyDetails) -> None:
    survey.title, survey.run_by = details.title, details.run_by
    survey.opened_on, survey.closed_on = details.opened_on, details.closed_on
    survey.asked_when = details.asked_when
    survey.invited, survey.replies = details.invited, details.replies
    survey.did_not_answer, survey.source = details.did_not_answer, details.source
    survey.before, survey.is_example = details.before, details.is_example
    survey.save()


@transaction.atomic
def answer_theme(survey: Survey, theme: str, details: ResponseDetails, *, by: Scope) -> ThemeResponse:
    """Says what was done about a theme, how well, and what comes next. The audit keeps what stood before."""
    by.require(Permission.KEEP_VOICE)
    before = ThemeResponse.objects.select_for_update().filter(survey=survey, theme=theme).first()
    was = {} if before is None else _said(before)
    row = before or ThemeResponse(survey=survey, theme=theme)
    for name, value in asdict(details).items():
        setattr(row, name, value)
    row.responded_on = clock.today()
    row.save()
    record("answered a theme of a survey", row, by=by, details={"theme": theme, "was": was})
    return row


def _said(row: ThemeResponse) -> dict[str, str | int | None]:
    names = ("families_rating", "our_rating", "what_was_done", "how_well", "what_next")
    return {name: getattr(row, name) for name in names}
