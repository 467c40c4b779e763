"""Attaching measures and voices to promises, and having promises judged. No action sets a test."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import Direction, Measure, measures
from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.improvement import judging_promises
from goldenthread.improvement.jobs import judge_when_asked
from goldenthread.improvement.models import Judgement, Promise, PromiseMeasure, PromiseVoice
from goldenthread.improvement.policies import cannot_judge
from goldenthread.voice.models import CountSeries, Heard, Question

VOICES = {"question": Question, "series": CountSeries, "heard": Heard}


@dataclass(frozen=True, slots=True)
class MeasureDetails:
    """By which measure, from where to where. A share is in a hundred; `source` is the baseline's."""

    measure: str
    baseline: float
    baseline_on: date
    source: str
    target: float
    target_on: date
    dimension: str = ""
    group: str = ""
    is_example: bool = False


@transaction.atomic
def attach_measure(promise: Promise, details: MeasureDetails, *, by: Scope) -> PromiseMeasure:
    """From now on the promise is judged by this measure too, and it is judged at once.

    Raises `NotFound` for no such measure or dimension, `NotPossibleNow` where it judges the promise already,
    where it says nothing of better or of change, or where the target asks for the worse.
    """
    by.require(Permission.KEEP_IMPROVEMENT)
    known = measures().get(details.measure)
    if known is None or (details.dimension and details.dimension not in DIMENSIONS):
        raise NotFound("There is no such measure.")
    if why := cannot_judge(known):
        raise NotPossibleNow(why)
    if _asks_for_the_worse(known, details):
        raise NotPossibleNow("The target is worse than the baseline. A promise asks for the better.")
    fields = {name: getattr(details, name) for name in ("measure", "dimension", "group")}
    if promise.measures.filter(ended_at=None, **fields).exists():
        raise NotPossibleNow("The promise is judged by this measure already. Take it off first.")
    row = PromiseMeasure.objects.create(
        promise=promise,
        **fields,
        baseline=details.baseline,
        baseline_on=details.baseline_on,
        baseline_source=details.source,
        target=details.target,
        target_on=details.target_on,
        is_example=details.is_example,
        added_at=clock.now(),
        added_by_name=by.actor_name,
    )
    record("attached a measure to a promise", row, by=by, details={"measure": details.measure})
    judging_promises.judge(by=_system("a measure was attached"), promise_ids=[promise.pk])
    return row


@transaction.atomic
def take_off_measure(row: PromiseMeasure, *, because: str, by: Scope) -> PromiseMeasure:
    """The promise is no longer judged by it. What was judged, and why it was taken off, stays to be read."""
    by.require(Permission.KEEP_IMPROVEMENT)
    row = PromiseMeasure.objects.select_for_update().get(pk=row.pk)
    if row.ended_at is not None:
        raise NotPossibleNow("It was taken off already.")
    row.ended_at, row.ended_because = clock.now(), because
    row.save(update_fields=["ended_at", "ended_because"])
    record("took a measure off a promise", row, by=by, because=because)
    judging_promises.judge(by=_system("a measure was taken off"), promise_ids=[row.promise_id])
    return row


@transaction.atomic
def attach_voice(promise: Promise, voice: Question | CountSeries | Heard, *, by: Scope) -> PromiseVoice:
    """From now on this speaks of the promise too, and it is judged at once.

    A question stands for the same question of later surveys. Raises `NotPossibleNow` where it is attached.
    """
    by.require(Permission.KEEP_IMPROVEMENT)
    is_example = voice.survey.is_example if isinstance(voice, Question) else voice.is_example
    fields = {name: voice if isinstance(voice, kind) else None for name, kind in VOICES.items()}
    if promise.voices.filter(ended_at=None, **fields).exists():
        raise NotPossibleNow("This voice is attached to the promise already.")
    row = PromiseVoice.objects.create(
        promise=promise,
        **fields,
        is_example=is_example,
        added_at=clock.now(),
        added_by_name=by.actor_name,
    )
    record("attached a voice to a promise", row, by=by, details={"voice": str(voice)[:200]})
    judging_promises.judge(by=_system("a voice was attached"), promise_ids=[promise.pk])
    return row


@transaction.atomic
def take_off_voice(row: PromiseVoice, *, because: str, by: Scope) -> PromiseVoice:
    """It no longer speaks of the promise. What was judged by it stays, with why it was taken off."""
    by.require(Permission.KEEP_IMPROVEMENT)
    row = PromiseVoice.objects.select_for_update().get(pk=row.pk)
    if row.ended_at is not None:
        raise NotPossibleNow("It was taken off already.")
    row.ended_at, row.ended_because = clock.now(), because
    row.save(update_fields=["ended_at", "ended_because"])
    record("took a voice off a promise", row, by=by, because=because)
    judging_promises.judge(by=_system("a voice was taken off"), promise_ids=[row.promise_id])
    return row


@transaction.atomic
def have_judged(*, by: Scope) -> None:
    """Has every promise judged in the background, by the figures that are there."""
    by.require(Permission.KEEP_IMPROVEMENT)
    record("asked for promises to be judged", Judgement, by=by)
    judge_when_asked.defer(who=by.actor_name)


@transaction.atomic
def judge(*, by: Scope) -> list[Judgement]:
    """Judges every promise now; gives the rows that were added, which are those that changed."""
    by.require(Permission.KEEP_IMPROVEMENT)
    added = judging_promises.judge(by=_system(f"{by.actor_name} asked for it"))
    record("had promises judged", Judgement, by=by, details={"rows": len(added)})
    return added


def _asks_for_the_worse(measure: Measure, details: MeasureDetails) -> bool:
    rises = details.target > details.baseline
    return rises != (measure.direction is Direction.HIGHER)


def _system(reason: str) -> Scope:
    """Judged by the system whoever asks: what a person may not read must not change what a test says."""
    return Scope.system(reason)
