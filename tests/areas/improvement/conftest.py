"""Promises to judge, and figures of two years made for them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import product

import pyarrow as pa
import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.analysis.catalogue import Statistic, measures
from goldenthread.analysis.clocks import CLOCKS as CLOCKS_SCHEMA
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.keeping import CLOCKS, FIGURES, keep
from goldenthread.improvement.actions import plans
from goldenthread.improvement.actions.plans import PlanDetails, PromiseDetails
from goldenthread.improvement.models import Plan, Promise
from goldenthread.organisations.models import Organisation, OrganisationKind

AS_AT = date(2025, 1, 16)
MONTHS = [date(year, month, 1) for year, month in product((2023, 2024), range(1, 13))]
Series = Sequence[tuple[float, float]]
"""Numerator and denominator of each month of two years."""
Made = Callable[..., None]


@pytest.fixture
def by() -> Scope:
    return factories.scope(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def council() -> Organisation:
    return Organisation.objects.create(name="A council", kind=OrganisationKind.COUNCIL)


@pytest.fixture
def promises(by: Scope, council: Organisation) -> list[Promise]:
    plan = plans.add_plan(PlanDetails(Plan.Kind.PRIORITY_ACTION, "Plan to judge", date(2024, 3, 7)), by=by)
    theme = plans.add_theme(plan, title="Timely plans", by=by)
    return [
        plans.make_promise(theme, PromiseDetails(code, "We know the day", "director", council), by=by)
        for code in ("1", "2")
    ]


@pytest.fixture
def two_years(measured_set, measured_tables) -> Made:
    """Makes these measures, each of everyone, or by district from which everyone is added up."""

    def make(wanted: Mapping[str, Series | Mapping[str, Series]], in_time: tuple[int, int] = (5, 5)) -> None:
        every = measured_tables[FIGURES].to_pylist()
        like = next(row for row in every if row["by"] == "month" and not row["dimension"])
        rows = [row for row in every if row["measure"] not in wanted]
        for name, given in wanted.items():
            parts = given if isinstance(given, Mapping) else {"": given}
            total = [tuple(map(sum, zip(*month, strict=True))) for month in zip(*parts.values(), strict=True)]
            rows += [
                row
                for group, months in ({"": total} | dict(parts)).items()
                for row in _rows(like, name, group, months)
            ]
        measured_set.facts_digest = f"made {len(rows)} {hash(str((wanted, in_time)))}"
        measured_set.first_day, measured_set.dimensions = MONTHS[0], ["district"]
        for name in wanted:
            measured_set.measures[name]["why_none"] = ""
        measured_set.save()
        table = pa.Table.from_pylist(rows, schema=measured_tables[FIGURES].schema)
        keep(measured_set, {FIGURES: table, CLOCKS: _clocks(in_time)})

    return make


def _rows(like, name, group, months):
    measure = measures()[name]
    year = [tuple(map(sum, zip(*months[place : place + 12], strict=True))) for place in (0, 12)]
    spans = [("month", day, parts) for day, parts in zip(MONTHS, months, strict=True)]
    spans += [("year", day, parts) for day, parts in zip((MONTHS[0], MONTHS[12]), year, strict=True)]
    for by, period, (up, down) in spans:
        value = 100 * up / down if measure.statistic is Statistic.SHARE else up
        yield {
            **like, "measure": name, "by": by, "period": period, "group": group,
            "dimension": "district" if group else "", "numerator": float(up), "denominator": float(down),
            "value": float(value), "upper": None, "records": int(down), "version": measure.version,
        }  # fmt: skip


def _clocks(in_time: tuple[int, int]) -> pa.Table:
    """Twenty children ask each month; so many have a plan in time in the first year, and in the second."""
    rows = []
    for place, month in enumerate(MONTHS):
        for number in range(20):
            asked, days = month + timedelta(days=number), 100 if number < in_time[place // 12] else 200
            is_open = asked + timedelta(days=days) > AS_AT
            ends = {"days": days, "outcome": "plan"}
            if is_open:
                ends = {"days": (AS_AT - asked).days, "outcome": "open"}
            case = {"case_key": 20 * place + number, "asked_on": asked, "month": month, "entered": 0}
            rows.append(case | ends)
    return pa.Table.from_pylist(rows, schema=CLOCKS_SCHEMA)
