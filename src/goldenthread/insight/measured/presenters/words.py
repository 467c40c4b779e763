"""A figure in words, and what may be said of its change."""

from goldenthread.analysis.catalogue import Measure, Statistic
from goldenthread.analysis.statistics.process_behaviour import FEWEST_POINTS, Standing
from goldenthread.figures.changes.charting import period_name
from goldenthread.figures.changes.rarity import Rarity
from goldenthread.figures.measured.values import Measured
from goldenthread.insight.measured.queries import Reading
from goldenthread.ui.values import Signal, SignalKind
from goldenthread.ui.words import day, percent, plural, rounded, thousands, unit_of

KINDS: dict[Standing, SignalKind] = {
    Standing.BETTER: "better",
    Standing.WORSE: "worse",
    Standing.CHANGED: "changed",
    Standing.NO_CHANGE: "steady",
    Standing.TOO_FEW: "few",
}
CHIPS = {
    Standing.BETTER: "Better",
    Standing.WORSE: "Worse",
    Standing.CHANGED: "Changed",
    Standing.NO_CHANGE: "No change",
}


def value_words(measure: Measure, figure: Measured | None) -> str:
    """51.3%, 214, or 12.4 weeks; empty where there is no value."""
    if figure is None or figure.value is None:
        return ""
    if measure.unit == "%":
        return percent(figure.value)
    if measure.statistic is Statistic.COUNT:
        return thousands(round(figure.value))
    return rounded(figure.value)


def with_unit(measure: Measure, figure: Measured | None) -> str:
    """51.3%, 214 children, 12.4 weeks; no source or no value in words."""
    value = value_words(measure, figure)
    if not value:
        return figure.why_none if figure is not None else "no source yet"
    if measure.unit == "%" or figure is None or figure.value is None:
        return value
    return f"{value} {unit_of(figure.value, measure.unit)}"


def parts_words(measure: Measure, figure: Measured) -> str:
    """347 of 1,366. Only a share has parts that a reader can set against each other."""
    if measure.statistic is not Statistic.SHARE or figure.numerator is None or figure.denominator is None:
        return ""
    return f"{thousands(round(figure.numerator))} of {thousands(round(figure.denominator))}"


def when(figure: Measured) -> str:
    """The period of a figure: Dec 2024."""
    return period_name(figure.key.by, figure.key.period)


def signal_of(found: Reading) -> Signal | None:
    """The chip: what may be said of now. None where the measure is known for one day only."""
    if found.rare is not None:
        return rare_signal(found.rare)
    if found.chart is None:
        return None
    standing = found.chart.standing
    if standing is Standing.TOO_FEW:
        known = sum(value is not None for value in found.chart.values)
        return Signal("few", plural(known, "period"))
    return Signal(KINDS[standing], CHIPS[standing])


def rare_signal(found: Rarity) -> Signal:
    """The chip of something rare: by what lies between its events, never by counts."""
    if found.chart is None or found.chart.standing is Standing.TOO_FEW:
        return Signal("few", plural(found.events, "event"))
    return Signal(KINDS[found.chart.standing], CHIPS[found.chart.standing])


def rare_words(found: Rarity) -> str:
    """What may be said of something rare."""
    if found.chart is None or found.chart.standing is Standing.TOO_FEW:
        times = plural(found.events, "time")
        return f"Rare: it happened {times}, too few to say whether it has become more or less frequent."
    if found.chart.standing is Standing.NO_CHANGE:
        return "Rare: it happens no more and no less often than before, by more than chance."
    last = len(found.chart.gaps) - 1
    return f"Rare: {' '.join(one.words for one in found.chart.signals if last in one.points)}"


def qualified(found: Reading) -> Signal | None:
    """The chip of a headline: better is said only where every check was made and none speaks against it."""
    own = signal_of(found)
    if own is None or own.kind != "better":
        return own
    is_proved = found.judged is not None and found.judged.is_unqualified_improvement
    return own if is_proved else Signal("changed", "Better?")


def doubts(found: Reading) -> tuple[str, ...]:
    """Why what looks better may not be called better, each a sentence; nothing where it does not look so."""
    own = signal_of(found)
    if own is None or own.kind != "better":
        return ()
    if found.judged is None:
        if found.rare is not None:
            return ("It is rare, so that the checks of shares cannot be made.",)
        return ("Only months are checked for what could make this look better than it is.",)
    return () if found.judged.is_unqualified_improvement else found.judged.reasons


def change_words(found: Reading) -> str:
    """What the chart lets say, in a sentence or two."""
    if found.rare is not None:
        return rare_words(found.rare)
    if found.chart is None:
        return "It is known for one day only, so nothing can be said of its change."
    if found.chart.standing is Standing.TOO_FEW:
        known = sum(value is not None for value in found.chart.values)
        return f"Too few periods to say whether it changed: {known} of the {FEWEST_POINTS} that are needed."
    return found.chart.words


def beside_words(found: Reading) -> str:
    """A balancing measure in one line: Requests refused: 14.0%, no change."""
    title, signal = found.measure.title, qualified(found)
    if found.why_none:
        return f"{title}: no source yet"
    value = with_unit(found.measure, found.newest)
    return f"{title}: {value}, {signal.words.lower()}" if signal else f"{title}: {value}"


def as_at_words(figure: Measured) -> str:
    """As at 16 January 2025, journal position 12,345, measure version 1."""
    position = f", journal position {thousands(figure.position)}" if figure.position is not None else ""
    return f"As at {day(figure.as_at)}{position}, measure version {figure.version}."
