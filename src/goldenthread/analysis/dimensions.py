"""By what can any measure be broken down? Each dimension, and the group of every case in it.

Some come from the return (sex, age, need …), the others from the table `groups` or `cases` of the further
facts. A dimension that no table fills has no source yet; nothing changes here when one comes.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.cohorts import main_named_places, main_open_placements
from goldenthread.analysis.further_facts import OF_NO_CASE
from goldenthread.analysis.known import Known

DISTRICT = "district"
NOT_RECORDED = "not recorded"
"""The group of those for whom the source says nothing."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way to divide the children. `source` is the table that it cannot do without."""

    name: str
    title: str
    source: str
    who_waits: bool = False
    """Is it a group of children whose experience the equity page compares?"""


DIMENSIONS: Mapping[str, Dimension] = {
    one.name: one
    for one in (
        Dimension(DISTRICT, "District", "groups", who_waits=True),
        Dimension("icb", "Integrated care board", "groups"),
        Dimension("provider", "Health provider", "groups"),
        Dimension("setting", "School, college or other setting", "placements"),
        Dimension("phase", "Phase of education", "people"),
        Dimension("age", "Age", "people", who_waits=True),
        Dimension("need", "Primary need", "needs", who_waits=True),
        Dimension("sex", "Sex", "people", who_waits=True),
        Dimension("ethnicity", "Ethnic group", "people", who_waits=True),
        Dimension("disadvantage", "Disadvantage", "groups", who_waits=True),
        Dimension("language", "First language", "groups", who_waits=True),
        Dimension("looked_after", "Looked after by the council", "groups", who_waits=True),
        Dimension("team", "Team", "cases"),
    )
}

ETHNIC_GROUPS = {
    "W": "White",
    "M": "Mixed",
    "A": "Asian",
    "B": "Black",
    "C": "Chinese",
    "O": "Any other ethnic group",
}
"""First letter of the school census's code to its main group; REFU and NOBT are not recorded."""

FROM_GROUPS = tuple(one.name for one in DIMENSIONS.values() if one.source == "groups")


def groups_of_cases(known: Known, filled: Collection[str]) -> ir.Table:
    """One row a request: `case_key` and a column for each dimension that is `filled`, never empty.

    Counts that are of no case have their district, and nothing else is recorded of them.
    """
    cases = known["requests"].select(case_key="request_key", person_key="person_key")
    for source, columns in _PARTS.items():
        if wanted := [name for name in columns if name in filled]:
            part = _MAKERS[source](known, wanted)
            on = "person_key" if "person_key" in part.columns else "case_key"
            cases = cases.left_join(part, on, rname=f"{source}_{{name}}").drop(f"{source}_{on}")
    named = cases.select(
        "case_key",
        **{name: cases[name].fill_null(NOT_RECORDED) for name in DIMENSIONS if name in filled},
    )
    return ibis.union(named, *_of_no_case(known, filled))


def _of_no_case(known: Known, filled: Collection[str]) -> list[ir.Table]:
    if DISTRICT not in filled:
        return []
    others = {name: ibis.literal(NOT_RECORDED) for name in DIMENSIONS if name in filled}
    found = []
    for name in OF_NO_CASE:
        if name in known.tables:
            own = known[name]
            groups = others | {DISTRICT: own.district.fill_null(NOT_RECORDED)}
            found.append(own.select(case_key=own.request_key, **groups))
    return found


def _of_person(known: Known, wanted: list[str]) -> ir.Table:
    people = known["people"]
    age = school_year_age(known, people.birth_date)
    ways = {
        "sex": ibis.cases((people.sex == "F", "Female"), (people.sex == "M", "Male"), else_=NOT_RECORDED),
        "ethnicity": ibis.cases(
            *((_starts(people.ethnicity, letter), name) for letter, name in ETHNIC_GROUPS.items()),
            else_=NOT_RECORDED,
        ),
        "age": _bands(age, {5: "Under 5", 11: "5 to 10", 16: "11 to 15", 20: "16 to 19"}, "20 to 25"),
        "phase": _bands(age, {4: "Early years", 11: "Primary", 16: "Secondary"}, "After 16"),
    }
    return people.select("person_key", **{name: ways[name] for name in wanted})


def _starts(code: ir.StringColumn, letter: str) -> ir.BooleanValue:
    return (code.substr(0, 1) == letter) & code.notin(["REFU", "NOBT"])


def _bands(age: ir.IntegerValue, below: Mapping[int, str], rest: str) -> ir.StringValue:
    """The name of the first bound that the age lies below."""
    known = [(age < bound, name) for bound, name in below.items()]
    return ibis.cases((age.isnull(), NOT_RECORDED), *known, else_=rest)


def school_year_age(known: Known, born_on: ir.DateColumn) -> ir.IntegerValue:
    """Age on the 31 August that decides the school year in which the as-at day lies."""
    day = known.as_at
    year = day.year if day.month >= 9 else day.year - 1
    before = (born_on.month() < 9).ifelse(0, 1)
    return ibis.literal(year) - born_on.year() - before


def _of_need(known: Known, wanted: list[str]) -> ir.Table:
    needs = known["needs"]
    first = needs.filter(needs["rank"] == 1).group_by("request_key").agg(need=needs.need.min())
    return first.select(case_key="request_key", need="need")


def _of_setting(known: Known, wanted: list[str]) -> ir.Table:
    """Where they are on the as-at day, else the place that the plan names: a number or the return's code."""
    here, named = main_open_placements(known.census), main_named_places(known.census)
    here = here.select("request_key", here=here.urn.coalesce(here.ukprn, here.sen_setting))
    named = named.select("request_key", named=named.urn.coalesce(named.ukprn, named.sen_setting))
    both = known["requests"].select("request_key").left_join(here, "request_key", rname="h_{name}")
    both = both.left_join(named, "request_key", rname="n_{name}")
    return both.select(case_key=both.request_key, setting=both.here.coalesce(both.named))


def _of_groups(known: Known, wanted: list[str]) -> ir.Table:
    rows = known["groups"]
    return rows.group_by("person_key").agg(
        **{name: rows["group"].min(where=rows.dimension == name) for name in wanted}
    )


def _of_case(known: Known, wanted: list[str]) -> ir.Table:
    return known["cases"].select(case_key="request_key", team="team")


_PARTS = {
    "people": ("sex", "ethnicity", "age", "phase"),
    "needs": ("need",),
    "placements": ("setting",),
    "groups": FROM_GROUPS,
    "cases": ("team",),
}
_MAKERS: Mapping[str, Callable[[Known, list[str]], ir.Table]] = {
    "people": _of_person,
    "needs": _of_need,
    "placements": _of_setting,
    "groups": _of_groups,
    "cases": _of_case,
}
