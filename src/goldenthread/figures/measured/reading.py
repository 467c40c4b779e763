"""What figures does a set hold? Its Parquet file as values: over time, by group, and why there are none."""

from collections.abc import Mapping
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.analysis.catalogue import Counted, Measure, Statistic, measures
from goldenthread.figures.measured.keeping import figures
from goldenthread.figures.measured.values import FigureKey, Measured, last_day, periods
from goldenthread.figures.models import MeasuredSet

NOTHING_HAPPENED = "Nothing was counted in this period."
NOT_WORKED_OUT = "Measures were not worked out yet."


def why_none(measure: Measure, of: MeasuredSet | None) -> str:
    """Why a set holds no figures of a measure, as a sentence; empty where it does."""
    if of is None:
        return measure.none_yet or NOT_WORKED_OUT
    kept: Mapping[str, str] = of.measures.get(measure.name, {"why_none": NOT_WORKED_OUT})
    return str(kept["why_none"])


def usual_period(measure: Measure) -> str:
    """The kind of period that a measure is shown by unless asked otherwise."""
    return "day" if measure.counted is Counted.AS_AT_DAY else "month"


def newest_period(of: MeasuredSet, by: str) -> date:
    """The first day of the newest period that is over; of the newest of all, where none is."""
    assert of.first_day is not None  # a ready set has one
    every = periods(by, of.first_day, of.as_at)
    whole = [one for one in every if last_day(by, one) <= of.as_at]
    return (whole or every)[-1]


def rows(of: MeasuredSet, **columns: object) -> list[dict[str, object]]:
    table = figures(of)
    for name, value in columns.items():
        table = table.filter(pc.equal(table[name], pa.scalar(value, table.schema.field(name).type)))
    rows: list[dict[str, object]] = table.to_pylist()
    return rows


def over_time(
    of: MeasuredSet, measure: Measure, by: str, dimension: str = "", group: str = ""
) -> list[Measured]:
    assert of.first_day is not None  # a ready set has one
    kept = rows(of, measure=measure.name, by=by, dimension=dimension, group=group)
    there = {row["period"]: measured(of, row) for row in kept}
    if not there and (by == "day") != (measure.counted is Counted.AS_AT_DAY):
        return []
    every = periods(by, of.first_day, of.as_at)
    return [there.get(one) or _nothing(of, measure, by, one, dimension, group) for one in every]


def measured(of: MeasuredSet, row: Mapping[str, object]) -> Measured:
    kept = {name: row[name] for name in ("records", "numerator", "denominator", "value", "upper")}
    key = FigureKey(of.pk, *(row[name] for name in ("measure", "by", "period", "dimension", "group")))  # type: ignore[arg-type]
    why = NOTHING_HAPPENED if row["value"] is None else ""
    return Measured(**_about(of, key, row["version"]), **kept, why_none=why)  # type: ignore[arg-type]


def _nothing(
    of: MeasuredSet, measure: Measure, by: str, period: date, dimension: str, group: str
) -> Measured:
    about = _about(of, FigureKey(of.pk, measure.name, by, period, dimension, group), measure.version)
    if measure.statistic is Statistic.COUNT:
        return Measured(**about, numerator=0.0, denominator=0.0, value=0.0)  # type: ignore[arg-type]
    return Measured(**about, why_none=NOTHING_HAPPENED)  # type: ignore[arg-type]


def _settled_on(key: FigureKey) -> date:
    """The day on which a period is over; of a month or quarter, so late that little is still to come."""
    known = measures().get(key.measure)
    late = known.matures_in_weeks if known is not None and key.by in ("month", "quarter") else 0
    return last_day(key.by, key.period) + timedelta(weeks=late)


def _about(of: MeasuredSet, key: FigureKey, version: object) -> dict[str, object]:
    return {
        "key": key,
        "version": version,
        "place": of.area,
        "as_at": of.as_at,
        "position": of.position,
        "digest": of.facts_digest,
        "complete": _settled_on(key) <= of.as_at,
    }
