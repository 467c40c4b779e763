"""Works out the figures of a return year from the journal as it stands."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from goldenthread.analysis.dfe import period_of, text_of
from goldenthread.analysis.facts import Facts, Header
from goldenthread.analysis.figures import Figure as WorkedOut
from goldenthread.analysis.figures import compute_figures
from goldenthread.analysis.published_tables import published_table
from goldenthread.analysis.settings import settings_of
from goldenthread.analysis.unusable import Unusable
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal.queries import newest_position
from goldenthread.casework.facts import facts as casework_facts
from goldenthread.casework.facts import last_entry
from goldenthread.figures.collection import write_facts
from goldenthread.figures.grouping import groups_of_people
from goldenthread.figures.models import Figure, FigureSet
from goldenthread.organisations.queries import settings_rows
from goldenthread.voice.facts import facts as voice_facts


def work_out(figure_set_id: int, *, by: Scope) -> FigureSet:
    """Takes a set that waits to ready, or to failed with the reason. Begun again, it starts over."""
    wanted = FigureSet.objects.get(pk=figure_set_id)
    if wanted.status in (FigureSet.Status.READY, FigureSet.Status.FAILED):
        return wanted
    try:
        _collect(wanted, by)
        _count(wanted, by)
    except Unusable as problem:
        wanted.status = FigureSet.Status.FAILED
        wanted.problem = str(problem)
        wanted.save()
    return wanted


def facts_folder(wanted: FigureSet) -> Path:
    """Where the facts that a set rests on lie."""
    return Path(settings.FACTS_ROOT) / f"{wanted.area}-{wanted.year}" / str(wanted.pk)


def _step(wanted: FigureSet, words: str) -> None:
    wanted.status = FigureSet.Status.WORKING
    wanted.step = words
    wanted.save(update_fields=["status", "step"])


@dataclass(frozen=True, slots=True)
class Collected:
    """Where the journal stood when facts were read: its newest entry and position, and the facts' digest."""

    last_entry: int | None
    position: int
    digest: str


def collect(folder: Path, *, area: str, year: int, by: Scope, known_at: int | None = None) -> Collected:
    """Writes the facts of the record to a folder: as it stands, or as it was known at a position."""
    with _one_moment():
        newest, position = last_entry(by), newest_position()
        tables = casework_facts(by, area=area, year=year, known_at=known_at)
        tables |= voice_facts(by, known_at=known_at)
        tables["groups"] = groups_of_people(tables["cases"], tables["requests"])
    return Collected(newest, position if known_at is None else known_at, write_facts(tables, folder))


@contextmanager
def _one_moment() -> Iterator[None]:
    """A transaction in which every read sees the same moment, so that facts and position belong together."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _collect(wanted: FigureSet, by: Scope) -> None:
    _step(wanted, "Reading every case")
    found = collect(facts_folder(wanted), area=wanted.area, year=wanted.year, by=by)
    wanted.last_entry, wanted.position, wanted.facts_digest = found.last_entry, found.position, found.digest
    wanted.save(update_fields=["last_entry", "position", "facts_digest"])


def _count(wanted: FigureSet, by: Scope) -> None:
    _step(wanted, "Counting")
    facts = Facts.from_folder(facts_folder(wanted))
    places = settings_of(settings_rows(), "the list of settings")
    worked_out = compute_figures(facts, places)
    rows = rows_of(wanted, facts.header(), worked_out)
    with transaction.atomic():
        wanted.figures.all().delete()
        Figure.objects.bulk_create(rows)
        wanted.status = FigureSet.Status.READY
        wanted.step = ""
        wanted.ready_at = clock.now()
        wanted.save()
        record("worked out figures", wanted, by=by, details={"figures": len(rows)})


def rows_of(
    figure_set: FigureSet, header: Header, worked_out: Mapping[str, Mapping[str, WorkedOut]]
) -> list[Figure]:
    """The rows that keep figures, by table and column, for a set."""
    return [
        _row(figure_set, table, column, period_of(published_table(table), header)[0], figure)
        for table, columns in worked_out.items()
        for column, figure in columns.items()
    ]


def _row(wanted: FigureSet, table: str, column: str, period: str, figure: WorkedOut) -> Figure:
    hidden = figure.value is None or not figure.printed
    return Figure(
        figure_set=wanted,
        table=table,
        column=column,
        period=period,
        printed=text_of(figure),
        value=None if hidden else figure.value,
        numerator=None if hidden else figure.numerator,
        denominator=None if hidden else figure.denominator,
        why_none=(figure.why_none or "The Department shows no figure here.") if hidden else "",
    )
