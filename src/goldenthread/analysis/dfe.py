"""What would the DfE publish of this return? Its twelve tables, cell for cell in the published layout."""

from collections.abc import Mapping

import pyarrow as pa

from goldenthread.analysis.facts import Facts, Header
from goldenthread.analysis.figures import Figure, compute_figures
from goldenthread.analysis.geography import ENGLAND, Area
from goldenthread.analysis.published_tables import PublishedTable, published_table
from goldenthread.analysis.readings import CHOSEN, Readings
from goldenthread.analysis.rounding import UNAVAILABLE, printed
from goldenthread.analysis.settings import Settings
from goldenthread.analysis.unusable import Unusable


def compute(
    facts: Facts, settings: Settings, areas: Mapping[str, Area], readings: Readings = CHOSEN
) -> dict[str, pa.Table]:
    """The published tables of one return: one row each, every column text, by the published file's name.

    `areas` gives the codes and region of the authority by its DfE number. Raises `Unusable`.
    """
    return layout(facts.header(), compute_figures(facts, settings, readings), areas)


def layout(
    header: Header, figures: Mapping[str, Mapping[str, Figure]], areas: Mapping[str, Area]
) -> dict[str, pa.Table]:
    """Figures (by table and column) in the published layout. Raises `Unusable` for an area unknown."""
    if header.area not in areas:
        raise Unusable(f"the return is of area {header.area}, which is not a local authority we know")
    area = areas[header.area]
    return {
        table: _table(published_table(table), header, area, columns) for table, columns in figures.items()
    }


def _table(measure: PublishedTable, header: Header, area: Area, figures: Mapping[str, Figure]) -> pa.Table:
    cells = describing(measure, header, area) | {name: text_of(figure) for name, figure in figures.items()}
    return pa.table({name: pa.array([text], pa.string()) for name, text in cells.items()})


def text_of(figure: Figure) -> str:
    """A figure as published: `x` where there is none, or where the DfE shows none."""
    return printed(figure.value) if figure.printed else UNAVAILABLE


def describing(measure: PublishedTable, header: Header, area: Area) -> dict[str, str]:
    """The twelve columns before the figures, in the published order."""
    region = (area.region_code, area.region_name)
    if measure.london_in_two and area.part_of_london:
        region = area.part_of_london
    period, kind = period_of(measure, header)
    return {
        "time_period": period,
        "time_identifier": kind,
        "geographic_level": "Local authority",
        "country_code": ENGLAND,
        "country_name": "England",
        "region_code": region[0],
        "region_name": region[1],
        "new_la_code": area.ons_code,
        "old_la_code": area.code,
        "la_name": area.name,
        "breakdown_topic": measure.row_label,
        "breakdown": measure.row_label,
    }


def period_of(measure: PublishedTable, header: Header) -> tuple[str, str]:
    """The period as published: a January count goes by its academic year (202425), the rest by 2024."""
    if measure.period == "census day":
        return f"{header.year}{header.census_day.year % 100:02d}", "Academic year"
    return str(header.year), "Calendar year"
