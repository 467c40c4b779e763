"""Refusing more children makes the 20-week figure look better; the words of the pages do not fall for it."""

import random
from datetime import date

import pytest

from goldenthread.analysis.catalogue import measures
from goldenthread.figures.changes.charting import charted
from goldenthread.figures.measured.values import FigureKey, Measured
from goldenthread.insight.measured.presenters.measure import finding
from goldenthread.insight.measured.presenters.overview import kind_of
from goldenthread.insight.measured.presenters.words import qualified, signal_of
from goldenthread.insight.measured.queries import Chosen, MeasurePage, Reading

HEADLINE, REFUSED = "plans_in_20_weeks", "requests_refused"
MONTHS = [date(2023 + month // 12, month % 12 + 1, 1) for month in range(24)]


def reading_of(name, chances, rng):
    """A share over 24 months, of 70 children each, by the chance of each month."""
    series = []
    for month, chance in zip(MONTHS, chances, strict=True):
        up = sum(rng.random() < chance for _ in range(70))
        key = FigureKey(1, name, "month", month)
        parts = {"records": 70, "numerator": up, "denominator": 70, "value": 100 * up / 70}
        series.append(Measured(key, 1, "935", date(2025, 1, 16), 1, "", True, **parts))
    measure = measures()[name]
    return Reading(measure, "", tuple(series), charted(measure, series))


def played(seed, *, refusing_more):
    """From the second year on the headline is better by 30 in 100; refusals rise from 20, or stay."""
    rng = random.Random(seed)
    later = 0.5 if refusing_more else 0.2
    headline = reading_of(HEADLINE, [0.4] * 12 + [0.7] * 12, rng)
    beside = reading_of(REFUSED, [0.2] * 12 + [later] * 12, rng)
    return MeasurePage(headline, (beside,), None, Chosen())


def test_refusals_are_what_the_headline_is_read_beside():
    assert REFUSED in measures()[HEADLINE].balancing


@pytest.mark.parametrize("seed", range(40))
def test_refusing_more_to_look_faster_never_ends_as_better(seed):
    page = played(seed, refusing_more=True)
    assert signal_of(page.reading).words == "Better"
    assert qualified(page.reading, page.balancing).words == "Better, at a cost?"
    assert kind_of(page) != "better"
    assert finding(page).endswith("it may have been bought.")


def test_the_same_change_without_more_refusals_is_called_better():
    said = [kind_of(played(seed, refusing_more=False)) for seed in range(40)]
    assert said.count("better") > 30
