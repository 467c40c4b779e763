"""A cited figure in a line."""

from goldenthread.analysis.catalogue import Statistic, measures
from goldenthread.figures.measured.values import last_day
from goldenthread.figures.models import CitedFigure
from goldenthread.ui.words import day, rounded


def measure_words(name: str) -> str:
    """The title of a measure, also of one that left the catalogue."""
    known = measures().get(name)
    return known.title if known else name.replace("_", " ")


def value_words(cited: CitedFigure) -> str:
    """Its value with its sign, or why there is none."""
    known = measures().get(cited.measure)
    if cited.value is None:
        return cited.why_none
    places = 0 if known is not None and known.statistic is Statistic.COUNT else 1
    return f"{rounded(cited.value, places)}{known.sign if known else ''}"


def figure_words(cited: CitedFigure) -> str:
    """What it is, its value, the end of its period, and the day as at which it was cited."""
    group = f", {cited.group}" if cited.group else ""
    end = day(last_day(cited.by, cited.period))
    return f"{measure_words(cited.measure)}{group}: {value_words(cited)}, to {end}, as at {day(cited.as_at)}"
