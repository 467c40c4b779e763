"""Surveys: who was asked, who replied, what was asked and what was answered to it theme by theme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.voice.models import Question, Survey, ThemeResponse
from goldenthread.voice.queries.answered import Answered, answers
from goldenthread.voice.tallies import FEWEST_REPLIES, response_rate


@dataclass(frozen=True, slots=True)
class AskedSurvey:
    """A survey, how many questions it has, and how many of those asked replied (None: nobody knows)."""

    survey: Survey
    questions: int
    response_rate: float | None

    @property
    def is_too_few(self) -> bool:
        return self.survey.replies < FEWEST_REPLIES


def surveys(scope: Scope) -> list[AskedSurvey]:
    """Every survey, the one that closed last first."""
    scope.require(Permission.SEE_VOICE)
    rows = Survey.objects.select_related("before").annotate(asked=Count("questions"))
    return [
        AskedSurvey(row, row.asked, response_rate(row.replies, row.invited))
        for row in rows.order_by("-closed_on", "-pk")
    ]


def survey(scope: Scope, survey_id: int) -> Survey:
    """One survey. Raises `NotFound`."""
    scope.require(Permission.SEE_VOICE)
    found = Survey.objects.select_related("before").filter(pk=survey_id).first()
    if found is None:
        raise NotFound("There is no such survey.")
    return found


@dataclass(frozen=True, slots=True)
class Theme:
    """A part of a survey: its questions with their answers, and what we answer to it (None: nothing yet)."""

    name: str
    answered: Sequence[Answered]
    response: ThemeResponse | None


@dataclass(frozen=True, slots=True)
class SurveyPage:
    """All of one survey."""

    asked: AskedSurvey
    themes: Sequence[Theme]


def survey_page(scope: Scope, survey_id: int) -> SurveyPage:
    """A survey theme by theme, in the order of its questions. Raises `NotFound`."""
    row = survey(scope, survey_id)
    numbers = list(row.questions.order_by("number").values_list("pk", flat=True))
    found = answers(scope, numbers)
    themes: dict[str, list[Answered]] = {}
    for number in numbers:
        themes.setdefault(found[number].question.theme, []).append(found[number])
    replied = {one.theme: one for one in row.responses.order_by("pk")}
    asked = AskedSurvey(row, len(numbers), response_rate(row.replies, row.invited))
    names = [*themes, *(name for name in replied if name not in themes)]
    return SurveyPage(asked, [Theme(name, themes.get(name, []), replied.get(name)) for name in names])


def responses(scope: Scope) -> list[ThemeResponse]:
    """What was answered to each theme of each survey, the newest survey first."""
    scope.require(Permission.SEE_VOICE)
    rows = ThemeResponse.objects.select_related("survey")
    return list(rows.order_by("-survey__closed_on", "-survey_id", "pk"))


def questions(scope: Scope) -> list[Question]:
    """Every question, the newest survey first: what a promise can be tied to."""
    scope.require(Permission.SEE_VOICE)
    return list(
        Question.objects.select_related("survey").order_by("-survey__closed_on", "survey_id", "number")
    )


def question_words(scope: Scope, of: Survey) -> Mapping[str, Question]:
    """The questions of a survey by their words."""
    scope.require(Permission.SEE_VOICE)
    return {row.words: row for row in of.questions.order_by("number")}
