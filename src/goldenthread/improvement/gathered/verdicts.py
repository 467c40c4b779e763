"""The five verdicts on promises, from all that is known when they are asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings

from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.queries import declared_steps
from goldenthread.figures.models import MeasuredSet
from goldenthread.improvement.gathered.figures import Figures
from goldenthread.improvement.gathered.groups import groups_seen
from goldenthread.improvement.gathered.measures import measure_seen
from goldenthread.improvement.gathered.milestones import milestones_of
from goldenthread.improvement.gathered.voices import VoicesSeen, voices_seen
from goldenthread.improvement.gathered.watches import watches_seen
from goldenthread.improvement.judging.asks import Asks
from goldenthread.improvement.judging.done import done
from goldenthread.improvement.judging.everywhere import everywhere
from goldenthread.improvement.judging.felt import Voices, felt
from goldenthread.improvement.judging.lasting import lasting
from goldenthread.improvement.judging.values import Test, Verdict
from goldenthread.improvement.judging.working import working
from goldenthread.improvement.models import Promise, PromiseMeasure, PromiseVoice
from goldenthread.improvement.queries.evidence import of_promises

SILENT = VoicesSeen(Voices(), ())


def asks() -> Asks:
    """What the tests ask for here."""
    return replace(Asks(), **settings.WHAT_TESTS_ASK)


def verdicts(by: Scope, promises: Sequence[Promise], of: MeasuredSet | None) -> dict[int, list[Verdict]]:
    """The five verdicts on each promise, in their order: a fixed number of questions, however many."""
    ids, today, ask = [one.pk for one in promises], clock.today(), asks()
    figures = Figures(by, of, declared_steps(by))
    checked = _checked(by, ids)
    milestones = milestones_of(
        ids, {milestone for one in checked.values() for milestone in one["milestones"]}
    )
    measures = _measures(ids)
    voices = voices_seen(by, _voices(ids), today, ask)
    watches = watches_seen(by, figures, ids)
    found = {}
    for one in promises:
        heard = voices.get(one.pk, SILENT)
        own = [
            done(milestones[one.pk], today),
            working([measure_seen(figures, row) for row in measures[one.pk]], today),
            felt(heard.voices, today, ask),
            everywhere([*groups_seen(figures, measures[one.pk]), *heard.groups], ask),
            lasting(one.closed_on, watches[one.pk], today),
        ]
        found[one.pk] = [_with(verdict, checked[one.pk]["evidence"]) for verdict in own]
    return found


def _measures(ids: Sequence[int]) -> dict[int, list[PromiseMeasure]]:
    found: dict[int, list[PromiseMeasure]] = {one: [] for one in ids}
    for row in PromiseMeasure.objects.filter(promise_id__in=ids, ended_at=None).order_by("pk"):
        found[row.promise_id].append(row)
    return found


def _voices(ids: Sequence[int]) -> list[PromiseVoice]:
    rows = PromiseVoice.objects.filter(promise_id__in=ids, ended_at=None)
    return list(rows.select_related("series", "heard").order_by("pk"))


def _checked(by: Scope, ids: Sequence[int]) -> Mapping[int, Mapping[str, list[int]]]:
    """The evidence that counts, of each promise: its ids, and the milestones that it shows to be met."""
    found = {}
    for promise_id, items in of_promises(by, ids).items():
        counting = [item.row for item in items if item.counts]
        found[promise_id] = {
            "evidence": sorted(row.pk for row in counting),
            "milestones": [row.milestone_id for row in counting if row.milestone_id is not None],
        }
    return found


def _with(verdict: Verdict, evidence: Sequence[int]) -> Verdict:
    """Done rests on evidence that was checked; the others name it as what stood beside them."""
    if verdict.test is not Test.DONE:
        return verdict
    rests_on: dict[str, Any] = {**verdict.rests_on, "evidence": list(evidence)}
    return replace(verdict, rests_on=rests_on)
