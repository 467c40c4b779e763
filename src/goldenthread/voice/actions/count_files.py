"""Bringing complaints, compliments and contacts as a spreadsheet of counts: all of it or nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.documents.spreadsheets import Problem, Row
from goldenthread.voice.actions.survey_files import FileRefused, RowAnswer
from goldenthread.voice.count_file import LONGEST_WAIT, MOST, counts_of, number_of, period_of, period_words
from goldenthread.voice.kinds_of_count import Counts
from goldenthread.voice.models import CountSeries, PeriodCount
from goldenthread.voice.newest import newest_counts

Kind = tuple[Counts, str]
"""What is counted, and how often."""
Place = tuple[Kind, date, str, str, int | None]
"""What, first day, dimension, group, working days."""


@transaction.atomic
def bring_counts(rows: Sequence[Row], *, source: str, by: Scope, is_example: bool = False) -> list[RowAnswer]:
    """Takes what `count_file.read` found good. Raises `FileRefused`, with nothing changed.

    A count that is here already is replaced, and what it was stays on record. Of answered messages the file
    gives a period whole: a number of days that it no longer names counts none.
    """
    by.require(Permission.KEEP_VOICE)
    series = {(Counts(one.counts), one.every): one for one in CountSeries.objects.select_for_update()}
    known: dict[Place, int] = {}
    for one in newest_counts([row.pk for row in series.values()]):
        kind = (Counts(one.series.counts), one.series.every)
        known[kind, one.first_day, one.dimension, one.group, one.working_days] = one.count
    wanted = {_place(row): number_of(row["count"], MOST) or 0 for row in rows}
    wanted |= dict.fromkeys(_no_longer_named(known, wanted), 0)
    problems = list(_contradictions(rows, known | wanted))
    if problems:
        raise FileRefused(problems)
    for kept, changed in _kept(wanted, known, series, (source, is_example), by):
        record("brought counts", kept, by=by, details={"changed": changed, "source": source})
    return [RowAnswer(row.number, _says(known.get(_place(row)), wanted[_place(row)])) for row in rows]


def _kept(
    wanted: Mapping[Place, int],
    known: Mapping[Place, int],
    series: dict[Kind, CountSeries],
    told: tuple[str, bool],
    by: Scope,
) -> list[tuple[CountSeries, int]]:
    """Each series of the file, with how many of its counts are new or other than before."""
    changed = {place: count for place, count in wanted.items() if known.get(place) != count}
    kinds = sorted({place[0] for place in wanted})
    for kind in kinds:
        series[kind] = _named(kind, series.get(kind), *told)
    journal.append_many([_row(series[place[0]], place, count, by) for place, count in changed.items()])
    return [(series[kind], sum(place[0] == kind for place in changed)) for kind in kinds]


def _named(kind: Kind, there: CountSeries | None, source: str, is_example: bool) -> CountSeries:
    """The series of what is counted, with its newest source; begun where there is none."""
    counts, every = kind
    if there is None:
        beside = "" if every == "month" else f"-by-{every}"
        key = f"{counts.value.replace(' ', '-')}{beside}"
        there = CountSeries(key=key, counts=counts.value, every=every, title=f"{counts.words}, by {every}")
        there.is_example = is_example
    there.source = source
    there.save()
    return there


def _place(row: Row) -> Place:
    counts, period = counts_of(row), period_of(row["period"])
    assert counts is not None
    assert period is not None
    days = number_of(row["working_days"], LONGEST_WAIT) if row["working_days"] else None
    return (counts, period.every), period.first_day, row["dimension"].lower(), row["group"], days


def _no_longer_named(known: Mapping[Place, int], wanted: Mapping[Place, int]) -> list[Place]:
    whole = {place[:4] for place in wanted if place[0][0].by_working_days}
    return [place for place, count in known.items() if place[:4] in whole and place not in wanted and count]


Total = tuple[Kind, date, str, str]


def _contradictions(rows: Sequence[Row], after: Mapping[Place, int]) -> Iterator[Problem]:
    """What would not hold if the file were taken, at the row that says it."""
    totals: dict[Total, int] = defaultdict(int)
    groups: dict[tuple[Kind, date, str], int] = defaultdict(int)
    for (kind, first, dimension, group, _), count in after.items():
        totals[kind, first, dimension, group] += count
        if dimension:
            groups[kind, first, dimension] += count
    for row in rows:
        kind, first, dimension, group, _ = _place(row)
        yield from _of_groups(row, totals.get((kind, first, "", "")), groups.get((kind, first, dimension)))
        yield from _of_parts(row, (kind, first, dimension, group), totals)
        others = {place[1].month for place in after if place[0] == kind} if kind[1] == "year" else set()
        if len(others) > 1:
            fix = "Bring years that begin in the same month."
            yield Problem(row.number, "period", "Other years of it begin in another month.", fix)


def _of_groups(row: Row, everyone: int | None, in_groups: int | None) -> Iterator[Problem]:
    if everyone is None:
        fix = "Add a row with dimension and group left empty."
        yield Problem(row.number, "group", "No row counts everyone in this period.", fix)
    elif row["dimension"] and in_groups is not None and in_groups > everyone:
        says = f"The groups add up to {in_groups:,}, but everyone’s count is {everyone:,}."
        yield Problem(row.number, "count", says, "Check the groups and everyone’s count.")


def _of_parts(row: Row, place: Total, totals: Mapping[Total, int]) -> Iterator[Problem]:
    """A part holds no more than its whole, whichever of the two the row counts."""
    (counts, every), *rest = place
    pairs = [(counts, counts.out_of)] if counts.out_of else []
    pairs += [(part, counts) for part in Counts if part.out_of is counts]
    for part, whole in pairs:
        assert whole is not None
        few, all_ = totals.get(((part, every), *rest)), totals.get(((whole, every), *rest))  # type: ignore[arg-type]
        if few is not None and all_ is not None and few > all_:
            says = f"{few:,} {part.value} in {period_words(place[1], every)}, but {all_:,} {whole.value}."
            yield Problem(row.number, "count", says, "Check both counts.")


def _row(series: CountSeries, place: Place, count: int, by: Scope) -> PeriodCount:
    _, first_day, dimension, group, working_days = place
    return PeriodCount(
        series=series,
        first_day=first_day,
        dimension=dimension,
        group=group,
        working_days=working_days,
        count=count,
        recorded_at=clock.now(),
        by_id_number=by.actor_id,
        by_name=by.actor_name,
    )


def _says(before: int | None, now: int) -> str:
    if before is None:
        return "Added."
    return "As it was." if before == now else f"Changed: it was {before:,}."
