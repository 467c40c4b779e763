"""What families said as facts: complaints, the Ombudsman's decisions, answered messages, experiences.

Schemas are those of `goldenthread.analysis.further_facts`. All are counts that name nobody. Where districts
were counted, what is left of everyone stands in a row without one, so that the rows add up to everyone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any

import pyarrow as pa

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.dimensions import DISTRICT
from goldenthread.analysis.further_facts import COMPLAINTS, MESSAGES, OMBUDSMAN, SURVEYS
from goldenthread.audit.scope import Scope
from goldenthread.voice.count_file import Period
from goldenthread.voice.kinds_of_count import Counts
from goldenthread.voice.models import CountSeries, PeriodCount, Question
from goldenthread.voice.newest import newest_counts, newest_tallies

Row = dict[str, Any]
EVERYONE = ""
COLUMNS = {
    Counts.COMPLAINTS_ANSWERED: "answered",
    Counts.COMPLAINTS_IN_TIME: "in_time",
    Counts.COMPLAINTS_UPHELD: "upheld",
}
OF_OMBUDSMAN = {Counts.OMBUDSMAN_INVESTIGATED: "investigated", Counts.OMBUDSMAN_UPHELD: "upheld"}


def facts(scope: Scope, *, known_at: int | None = None) -> dict[str, pa.Table]:
    """The tables of what families said; with a position, as it was known there.

    Of a thing that is counted by month and by year, the months count.
    """
    scope.require(Permission.REFRESH_FIGURES)
    counted = _counted(known_at)
    keys = count(-1, -1)
    found = {
        "complaints": (COMPLAINTS, _rows(counted, COLUMNS)),
        "ombudsman": (OMBUDSMAN, _rows(counted, OF_OMBUDSMAN)),
        "messages": (MESSAGES, _messages(counted)),
        "surveys": (SURVEYS, _surveys(known_at)),
    }
    return {name: _table(schema, rows, keys) for name, (schema, rows) in found.items()}


def _table(schema: pa.Schema, rows: Iterable[Row], keys: Iterator[int]) -> pa.Table:
    own = set(schema.names)
    numbered = (
        {"request_key": next(keys)} | {name: row[name] for name in row if name in own} for row in rows
    )
    return pa.Table.from_pylist(list(numbered), schema)


def _counted(known_at: int | None) -> list[PeriodCount]:
    """The counts of each thing in its finest series: of everyone, and of districts."""
    finest: dict[str, CountSeries] = {}
    for one in CountSeries.objects.order_by("every"):  # month, then year
        finest.setdefault(one.counts, one)
    rows = newest_counts([one.pk for one in finest.values()], known_at)
    return [row for row in rows if row.dimension in (EVERYONE, DISTRICT)]


def _rows(counted: Sequence[PeriodCount], columns: Mapping[Counts, str]) -> Iterator[Row]:
    """One row a period and district, and one for what is left; counts that nobody brought are none."""
    periods: dict[tuple[str, date], dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for one in counted:
        column = columns.get(Counts(one.series.counts))
        if column:
            periods[one.series.every, one.first_day][one.group][column] = one.count
    for (every, first_day), groups in sorted(periods.items()):
        on_day = Period(first_day, every).last_day
        everyone = groups.pop(EVERYONE, {})
        yield from ({"on_day": on_day, **row} for row in _parted(everyone, groups))


def _parted(everyone: Mapping[str, int], groups: Mapping[str, Mapping[str, int]]) -> Iterator[Row]:
    """Everyone as districts and what is left; in one row where a district lacks what everyone has."""
    rest = {
        name: of_all - sum(own.get(name, 0) for own in groups.values()) for name, of_all in everyone.items()
    }
    whole = all(everyone.keys() <= own.keys() for own in groups.values())
    if not whole or any(number < 0 for number in rest.values()):
        yield dict(everyone)
        return
    for district, own in sorted(groups.items()):
        yield {"district": district, **{name: own[name] for name in everyone}}
    if any(rest.values()) or not groups:
        yield rest


def _messages(counted: Sequence[PeriodCount]) -> Iterator[Row]:
    """One row an answered message: a middle answer time is that of messages, not of counts."""
    times: dict[tuple[str, date, int], dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for one in counted:
        if one.series.counts == Counts.MESSAGES_ANSWERED and one.working_days is not None:
            times[one.series.every, one.first_day, one.working_days][one.group]["count"] = one.count
    for (every, first_day, working_days), groups in sorted(times.items()):
        row = {"on_day": Period(first_day, every).last_day, "working_days": working_days}
        everyone = groups.pop(EVERYONE, {})
        for part in _parted(everyone, groups):
            message = {**row, "district": part.get("district")}
            yield from (message for _ in range(part.get("count", 0)))


def _surveys(known_at: int | None) -> Iterator[Row]:
    """The question on the experience as a whole of each survey that has one."""
    overall = (
        Question.objects.filter(is_overall=True).select_related("survey").order_by("survey__closed_on", "pk")
    )
    questions = {row.pk: row for row in overall}
    tallies = newest_tallies(questions, known_at)
    for pk, question in questions.items():
        of = {
            group: {"answered": tally.answered, "favourable": tally.favourable}
            for (one, dimension, group), tally in tallies.items()
            if one == pk and dimension in (EVERYONE, DISTRICT)
        }
        everyone = of.pop(EVERYONE, {})
        groups = {group: own for group, own in of.items() if own["answered"]}
        yield from (
            {"on_day": question.survey.closed_on, **row} for row in _parted(everyone, groups) if everyone
        )
