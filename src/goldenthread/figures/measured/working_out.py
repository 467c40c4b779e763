"""Works out every measure as at a day, from the facts of the record as it was known at a position."""

import pyarrow as pa
from django.conf import settings
from django.db import transaction

from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.clocks import clock_rows
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.measuring import Measuring, measuring
from goldenthread.analysis.rare import rare_events
from goldenthread.analysis.settings import settings_of
from goldenthread.analysis.unusable import Unusable
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.keeping import (
    CLOCKS,
    EVENTS,
    FIGURES,
    facts_of,
    folder_of,
    forget,
    forget_facts,
    keep,
)
from goldenthread.figures.models import FigureSet, MeasuredSet
from goldenthread.figures.working_out import collect
from goldenthread.organisations.queries import settings_rows

KEPT = 7
"""Sets that stay when newer ones are ready: a week of nights."""


def measure(measured_set_id: int, *, by: Scope) -> MeasuredSet:
    """Takes a set that waits to ready, or to failed with the reason. Begun again, it starts over."""
    wanted = MeasuredSet.objects.select_related("facts_of").get(pk=measured_set_id)
    if wanted.status in (MeasuredSet.Status.READY, MeasuredSet.Status.FAILED):
        return wanted
    try:
        _collect(wanted, by)
        _work_out(wanted, by)
    except Unusable as problem:
        wanted.status = MeasuredSet.Status.FAILED
        wanted.problem = str(problem)
        wanted.save()
    return wanted


def _step(wanted: MeasuredSet, words: str, done: int = 0, to_do: int = 0) -> None:
    wanted.status = MeasuredSet.Status.WORKING
    wanted.step, wanted.done, wanted.to_do = words, done, to_do
    wanted.save(update_fields=["status", "step", "done", "to_do"])


def _collect(wanted: MeasuredSet, by: Scope) -> None:
    """The facts of the newest published figures serve where the newest knowledge is asked for."""
    source = wanted.facts_of
    if source is not None and source.status == FigureSet.Status.READY and facts_of(wanted).is_dir():
        wanted.position, wanted.facts_digest = source.position, source.facts_digest
    else:
        _step(wanted, "Reading every case")
        wanted.facts_of = None
        found = collect(
            folder_of(wanted) / "facts",
            area=wanted.area,
            year=wanted.year,
            by=by,
            known_at=wanted.known_at,
        )
        wanted.position, wanted.facts_digest = found.position, found.digest
    wanted.save(update_fields=["facts_of", "position", "facts_digest"])


def _work_out(wanted: MeasuredSet, by: Scope) -> None:
    facts = Facts.from_folder(facts_of(wanted))
    places = settings_of(settings_rows(), "the list of settings")
    with measuring(facts, places, on=wanted.as_at) as running:
        worked_out = _figures(wanted, running)
        _step(wanted, "Putting every request on its clock", len(measures()), len(measures()))
        events = rare_events(running, worked_out)
        keep(wanted, {FIGURES: worked_out, CLOCKS: clock_rows(running), EVENTS: events})
        wanted.first_day = running.known.first_day
        wanted.dimensions = list(running.dimensions)
        wanted.measures = {
            one.name: {"version": one.version, "why_none": running.missing.get(one.name, "")}
            for one in measures().values()
        }
    with transaction.atomic():
        wanted.status = MeasuredSet.Status.READY
        wanted.step = ""
        wanted.ready_at = clock.now()
        wanted.save()
        record("worked out measures", wanted, by=by, details={"measures": len(measures())})
    let_go_of_old_ones(wanted)


def _figures(wanted: MeasuredSet, running: Measuring) -> pa.Table:
    every = measures()
    return running.all_figures(
        every.values(), looked=lambda done: _step(wanted, "Working out measures", done, len(every))
    )


def let_go_of_old_ones(newest: MeasuredSet) -> None:
    """Files of older sets go, and the facts that none of those kept rests on.

    The rows stay, so that what was cited can still say what it rested on.
    """
    every = MeasuredSet.objects.filter(area=newest.area).order_by("-pk")
    ready = list(every.filter(status=MeasuredSet.Status.READY))
    for one in [*ready[KEPT:], *every.filter(status=MeasuredSet.Status.FAILED)]:
        forget(one)
    needed = {one.facts_of_id for one in ready[:KEPT]}
    published = FigureSet.objects.filter(area=newest.area, status=FigureSet.Status.READY).order_by("-pk")
    for facts in published[KEPT:]:
        if facts.pk not in needed:
            forget_facts(facts)


def area() -> str:
    """The area whose figures these are."""
    return str(settings.AREA)
