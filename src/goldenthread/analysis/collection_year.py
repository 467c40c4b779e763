"""What are cohorts drawn from? One return's facts as relations, with its year and the readings followed."""

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.facts import Header
from goldenthread.analysis.readings import Readings

ESTABLISHMENTS_BY_URN = "establishments_by_urn"
ESTABLISHMENTS_BY_UKPRN = "establishments_by_ukprn"
SETTING_CODES = "setting_codes"
"""Tables that stand beside those of the return: see `goldenthread.analysis.settings`."""


@dataclass(frozen=True, slots=True)
class CollectionYear:
    """The tables of the facts and of the settings by name, who they are about, and the readings."""

    tables: Mapping[str, ir.Table]
    header: Header
    readings: Readings

    def holds(self, day: ir.DateValue) -> ir.BooleanValue:
        """Does the day lie in the collection year?"""
        return day.between(ibis.date(self.header.first_day), ibis.date(self.header.last_day))

    @property
    def census_day(self) -> ir.DateScalar:
        return ibis.date(self.header.census_day)
