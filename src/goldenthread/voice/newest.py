"""What holds now of answers and counts, of which every version is kept? The newest row of each place."""

from collections.abc import Collection
from typing import TypeVar

from django.db.models import QuerySet

from goldenthread.audit.seal.queries import known_at
from goldenthread.voice.models import Answer, PeriodCount, Survey
from goldenthread.voice.tallies import Tally

Row = TypeVar("Row", Answer, PeriodCount)
Place = tuple[int, str, str]
"""Question, dimension, group; the last two are empty for everyone."""


def newest_tallies(question_ids: Collection[int], position: int | None = None) -> dict[Place, Tally]:
    """The answers to these questions, small groups too; with a position, as they were known there."""
    each = ("question_id", "dimension", "group")
    rows = _known(Answer.objects.filter(question_id__in=question_ids), position)
    return {
        (row.question_id, row.dimension, row.group): Tally(row.favourable, row.unfavourable, row.neither)
        for row in rows.order_by(*each, "-pk").distinct(*each)
    }


def newest_counts(series_ids: Collection[int], position: int | None = None) -> list[PeriodCount]:
    """The counts of these series, small groups too; with a position, as they were known there."""
    each = ("series_id", "first_day", "dimension", "group", "working_days")
    rows = _known(PeriodCount.objects.filter(series_id__in=series_ids), position)
    return list(rows.select_related("series").order_by(*each, "-pk").distinct(*each))


def _known(rows: QuerySet[Row], position: int | None) -> QuerySet[Row]:
    return rows if position is None else known_at(rows, position)


def most_answers(survey: Survey) -> int:
    """How many answered the question of a survey that most answered; 0 where none has answers."""
    questions = list(survey.questions.values_list("pk", flat=True))
    found = newest_tallies(questions)
    return max((tally.answered for (_, dimension, _), tally in found.items() if not dimension), default=0)
