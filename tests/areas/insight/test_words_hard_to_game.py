"""What looks better is called better only where every check was made; the words of the pages hold to it."""

from datetime import date

import pytest

from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.statistics.verdicts import Judged, Verdict
from goldenthread.figures.changes.charting import charted
from goldenthread.figures.measured.values import FigureKey, Measured
from goldenthread.insight.measured.presenters.measure import finding, judged_words
from goldenthread.insight.measured.presenters.overview import kind_of
from goldenthread.insight.measured.presenters.words import doubts, qualified, signal_of
from goldenthread.insight.measured.queries import Chosen, MeasurePage, Reading

HEADLINE, REFUSED = "plans_in_20_weeks", "requests_refused"
MONTHS = [date(2023 + month // 12, month % 12 + 1, 1) for month in range(24)]
BETTER = [40] * 12 + [70] * 12
REASON = "The share of requests that ended without a plan rose from 20% to 50%."


def page_of(judged, shares=BETTER):
    """A share over 24 months, of 100 children each, with what the checks found."""
    series = []
    for month, up in zip(MONTHS, shares, strict=True):
        parts = {"records": 100, "numerator": up, "denominator": 100, "value": float(up)}
        key = FigureKey(1, HEADLINE, "month", month)
        series.append(Measured(key, 1, "935", date(2025, 1, 16), 1, "", True, **parts))
    measure = measures()[HEADLINE]
    reading = Reading(measure, "", tuple(series), charted(measure, series), judged=judged)
    return MeasurePage(reading, (), None, Chosen())


def test_refusals_are_what_the_headline_is_read_beside():
    assert REFUSED in measures()[HEADLINE].balancing


@pytest.mark.parametrize(
    ("judged", "why"),
    [
        (Judged(Verdict.QUALIFIED, (REASON,)), REASON),
        (None, "Only months are checked for what could make this look better than it is."),
    ],
)
def test_what_a_check_speaks_against_or_nobody_checked_is_never_better(judged, why):
    page = page_of(judged)
    assert signal_of(page.reading).words == "Better"
    assert qualified(page.reading).words == "Better?"
    assert kind_of(page) == "changed"
    assert doubts(page.reading) == (why,)
    assert finding(page).endswith("may not be called an improvement: see why below.")


def test_what_passed_every_check_is_better():
    page = page_of(Judged(Verdict.IMPROVEMENT, ("The last 12 months lie above.",)))
    assert kind_of(page) == "better"
    assert judged_words(page.reading).startswith("Better. Every check")


def test_where_nothing_moved_nothing_is_doubted():
    page = page_of(Judged(Verdict.NO_CHANGE, ()), [40, 42] * 12)
    assert kind_of(page) == "steady"
    assert judged_words(page.reading) == ""
