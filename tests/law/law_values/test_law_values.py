"""Sources, versions, parameters and packs: the values that hold the law."""

from datetime import date

import pytest

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Limit, Unit
from goldenthread.rules.law import Confirmed, Kind, NotInForce, Pack, Parameter, Source, Version

SOURCE = Source(Kind.STATUTE, "An Act", "section 1", "", Confirmed.READ)
OLD, NEW = Version(date(2014, 9, 1), 6, SOURCE), Version(date(2029, 9, 1), 4, SOURCE)


@pytest.mark.parametrize(("instrument", "provision"), [("", "section 1"), ("An Act", "  ")])
def test_a_source_without_instrument_or_provision_cannot_be_made(instrument, provision):
    with pytest.raises(ValueError, match="names its instrument and its provision"):
        Source(Kind.STATUTE, instrument, provision, "", Confirmed.READ)


def test_a_source_is_cited_as_instrument_and_provision():
    assert str(SOURCE) == "An Act, section 1"


def test_a_version_holds_from_its_first_day_until_the_next():
    weeks = Parameter("weeks", (OLD, NEW))
    assert weeks.on(date(2014, 9, 1)) is OLD
    assert weeks.on(date(2029, 8, 31)) is OLD
    assert weeks.on(date(2029, 9, 1)) is NEW


def test_a_day_before_commencement_is_refused_and_both_days_named():
    with pytest.raises(NotInForce, match="weeks began on 1 September 2014, after 31 August 2014"):
        Parameter("weeks", (OLD,)).on(date(2014, 8, 31))


@pytest.mark.parametrize("versions", [(), (NEW, OLD), (OLD, OLD)])
def test_versions_are_given_once_each_oldest_first(versions):
    with pytest.raises(ValueError, match="weeks: versions are given once each, oldest first"):
        Parameter("weeks", versions)


def test_a_pack_adds_a_version_and_leaves_the_parameter_it_amends_as_it_was():
    weeks = Parameter("weeks", (OLD,))
    amended = weeks.amended_by(Pack("a reform", {"weeks": NEW}))
    assert amended.versions == (OLD, NEW)
    assert weeks.versions == (OLD,)


def test_a_pack_leaves_other_parameters_alone():
    days = Parameter("days", (OLD,))
    assert days.amended_by(Pack("a reform", {"weeks": NEW})) is days


def test_a_pack_cannot_rewrite_the_past():
    with pytest.raises(ValueError, match="oldest first"):
        Parameter("weeks", (OLD,)).amended_by(Pack("a rewrite", {"weeks": OLD}))


@pytest.mark.parametrize(
    ("amount", "unit", "counting"),
    [(0, Unit.WEEKS, Counting.WITHIN), (3, Unit.WORKING_DAYS, Counting.WITHIN)],
)
def test_a_limit_that_cannot_be_counted_cannot_be_made(amount, unit, counting):
    with pytest.raises(ValueError, match=f"no way to count {amount} "):
        Limit(amount, unit, counting)


def test_a_limit_reads_as_words():
    assert str(Limit(1, Unit.MONTHS, Counting.CORRESPONDING_DATE)) == "1 month"
    assert str(Limit(15, Unit.WORKING_DAYS, Counting.WITHIN_WORKING_DAYS)) == "15 working days"
