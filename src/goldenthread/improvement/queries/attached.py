"""What is attached to promises so that they can be judged, and what could be: measures and voices."""

from collections.abc import Collection, Sequence

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import Measure, measures
from goldenthread.analysis.dimensions import DIMENSIONS, NOT_RECORDED
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.groups import names_of
from goldenthread.figures.measured.queries import newest_measured
from goldenthread.figures.measured.reading import rows, why_none
from goldenthread.improvement.models import PromiseMeasure, PromiseVoice
from goldenthread.improvement.policies import cannot_judge
from goldenthread.voice.models import CountSeries, Heard, Question
from goldenthread.voice.queries.asked import questions
from goldenthread.voice.queries.counted import series
from goldenthread.voice.queries.said import heard


def measures_of(scope: Scope, promise_ids: Collection[int]) -> dict[int, Sequence[PromiseMeasure]]:
    """The measures that judge each promise, and after them those that were taken off."""
    scope.require(Permission.SEE_IMPROVEMENT)
    found: dict[int, list[PromiseMeasure]] = {one: [] for one in promise_ids}
    for row in PromiseMeasure.objects.filter(promise_id__in=promise_ids).order_by("pk"):
        found[row.promise_id].append(row)
    return {one: sorted(rows, key=lambda row: row.ended_at is not None) for one, rows in found.items()}


def promise_measure(scope: Scope, row_id: int) -> PromiseMeasure:
    """One measure that judges a promise. Raises `NotFound` for one that was taken off."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    rows = PromiseMeasure.objects.select_related("promise__theme__plan")
    found = rows.filter(pk=row_id, ended_at=None).first()
    if found is None:
        raise NotFound("There is no such measure of a promise.")
    return found


def voices_of(scope: Scope, promise_ids: Collection[int]) -> dict[int, Sequence[PromiseVoice]]:
    """The voices that speak of each promise, and after them those that were taken off."""
    scope.require(Permission.SEE_IMPROVEMENT)
    found: dict[int, list[PromiseVoice]] = {one: [] for one in promise_ids}
    every = PromiseVoice.objects.filter(promise_id__in=promise_ids)
    for row in every.select_related("question__survey", "series", "heard").order_by("pk"):
        found[row.promise_id].append(row)
    return {one: sorted(rows, key=lambda row: row.ended_at is not None) for one, rows in found.items()}


def promise_voice(scope: Scope, row_id: int) -> PromiseVoice:
    """One voice that speaks of a promise. Raises `NotFound` for one that was taken off."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    every = PromiseVoice.objects.select_related("promise__theme__plan", "question", "series", "heard")
    found = every.filter(pk=row_id, ended_at=None).first()
    if found is None:
        raise NotFound("There is no such voice of a promise.")
    return found


def measures_to_attach(scope: Scope) -> list[tuple[Measure, str]]:
    """The measures that can judge a promise, each with why it has no figures; those that have come first."""
    of = newest_measured(scope)
    fit = [(one, why_none(one, of)) for one in measures().values() if not cannot_judge(one)]
    return sorted(fit, key=lambda one: bool(one[1]))


def groups_to_attach(scope: Scope) -> list[tuple[str, str, str]]:
    """The groups of which a measure can judge a promise: dimension, group, and what to call it."""
    of = newest_measured(scope)
    if of is None:
        return []
    found = {(str(row["dimension"]), str(row["group"])) for row in rows(of) if row["dimension"]}
    ways = [one for one in DIMENSIONS.values() if one.who_waits]
    return [
        (way.name, group, f"{way.title}: {names_of(scope, way.name)(group)}")
        for way in ways
        for dimension, group in sorted(found)
        if dimension == way.name and group != NOT_RECORDED
    ]


def voices_to_attach(scope: Scope) -> dict[str, Question | CountSeries | Heard]:
    """Every question, series and thing heard, by a key that names it."""
    found: dict[str, Question | CountSeries | Heard] = {}
    found |= {f"question-{one.pk}": one for one in questions(scope)}
    found |= {f"series-{one.series.pk}": one.series for one in series(scope)}
    found |= {f"heard-{one.pk}": one for one in heard(scope)}
    return found
