"""What a release holds: finished words and published series, so that it reads the same for ever."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django.conf import settings

from goldenthread.analysis.benchmarks import Observation, Standing
from goldenthread.analysis.disclosure import Rule
from goldenthread.figures.models import Figure, FigureSet
from goldenthread.figures.open_data.comparing import compared
from goldenthread.figures.open_data.kept import source_of
from goldenthread.figures.open_data.places import areas
from goldenthread.insight.measured.clocks import Clocks
from goldenthread.publication.headlines import CHART, HEADLINES, shown
from goldenthread.ui.words import day

Content = dict[str, Any]
FEWEST_WHO_ASKED = 100
"""Of fewer families, a share of a hundred would say more than is known, and could point at somebody."""


def content_of(figure_set: FigureSet, figures: dict[tuple[str, str], Figure]) -> Content:
    """The content of a release of this set."""
    as_at, year = day(figure_set.as_at), str(figure_set.year - 1)
    source = source_of(CHART[0])
    least = settings.SMALLEST_COUNT_SHOWN
    rule = Rule(threshold=least, width=least)
    told = [
        shown(headline, figures[headline.table, headline.column], year=year, as_at=as_at, rule=rule)
        for headline in HEADLINES
    ]
    return {
        "area_name": areas()[figure_set.area].name,
        "as_at": as_at,
        "year": year,
        "figures": [asdict(one) for one in told if one is not None],
        "series": _series(compared(*CHART, figure_set.area)),
        "source": {"title": f"{source.release}, Department for Education", "address": source.address},
    }


def _series(years: Sequence[Standing]) -> dict[str, Any]:
    def texts(published: Iterable[Observation | None]) -> list[str | None]:
        return [None if one is None or one.value is None else str(one.value) for one in published]

    return {
        "periods": [year.period for year in years],
        "ours": texts(year.area for year in years),
        "england": texts(year.england for year in years),
    }


def digest_of(content: Content) -> str:
    """SHA-256 of the content, written in one fixed way."""
    fixed = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(fixed.encode()).hexdigest()


def with_second_clock(content: Content, clocks: Clocks | None) -> Content:
    """The same with the clock of children who asked after the first figure: never one clock alone."""
    found = clocks.asked if clocks else None
    known = found.in_time() if found is not None and found.count >= FEWEST_WHO_ASKED else None
    value, counted = "", ""
    sentence = "It is not known yet: too few children were followed for 20 weeks."
    if known is not None and found is not None and clocks is not None:
        share = round(100 * known.estimate)
        low, high = round(100 * (known.low or 0)), round(100 * (known.high or 1))
        value = f"{share} of 100"
        sentence = (
            f"Of 100 families who asked for an assessment, {share} had a plan within 20 weeks. Those "
            "who were refused "
            "and those who still wait are among the 100."
        )
        counted = (
            f"Asked in the year to {day(clocks.as_at)}. The true number is likely between {low} and {high}."
        )
    second = {"label": "For children who asked", "value": value, "sentence": sentence, "counted": counted}
    return {**content, "figures": [*content["figures"][:1], second, *content["figures"][1:]]}
