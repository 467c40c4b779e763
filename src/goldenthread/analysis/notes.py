"""What must a reader of the tables know? What is missing, and what rests on no official source."""

from collections.abc import Iterator

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload, main_named_places, main_open_placements, new_plans
from goldenthread.analysis.collection_year import (
    ESTABLISHMENTS_BY_UKPRN,
    ESTABLISHMENTS_BY_URN,
    CollectionYear,
)
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.figures import Figure, engine
from goldenthread.analysis.letters import letters
from goldenthread.analysis.published_tables import Column, published_tables
from goldenthread.analysis.settings import Settings

NAMED = 5
"""How many establishments a note names before it only counts."""


def notes(facts: Facts, settings: Settings, figures: dict[str, dict[str, Figure]]) -> list[str]:
    """Sentences for whoever reads the tables of `compute`, made from their `figures`."""
    return [
        *_establishments(facts, settings),
        *(f"Type of establishment with no published column: {kind}." for kind in settings.unmapped_types),
        *_letters(figures),
    ]


def _establishments(facts: Facts, settings: Settings) -> Iterator[str]:
    with engine(facts, settings) as running:
        for number, table, counted in (
            ("urn", ESTABLISHMENTS_BY_URN, "as not recorded"),
            ("ukprn", ESTABLISHMENTS_BY_UKPRN, "at providers of the provider register only"),
        ):
            rows = running.rows(unknown_numbers(running.year, number, table))
            unknown = sorted(row["number"] for row in rows)
            if unknown:
                named = ", ".join(unknown[:NAMED]) + (" and others" if len(unknown) > NAMED else "")
                yield (
                    f"{len(unknown):,} {number.upper()} of main placements are not in the settings file "
                    f"({named}): their plans count {counted}."
                )


def unknown_numbers(year: CollectionYear, number: str, table: str) -> ir.Table:
    """The URNs (or the UKPRNs that stand alone) of counted main places that the settings do not hold."""
    open_places = main_open_placements(year).semi_join(caseload(year), "request_key")
    named_places = main_named_places(year).semi_join(new_plans(year), "request_key")
    places = open_places.select("urn", "ukprn").union(named_places.select("urn", "ukprn"))
    if number == "ukprn":
        places = places.filter(places.urn.isnull())
    numbers = places.filter(places[number].notnull()).select(number=number).distinct()
    return numbers.anti_join(year.tables[table].select(number="key"), "number")


def _letters(figures: dict[str, dict[str, Figure]]) -> Iterator[str]:
    for measure in published_tables().values():
        if measure.table not in figures:
            continue
        shown = {column: figures[measure.table][column.name] for column in measure.columns if column.letters}
        for why in sorted({figure.why_none for figure in shown.values() if figure.why_none}):
            yield f"{measure.table}: the kinds are x, because {why}."
        resting = [column for column, figure in shown.items() if figure.value and not _confirmed(column)]
        if resting:
            names = ", ".join(column.name for column in resting)
            yield (
                f"{measure.table}: {names} rest on unconfirmed code letters of {resting[0].letters}; "
                "do not publish them before the letters are confirmed."
            )


def _confirmed(column: Column) -> bool:
    return any(letter.column == column.name and letter.confirmed for letter in letters(column.letters))
