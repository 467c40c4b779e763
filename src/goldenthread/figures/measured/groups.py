"""What is a group called on a page? Needs and settings are kept as codes, the others by their names."""

from collections.abc import Callable

from goldenthread.analysis.catalogue import measures
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.reading import usual_period
from goldenthread.organisations.queries import settings_rows
from goldenthread.sen2.years.codes import NEED_2025
from goldenthread.ui.fields import start_upper

Named = Callable[[str], str]


def names_of(scope: Scope, dimension: str) -> Named:
    """The name of a group of this dimension. A code that nobody has named stays as it is."""
    known: dict[str, str] = {}
    if dimension == "need":
        known = dict(NEED_2025.codes)
    elif dimension == "setting":
        known = {
            number: row["name"] for row in settings_rows() for number in (row["urn"], row["ukprn"]) if number
        }
    return lambda group: start_upper(known.get(group, group))


def widest(name: str) -> str:
    """The longest kind of period that a measure is counted in, for groups are small."""
    return "day" if usual_period(measures()[name]) == "day" else "year"
