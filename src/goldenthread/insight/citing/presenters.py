"""A cited figure in words: what was cited, what it would be now, and why."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.analysis.catalogue import Measure, Statistic, measures
from goldenthread.figures.measured.comparing import Comparison, Reason
from goldenthread.figures.measured.values import FigureKey, Measured, last_day
from goldenthread.figures.models import CitedFigure
from goldenthread.insight.measured.presenters.measure import walk_address
from goldenthread.ui.values import Cell, Column, Figure, Link, Row, Table, Tie
from goldenthread.ui.words import day, moment, thousands

BY_WORDS = {"month": "%B %Y", "year": "%Y"}


def index(found: Sequence[CitedFigure]) -> dict[str, Any]:
    """Every cited figure, the newest first."""
    rows: list[list[Any]] = [
        [
            Cell(title_of(one.measure), href=reverse("cited-figure", args=[one.pk])),
            value_words(one.measure, one.value, one.why_none),
            f"{period_words(one)}{_of_group(one)}",
            one.because,
            f"{moment(one.cited_at)}, {one.cited_by_name}",
        ]
        for one in found
    ]
    heads = ("Measure", "As cited", "Period", "Where", "When, and by whom")
    table = Table([Column(head) for head in heads], rows, caption="Cited figures", caption_shown=False)
    return {"table": table if rows else None}


def page(cited: CitedFigure, comparison: Comparison | None, key: FigureKey | None) -> dict[str, Any]:
    """One cited figure beside what it would be now; with a `key`, the way to the cases behind it."""
    return {
        "title": title_of(cited.measure),
        "caption": f"{period_words(cited)}{_of_group(cited)}",
        "above": Link("Cited figures", reverse("cited-figures")),
        "finding": _finding(comparison),
        "figures": [_frozen(cited, key), *([_now(cited, comparison)] if comparison else [])],
        "reasons": _reasons_table(comparison.reasons) if comparison and comparison.reasons else None,
        "rows": _rests_on(cited, comparison),
    }


def before(measure: Measure, figure: Measured) -> dict[str, Any]:
    """A figure that is about to be cited."""
    return {
        "title": "Cite this figure",
        "caption": measure.title,
        "says": (
            f"{value_words(measure.name, figure.value, figure.why_none)} for {period_words(figure.key)}"
            f"{_of_group(figure.key)}, as at {day(figure.as_at)}. It is kept as you see it now, with the "
            f"definition and the facts that it rests on."
        ),
        "act": "Cite it",
    }


def title_of(measure: str) -> str:
    known = measures().get(measure)
    return known.title if known else f"A measure that is no longer there ({measure})"


def value_words(measure: str, value: float | None, why_none: str) -> str:
    """A value with its unit, or why there is none."""
    known = measures().get(measure)
    if value is None or known is None:
        return why_none or "none"
    if known.statistic is Statistic.COUNT:
        return f"{thousands(round(value))}{known.sign}"
    return f"{value:.1f}{known.sign}"


def period_words(of: Any) -> str:
    """A period as one says it."""
    if of.by == "day":
        return day(of.period)
    if of.by == "quarter":
        return f"{day(of.period)} to {day(last_day(of.by, of.period))}"
    return str(of.period.strftime(BY_WORDS[of.by]))


def _of_group(of: Any) -> str:
    return f", {of.group}" if of.group else ""


def _finding(comparison: Comparison | None) -> str:
    if comparison is None:
        return "It cannot be worked out again now."
    if comparison.is_the_same:
        return "It comes out the same with what is known now."
    parts = [f"{one.why} on {thousands(one.cases)} {_records(one.cases)}" for one in comparison.reasons]
    if comparison.new_version is not None:
        parts.append(f"a new definition (version {comparison.new_version})")
    return f"With what is known now it comes out otherwise. Why: {'; '.join(parts)}."


def _records(count: int) -> str:
    return "record" if count == 1 else "records"


def _frozen(cited: CitedFigure, key: FigureKey | None) -> Figure:
    return Figure(
        "As it was cited",
        value=value_words(cited.measure, cited.value, "") if cited.value is not None else "",
        missing=cited.why_none,
        counted=_parts(cited.measure, cited.numerator, cited.denominator),
        as_at=f"As at {day(cited.as_at)}.",
        rests_on=Tie("the cases and the entries behind them", walk_address(key), lead="Rests on")
        if key
        else None,
        frozen=f"Version {cited.version}, journal position {thousands(cited.position)}",
    )


def _now(cited: CitedFigure, comparison: Comparison) -> Figure:
    now = comparison.now
    return Figure(
        "With what is known now",
        value=value_words(cited.measure, now.value, "") if now.value is not None else "",
        missing="Nothing is counted in this period now.",
        counted=_parts(cited.measure, now.numerator, now.denominator),
        as_at=f"As at {day(cited.as_at)}, the same day.",
    )


def _parts(measure: str, numerator: float | None, denominator: float | None) -> str:
    known = measures().get(measure)
    if known is None or known.statistic is not Statistic.SHARE or numerator is None or denominator is None:
        return ""
    return f"{thousands(round(numerator))} of {thousands(round(denominator))}."


def _reasons_table(reasons: Sequence[Reason]) -> Table:
    rows: list[list[Any]] = [
        [reason.why.capitalize(), reason.cases, _signed(reason.numerator), _signed(reason.denominator)]
        for reason in reasons
    ]
    heads = (("Why", False), ("Records", True), ("Counted", True), ("Out of", True))
    columns = [Column(head, number=number) for head, number in heads]
    return Table(columns, rows, caption="What changes it")


def _signed(change: float) -> str:
    return f"{round(change):+,}".replace("-", "−")


def _rests_on(cited: CitedFigure, comparison: Comparison | None) -> list[Row]:
    rows = [
        Row("Where it is cited", cited.because),
        Row("Cited", f"{moment(cited.cited_at)}, {cited.cited_by_name}"),
        Row("Definition", f"{cited.measure}, version {cited.version}"),
        Row("Digest of the facts", cited.digest),
    ]
    if cited.interval_low is not None and cited.interval_high is not None:
        between = f"{cited.interval_low:.1f}% to {cited.interval_high:.1f}%"
        rows.insert(2, Row("95% interval", between, note="By Wilson's method"))
    if comparison and comparison.new_version is not None:
        counted, out_of = (_signed(one) for one in comparison.by_definition)
        rows.append(Row("What the definition changes", f"{counted} counted, {out_of} in what it is out of"))
    return rows
