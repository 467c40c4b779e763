"""At which published column is a placement counted? By its establishment, then SEN units, then age (CL2)."""

from datetime import date

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.collection_year import (
    ESTABLISHMENTS_BY_UKPRN,
    ESTABLISHMENTS_BY_URN,
    SETTING_CODES,
    CollectionYear,
)
from goldenthread.analysis.readings import ProviderNumberAlone
from goldenthread.analysis.settings import NO_COLUMN, columns_of_types, setting_codes

HAVE_UNITS = ("mainstream_la_maintained", "mainstream_academy", "mainstream_free_school")
"""The columns that are published apart for SEN units and resourced provision."""

SEN_UNIT = "_senunit"
RESOURCED_PROVISION = "_resourced_provision"

REGISTER_ONLY = "ukrlp_provider"
NOT_RECORDED = "placement_unknown"


def placed(year: CollectionYear, places: ir.Table) -> ir.Table:
    """Each place's request and published `column`. `places` are rows of placements or of plan details.

    An establishment that the settings do not know is counted as not recorded.
    """
    by_urn = year.tables[ESTABLISHMENTS_BY_URN].select(urn="key", urn_column="column")
    by_ukprn = year.tables[ESTABLISHMENTS_BY_UKPRN].select(ukprn="key", ukprn_column="column")
    by_code = year.tables[SETTING_CODES].select(
        sen_setting="key", code_column="column", at_school_age="at_school_age"
    )
    known = places.left_join(by_urn, "urn", rname="urn_{name}")
    known = known.left_join(by_ukprn, "ukprn", rname="ukprn_{name}")
    known = known.left_join(by_code, "sen_setting", rname="code_{name}")
    known = known.left_join(of_school_age(year), "request_key", rname="age_{name}")

    provider_alone = known.urn.isnull() & known.ukprn.notnull()
    by_number = known.ukprn_column.coalesce(ibis.ifelse(provider_alone, REGISTER_ONLY, ibis.null("string")))
    if year.readings.provider_number_alone is ProviderNumberAlone.REGISTER_ONLY:
        by_number = ibis.ifelse(provider_alone, REGISTER_ONLY, known.ukprn_column)
    by_setting = ibis.ifelse(known.of_school_age.fill_null(False), known.at_school_age, known.code_column)
    column = known.urn_column.coalesce(by_number, by_setting).fill_null(NOT_RECORDED)
    column = ibis.ifelse(column == NO_COLUMN, NOT_RECORDED, column)
    return known.select("request_key", column=in_unit(column, known))


def in_unit(column: ir.StringValue, place: ir.Table) -> ir.StringValue:
    """The column of a place in a SEN unit, or else in resourced provision, where that is published apart."""
    apart = column.isin(HAVE_UNITS)
    return ibis.cases(
        (apart & place.sen_unit.fill_null(False), column + SEN_UNIT),
        (apart & place.resourced_provision.fill_null(False), column + RESOURCED_PROVISION),
        else_=column,
    )


def of_school_age(year: CollectionYear) -> ir.Table:
    """Each request with whether the person is of compulsory school age on census day."""
    requests, people = year.tables["requests"], year.tables["people"]
    first, last = school_age_births(year.header.census_day)
    born = requests.select("request_key", "person_key").left_join(
        people.select("person_key", "birth_date"), "person_key", rname="person_{name}"
    )
    return born.select(
        "request_key", of_school_age=born.birth_date.between(ibis.date(first), ibis.date(last))
    )


def school_age_births(census_day: date) -> tuple[date, date]:
    """First and last day of birth of those aged 5 to 15 on the 31 August before census day.

    The published caseload by single age (2025 release) settles it: "not in education, compulsory school age"
    holds those of 5 to 15 and nobody else, and "not in education, other" holds none of them.
    """
    summer = census_day.year - 1
    return date(summer - 16, 9, 1), date(summer - 5, 8, 31)


def published_columns() -> tuple[str, ...]:
    """Every column that a placement can be counted at."""
    columns = set(columns_of_types())
    for name in ("column", "at_school_age"):
        columns |= set(setting_codes().column(name).to_pylist())
    units = {f"{column}{unit}" for column in HAVE_UNITS for unit in (SEN_UNIT, RESOURCED_PROVISION)}
    return tuple(sorted(columns | units | {REGISTER_ONLY, NOT_RECORDED}))


def by_column(plans: ir.Table) -> dict[str, ir.IntegerScalar]:
    """How many of the plans are counted at each published column."""
    return {column: plans.count(where=plans.column == column) for column in published_columns()}
